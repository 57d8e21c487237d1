import { Evidence } from '../generated/prisma/enums.ts'

/** How many statements a chain of reported speech has at most, the statement itself included. */
export const MAX_CHAIN = 5

/**
 * How the words of a statement are known. The chain holds the speakers, from that of the statement itself
 * outward to that of the one that anybody heard. Throws a RangeError for an empty chain.
 */
export function evidenceOf(chain: readonly { isAnonymous: boolean }[]): Evidence {
  const evidence = chain.reduceRight<Evidence | null>(
    (outer, speaker) => evidenceWithin(outer, speaker),
    null,
  )
  if (evidence === null) throw new RangeError('a chain of statements holds at least the statement itself')
  return evidence
}

/** How the words of a statement are known that is reported in one known like this; null: in none. */
export function evidenceWithin(outer: Evidence | null, speaker: { isAnonymous: boolean }): Evidence {
  if (speaker.isAnonymous || outer === Evidence.UNATTRIBUTED) return Evidence.UNATTRIBUTED
  if (outer === null) return Evidence.FIRST_HAND
  return outer === Evidence.FIRST_HAND ? Evidence.REPORTED : Evidence.HEARSAY
}
