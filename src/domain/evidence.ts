import { Evidence } from '../generated/prisma/enums.ts'

/** How many statements a chain of reported speech has at most, the statement itself included. */
export const MAX_CHAIN = 5

/**
 * How the words of a statement are known. The chain holds the speakers, from that of the statement itself
 * outward to that of the one that anybody heard. Throws a RangeError for an empty chain.
 */
export function evidenceOf(chain: readonly { isAnonymous: boolean }[]): Evidence {
  if (chain.length === 0) throw new RangeError('a chain of statements holds at least the statement itself')
  if (chain.some(({ isAnonymous }) => isAnonymous)) return Evidence.UNATTRIBUTED
  if (chain.length === 1) return Evidence.FIRST_HAND
  return chain.length === 2 ? Evidence.REPORTED : Evidence.HEARSAY
}
