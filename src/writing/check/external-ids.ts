import type { Prisma } from '../../generated/prisma/client.ts'
import { problemAt } from '../input/problem.ts'
import { isRecord } from '../input/walk.ts'
import type { Draft } from './draft.ts'
import type { Known } from './known-entries.ts'

/** An identifier that a draft claims, and its place in the draft's list. */
interface Claim {
  draft: Draft
  place: number
  scheme: string
  value: string
}

/** An identifier of another system belongs to one entry. */
export async function checkExternalIds(tx: Prisma.TransactionClient, drafts: readonly Draft[]) {
  const claims = drafts.flatMap(claimsOf)
  if (claims.length === 0) return
  const owners = await ownersOf(tx, claims)
  const claimants = new Map<string, Draft>()
  for (const { draft, place, scheme, value } of claims) {
    const path = ['externalIds', place]
    const owner = owners.get(key(scheme, value))
    if (owner && owner.id !== draft.id) {
      const reason = `${scheme} ${value} is the identifier of a ${owner.type.toLowerCase()} on record`
      draft.problems.push({ ...problemAt(path, 'EXTERNAL_ID_TAKEN', reason), existing: owner })
    }
    const first = claimants.get(key(scheme, value))
    if (!first) claimants.set(key(scheme, value), draft)
    // Twice in one entry is the business of the list's own rule.
    else if (first !== draft) {
      const reason = `${scheme} ${value} is the identifier of another entry that comes along`
      draft.problems.push(problemAt(path, 'DUPLICATE', reason))
    }
  }
}

function claimsOf(draft: Draft): Claim[] {
  const externalIds = draft.given['externalIds']
  if (!Array.isArray(externalIds)) return []
  return externalIds.flatMap((externalId: unknown, place) => {
    if (!isRecord(externalId)) return []
    const { scheme, value } = externalId
    return isClaimable(scheme) && isClaimable(value) ? [{ draft, place, scheme, value }] : []
  })
}

/** Other texts are refused by their field's own rule, and PostgreSQL would not take them as parameters. */
function isClaimable(text: unknown): text is string {
  return typeof text === 'string' && text.isWellFormed() && !text.includes('\0')
}

/** Who has the identifiers already. */
async function ownersOf(tx: Prisma.TransactionClient, claims: readonly Claim[]): Promise<Map<string, Known>> {
  const schemes = claims.map(({ scheme }) => scheme)
  const values = claims.map(({ value }) => value)
  const rows = await tx.$queryRaw<({ scheme: string; value: string } & Known)[]>`
    SELECT "scheme", "value",
      COALESCE("meetingId", "participantId", "statementId", "agreementId", "sourceId") AS "id",
      CASE
        WHEN "meetingId" IS NOT NULL THEN 'Meeting'
        WHEN "participantId" IS NOT NULL THEN 'Participant'
        WHEN "statementId" IS NOT NULL THEN 'Statement'
        WHEN "agreementId" IS NOT NULL THEN 'Agreement'
        ELSE 'Source'
      END AS "type"
    FROM "ExternalId"
    JOIN unnest(${schemes}::text[], ${values}::text[]) AS claim("scheme", "value") USING ("scheme", "value")`
  return new Map(rows.map(({ scheme, value, type, id }) => [key(scheme, value), { type, id }]))
}

function key(scheme: string, value: string): string {
  return JSON.stringify([scheme, value])
}
