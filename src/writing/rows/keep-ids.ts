import { hasOwnIds, keyOf, ownersOf } from './owned.ts'
import { canonical, type EntryRows, type PlainRow } from './stored-rows.ts'
import { PART_TABLES, type PartTable } from './tables.ts'

type PartRows = EntryRows['parts']

/** The columns by which parts lead to other parts of the same entry. */
const INNER_COLUMNS = ['provisionId', 'eventId']

/**
 * Gives rows that are made anew the IDs of those that they stand for: the same row, wherever in its list it stands
 * now, with the same parts if there is one, or else the row that stood at its place. Everything else is new.
 */
export function keepIds(stored: PartRows, made: PartRows): Map<PartTable, PlainRow[]> {
  const keptIds = new Map<unknown, unknown>()
  const innerParts = new Map([...innerPartsOf(stored), ...innerPartsOf(made)])
  const kept = new Map<PartTable, PlainRow[]>()
  // What others lead to comes first among the tables.
  for (const table of PART_TABLES) {
    const rows = (made.get(table) ?? []).map((row) => withKept(row, INNER_COLUMNS, keptIds))
    if (hasOwnIds(table))
      findKept(table, { stored: stored.get(table) ?? [], made: rows, innerParts, keptIds })
    kept.set(
      table,
      rows.map((row) => withKept(row, keyOf(table), keptIds)),
    )
  }
  return kept
}

function withKept(
  row: PlainRow,
  columns: readonly string[],
  keptIds: ReadonlyMap<unknown, unknown>,
): PlainRow {
  const found = columns.filter((column) => keptIds.has(row[column]))
  return found.length === 0
    ? row
    : { ...row, ...Object.fromEntries(found.map((column) => [column, keptIds.get(row[column])])) }
}

/** Fills in which made ID stands for which stored one. */
function findKept(
  table: PartTable,
  options: {
    stored: readonly PlainRow[]
    made: readonly PlainRow[]
    innerParts: ReadonlyMap<unknown, readonly string[]>
    keptIds: Map<unknown, unknown>
  },
) {
  const { stored, made, innerParts, keptIds } = options
  const wholeOf = (row: PlainRow) => JSON.stringify([contentOf(row), innerParts.get(row['id']) ?? []])
  let left = [...stored]
  for (const likeness of [wholeOf, contentOf, (row: PlainRow) => placeOf(table, row)]) {
    const candidates = Map.groupBy(left, likeness)
    const taken = new Set<PlainRow>()
    for (const row of made) {
      if (keptIds.has(row['id'])) continue
      const match = candidates.get(likeness(row))?.shift()
      if (!match) continue
      keptIds.set(row['id'], match['id'])
      taken.add(match)
    }
    left = left.filter((row) => !taken.has(row))
  }
}

/** What the parts say that lead to other parts, by the ID of the one that they lead to. */
function innerPartsOf(parts: PartRows): Map<unknown, readonly string[]> {
  const all = INNER_COLUMNS.flatMap((column) =>
    [...parts].flatMap(([table, rows]) =>
      rows
        .filter((row) => typeof row[column] === 'string')
        .map(({ [column]: owner, id: _, ...content }) => ({ owner, text: `${table} ${canonical(content)}` })),
    ),
  )
  const byOwner = Map.groupBy(all, ({ owner }) => owner)
  return new Map([...byOwner].map(([owner, inner]) => [owner, inner.map(({ text }) => text).sort()]))
}

/** All that a row says but for its ID and its place in the list. */
function contentOf({ id: _, ordinal: __, ...content }: PlainRow): string {
  return canonical(content)
}

/** The list that a row is in, told by what it belongs to, and its place there. */
function placeOf(table: PartTable, row: PlainRow): string {
  // A row without a place in a list stands for none but the same.
  if (row['ordinal'] === undefined) return `only ${row['id']}`
  return JSON.stringify([ownersOf(table).map((column) => row[column]), row['ordinal']])
}
