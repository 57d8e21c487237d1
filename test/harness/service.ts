import { afterAll, beforeAll, inject } from 'vitest'
import type { Database } from '../../src/database/database.ts'
import { openDoors } from '../../src/server/doors.ts'
import { buildYoga } from '../../src/server/yoga.ts'
import { openCopy, type Template } from './templates.ts'

/** The service on a database of this file's own. */
export interface TestService {
  /** Posts an operation and gives the response's JSON, whole. */
  ask(query: string, variables?: object): Promise<unknown>
  /** Sends any request to the service, as its HTTP server would. */
  fetch(path: string, init?: RequestInit): Promise<Response>
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
  let open: { database: Database; yoga: ReturnType<typeof buildYoga> } | undefined
  let statements: string[] = []

  beforeAll(async () => {
    const database = await openCopy(inject('templates')[template], (sql) => statements.push(sql))
    open = { database, yoga: buildYoga(openDoors(database)) }
  })
  afterAll(() => open?.database.close())

  function opened() {
    if (!open) throw new Error('The service is there from the first test of the file on')
    return open
  }
  const fetch = async (path: string, init?: RequestInit) =>
    opened().yoga.fetch(new Request(`http://localhost${path}`, init))
  return {
    fetch,
    async ask(query, variables) {
      const response = await fetch('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables }),
      })
      return response.json()
    },
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
