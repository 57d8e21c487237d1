import { afterAll, beforeAll, inject } from 'vitest'
import type { Database } from '../../src/database/database.ts'
import type { Role } from '../../src/generated/prisma/enums.ts'
import { type Doors, openDoors } from '../../src/server/doors.ts'
import { buildYoga } from '../../src/server/yoga.ts'
import { openCopy, type Template } from './templates.ts'
import { withoutCost } from './without-cost.ts'

/** Whoever asks the service. */
export interface Client {
  /** Posts an operation and gives the response's JSON, whole but for what it is estimated to cost. */
  ask(query: string, variables?: object): Promise<unknown>
  /** Sends any request to the service, as its HTTP server would. */
  fetch(path: string, init?: RequestInit): Promise<Response>
}

/** The service on a database of this file's own, asked by nobody in particular. */
export interface TestService extends Client {
  /** Somebody with a key of a role, which is made when it is first used; its name is `a test's EDITOR`. */
  as(role: Role): Client
  /** The SQL statements that something made, in their order. */
  statementsOf(act: () => Promise<unknown>): Promise<string[]>
  readonly database: Database
}

/** The service with the founding record, for all tests of a file. */
export function onFoundingRecord(): TestService {
  return onTemplate('founded')
}

/** The service on a record that is empty at first, for all tests of a file. */
export function onEmptyRecord(): TestService {
  return onTemplate('empty')
}

function onTemplate(template: Template): TestService {
  let open: { database: Database; doors: Doors; yoga: ReturnType<typeof buildYoga> } | undefined
  let statements: string[] = []

  beforeAll(async () => {
    const database = await openCopy(inject('templates')[template], (sql) => statements.push(sql))
    const doors = openDoors(database)
    open = { database, doors, yoga: buildYoga(doors) }
  })
  afterAll(async () => {
    await open?.doors.feed.close()
    await open?.database.close()
  })

  function opened() {
    if (!open) throw new Error('The service is there from the first test of the file on')
    return open
  }
  const fetch = async (path: string, init?: RequestInit) =>
    opened().yoga.fetch(new Request(`http://localhost${path}`, init))

  const keys = new Map<Role, Promise<string>>()
  function keyOf(role: Role) {
    const key = keys.get(role) ?? opened().doors.keys.create({ name: `a test's ${role}`, role })
    keys.set(role, key)
    return key
  }

  return {
    ...asking(fetch),
    as: (role) =>
      asking(async (path, init) => {
        const headers = new Headers(init?.headers)
        headers.set('authorization', `Bearer ${await keyOf(role)}`)
        return fetch(path, { ...init, headers })
      }),
    async statementsOf(act) {
      statements = []
      await act()
      return statements
    },
    get database() {
      return opened().database
    },
  }
}

function asking(fetch: Client['fetch']): Client {
  return {
    fetch,
    async ask(query, variables) {
      const response = await fetch('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables }),
      })
      return withoutCost(await response.json())
    },
  }
}
