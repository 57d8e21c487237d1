// How many SQL statements an operation costs: a number of its own, whatever the number of rows.
import { beforeAll, expect, test } from 'vitest'
import { onEmptyRecord } from '../harness/service.ts'
import { at, listAt, textAt } from './answer.ts'
import { CROWD, crowd } from './crowd.ts'

const service = onEmptyRecord()
beforeAll(() => crowd(service))

/** Counts the statements of an operation for few rows and for many, and gives the answer for many. */
async function costs(statements: number, query: string, variables: object = {}): Promise<unknown> {
  let answer: unknown
  for (const first of [2, CROWD]) {
    const made = await service.statementsOf(async () => {
      answer = await service.ask(query, { first, ...variables })
    })
    expect(answer).toEqual({ data: expect.anything() })
    expect(made, `for ${first} rows`).toHaveLength(statements)
  }
  return answer
}

test('meetings with participants, statements with speakers and their offices, agreements with parties', async () => {
  const answer = await costs(
    1,
    /* GraphQL */ `
      query Meetings($first: Int) {
        meetings(first: $first) {
          nodes {
            title
            participants { edges { roles onBehalfOf { name } node { name } } }
            statements(first: 5) { nodes { text speaker { name } speakerOffices { title of { name } } } }
            agreements { nodes { title status parties { edges { role node { name } } } } }
          }
        }
      }
    `,
  )
  const meetings = listAt(answer, 'data', 'meetings', 'nodes')
  expect(meetings).toHaveLength(CROWD)
  expect(meetings[0]).toEqual({
    title: 'meeting-20',
    participants: {
      edges: ['affirming', 'one-20', 'other-20'].map((name) => ({
        roles: ['PRINCIPAL', 'HOST'],
        onBehalfOf: { name: 'silent' },
        node: { name },
      })),
    },
    statements: {
      nodes: [
        ['against', 'denying'],
        ['inner', 'one-20'],
        ['middle', 'other-20'],
        ['outer', 'one-20'],
      ].map(([text, name]) => ({
        text,
        speaker: { name },
        speakerOffices: [{ title: 'Minister', of: { name: 'silent' } }],
      })),
    },
    agreements: {
      nodes: [
        {
          title: 'Agreement',
          status: 'IN_FORCE',
          parties: {
            edges: ['one-20', 'other-20', 'silent'].map((name) => ({ role: 'PARTY', node: { name } })),
          },
        },
      ],
    },
  })
})

test('the accounts of meetings, with statements, positions and what they are silent on', async () => {
  const answer = await costs(
    1,
    /* GraphQL */ `
      query Accounts($first: Int) {
        meetings(first: $first) {
          nodes {
            accounts {
              side { slug }
              statements { totalCount nodes { slug speaker { slug } } }
              positions { totalCount nodes { stance side { slug } accordingTo { slug } issue { slug isContested } } }
              silentOn { slug }
            }
          }
        }
      }
    `,
  )
  const position = (stance: string, side: string, accordingTo: string | null) => ({
    stance,
    side: { slug: side },
    accordingTo: accordingTo && { slug: accordingTo },
    issue: { slug: 'issue-20', isContested: true },
  })
  expect(at(answer, 'data', 'meetings', 'nodes', 0)).toEqual({
    accounts: [
      {
        side: { slug: 'affirming' },
        statements: {
          totalCount: 3,
          nodes: [
            { slug: 'outer-20', speaker: { slug: 'one-20' } },
            { slug: 'middle-20', speaker: { slug: 'other-20' } },
            { slug: 'inner-20', speaker: { slug: 'one-20' } },
          ],
        },
        positions: {
          totalCount: 3,
          nodes: [
            position('HEDGES', 'one-20', 'one-20'),
            position('DENIES', 'other-20', 'one-20'),
            position('AFFIRMS', 'affirming', null),
          ],
        },
        silentOn: [{ slug: 'other-issue-20' }],
      },
      {
        side: { slug: 'denying' },
        statements: { totalCount: 1, nodes: [{ slug: 'against-20', speaker: { slug: 'denying' } }] },
        positions: {
          totalCount: 2,
          nodes: [
            position('DENIES', 'denying', null),
            {
              ...position('DENIES', 'denying', null),
              issue: { slug: 'other-issue-20', isContested: false },
            },
          ],
        },
        silentOn: [],
      },
    ],
  })
})

test('one more for the second of two aliases of one list with different arguments', async () => {
  const answer = await costs(
    2,
    /* GraphQL */ `
      query Aliases($first: Int) {
        meetings(first: $first) {
          nodes {
            one: statements(first: 1) { totalCount nodes { slug } }
            denials: statements(first: 2, filter: { stance: [DENIES] }) { totalCount nodes { slug } }
          }
        }
      }
    `,
  )
  expect(at(answer, 'data', 'meetings', 'nodes', 0)).toEqual({
    one: { totalCount: 4, nodes: [{ slug: 'against-20' }] },
    denials: { totalCount: 2, nodes: [{ slug: 'against-20' }, { slug: 'middle-20' }] },
  })
})

test('one for two aliases of one list with the same arguments, whatever is asked of each', async () => {
  const answer = await costs(
    1,
    /* GraphQL */ `
      query Same($first: Int) {
        meetings(first: $first) {
          nodes {
            one: statements(first: 1) { totalCount nodes { slug } }
            other: statements(first: 1) { edges { node { text speaker { name } } } }
          }
        }
      }
    `,
  )
  expect(at(answer, 'data', 'meetings', 'nodes', 0)).toEqual({
    one: { totalCount: 4, nodes: [{ slug: 'against-20' }] },
    other: { edges: [{ node: { text: 'against', speaker: { name: 'denying' } } }] },
  })
})

test('one for nodes and edges of one page, asked for different fields', async () => {
  const answer = await costs(
    1,
    /* GraphQL */ `
      query Both($first: Int) {
        meetings(first: $first) {
          edges { node { slug topics { slug } statements(first: 1) { nodes { slug } } } }
          nodes { title place { name } statements(first: 1) { edges { node { text } } } }
        }
      }
    `,
  )
  expect(at(answer, 'data', 'meetings', 'edges', 0, 'node')).toEqual({
    slug: 'meeting-20',
    topics: [{ slug: 'peace' }, { slug: 'war' }],
    statements: { nodes: [{ slug: 'against-20' }] },
  })
  expect(at(answer, 'data', 'meetings', 'nodes', 0)).toEqual({
    title: 'meeting-20',
    place: { name: 'Hamburg' },
    statements: { edges: [{ node: { text: 'against' } }] },
  })
})

test('one more where nodes and edges of one page want the same list with different arguments', async () => {
  const answer = await costs(
    2,
    /* GraphQL */ `
      query Apart($first: Int) {
        meetings(first: $first) {
          edges { node { statements(first: 1) { nodes { slug citations { locator } } } } }
          nodes { statements(first: 2) { nodes { slug citations { locator } } } }
        }
      }
    `,
  )
  const told = (slug: string) => ({
    slug,
    citations: [{ locator: 'paragraph 1' }, { locator: 'paragraph 2' }],
  })
  expect(at(answer, 'data', 'meetings', 'edges', 0, 'node')).toEqual({
    statements: { nodes: [told('against-20')] },
  })
  expect(at(answer, 'data', 'meetings', 'nodes', 0)).toEqual({
    statements: { nodes: [told('against-20'), told('inner-20')] },
  })
})

test('one more for the nodes beside edges that tell more than a cursor', async () => {
  const answer = await costs(
    2,
    /* GraphQL */ `
      query Beside($first: Int) {
        meetings(first: $first) {
          nodes {
            participants(first: 1) {
              edges { capacity node { name offices { title } } }
              nodes { id slug createdAt citations { locator } statements(first: 1) { totalCount } }
            }
          }
        }
      }
    `,
  )
  expect(at(answer, 'data', 'meetings', 'nodes', 0)).toEqual({
    participants: {
      edges: [
        {
          capacity: 'Host',
          node: { name: 'affirming', offices: [{ title: 'Minister' }, { title: 'Deputy' }] },
        },
      ],
      nodes: [
        {
          id: expect.stringMatching(/^P_/),
          slug: 'affirming',
          createdAt: expect.any(String),
          citations: [{ locator: 'paragraph 1' }, { locator: 'paragraph 2' }],
          statements: { totalCount: 0 },
        },
      ],
    },
  })
})

test('one more for each further filter under which a nested list is counted', async () => {
  const answer = await costs(
    3,
    /* GraphQL */ `
      query Counts($first: Int) {
        meetings(first: $first) {
          nodes {
            all: statements { totalCount }
            denials: statements(filter: { stance: [DENIES] }) { totalCount }
            hedges: statements(filter: { stance: [HEDGES] }) { totalCount }
            participants { totalCount }
            agreements(filter: { kind: [CEASEFIRE] }) { totalCount }
          }
        }
      }
    `,
  )
  expect(at(answer, 'data', 'meetings', 'nodes', 0)).toEqual({
    all: { totalCount: 4 },
    denials: { totalCount: 2 },
    hedges: { totalCount: 1 },
    participants: { totalCount: 3 },
    agreements: { totalCount: 0 },
  })
})

test('the chain of hearsay of statements, and of those within it', async () => {
  const answer = await costs(
    1,
    /* GraphQL */ `
      query Chains($first: Int) {
        statements(first: $first, filter: { evidence: [HEARSAY] }) {
          nodes {
            slug
            attribution { slug speaker { slug } citations { locator } attribution { slug } }
            reportedIn { slug reportedIn { slug reportedIn { slug } } }
          }
        }
      }
    `,
  )
  const citations = [{ locator: 'paragraph 1' }, { locator: 'paragraph 2' }]
  const [inner, middle, outer] = ['inner-20', 'middle-20', 'outer-20'].map((slug) => ({ slug }))
  expect(at(answer, 'data', 'statements', 'nodes', 0)).toEqual({
    slug: 'inner-20',
    attribution: [
      { ...inner, speaker: { slug: 'one-20' }, citations, attribution: [inner, middle, outer] },
      { ...middle, speaker: { slug: 'other-20' }, citations, attribution: [middle, outer] },
      { ...outer, speaker: { slug: 'one-20' }, citations, attribution: [outer] },
    ],
    reportedIn: { slug: 'middle-20', reportedIn: { slug: 'outer-20', reportedIn: null } },
  })
})

test('what statements are about, whichever its type, and what citations prove', async () => {
  const answer = await costs(
    1,
    /* GraphQL */ `
      query Targets($first: Int) {
        statements(first: $first) {
          nodes {
            about {
              __typename
              slug
              citations { source { title author { name } } }
              ... on Meeting { place { name } statements(first: 1) { nodes { slug } } }
              ... on Agreement { title statements: statementsAbout(first: 2) { totalCount } }
              ... on Participant { name meetings(first: 1) { edges { roles } } }
            }
            citations { entry { __typename slug ... on Statement { speaker { name } } } }
          }
        }
      }
    `,
  )
  const citations = [1, 2].map(() => ({ source: { title: 'Report', author: { name: 'writer' } } }))
  const entry = { __typename: 'Statement', slug: 'outer-20', speaker: { name: 'one-20' } }
  expect(at(answer, 'data', 'statements', 'nodes', 0)).toEqual({
    about: [
      {
        __typename: 'Meeting',
        slug: 'meeting-20',
        citations,
        place: { name: 'Hamburg' },
        statements: { nodes: [{ slug: 'against-20' }] },
      },
      {
        __typename: 'Agreement',
        slug: 'agreement-20',
        citations,
        title: 'Agreement',
        statements: { totalCount: 4 },
      },
      {
        __typename: 'Participant',
        slug: 'one-20',
        citations,
        name: 'one-20',
        meetings: { edges: [{ roles: ['PRINCIPAL', 'HOST'] }] },
      },
    ],
    citations: [{ entry }, { entry }],
  })
})

test('one for each type among the nodes asked for by their ids', async () => {
  const found = await service.ask(
    '{ meetings { nodes { id } } statements { nodes { id } } participants { nodes { id } } }',
  )
  const idsOf = (list: string) =>
    listAt(found, 'data', list, 'nodes').map((_, index) => textAt(found, 'data', list, 'nodes', index, 'id'))
  const [meetings, statements, participants] = ['meetings', 'statements', 'participants'].map(idsOf)
  const query = /* GraphQL */ `
    query Nodes($ids: [ID!]!) {
      nodes(ids: $ids) {
        id
        ... on Entry { slug citations { source { slug } } }
        ... on Meeting { participants { nodes { name } } }
        ... on Statement { speaker { name } }
        ... on Participant { offices { title } }
      }
    }
  `
  for (const count of [2, CROWD]) {
    const ids = [meetings, statements, participants].flatMap((one) => one?.slice(0, count) ?? [])
    const made = await service.statementsOf(async () => {
      const answer = await service.ask(query, { ids })
      expect(listAt(answer, 'data', 'nodes').map((node) => at(node, 'id'))).toEqual(ids)
    })
    expect(made).toHaveLength(3)
  }
})

test('a page at the root and the number of all its rows are two', async () => {
  const answer = await costs(
    2,
    'query Root($first: Int) { meetings(first: $first) { totalCount nodes { slug } } }',
  )
  expect(at(answer, 'data', 'meetings', 'totalCount')).toBe(CROWD)
})

test('nothing is read where nothing is asked for', async () => {
  await costs(0, 'query None($first: Int) { meetings(first: $first) { __typename } }')
})

test('the number of rows is not counted where it is not asked for, nor rows read where only their number is', async () => {
  const query = /* GraphQL */ `
    query Skipped($first: Int, $counted: Boolean!) {
      meetings(first: $first) {
        ...Number @include(if: $counted)
        ...Rows @skip(if: $counted)
      }
    }
    fragment Number on MeetingConnection { totalCount }
    fragment Rows on MeetingConnection { nodes { slug } }
  `
  expect(await costs(1, query, { counted: true })).toEqual({ data: { meetings: { totalCount: CROWD } } })
  const answer = await costs(1, query, { counted: false })
  expect(listAt(answer, 'data', 'meetings', 'nodes')).toHaveLength(CROWD)
})

test('the speaker, asked for beside the offices that the speaker held', async () => {
  const answer = await costs(
    1,
    /* GraphQL */ `
      query Speakers($first: Int) {
        statements(first: $first) {
          nodes {
            speakerOffices { title }
            speaker { name offices(on: "2016-05-01") { title period { edtf } } all: offices { holder { slug } } }
            positions { side { slug } statement { slug speaker { aliases } } }
          }
        }
      }
    `,
  )
  expect(at(answer, 'data', 'statements', 'nodes', 0)).toEqual({
    speakerOffices: [{ title: 'Minister' }],
    speaker: {
      name: 'one-20',
      offices: [{ title: 'Deputy', period: { edtf: '2016' } }],
      all: [{ holder: { slug: 'one-20' } }, { holder: { slug: 'one-20' } }],
    },
    positions: [
      { side: { slug: 'affirming' }, statement: { slug: 'outer-20', speaker: { aliases: ['X'] } } },
    ],
  })
})

test('links from statements and links to them, side by side', async () => {
  const answer = await costs(
    1,
    /* GraphQL */ `
      query Links($first: Int) {
        statements(first: $first, filter: { evidence: [REPORTED] }) {
          nodes {
            from: links(direction: FROM) { kind from { slug } to { slug } }
            to: links(direction: TO) { kind from { slug } to { slug } }
            both: links { kind }
          }
        }
      }
    `,
  )
  const [middle, outer, inner] = ['middle-20', 'outer-20', 'inner-20'].map((slug) => ({ slug }))
  expect(at(answer, 'data', 'statements', 'nodes', 0)).toEqual({
    from: [{ kind: 'REPLIES_TO', from: middle, to: outer }],
    to: [{ kind: 'CONTRADICTS', from: inner, to: middle }],
    both: [{ kind: 'REPLIES_TO' }, { kind: 'CONTRADICTS' }],
  })
})

test('one more where links of different kinds are asked for', async () => {
  const answer = await costs(
    2,
    /* GraphQL */ `
      query Kinds($first: Int) {
        statements(first: $first, filter: { evidence: [REPORTED] }) {
          nodes {
            links { kind }
            replies: links(kind: [REPLIES_TO]) { to { slug } }
          }
        }
      }
    `,
  )
  expect(at(answer, 'data', 'statements', 'nodes', 0)).toEqual({
    links: [{ kind: 'REPLIES_TO' }, { kind: 'CONTRADICTS' }],
    replies: [{ to: { slug: 'outer-20' } }],
  })
})

test('the status of agreements on several days, and the turn to which each is owed', async () => {
  const answer = await costs(
    1,
    /* GraphQL */ `
      query Statuses($first: Int) {
        agreements(first: $first) {
          nodes {
            before: status(on: "2017-06-30")
            later: status(on: "2017-08-01")
            now: status
            turn: statusEvent(on: "2017-08-01") { kind date { edtf } citations { locator entry { slug } } }
            last: statusEvent { kind participants { slug } meeting { slug } }
          }
        }
      }
    `,
  )
  const entry = { slug: 'agreement-20' }
  expect(at(answer, 'data', 'agreements', 'nodes', 0)).toEqual({
    before: null,
    later: 'AGREED',
    now: 'IN_FORCE',
    turn: {
      kind: 'RATIFIED',
      date: { edtf: '2017-08-01' },
      citations: [
        { locator: 'paragraph 1', entry },
        { locator: 'paragraph 2', entry },
      ],
    },
    last: {
      kind: 'ENTERED_INTO_FORCE',
      participants: [{ slug: 'one-20' }, { slug: 'other-20' }],
      meeting: { slug: 'meeting-20' },
    },
  })
})

test('aliases with different arguments at several levels cost one more each at most, not one for each row', async () => {
  const query = /* GraphQL */ `
    query Levels($first: Int) {
      meetings(first: $first) {
        nodes {
          a: statements(first: 1) { nodes { ...Told } }
          b: statements(first: 2) { nodes { ...Told } }
        }
      }
    }
    fragment Told on Statement {
      slug
      speaker { x: statements(first: 1) { nodes { slug } } y: statements(first: 2) { nodes { slug } } }
    }
  `
  const against = {
    slug: 'against-20',
    speaker: {
      x: { nodes: [{ slug: 'against-20' }] },
      y: { nodes: [{ slug: 'against-20' }, { slug: 'against-19' }] },
    },
  }
  const inner = {
    slug: 'inner-20',
    speaker: {
      x: { nodes: [{ slug: 'outer-20' }] },
      y: { nodes: [{ slug: 'outer-20' }, { slug: 'inner-20' }] },
    },
  }
  let answer: unknown
  const made = await service.statementsOf(async () => {
    answer = await service.ask(query, { first: CROWD })
  })
  expect(at(answer, 'data', 'meetings', 'nodes', 0)).toEqual({
    a: { nodes: [against] },
    b: { nodes: [against, inner] },
  })
  // The speakers of either list are read anew together where that comes at one moment, else one list after the other.
  expect([3, 4]).toContain(made.length)
})

test('changes of entries of all types, each with the entry as it stands', async () => {
  const answer = await costs(
    1,
    /* GraphQL */ `
      query Log($first: Int) {
        changes(first: $first) {
          edges {
            cursor
            node {
              at actor action before after
              entry {
                __typename slug citations { locator } history(last: 1) { nodes { actor } }
                ... on Meeting { participants { nodes { name } } }
                ... on Statement { speaker { name } }
                ... on Agreement { status }
              }
            }
          }
        }
      }
    `,
  )
  expect(at(answer, 'data', 'changes', 'edges', 0, 'node')).toMatchObject({
    actor: 'a test',
    action: 'CREATE',
    after: { type: 'Topic', slug: 'war' },
    entry: { __typename: 'Topic', slug: 'war', history: { nodes: [{ actor: 'a test' }] } },
  })
})

test('the histories of meetings', async () => {
  const answer = await costs(
    1,
    /* GraphQL */ `
      query Histories($first: Int) {
        meetings(first: $first) {
          nodes { slug history(first: 5) { edges { cursor node { at after entry { slug } } } pageInfo { endCursor } } }
        }
      }
    `,
  )
  for (const meeting of listAt(answer, 'data', 'meetings', 'nodes')) {
    const slug = textAt(meeting, 'slug')
    expect(listAt(meeting, 'history', 'edges')).toEqual([
      {
        cursor: expect.any(String),
        node: { at: expect.any(String), after: expect.objectContaining({ slug }), entry: { slug } },
      },
    ])
  }
})

test('nothing is counted where no count is asked for, and nothing read that tells whether a list goes on', async () => {
  const sent = (query: string) =>
    service.statementsOf(async () => {
      expect(await service.ask(query)).toEqual({ data: expect.anything() })
    })
  const [plain, ...others] = await sent(
    '{ meetings { nodes { slug statements { nodes { slug } } participants { edges { roles } } } } }',
  )
  expect(others).toEqual([])
  expect(plain).not.toMatch(/count\(\*\)(?! FROM "first")/)
  expect(plain).not.toMatch(/LIMIT 21\b/)

  const [count, rows, ...more] = await sent(
    '{ meetings { totalCount nodes { slug statements { totalCount } } } }',
  )
  expect(more).toEqual([])
  expect(rows).toMatch(/\(SELECT count\(\*\)::text FROM "Statement"/)
  expect(rows).not.toMatch(/array_to_json/)
  expect(count).toMatch(/^SELECT \(\(SELECT count\(\*\) FROM "Meeting"/)

  expect(await sent('{ meetings { totalCount } }')).toEqual([count])
})

test('of a date only what is asked for is read, and of an edge the columns of its cursor only with the cursor', async () => {
  const sentFor = async (fields: string) =>
    (await service.statementsOf(() => service.ask(`{ meetings(first: 1) { nodes { ${fields} } } }`))).join()
  expect(await sentFor('date { edtf }')).not.toMatch(/"date(Earliest|Latest)"::text/)
  expect(await sentFor('date { latest }')).not.toMatch(/"dateEarliest"::text/)
  expect(await sentFor('date { latest }')).toMatch(/"dateLatest"::text/)
  expect(await sentFor('participants { edges { node { slug } } }')).not.toMatch(/nameKey"::text/)
  expect(await sentFor('participants { edges { cursor } }')).toMatch(/nameKey"::text/)
  expect(await sentFor('participants { pageInfo { endCursor } }')).toMatch(/nameKey"::text/)
})
