// What stands against a write though the input is right: data, with the entries that are in the way.
import { beforeAll, describe, expect, test } from 'vitest'
import type { SluggedType } from '../../src/domain/global-id.ts'
import type { Known } from '../../src/writing/check/known-entries.ts'
import { BusyError, ConflictError, EntryNotFoundError } from '../../src/writing/errors.ts'
import { InvalidEntriesError } from '../../src/writing/invalid-entries-error.ts'
import { createEntries } from '../harness/create-entries.ts'
import { onEmptyRecord } from '../harness/service.ts'
import { listAt } from '../reading/answer.ts'
import { ADMIN, asking, stubWriter } from './asking.ts'

const service = onEmptyRecord()

/** How many topics there are below `war`. */
const BELOW = 101

let entries: Known[] = []

beforeAll(async () => {
  const numbers = Array.from({ length: BELOW }, (_, index) => String(index).padStart(3, '0'))
  entries = await service.database.transaction((tx) =>
    createEntries(tx, [
      { type: 'Topic', input: { slug: 'war', name: 'War' } },
      {
        type: 'Meeting',
        input: {
          slug: 'yalta',
          title: 'Yalta',
          kind: 'SUMMIT',
          topics: ['war'],
          externalIds: [{ scheme: 'wikidata', value: 'Q1' }],
        },
      },
      ...numbers.map((number) => ({
        type: 'Topic' as const,
        input: { slug: `war-${number}`, name: `War ${number}`, broader: 'war' },
      })),
    ]),
  )
})

/** One of the entries that were just made, by its place among them. */
function entryAt(place: number): Known {
  const entry = entries[place]
  if (!entry) throw new Error(`there are fewer entries than ${place}`)
  return entry
}

/** Asks where every write throws this. */
function askingAgainst(thrown: () => Error) {
  const writer = stubWriter(async () => {
    throw thrown()
  })
  return asking(service, { viewer: ADMIN, writer })
}

const CONFLICT = /* GraphQL */ `
  fragment Conflict on ConflictError {
    message
    reason
    existing { __typename slug version ... on Topic { name broader { slug } } ... on Meeting { title topics { name } } }
    blockedBy { slug }
  }
`

const war = { __typename: 'Topic', slug: 'war', version: 1, name: 'War', broader: null }
const yalta = { __typename: 'Meeting', slug: 'yalta', version: 1, title: 'Yalta', topics: [{ name: 'War' }] }

describe('what another entry has already:', () => {
  const ask = asking(service)

  test('its slug', async () => {
    const operation = `mutation { createTopic(input: { slug: "war", name: "War" }) { ...Conflict } } ${CONFLICT}`
    expect(await ask(operation)).toEqual({
      data: {
        createTopic: {
          message: 'slug: there is already a topic with the slug war: give another',
          reason: 'SLUG_TAKEN',
          existing: war,
          blockedBy: [],
        },
      },
    })
  })

  test('an identifier, of an entry of another type', async () => {
    const operation = `mutation ($input: CreateParticipantInput!) {
      createParticipant(input: $input) { ...Conflict }
    } ${CONFLICT}`
    const externalIds = [{ scheme: 'wikidata', value: 'Q1' }]
    const input = { slug: 'churchill', name: 'Churchill', kind: 'PERSON', externalIds }
    expect(await ask(operation, { input })).toEqual({
      data: {
        createParticipant: {
          message: 'externalIds.0: wikidata Q1 is the identifier of a meeting on record',
          reason: 'EXTERNAL_ID_TAKEN',
          existing: yalta,
          blockedBy: [],
        },
      },
    })
    expect(await ask('{ participant(id: "churchill") { slug } }')).toEqual({ data: { participant: null } })
  })

  const MEETING = `mutation ($input: CreateMeetingInput!) {
    createMeeting(input: $input) {
      __typename
      ...Conflict
      ... on ValidationError { problems { path code } }
    }
  } ${CONFLICT}`
  const taken = {
    slug: 'yalta',
    title: 'Yalta',
    kind: 'SUMMIT',
    externalIds: [{ scheme: 'wikidata', value: 'Q1' }],
  }

  test('both at once are told in one message, the first as the reason', async () => {
    expect(await ask(MEETING, { input: taken })).toEqual({
      data: {
        createMeeting: {
          __typename: 'ConflictError',
          message:
            'slug: there is already a meeting with the slug yalta: give another\n' +
            'externalIds.0: wikidata Q1 is the identifier of a meeting on record',
          reason: 'SLUG_TAKEN',
          existing: yalta,
          blockedBy: [],
        },
      },
    })
  })

  test('it is one problem among others where the input has others', async () => {
    expect(await ask(MEETING, { input: { ...taken, title: '' } })).toEqual({
      data: {
        createMeeting: {
          __typename: 'ValidationError',
          problems: [
            { path: ['title'], code: 'REQUIRED' },
            { path: ['slug'], code: 'SLUG_TAKEN' },
            { path: ['externalIds', '0'], code: 'EXTERNAL_ID_TAKEN' },
          ],
        },
      },
    })
  })
})

describe('an entry that is to be changed', () => {
  const UPDATE = `mutation {
    updateTopic(id: "war", version: 1, input: { name: "Wars" }) {
      ... on UserError { text: message }
      ...Conflict
      ... on NotFoundError { message requestedId }
      ... on ValidationError { message problems { path code message } }
    }
  } ${CONFLICT}`

  test('has changed since it was read', async () => {
    const message = 'war is at version 2 by now: read it anew.'
    const ask = askingAgainst(() => new ConflictError('STALE_VERSION', { message, existing: entryAt(0) }))
    expect(await ask(UPDATE)).toEqual({
      data: {
        updateTopic: { text: message, message, reason: 'STALE_VERSION', existing: war, blockedBy: [] },
      },
    })
  })

  test('is not there', async () => {
    const ask = askingAgainst(() => new EntryNotFoundError('war'))
    const message = 'There is nothing called war to change: give the slug or the ID of an entry on record.'
    expect(await ask(UPDATE)).toEqual({
      data: { updateTopic: { text: message, message, requestedId: 'war' } },
    })
  })

  test('would break rules', async () => {
    const problem = { path: ['name'], code: 'REQUIRED' as const, message: 'name: is blank: give a text' }
    const ask = askingAgainst(() => new InvalidEntriesError([{ entry: 0, ...problem }]))
    const message = 'Nothing was written: the input has a problem. Put it right and send it again.'
    expect(await ask(UPDATE)).toEqual({
      data: { updateTopic: { text: message, message, problems: [problem] } },
    })
  })

  test('is being written by others for too long', async () => {
    const ask = askingAgainst(() => new BusyError())
    expect(await ask(UPDATE)).toMatchObject({
      data: null,
      errors: [{ message: new BusyError().message, path: ['updateTopic'], extensions: { code: 'BUSY' } }],
    })
  })

  test('is gone by the time that it is asked for', async () => {
    const gone = { type: 'Topic' as SluggedType, id: '018bcfe5-6800-7000-8000-000000000000' }
    const ask = askingAgainst(() => new ConflictError('STALE_VERSION', { message: 'late', existing: gone }))
    expect(await ask(UPDATE)).toEqual({
      data: {
        updateTopic: {
          text: 'late',
          message: 'late',
          reason: 'STALE_VERSION',
          existing: null,
          blockedBy: [],
        },
      },
    })
  })

  test('fails for a reason that nobody who writes can do anything about: that is an error', async () => {
    const { errors, data } = Object(await askingAgainst(() => new Error('the disk is full'))(UPDATE))
    expect(data).toBe(null)
    expect(errors).toEqual([
      { message: 'the disk is full', locations: [{ line: 2, column: 5 }], path: ['updateTopic'] },
    ])
  })
})

describe('an entry that is to be deleted', () => {
  const DELETE = `mutation ($first: Int) {
    deleteEntry(id: "Topic:war", version: 1) {
      __typename
      ... on Deleted { deletedId entryType slug }
      ... on ConflictError {
        message
        reason
        existing { slug }
        blockedBy(first: $first) { __typename slug ... on Topic { broader { slug } } ... on Meeting { title } }
      }
      ... on NotFoundError { requestedId }
    }
  }`

  /** Everything else that was made rests on `war`, the meeting first. */
  const asks = (variables: object) => {
    const inUse = () =>
      new ConflictError('IN_USE', {
        message: 'war is in use',
        existing: entryAt(0),
        blockedBy: entries.slice(1),
      })
    return askingAgainst(inUse)(DELETE, { ...variables })
  }

  test('has others that rest on it, of several types, in their order', async () => {
    expect(await asks({ first: 3 })).toEqual({
      data: {
        deleteEntry: {
          __typename: 'ConflictError',
          message: 'war is in use',
          reason: 'IN_USE',
          existing: { slug: 'war' },
          blockedBy: [
            { __typename: 'Meeting', slug: 'yalta', title: 'Yalta' },
            { __typename: 'Topic', slug: 'war-000', broader: { slug: 'war' } },
            { __typename: 'Topic', slug: 'war-001', broader: { slug: 'war' } },
          ],
        },
      },
    })
  })

  test.each([
    [{}, 20],
    [{ first: null }, 20],
    [{ first: 0 }, 0],
    [{ first: 100 }, 100],
  ])('tells of those that rest on it, for %j, %i', async (variables, length) => {
    expect(listAt(await asks(variables), 'data', 'deleteEntry', 'blockedBy')).toHaveLength(length)
  })

  test('costs one statement for each type of those that rest on it, and one for itself', async () => {
    const few = await service.statementsOf(() => asks({ first: 2 }))
    const many = await service.statementsOf(() => asks({ first: 100 }))
    expect([few.length, many.length]).toEqual([3, 3])
  })

  test('is told of once it is gone', async () => {
    const { id } = entryAt(0)
    const writer = stubWriter(async () => ({ type: 'Topic', id, slug: 'war' }))
    expect(await asking(service, { viewer: ADMIN, writer })(DELETE)).toEqual({
      data: {
        deleteEntry: {
          __typename: 'Deleted',
          deletedId: expect.stringMatching(/^T_[\w-]{22}$/),
          entryType: 'TOPIC',
          slug: 'war',
        },
      },
    })
  })

  test('was never there', async () => {
    const ask = askingAgainst(() => new EntryNotFoundError('Topic:war'))
    expect(await ask(DELETE)).toEqual({
      data: { deleteEntry: { __typename: 'NotFoundError', requestedId: 'Topic:war' } },
    })
  })
})

test('what came of an update is the entry as it stands now', async () => {
  const writer = stubWriter(async () => ({ ...entryAt(0), slug: 'war' }))
  const operation = `mutation {
    updateTopic(id: "war", version: 1, input: { name: "War" }) { __typename ... on Topic { slug name version } }
  }`
  expect(await asking(service, { writer })(operation)).toEqual({
    data: { updateTopic: { __typename: 'Topic', slug: 'war', name: 'War', version: 1 } },
  })
})

describe('what the writer is told', () => {
  /** The writes that an operation makes, none of which finds what it is to change. */
  async function writesOf(operation: string, variables: Record<string, unknown> = {}) {
    const writes: object[] = []
    const writer = stubWriter(async (write) => {
      writes.push(write)
      throw new EntryNotFoundError('x')
    })
    expect(await asking(service, { viewer: ADMIN, writer })(operation, variables)).toEqual({
      data: { result: { __typename: 'NotFoundError' } },
    })
    return writes
  }

  test('of an update is what was given and no more: nothing for what is left out, null for null', async () => {
    const operation = `mutation ($input: UpdateTopicInput!) {
      result: updateTopic(id: "war", version: 7, input: $input) { __typename }
    }`
    expect(await writesOf(operation, { input: { description: null } })).toEqual([
      { actor: 'an admin', type: 'Topic', id: 'war', version: 7, input: { description: null } },
    ])
  })

  test('of an update has no defaults, but within the rows of its lists', async () => {
    const operation = `mutation ($input: UpdateAgreementInput!) {
      result: updateAgreement(id: "x", version: 1, input: $input) { __typename }
    }`
    const input = { events: [{ kind: 'SIGNED', planned: false }] }
    expect(await writesOf(operation, { input: { events: [{ kind: 'SIGNED' }] } })).toEqual([
      { actor: 'an admin', type: 'Agreement', id: 'x', version: 1, input },
    ])
  })

  test('of a deletion is the entry and its version', async () => {
    const operation = 'mutation { result: deleteEntry(id: "Topic:war", version: 3) { __typename } }'
    expect(await writesOf(operation)).toEqual([{ actor: 'an admin', id: 'Topic:war', version: 3 }])
  })

  test('of two participants who are one is both of them, and the version of the one to keep', async () => {
    const operation =
      'mutation { result: mergeParticipants(keep: "a", duplicate: "b", version: 5) { __typename } }'
    expect(await writesOf(operation)).toEqual([{ actor: 'an admin', keep: 'a', duplicate: 'b', version: 5 }])
  })
})
