import type { Transaction } from '../../database/transaction.ts'
import { MAX_CHAIN } from '../../domain/evidence.ts'
import { problemAt } from '../input/problem.ts'
import { type Link, linksInward, linksOutward, lockOutward } from '../links.ts'
import type { NestedType, Scope } from '../scope.ts'
import type { Draft } from './draft.ts'
import type { KnownEntries } from './known-entries.ts'

/** The fields by which an entry lies within another of its type. */
const outwardFields: Readonly<Record<NestedType, string>> = {
  Meeting: 'parent',
  Topic: 'broader',
  Statement: 'reportedIn',
}
const NESTED_TYPES = ['Meeting', 'Topic', 'Statement'] as const

/** How many entries of a circle are told of each: all of all would be too much to hold. */
const MOST_SHOWN = 10

/**
 * No entry lies within itself, however far out, and no chain of reported speech is too long.
 *
 * @returns how deep each draft lies within others, from 1
 */
export async function checkChains(
  tx: Transaction,
  { drafts, known, scope }: { drafts: readonly Draft[]; known: KnownEntries; scope: Scope },
): Promise<Map<string, number>> {
  const depths = new Map<string, number>()
  for (const type of NESTED_TYPES) {
    const ofType = drafts.filter((draft) => draft.type === type)
    if (ofType.length > 0) await checkType(tx, { type, drafts: ofType, known, scope, depths })
  }
  return depths
}

interface Checked {
  type: NestedType
  drafts: readonly Draft[]
  known: KnownEntries
  scope: Scope
  /** Filled with what is found. */
  depths: Map<string, number>
}

async function checkType(tx: Transaction, { type, drafts, known, scope, depths }: Checked) {
  const byId = new Map(drafts.map((draft) => [draft.id, draft]))
  const drafted = drafts.map((draft) => ({ draft, outwardId: outwardOf(type, draft, known) }))
  const onRecord = await linksBeyond(tx, { type, drafted, byId, scope })

  const outward = new Map(onRecord.values().flatMap(({ id, outwardId }) => pair(id, outwardId)))
  for (const { draft, outwardId } of drafted) {
    outward.delete(draft.id)
    if (outwardId !== null) outward.set(draft.id, outwardId)
  }
  for (const id of [...byId.keys(), ...onRecord.keys()]) {
    const { path, end } = pathOutward({ from: id, outward, depths })
    const circle = end === undefined ? -1 : path.indexOf(end)
    if (circle >= 0) reportCircle(type, { circle: path.slice(circle), byId, onRecord })
    const deepest = path.length + ((end !== undefined && depths.get(end)) || 0)
    // A chain that ends in a circle has no length to complain of.
    for (const [place, member] of path.entries()) depths.set(member, circle >= 0 ? 1 : deepest - place)
  }
  if (type === 'Statement') checkLengths({ drafts, onRecord, outward, depths })
}

function pair(id: string, outwardId: string | null): [string, string][] {
  return outwardId === null ? [] : [[id, outwardId]]
}

/** The entry that a draft lies directly within. */
function outwardOf(type: NestedType, { given }: Draft, known: KnownEntries): string | null {
  const text = given[outwardFields[type]]
  return typeof text === 'string' ? (known.find(text, [type])?.id ?? null) : null
}

/**
 * What beyond the drafts bears on them: what they are to lie within, out to the end, and what is reported in those that
 * move. Whoever adds to a chain, or moves a part of one, takes turns with others who do: two that each see no
 * circle could make one together. New meetings and topics make none on record, since nothing lies within them yet.
 */
async function linksBeyond(
  tx: Transaction,
  options: {
    type: NestedType
    drafted: readonly { draft: Draft; outwardId: string | null }[]
    byId: ReadonlyMap<string, Draft>
    scope: Scope
  },
): Promise<Map<string, Link>> {
  const { type, drafted, byId, scope } = options
  const rewritten = drafted.filter(({ draft }) => draft.isOnRecord)
  const areLengthened = type === 'Statement' || scope.areOthersJoining
  if (rewritten.length === 0 && !areLengthened) return new Map()
  const targets = drafted.flatMap(({ outwardId }) => (outwardId === null ? [] : [outwardId]))
  const starts = [...targets.filter((id) => !byId.has(id)), ...rewritten.map(({ draft }) => draft.id)]
  if (starts.length === 0) return new Map()

  const before = await linksOutward(tx, type, starts)
  const isMoved = ({ draft, outwardId }: { draft: Draft; outwardId: string | null }) =>
    (before.get(draft.id)?.outwardId ?? null) !== outwardId
  const moved = rewritten.filter(isMoved).map(({ draft }) => draft.id)
  if (moved.length === 0 && !areLengthened) return before
  // Among many that join, most may be on record as they come: those are left alone.
  const placed = drafted.filter((one) => !one.draft.isOnRecord || isMoved(one))
  const toLock = scope.areOthersJoining
    ? placed.flatMap(({ draft, outwardId }) => [draft.id, ...(outwardId === null ? [] : [outwardId])])
    : starts
  await lockOutward(tx, type, toLock)
  const outward = await linksOutward(tx, type, starts, scope)
  const inward = moved.length > 0 ? await linksInward(tx, type, moved, scope) : []
  return new Map([...outward, ...inward])
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

function reportCircle(
  type: NestedType,
  options: {
    circle: readonly string[]
    byId: ReadonlyMap<string, Draft>
    onRecord: ReadonlyMap<string, Link>
  },
) {
  const { circle, byId, onRecord } = options
  const slugs = circle.map((id) => byId.get(id)?.slug ?? onRecord.get(id)?.slug ?? null)
  const length = slugs.length
  for (const [place, id] of circle.entries()) {
    const shown = Array.from(
      { length: Math.min(length, MOST_SHOWN) },
      (_, step) => slugs[(place + step) % length],
    )
    const way = [...shown, ...(length > MOST_SHOWN ? ['…'] : []), slugs[place]].join(' → ')
    byId.get(id)?.problems.push(problemAt([outwardFields[type]], 'CYCLE', `${way} goes round in a circle`))
  }
}

/** Chains are too long by a draft itself, or by what is reported in one that moves. */
function checkLengths(options: {
  drafts: readonly Draft[]
  onRecord: ReadonlyMap<string, Link>
  outward: ReadonlyMap<string, string>
  depths: ReadonlyMap<string, number>
}) {
  const { drafts, onRecord, outward, depths } = options
  const longest = new Map<string, number>()
  const drafted = new Set(drafts.map(({ id }) => id))
  for (const id of onRecord.keys()) {
    if (drafted.has(id)) continue
    let carrier = outward.get(id)
    while (carrier !== undefined && !drafted.has(carrier)) carrier = outward.get(carrier)
    if (carrier !== undefined) {
      longest.set(carrier, Math.max(longest.get(carrier) ?? 0, depths.get(id) ?? 0))
    }
  }
  for (const { id, problems } of drafts) {
    const depth = depths.get(id) ?? 1
    const whole = longest.get(id) ?? 0
    if (depth <= MAX_CHAIN && whole <= MAX_CHAIN) continue
    const reason =
      depth > MAX_CHAIN
        ? `this is statement ${depth} of a chain of reported speech`
        : `with what is reported in this statement the chain of reported speech has ${whole}`
    problems.push(problemAt(['reportedIn'], 'TOO_DEEP', `${reason}: a chain has at most ${MAX_CHAIN}`))
  }
}
