import type { Line, LineNotice } from '../line.ts'

interface Identifier {
  identifier: string | null
  scheme: string | null
}

interface ExternalId {
  scheme: string
  value: string
}

/** A scheme of EveryPolitician that counts people anew in each file, so that it identifies nobody. */
const COUNTED_ANEW = 'everypolitician_legacy'

/** Gives what other systems call something, as external IDs: those that say which system it is, each to one entry. */
export function identifiedBy() {
  const given = new Set<string>()
  return function* (
    { file, line }: Line,
    identifiers: readonly Identifier[],
  ): Generator<LineNotice, ExternalId[]> {
    const externalIds: ExternalId[] = []
    for (const { identifier: value, scheme } of identifiers) {
      if (scheme === COUNTED_ANEW) continue
      if (value === null || scheme === null) {
        yield {
          file,
          line,
          notice: `the identifier ${value ?? ''} has no ${value === null ? 'value' : 'scheme'}: it is left out`,
        }
        continue
      }
      const key = JSON.stringify([scheme, value])
      if (given.has(key))
        yield { file, line, notice: `${scheme} ${value} is another’s identifier: it is left out` }
      else externalIds.push({ scheme, value })
      given.add(key)
    }
    return externalIds
  }
}
