import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect } from 'vitest'
import type { Config } from '../../src/config.ts'
import { openDatabase } from '../../src/database/open.ts'
import { type Process, run, temporaryFolder } from '../commands/process.ts'
import { participant, source, statement, topic } from '../writing/record.ts'

const TIMES = 20
/** The last moments are beyond the time that one took, for others can take longer. */
const LONGER = 1.1
const STATEMENTS = 40
const ENTRIES = STATEMENTS + 3

/** Entries of one import, all of whose slugs begin with its name. */
function entriesOf(name: string) {
  const [speaker, report, arms] = [`${name}-speaker`, `${name}-report`, `${name}-arms`]
  return [
    ...Array.from({ length: STATEMENTS }, (_, place) =>
      statement(`${name}-${place}`, { speaker, topics: [arms], citations: [{ source: report }] }),
    ),
    participant(speaker),
    source(report),
    topic(arms),
  ]
}

/**
 * Kills imports at moments that are spread over the whole time that one takes: of each, all is on record afterwards or
 * nothing, and importing all of them again completes them.
 *
 * @param begun resolves when a process has begun to do what can go wrong
 */
export async function expectAllOrNothing(
  settings: NodeJS.ProcessEnv,
  { database, begun }: { database: Config['database']; begun: (process: Process) => Promise<void> },
): Promise<void> {
  const folder = temporaryFolder()
  const names = Array.from({ length: TIMES + 1 }, (_, number) => `import${number}`)
  const fileOf = (name: string) => path.join(folder, `${name}.ndjson`)
  for (const name of names) {
    const lines = entriesOf(name).map(({ type, input }) => JSON.stringify({ type, ...Object(input) }))
    writeFileSync(fileOf(name), lines.join('\n'))
  }
  const [first = '', ...others] = names
  const whole = run(settings, 'import', fileOf(first))
  await begun(whole)
  const begin = performance.now()
  expect(await whole.ended).toMatchObject({ status: 0 })
  const duration = performance.now() - begin

  for (const [place, name] of others.entries()) {
    const killed = run(settings, 'import', fileOf(name))
    await begun(killed)
    await wait((duration * LONGER * (place + Math.random())) / TIMES)
    killed.kill('SIGKILL')
    await killed.ended
  }

  const all = { entries: ENTRIES, changes: ENTRIES }
  const allOrNothing = [all, { entries: 0, changes: 0 }]
  for (const found of await onRecord(database, names)) expect(allOrNothing).toContainEqual(found)
  expect(await run(settings, 'import', folder).ended).toMatchObject({ status: 0 })
  expect(await onRecord(database, names)).toEqual(names.map(() => all))
}

/** How many entries of each import are on record, and how many changes that wrote them. */
async function onRecord(config: Config['database'], names: string[]) {
  const database = await openDatabase(config)
  try {
    return await database.query(
      `SELECT (SELECT count(*)::integer FROM "EntryLine" WHERE split_part("slug", '-', 1) = name) AS "entries",
         (SELECT count(*)::integer FROM "Change" WHERE split_part("slug", '-', 1) = name) AS "changes"
       FROM unnest($1::text[]) WITH ORDINALITY AS named(name, place) ORDER BY place`,
      [names],
    )
  } finally {
    await database.close()
  }
}
