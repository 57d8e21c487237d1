import { afterAll, beforeAll, vi } from 'vitest'
import { type Doors, openDoors } from '../../../src/server/doors.ts'
import { buildYoga } from '../../../src/server/yoga.ts'
import type { NewEntry } from '../../../src/writing/check/draft.ts'
import { onEmptyRecord, type TestService } from '../../harness/service.ts'
import { withoutCost } from '../../harness/without-cost.ts'

/** The service with answers in memory, on a record of a file's own that is empty at first. */
export interface KeptService {
  /** The same service without: what it says is so. */
  fresh: TestService
  ask(query: string): Promise<unknown>
  /** Whether an answer is in memory: it takes no statement. */
  isKept(query: string): Promise<boolean>
  readonly doors: Doors
  create(...entries: NewEntry[]): Promise<void>
  update(type: NewEntry['type'], slug: string, input: object): Promise<void>
  remove(type: NewEntry['type'], slug: string): Promise<void>
  versionOf(type: NewEntry['type'], slug: string): Promise<number>
}

export function onKeptAnswers(): KeptService {
  const fresh = onEmptyRecord()
  let open: { doors: Doors; yoga: ReturnType<typeof buildYoga> } | undefined
  beforeAll(async () => {
    const doors = openDoors(fresh.database, { cacheBytes: 50_000_000 })
    open = { doors, yoga: buildYoga(doors) }
    await vi.waitUntil(() => doors.cache?.following.place !== undefined)
  })
  afterAll(async () => {
    await open?.doors.cache?.following.close()
    await open?.doors.feed.close()
  })
  function opened() {
    if (!open) throw new Error('The service is there from the first test of the file on')
    return open
  }
  const actor = 'a test'

  async function ask(query: string): Promise<unknown> {
    const response = await opened().yoga.fetch('http://localhost/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    })
    return withoutCost(await response.json())
  }
  async function versionOf(type: string, slug: string): Promise<number> {
    const sql = `SELECT "version" FROM "${type}" WHERE "slug" = $1`
    const [row] = await fresh.database.query<{ version: number }>(sql, [slug])
    return row?.version ?? 0
  }

  return {
    fresh,
    ask,
    versionOf,
    isKept: async (query) => (await fresh.statementsOf(() => ask(query))).length === 0,
    get doors() {
      return opened().doors
    },
    async create(...entries) {
      for (const entry of entries) await opened().doors.writer.create({ actor, entry })
    },
    async update(type, slug, input) {
      const version = await versionOf(type, slug)
      await opened().doors.writer.update({ actor, type, id: slug, version, input })
    },
    async remove(type, slug) {
      const version = await versionOf(type, slug)
      await opened().doors.writer.delete({ actor, id: `${type}:${slug}`, version })
    },
  }
}
