import type { Database } from '../../src/database/database.ts'

/** The tables of entries, by whose slugs everything is known. */
const ENTRIES = ['Topic', 'Participant', 'Source', 'Issue', 'Meeting', 'Agreement', 'Statement']
/** Other rows to which rows refer: by their entry and their place there. */
const NUMBERED = [
  { table: 'AgreementEvent', owner: 'agreementId' },
  { table: 'Provision', owner: 'agreementId' },
]
/** What is another each time that something is written. */
const TIMES = ['createdAt', 'updatedAt']

/**
 * All that a database holds, table by table, each row as a line of JSON in which slugs stand for IDs: two databases
 * into which the same entries were written by different ways hold the same.
 */
export async function storedRows(
  database: Database,
  tables: readonly string[],
): Promise<Record<string, string[]>> {
  const names = new Map<string, string>()
  for (const table of ENTRIES) {
    const rows = await database.query<{ id: string; slug: string }>(`SELECT "id", "slug" FROM "${table}"`, [])
    for (const { id, slug } of rows) names.set(id, slug)
  }
  for (const { table, owner } of NUMBERED) {
    const rows = await database.query<{ id: string; owner: string; ordinal: number }>(
      `SELECT "id", "${owner}" AS "owner", "ordinal" FROM "${table}"`,
      [],
    )
    for (const { id, owner, ordinal } of rows) names.set(id, `${table} ${ordinal} of ${names.get(owner)}`)
  }

  const stored: Record<string, string[]> = {}
  for (const table of tables) {
    const rows = await database.query<{ row: object }>(
      `SELECT to_jsonb("${table}") AS "row" FROM "${table}"`,
      [],
    )
    stored[table] = rows.map(({ row }) => lineOf(row, names)).sort()
  }
  return stored
}

/** The ID of what nothing refers to has no name, and is left out. */
function lineOf(row: object, names: ReadonlyMap<string, string>): string {
  const columns = Object.entries(row)
    .filter(([column, value]) => !TIMES.includes(column) && (column !== 'id' || names.has(value)))
    .map(([column, value]) => [column, names.get(value) ?? value])
  return JSON.stringify(columns)
}
