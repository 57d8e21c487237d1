import { MAX_CHAIN } from '../domain/evidence.ts'
import type { SluggedType } from '../domain/global-id.ts'
import type { Prisma } from '../generated/prisma/client.ts'
import type { Draft } from './draft.ts'
import { problemAt } from './input/problem.ts'
import type { KnownEntries } from './known-entries.ts'

/** The fields by which an entry lies within another of its type. */
const outwardFields: ReadonlyMap<SluggedType, string> = new Map([
  ['Meeting', 'parent'],
  ['Topic', 'broader'],
  ['Statement', 'reportedIn'],
])

/**
 * No entry lies within itself, however far out, and no chain of reported speech is too long. Nothing on record
 * lies within a draft, so that only drafts can go round in a circle.
 *
 * @returns how deep each draft lies within others, from 1
 */
export async function checkChains(
  tx: Prisma.TransactionClient,
  options: { drafts: readonly Draft[]; known: KnownEntries },
): Promise<Map<string, number>> {
  const outward = outwardIds(options.drafts, options.known)
  const byId = new Map(options.drafts.map((draft) => [draft.id, draft]))
  const reports = options.drafts
    .filter(({ type }) => type === 'Statement')
    .flatMap(({ id }) => outward.get(id) ?? [])
  const depths = await depthsOnRecord(
    tx,
    reports.filter((id) => !byId.has(id)),
  )

  for (const draft of options.drafts) {
    const { path, end } = pathOutward({ from: draft.id, outward, depths })
    const circle = end === undefined ? -1 : path.indexOf(end)
    if (circle >= 0) reportCircle(path.slice(circle).flatMap((id) => byId.get(id) ?? []))
    const deepest = path.length + ((end !== undefined && depths.get(end)) || 0)
    // A chain that ends in a circle has no length to complain of.
    for (const [place, id] of path.entries()) depths.set(id, circle >= 0 ? 1 : deepest - place)
    if (draft.type === 'Statement') checkLength(draft, depths.get(draft.id) ?? 1)
  }
  return depths
}

/** The entry that each draft lies directly within. */
function outwardIds(drafts: readonly Draft[], known: KnownEntries): Map<string, string> {
  const outward = new Map<string, string>()
  for (const { type, id, given } of drafts) {
    const text = given[outwardFields.get(type) ?? '']
    const found = typeof text === 'string' ? known.find(text, [type]) : null
    if (found) outward.set(id, found.id)
  }
  return outward
}

/** The way outward as far as its depth is not known yet, and where it ends: there, in a circle, or nowhere. */
function pathOutward(options: {
  from: string
  outward: ReadonlyMap<string, string>
  depths: ReadonlyMap<string, number>
}): { path: string[]; end: string | undefined } {
  const { from, outward, depths } = options
  const path = new Set<string>()
  let end: string | undefined = from
  while (end !== undefined && !depths.has(end) && !path.has(end)) {
    path.add(end)
    end = outward.get(end)
  }
  return { path: [...path], end }
}

function reportCircle(circle: readonly Draft[]) {
  for (const [place, { type, slug, problems }] of circle.entries()) {
    const others = [...circle.slice(place + 1), ...circle.slice(0, place)].map((draft) => draft.slug)
    const way = [slug, ...others, slug].join(' → ')
    problems.push(problemAt([outwardFields.get(type) ?? ''], 'CYCLE', `${way} goes round in a circle`))
  }
}

function checkLength({ problems }: Draft, depth: number) {
  if (depth <= MAX_CHAIN) return
  const reason = `this is statement ${depth} of a chain of reported speech: a chain has at most ${MAX_CHAIN}`
  problems.push(problemAt(['reportedIn'], 'TOO_DEEP', reason))
}

/** How many statements the chains of those on record have. */
async function depthsOnRecord(
  tx: Prisma.TransactionClient,
  ids: readonly string[],
): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.$queryRaw<{ id: string; depth: number }[]>`
    WITH RECURSIVE chain AS (
      SELECT "id", "reportedInId" AS "outward", 1 AS "depth" FROM "Statement" WHERE "id" = ANY(${ids}::uuid[])
      UNION ALL
      SELECT chain."id", statement."reportedInId", chain."depth" + 1
      FROM chain JOIN "Statement" statement ON statement."id" = chain."outward"
    )
    SELECT "id", max("depth") AS "depth" FROM chain GROUP BY "id"`
  return new Map(rows.map(({ id, depth }) => [id, depth]))
}
