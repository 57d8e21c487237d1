import type { Transaction } from '../../database/transaction.ts'
import { problemAt } from '../input/problem.ts'
import { isRecord } from '../input/walk.ts'
import type { Scope } from '../scope.ts'
import type { Draft } from './draft.ts'
import type { Known } from './known-entries.ts'

/** An identifier that an input claims for its entry, and its place in the input's list. */
export interface Claim {
  place: number
  scheme: string
  value: string
}

/** An identifier of another system belongs to one entry. */
export async function checkExternalIds(
  tx: Transaction,
  { drafts, scope }: { drafts: readonly Draft[]; scope: Scope },
) {
  const claims = drafts.flatMap((draft) => claimsOf(draft.given).map((claim) => ({ draft, ...claim })))
  if (claims.length === 0) return
  const owners = await ownersOf(tx, claims, scope)
  const claimants = new Map<string, string>()
  for (const { draft, place, scheme, value } of claims) {
    const path = ['externalIds', place]
    const owner = owners.get(key(scheme, value))
    const first = claimants.get(key(scheme, value)) ?? draft.id
    claimants.set(key(scheme, value), first)
    if (owner?.isOnRecord && owner.id !== draft.id) {
      const { type, id } = owner
      const reason = `${scheme} ${value} is the identifier of a ${type.toLowerCase()} on record`
      draft.problems.push({ ...problemAt(path, 'EXTERNAL_ID_TAKEN', reason), existing: { type, id } })
    }
    // Twice in one entry is the business of the list's own rule.
    else if ((owner?.id ?? first) !== draft.id) {
      const reason = `${scheme} ${value} is the identifier of another entry that comes along`
      draft.problems.push(problemAt(path, 'DUPLICATE', reason))
    }
  }
}

/** The identifiers that an input claims. */
export function claimsOf(input: Readonly<Record<string, unknown>>): Claim[] {
  const externalIds = input['externalIds']
  if (!Array.isArray(externalIds)) return []
  return externalIds.flatMap((externalId: unknown, place) => {
    if (!isRecord(externalId)) return []
    const { scheme, value } = externalId
    return isClaimable(scheme) && isClaimable(value) ? [{ place, scheme, value }] : []
  })
}

/** Other texts are refused by their field's own rule, and PostgreSQL would not take them as parameters. */
function isClaimable(text: unknown): text is string {
  return typeof text === 'string' && text.isWellFormed() && !text.includes('\0')
}

interface Owner extends Known {
  isOnRecord: boolean
}

/** Who has the identifiers already. */
async function ownersOf(
  tx: Transaction,
  claims: readonly Claim[],
  scope: Scope,
): Promise<Map<string, Owner>> {
  const schemes = claims.map(({ scheme }) => scheme)
  const values = claims.map(({ value }) => value)
  const rows = await tx.query<{ scheme: string; value: string } & Owner>`
    SELECT claim."scheme", claim."value", owner."type", owner."id", owner."isOnRecord"
    FROM unnest(${schemes}::text[], ${values}::text[]) AS claim("scheme", "value"), LATERAL (
      SELECT "type", "id", "isOnRecord" FROM ${scope.identifiers} identifier
      WHERE "scheme" = claim."scheme" AND "value" = claim."value"
      ORDER BY "isOnRecord" DESC, "place" LIMIT 1
    ) owner`
  return new Map(rows.map(({ scheme, value, ...owner }) => [key(scheme, value), owner]))
}

function key(scheme: string, value: string): string {
  return JSON.stringify([scheme, value])
}
