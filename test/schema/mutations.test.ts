// What creating an entry of each type gives back, with every field that its input has.
import { describe, expect, test } from 'vitest'
import { globalId } from '../../src/domain/global-id.ts'
import { onFoundingRecord } from '../harness/service.ts'
import { listAt } from '../reading/answer.ts'
import { asking, stubWriter } from './asking.ts'

const service = onFoundingRecord()
const ask = asking(service)

const citations = [
  { source: 'hamburg-meeting-report-2017', locator: 'paragraph 4', quote: 'They met.', note: 'Inferred.' },
]
const externalIds = (value: string) => [{ scheme: 'shelf', value }]
const COMMON = 'slug version citations { source { slug } locator quote note }'

/** What COMMON gives of an entry that was just entered with those citations. */
function common(slug: string) {
  const [citation] = citations
  return { slug, version: 1, citations: [{ ...citation, source: { slug: citation?.source } }] }
}

describe('every field of a new entry is kept and given back:', () => {
  test('of a meeting', async () => {
    const operation = `mutation ($input: CreateMeetingInput!) {
      createMeeting(input: $input) {
        __typename
        ... on Meeting {
          ${COMMON}
          title summary kind format status
          date { edtf }
          place { name countryCode latitude longitude }
          parent { slug }
          participants { edges { roles capacity onBehalfOf { slug } node { slug } } }
          topics { slug }
          externalIds { scheme value }
        }
      }
    }`
    const input = {
      slug: 'merkel-trump-hamburg-2017',
      title: 'Merkel and Trump, Hamburg',
      summary: 'On trade.',
      kind: 'BILATERAL',
      format: 'IN_PERSON',
      status: 'POSTPONED',
      date: '2017-07-06/2017-07-08',
      place: { name: 'Hamburg', countryCode: 'DE', latitude: 53.55, longitude: 9.99 },
      parent: 'g20-hamburg-2017',
      participants: [
        { participant: 'donald-trump', roles: ['PRINCIPAL', 'SPEAKER'], capacity: 'President' },
        { participant: 'g20', roles: ['HOST'], onBehalfOf: 'germany' },
      ],
      topics: ['summit-diplomacy'],
      externalIds: externalIds('meeting'),
      citations,
    }
    expect(await ask(operation, { input })).toEqual({
      data: {
        createMeeting: {
          __typename: 'Meeting',
          ...common('merkel-trump-hamburg-2017'),
          title: 'Merkel and Trump, Hamburg',
          summary: 'On trade.',
          kind: 'BILATERAL',
          format: 'IN_PERSON',
          status: 'POSTPONED',
          date: { edtf: '2017-07-06/2017-07-08' },
          place: { name: 'Hamburg', countryCode: 'DE', latitude: 53.55, longitude: 9.99 },
          parent: { slug: 'g20-hamburg-2017' },
          participants: {
            edges: [
              {
                roles: ['PRINCIPAL', 'SPEAKER'],
                capacity: 'President',
                onBehalfOf: null,
                node: { slug: 'donald-trump' },
              },
              { roles: ['HOST'], capacity: null, onBehalfOf: { slug: 'germany' }, node: { slug: 'g20' } },
            ],
          },
          topics: [{ slug: 'summit-diplomacy' }],
          externalIds: [{ scheme: 'shelf', value: 'meeting' }],
        },
      },
    })
  })

  test('of a participant', async () => {
    const operation = `mutation ($input: CreateParticipantInput!) {
      createParticipant(input: $input) {
        __typename
        ... on Participant {
          ${COMMON}
          name aliases kind isAnonymous description countryCode
          offices { title of { slug } period { edtf } }
          externalIds { scheme value }
        }
      }
    }`
    const input = {
      slug: 'angela-merkel',
      name: 'Angela Merkel',
      aliases: ['Chancellor Merkel', 'Merkel'],
      kind: 'PERSON',
      isAnonymous: true,
      description: 'Chancellor of Germany.',
      countryCode: 'DE',
      offices: [{ title: 'Chancellor', of: 'germany', period: '2005-11-22/2021-12-08' }, { title: 'Host' }],
      externalIds: externalIds('participant'),
      citations,
    }
    expect(await ask(operation, { input })).toEqual({
      data: {
        createParticipant: {
          __typename: 'Participant',
          ...common('angela-merkel'),
          name: 'Angela Merkel',
          aliases: ['Chancellor Merkel', 'Merkel'],
          kind: 'PERSON',
          isAnonymous: true,
          description: 'Chancellor of Germany.',
          countryCode: 'DE',
          offices: [
            { title: 'Chancellor', of: { slug: 'germany' }, period: { edtf: '2005-11-22/2021-12-08' } },
            { title: 'Host', of: null, period: null },
          ],
          externalIds: [{ scheme: 'shelf', value: 'participant' }],
        },
      },
    })
  })

  test('of a statement', async () => {
    const operation = `mutation ($input: CreateStatementInput!) {
      createStatement(input: $input) {
        __typename
        ... on Statement {
          ${COMMON}
          text language original originalLanguage wording act
          speaker { slug } onBehalfOf { slug } addressees { slug }
          date { edtf } meeting { slug } ordinal
          about { __typename slug }
          reportedIn { slug }
          positions { issue { slug } stance }
          links { kind to { slug } note }
          topics { slug }
          externalIds { scheme value }
        }
      }
    }`
    const input = {
      slug: 'trust-but-verify',
      text: 'Trust, but verify.',
      language: 'en',
      original: 'Доверяй, но проверяй.',
      originalLanguage: 'ru',
      wording: 'DIRECT',
      act: 'DENY',
      speaker: 'sergei-lavrov',
      onBehalfOf: 'russia',
      addressees: ['donald-trump', 'rex-tillerson'],
      date: '2017-07-07',
      meeting: 'trump-putin-hamburg-2017',
      ordinal: 77,
      about: ['Meeting:g20-hamburg-2017', 'Participant:russia'],
      reportedIn: 'tillerson-trump-pressed-putin',
      positions: [{ issue: 'us-election-interference-2016', stance: 'DENIES' }],
      links: [{ kind: 'CONTRADICTS', to: 'tillerson-trump-pressed-putin', note: 'Of one conversation.' }],
      topics: ['election-interference'],
      externalIds: externalIds('statement'),
      citations,
    }
    expect(await ask(operation, { input })).toEqual({
      data: {
        createStatement: {
          __typename: 'Statement',
          ...common('trust-but-verify'),
          text: 'Trust, but verify.',
          language: 'en',
          original: 'Доверяй, но проверяй.',
          originalLanguage: 'ru',
          wording: 'DIRECT',
          act: 'DENY',
          speaker: { slug: 'sergei-lavrov' },
          onBehalfOf: { slug: 'russia' },
          addressees: [{ slug: 'donald-trump' }, { slug: 'rex-tillerson' }],
          date: { edtf: '2017-07-07' },
          meeting: { slug: 'trump-putin-hamburg-2017' },
          ordinal: 77,
          about: [
            { __typename: 'Meeting', slug: 'g20-hamburg-2017' },
            { __typename: 'Participant', slug: 'russia' },
          ],
          reportedIn: { slug: 'tillerson-trump-pressed-putin' },
          positions: [{ issue: { slug: 'us-election-interference-2016' }, stance: 'DENIES' }],
          links: [
            {
              kind: 'CONTRADICTS',
              to: { slug: 'tillerson-trump-pressed-putin' },
              note: 'Of one conversation.',
            },
          ],
          topics: [{ slug: 'election-interference' }],
          externalIds: [{ scheme: 'shelf', value: 'statement' }],
        },
      },
    })
  })

  test('of an agreement', async () => {
    const operation = `mutation ($input: CreateAgreementInput!) {
      createAgreement(input: $input) {
        __typename
        ... on Agreement {
          ${COMMON}
          title summary kind form
          meeting { slug }
          scope { name countryCode latitude longitude }
          effective { edtf }
          parties { edges { role since { edtf } until { edtf } node { slug } } }
          provisions { ordinal text obliges { slug } }
          events { kind planned date { edtf } participants { slug } meeting { slug } note citations { locator } }
          status(on: "2017-07-10")
          topics { slug }
          externalIds { scheme value }
        }
      }
    }`
    const input = {
      slug: 'cyber-security-unit-2017',
      title: 'Cyber security unit',
      summary: 'A unit of both sides.',
      kind: 'COMMITMENT',
      form: 'ORAL',
      meeting: 'trump-putin-hamburg-2017',
      scope: { name: 'The world' },
      effective: '2017-07-09/..',
      parties: [
        { participant: 'russia', role: 'PARTY', since: '2017-07-07', until: '2017-07-09' },
        { participant: 'g20', role: 'WITNESS' },
      ],
      provisions: [{ text: 'A unit is set up.', obliges: ['united-states', 'russia'] }, { text: 'Soon.' }],
      events: [
        {
          kind: 'AGREED',
          planned: false,
          date: '2017-07-07',
          participants: ['donald-trump', 'vladimir-putin'],
          meeting: 'trump-putin-hamburg-2017',
          note: 'By word of mouth.',
          citations,
        },
        { kind: 'ENTERED_INTO_FORCE', planned: true },
      ],
      topics: ['election-interference'],
      externalIds: externalIds('agreement'),
      citations,
    }
    expect(await ask(operation, { input })).toEqual({
      data: {
        createAgreement: {
          __typename: 'Agreement',
          ...common('cyber-security-unit-2017'),
          title: 'Cyber security unit',
          summary: 'A unit of both sides.',
          kind: 'COMMITMENT',
          form: 'ORAL',
          meeting: { slug: 'trump-putin-hamburg-2017' },
          scope: { name: 'The world', countryCode: null, latitude: null, longitude: null },
          effective: { edtf: '2017-07-09/..' },
          parties: {
            edges: [
              { role: 'WITNESS', since: null, until: null, node: { slug: 'g20' } },
              {
                role: 'PARTY',
                since: { edtf: '2017-07-07' },
                until: { edtf: '2017-07-09' },
                node: { slug: 'russia' },
              },
            ],
          },
          provisions: [
            {
              ordinal: 1,
              text: 'A unit is set up.',
              obliges: [{ slug: 'united-states' }, { slug: 'russia' }],
            },
            { ordinal: 2, text: 'Soon.', obliges: [] },
          ],
          events: [
            {
              kind: 'AGREED',
              planned: false,
              date: { edtf: '2017-07-07' },
              participants: [{ slug: 'donald-trump' }, { slug: 'vladimir-putin' }],
              meeting: { slug: 'trump-putin-hamburg-2017' },
              note: 'By word of mouth.',
              citations: [{ locator: 'paragraph 4' }],
            },
            {
              kind: 'ENTERED_INTO_FORCE',
              planned: true,
              date: null,
              participants: [],
              meeting: null,
              note: null,
              citations: [],
            },
          ],
          status: 'IN_FORCE',
          topics: [{ slug: 'election-interference' }],
          externalIds: [{ scheme: 'shelf', value: 'agreement' }],
        },
      },
    })
  })

  test('of an issue', async () => {
    const operation = `mutation ($input: CreateIssueInput!) {
      createIssue(input: $input) { __typename ... on Issue { ${COMMON} question topics { slug } isContested } }
    }`
    const input = {
      slug: 'unit',
      question: 'Was a unit agreed?',
      topics: ['election-interference'],
      citations,
    }
    expect(await ask(operation, { input })).toEqual({
      data: {
        createIssue: {
          __typename: 'Issue',
          ...common('unit'),
          question: 'Was a unit agreed?',
          topics: [{ slug: 'election-interference' }],
          isContested: false,
        },
      },
    })
  })

  test('of a topic', async () => {
    const operation = `mutation ($input: CreateTopicInput!) {
      createTopic(input: $input) { __typename ... on Topic { ${COMMON} name description broader { slug } } }
    }`
    const input = {
      slug: 'arms-control',
      name: 'Arms control',
      description: 'Limits.',
      broader: 'diplomacy',
      citations,
    }
    expect(await ask(operation, { input })).toEqual({
      data: {
        createTopic: {
          __typename: 'Topic',
          ...common('arms-control'),
          name: 'Arms control',
          description: 'Limits.',
          broader: { slug: 'diplomacy' },
        },
      },
    })
  })

  test('of a source', async () => {
    const operation = `mutation ($input: CreateSourceInput!) {
      createSource(input: $input) {
        __typename
        ... on Source {
          ${COMMON}
          title kind author { slug } publisher url archiveUrl published { edtf } retrieved language
          externalIds { scheme value }
        }
      }
    }`
    const input = {
      slug: 'declaration',
      title: 'Declaration of the leaders',
      kind: 'OFFICIAL_DOCUMENT',
      author: 'g20',
      publisher: 'Germany',
      url: 'https://example.org/a',
      archiveUrl: 'https://archive.example.org/a',
      published: '2017-07',
      retrieved: '2024-02-29',
      language: 'pt-BR',
      externalIds: externalIds('source'),
      citations,
    }
    expect(await ask(operation, { input })).toEqual({
      data: {
        createSource: {
          __typename: 'Source',
          ...common('declaration'),
          title: 'Declaration of the leaders',
          kind: 'OFFICIAL_DOCUMENT',
          author: { slug: 'g20' },
          publisher: 'Germany',
          url: 'https://example.org/a',
          archiveUrl: 'https://archive.example.org/a',
          published: { edtf: '2017-07' },
          retrieved: '2024-02-29',
          language: 'pt-BR',
          externalIds: [{ scheme: 'shelf', value: 'source' }],
        },
      },
    })
  })
})

test('what an input leaves out or has as null is a default, nothing or an empty list', async () => {
  const operation = `mutation ($status: MeetingStatus, $participants: [AttendanceInput!]) {
    short: createMeeting(input: { slug: "short", title: "Short", kind: CALL }) { ...Parts }
    null: createMeeting(input: { slug: "null", title: "Null", kind: CALL, status: null, date: null, topics: null }) { ...Parts }
    none: createMeeting(input: { slug: "none", title: "None", kind: CALL, status: $status, participants: $participants }) { ...Parts }
  }
  fragment Parts on Meeting { status date { edtf } topics { slug } participants { totalCount } }`
  const parts = { status: 'HELD', date: null, topics: [], participants: { totalCount: 0 } }
  expect(await ask(operation)).toEqual({ data: { short: parts, null: parts, none: parts } })
})

test('the slug is made of the title where none is given', async () => {
  const operation = `mutation {
    first: createMeeting(input: { title: "G20 summit, Osaka", kind: SUMMIT }) { ... on Meeting { slug } }
    second: createMeeting(input: { title: "G20 Summit (Osaka)", kind: SUMMIT }) { ... on Meeting { slug } }
  }`
  expect(await ask(operation)).toEqual({
    data: { first: { slug: 'g20-summit-osaka' }, second: { slug: 'g20-summit-osaka-2' } },
  })
})

test('an entry is found by the global ID that writing it gave', async () => {
  const operation = 'mutation { createTopic(input: { name: "Trade" }) { ... on Node { id } } }'
  const { data } = Object(await ask(operation))
  expect(await ask('query ($id: ID!) { node(id: $id) { ... on Topic { name } } }', data.createTopic)).toEqual(
    {
      data: { node: { name: 'Trade' } },
    },
  )
})

test('what came of a write is asked for in fragments on its type, its interfaces and under other names', async () => {
  const operation = `mutation ($more: Boolean!) {
    said: createTopic(input: { slug: "tariffs", name: "Tariffs", broader: "diplomacy" }) {
      type: __typename
      ...Named
      ... on Entry { key: slug citations { locator } }
      ... on Node { id }
      ... on Topic @include(if: $more) { above: broader { slug name } again: broader { id } }
      ... on Topic @skip(if: $more) { narrower { slug } }
      ... on UserError { message }
    }
  }
  fragment Named on Topic { name label: name ... on Entry { version } }`
  expect(await ask(operation, { more: true })).toEqual({
    data: {
      said: {
        type: 'Topic',
        name: 'Tariffs',
        label: 'Tariffs',
        version: 1,
        key: 'tariffs',
        citations: [],
        id: expect.stringMatching(/^T_/),
        above: { slug: 'diplomacy', name: 'Diplomacy' },
        again: { id: expect.stringMatching(/^T_/) },
      },
    },
  })
})

test('nothing more than the name of its type need be asked for', async () => {
  const operation = 'mutation { createTopic(input: { name: "Quotas" }) { __typename } }'
  expect(await ask(operation)).toEqual({ data: { createTopic: { __typename: 'Topic' } } })
})

test('lists of what was written come in pages and in an order, as anywhere', async () => {
  const operation = `mutation ($input: CreateMeetingInput!) {
    createMeeting(input: $input) {
      ... on Meeting {
        first: participants(first: 1) { totalCount pageInfo { hasNextPage } nodes { slug } }
        last: participants(last: 1) { nodes { slug } }
      }
    }
  }`
  const participants = ['russia', 'germany', 'poland'].map((participant) => ({
    participant,
    roles: ['CHAIR'],
  }))
  const input = { title: 'Pages', kind: 'CALL', participants }
  expect(await ask(operation, { input })).toEqual({
    data: {
      createMeeting: {
        first: { totalCount: 3, pageInfo: { hasNextPage: true }, nodes: [{ slug: 'germany' }] },
        last: { nodes: [{ slug: 'russia' }] },
      },
    },
  })
})

test('what cannot be asked for of an entry is refused before it is written', async () => {
  const operation = `mutation {
    createTopic(input: { slug: "unwritten", name: "Unwritten" }) {
      ... on Topic { meetings(first: 1, last: 1) { totalCount } }
    }
  }`
  expect(await ask(operation)).toEqual({
    data: null,
    errors: [
      {
        message: 'Topic.meetings: "first" and "last" do not go together. Give one of them.',
        locations: [{ line: 2, column: 5 }],
        path: ['createTopic'],
        extensions: { code: 'BAD_USER_INPUT' },
      },
    ],
  })
  expect(await ask('{ topic(id: "unwritten") { slug } }')).toEqual({ data: { topic: null } })
})

test('the log tells who wrote: the name of the key', async () => {
  await ask('mutation { createTopic(input: { slug: "logged", name: "Logged" }) { __typename } }')
  const changes = await service.database.prisma.change.findMany({
    where: { slug: 'logged' },
    select: { action: true, entryType: true, set: { select: { actor: true } } },
  })
  expect(changes).toEqual([{ action: 'CREATE', entryType: 'TOPIC', set: { actor: 'an editor' } }])
})

const COSTLY = /* GraphQL */ `
  mutation ($input: CreateParticipantInput!) {
    createParticipant(input: $input) {
      ... on Participant { name offices { title of { name } } externalIds { value } citations { source { title } } }
    }
  }
`

/** The statements that it takes to enter a participant with so many rows of each kind. */
function statementsFor(rows: number): Promise<string[]> {
  const each = (make: (index: number) => object) => Array.from({ length: rows }, (_, index) => make(index))
  const input = {
    name: `Somebody with ${rows}`,
    kind: 'PERSON',
    offices: each((index) => ({ title: `Office ${index}`, of: 'germany' })),
    externalIds: each((index) => ({ scheme: `of ${rows}`, value: `${index}` })),
    citations: each(() => ({ source: 'hamburg-meeting-report-2017' })),
  }
  return service.statementsOf(async () => {
    const answer = await ask(COSTLY, { input })
    for (const list of ['offices', 'externalIds', 'citations']) {
      expect(listAt(answer, 'data', 'createParticipant', list)).toHaveLength(rows)
    }
  })
}

test('an entry costs as many statements however much is in it', async () => {
  const few = await statementsFor(2)
  const many = await statementsFor(500)
  expect(many.length).toBe(few.length)
})

test('what came of a write is read by one statement, after the commit', async () => {
  const statements = await statementsFor(3)
  expect(statements.findIndex((sql) => sql.includes('COMMIT'))).toBe(statements.length - 2)
})

test('an entry that somebody deleted before it could be read again is not found', async () => {
  const gone = { type: 'Topic' as const, id: '018bcfe5-6800-7000-8000-000000000000', slug: 'gone' }
  const writer = stubWriter(async () => gone)
  const update = `mutation { updateTopic(id: "gone", version: 1, input: {}) {
    __typename ... on NotFoundError { requestedId message }
  } }`
  const requestedId = globalId('Topic', gone.id)
  expect(await asking(service, { writer })(update)).toEqual({
    data: {
      updateTopic: {
        __typename: 'NotFoundError',
        requestedId,
        message: `There is nothing called ${requestedId} to change: give the slug or the ID of an entry on record.`,
      },
    },
  })
})
