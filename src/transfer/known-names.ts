import { fold } from '../domain/folding.ts'

/**
 * People whom sources call by several names: the one by which the record knows them, then the others. Spellings
 * that differ in accents and initials alone need no line.
 */
const KNOWN_NAMES = `
  Sergei Lavrov: Sergey Lavrov
`

const preferred: ReadonlyMap<string, string> = new Map(
  KNOWN_NAMES.trim()
    .split('\n')
    .flatMap((line) => {
      const [name = '', others = ''] = line.trim().split(': ')
      return [name, ...others.split(', ')].map((variant) => [fold(variant), name] as const)
    }),
)

/** The name by which the record knows whoever a source calls by this one; the same where it knows no other. */
export function knownName(name: string): string {
  return preferred.get(fold(name)) ?? name
}
