import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { Database } from '../../src/database/database.ts'
import { Prisma } from '../../src/generated/prisma/client.ts'
import { deriveAgreementPhases } from '../../src/writing/derive/agreement-phases.ts'
import { deriveContested } from '../../src/writing/derive/contested.ts'
import { deriveEncounters, encountersAt } from '../../src/writing/derive/encounters.ts'
import { deriveEvidence } from '../../src/writing/derive/evidence.ts'
import { deriveSearch } from '../../src/writing/derive/search.ts'
import { PART_TABLES } from '../../src/writing/rows/tables.ts'
import { createEntries } from '../harness/create-entries.ts'
import { openCopy } from '../harness/templates.ts'
import { countRows, DatabaseNotEmptyError, fillDatabase } from './fill.ts'
import { generateEntries } from './generate.ts'
import type { MadeEntry } from './made.ts'
import { rowsOf } from './rows.ts'
import { sizes } from './sizes.ts'
import { storedRows } from './stored.ts'
import { PAIR } from './words.ts'

const TABLES = [...Object.keys(sizes.S), ...PART_TABLES, 'AgreementPhase', 'Encounter', 'SearchPart']

let database: Database
beforeAll(async () => {
  database = await openCopy(inject('templates').empty)
  await fillDatabase(database, { numbers: sizes.S })
})
afterAll(() => database.close())

test('The data set is the same every time', () => {
  expect(digest()).toBe(digest())
})

test('There are as many entries as the size says', async () => {
  const counts = await countRows(database)
  const entries = counts.filter(({ table }) => Object.hasOwn(sizes.S, table))
  expect(Object.fromEntries(entries.map(({ table, rows }) => [table, rows]))).toEqual(sizes.S)
})

test('It holds what src/writing would have written', async () => {
  const other = await openCopy(inject('templates').empty)
  const entries = [...generateEntries(sizes.S)].map(({ type, input }) => ({ type, input: unread(input) }))
  await other.transaction((tx) => createEntries(tx, entries))
  expect(await storedRows(database, TABLES)).toEqual(await storedRows(other, TABLES))
  await other.close()
})

test('Deriving everything anew changes nothing', async () => {
  const before = await storedRows(database, TABLES)
  await database.transaction(async (tx) => {
    const idsOf = async (table: string) =>
      (await tx.query<{ id: string }>(Prisma.raw(`SELECT "id" FROM "${table}"`))).map(({ id }) => id)
    const [statements, issues] = [await idsOf('Statement'), await idsOf('Issue')]
    await deriveEvidence(tx, statements)
    await deriveContested(tx, { statements, linked: [], issues, meetings: await idsOf('Meeting') })
    const meetingIds = await idsOf('Meeting')
    await deriveEncounters(tx, { before: await encountersAt(tx, meetingIds), meetingIds })
    await deriveAgreementPhases(tx, await idsOf('Agreement'))
    deriveSearch(tx, [...statements, ...(await idsOf('Meeting')), ...(await idsOf('Agreement'))])
  })
  expect(await storedRows(database, TABLES)).toEqual(before)
})

test('What is contested is what the views say', async () => {
  const [found] = await database.query<Record<string, number>>(
    `SELECT
      (SELECT count(*)::integer FROM "Statement"
        WHERE "isContested" <> ("id" IN (SELECT "statementId" FROM "Contradiction"))) AS "statements",
      (SELECT count(*)::integer FROM "Meeting" meeting WHERE "isContested" <> EXISTS (
        SELECT FROM "MeetingIssue" JOIN "Issue" issue ON issue."id" = "issueId"
        WHERE "meetingId" = meeting."id" AND issue."isContested")) AS "meetings"`,
    [],
  )
  expect(found).toEqual({ statements: 0, meetings: 0 })
})

test('It is as skewed and as fuzzy as it says', async () => {
  const share = (condition: string) =>
    `round(100.0 * count(*) FILTER (WHERE ${condition}) / count(*))::integer`
  const [found] = await database.query<Record<string, number>>(
    `SELECT
      ${share(`"speakerId" = (SELECT "speakerId" FROM "Statement" GROUP BY 1 ORDER BY count(*) DESC LIMIT 1)`)} AS "ofOneSpeaker",
      ${share('"reportedInId" IS NOT NULL')} AS "reported",
      ${share('EXISTS (SELECT FROM "StatementTopic" WHERE "statementId" = statement."id")')} AS "onTopics",
      ${share('EXISTS (SELECT FROM "StatementAbout" WHERE "statementId" = statement."id")')} AS "aboutSomething",
      ${share(`"text" LIKE '%${PAIR}%'`)} AS "withPair"
    FROM "Statement" statement`,
    [],
  )
  const about = (percent: number) => expect.closeTo(percent, -0.7)
  expect(found).toEqual({
    ofOneSpeaker: about(10),
    reported: about(15),
    onTopics: about(50),
    aboutSomething: about(20),
    withPair: 1,
  })
})

test('A database that holds anything is not filled', async () => {
  await expect(fillDatabase(database, { numbers: sizes.S })).rejects.toThrow(DatabaseNotEmptyError)
})

/** Of all rows, IDs and times included. */
function digest(): string {
  const hash = createHash('sha256')
  for (const made of generateEntries(sizes.S)) hash.update(JSON.stringify(rowsOf(made)))
  return hash.digest('hex')
}

/** An input as a client would write it: dates as texts. */
function unread(input: MadeEntry['input']): unknown {
  return JSON.parse(JSON.stringify(input), (_, value) => value?.edtf ?? value)
}
