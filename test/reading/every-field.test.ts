// No field of any type makes the service go back to the database for each row: all are tried, one by one.

import {
  type GraphQLField,
  type GraphQLObjectType,
  getNamedType,
  isCompositeType,
  isObjectType,
} from 'graphql'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { schema } from '../../src/schema/index.ts'
import { type Doors, openDoors } from '../../src/server/doors.ts'
import { buildYoga } from '../../src/server/yoga.ts'
import { onEmptyRecord } from '../harness/service.ts'
import { withoutCost } from '../harness/without-cost.ts'
import { isFree, leavesOf } from '../schema/leaves.ts'
import { crowd } from './crowd.ts'

const service = onEmptyRecord()
beforeAll(() => crowd(service))

/** The same service, where Prisma reads whatever it can. */
let byPrisma: ReturnType<typeof buildYoga>
let doors: Doors
beforeAll(() => {
  doors = openDoors(service.database, { readPath: 'prisma' })
  byPrisma = buildYoga(doors)
})
afterAll(() => doors.feed.close())

/** Where rows of each type are found, many of them. FIELD stands for what is asked of each. */
const PLACES: Readonly<Record<string, string>> = {
  Meeting: 'meetings(first: $first) { nodes { FIELD } }',
  Participant: 'participants(first: $first) { nodes { FIELD } }',
  Statement: 'statements(first: $first) { nodes { FIELD } }',
  Agreement: 'agreements(first: $first) { nodes { FIELD } }',
  Issue: 'issues(first: $first) { nodes { FIELD } }',
  Topic: 'topics(first: $first) { nodes { FIELD } }',
  Source: 'sources(first: $first) { nodes { FIELD } }',
  Account: 'meetings(first: $first) { nodes { accounts { FIELD } } }',
  Office: 'participants(first: $first) { nodes { offices { FIELD } } }',
  Position: 'statements(first: $first) { nodes { positions { FIELD } } }',
  StatementLink: 'statements(first: $first) { nodes { links { FIELD } } }',
  Citation: 'statements(first: $first) { nodes { citations { FIELD } } }',
  AgreementEvent: 'agreements(first: $first) { nodes { events { FIELD } } }',
  Change: 'changes(first: $first) { nodes { FIELD } }',
  Provision: 'agreements(first: $first) { nodes { provisions { FIELD } } }',
  MeetingParticipantsEdge: 'meetings(first: $first) { nodes { participants { edges { FIELD } } } }',
  ParticipantMeetingsEdge: 'participants(first: $first) { nodes { meetings { edges { FIELD } } } }',
  AgreementPartiesEdge: 'agreements(first: $first) { nodes { parties { edges { FIELD } } } }',
  ParticipantAgreementsEdge: 'participants(first: $first) { nodes { agreements { edges { FIELD } } } }',
}

/** What is ranked over all meetings of many participants at once, and then read: statements of its own, as many for each way. */
const RANKED: ReadonlyMap<string, number[]> = new Map([['Participant.counterparts', [4, 3, 2]]])

interface Case {
  coordinate: string
  /** Several, where there are several ways to ask for the field. */
  queries: string[]
  /** How many statements each costs. */
  statements: number[]
}

const cases = Object.entries(PLACES).flatMap(([name, place]): Case[] => {
  const type = schema.getType(name)
  if (!isObjectType(type)) throw new Error(`there is no type ${name}`)
  return Object.values(type.getFields())
    .filter(isFree)
    .map((field) => {
      const coordinate = `${name}.${field.name}`
      const queries = selectionsOf(field).map(
        (selection) => `query EveryField($first: Int) { ${place.replace('FIELD', selection)} }`,
      )
      return { coordinate, queries, statements: RANKED.get(coordinate) ?? queries.map(() => 1) }
    })
})

/** Ways to ask for a field: of a connection its rows with their cursors, without, and their number alone. */
function selectionsOf({ name, type }: GraphQLField<unknown, unknown>): string[] {
  const named = getNamedType(type)
  if (!isCompositeType(named)) return [name]
  if (!isObjectType(named) || !named.name.endsWith('Connection')) return [`${name} { ${leavesOf(named)} }`]
  const fields = named.getFields()
  const [edge, node] = [fields['edges'], fields['nodes']].map((field) => field && getNamedType(field.type))
  if (!edge || !node || !isObjectType(edge)) throw new Error(`${named.name} has edges and nodes`)
  const count = fields['totalCount'] ? 'totalCount' : ''
  return [
    `${name} { ${count} pageInfo { endCursor hasNextPage } edges { ${leavesOf(edge)} node { ${leavesOf(node)} } } }`,
    `${name} { nodes { ${leavesOf(node)} } }`,
    ...(count ? [`${name} { totalCount }`] : []),
  ]
}

/** The types of rows, to be sure that none is left out. */
function typesOfRows(): string[] {
  const values = [
    'FuzzyDate',
    'Place',
    'ExternalId',
    'PageInfo',
    'SnippetPart',
    'Viewer',
    'Query',
    'Mutation',
    'Subscription',
    // What came of a write, of which an operation has few.
    'ValidationError',
    'InputProblem',
    'ConflictError',
    'NotFoundError',
    'Deleted',
  ]
  return Object.values(schema.getTypeMap())
    .filter((type): type is GraphQLObjectType => isObjectType(type) && !type.name.startsWith('__'))
    .map(({ name }) => name)
    .filter((name) => !values.includes(name) && !/Connection$|Facets$|Count$/.test(name))
    .filter((name) => !name.endsWith('Edge') || PLACES[name] !== undefined)
}

test('every type of rows is tried', () => {
  expect(typesOfRows().filter((name) => PLACES[name] === undefined)).toEqual([])
})

test.each(cases)('$coordinate costs $statements statements, for 2 rows and for 20', async (field) => {
  for (const first of [2, 20]) {
    const counts: number[] = []
    for (const query of field.queries) {
      const statements = await service.statementsOf(async () => {
        expect(await service.ask(query, { first })).toEqual({ data: expect.anything() })
      })
      counts.push(statements.length)
    }
    expect(counts, field.queries.join('\n')).toEqual(field.statements)
  }
})

test.each(cases)('$coordinate is the same where Prisma reads it', async ({ queries }) => {
  for (const query of queries) {
    const response = await byPrisma.fetch('http://localhost/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables: { first: 2 } }),
    })
    expect(withoutCost(await response.json())).toEqual(await service.ask(query, { first: 2 }))
  }
})
