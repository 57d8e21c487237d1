// The order of what is found, how much it is, and page after page of it.
import { beforeAll, describe, expect, test } from 'vitest'
import { deriveSearch } from '../../src/writing/derive/search.ts'
import { beyondLimit } from '../harness/beyond-limit.ts'
import { onEmptyRecord } from '../harness/service.ts'
import { at, listAt, textAt } from '../reading/answer.ts'
import { askFound, find, finds } from './find.ts'
import { keep, statement, toldBy, topic } from './keep.ts'

const service = onEmptyRecord()

const FILLER = 'of many other things that were said there on that day by those who came'

beforeAll(() =>
  keep(service, [
    ...toldBy,
    topic('in-text', 'A', `Sanctions, sanctions, sanctions and sanctions ${FILLER}`),
    topic('in-title', `Sanctions ${FILLER}`, FILLER),
    topic('other-form', 'Of the embargoes'),
    topic('as-typed', 'Of the embargoed'),
    statement('said', `Nobody spoke of sanctions ${FILLER}`),
    { type: 'Participant', input: { slug: 'named', name: 'Office of Sanctions', kind: 'ORGANIZATION' } },
    {
      type: 'Meeting',
      input: { slug: 'met', title: 'Meeting', summary: `Sanctions ${FILLER}`, kind: 'CALL' },
    },
    ...Array.from({ length: 45 }, (_, index) => topic(`p${index}`, 'Paging', 'x '.repeat(index % 5))),
  ]),
)

test('titles and names weigh more than texts, however often a text says it', async () => {
  const answer = await service.ask('{ search(text: "sanctions") { nodes { slug } edges { rank } } }')
  const slugs = listAt(answer, 'data', 'search', 'nodes').map((node) => textAt(node, 'slug'))
  expect(slugs.slice(0, 2).toSorted()).toEqual(['in-title', 'named'])
  expect(slugs.toSorted()).toEqual(['in-text', 'in-title', 'met', 'named', 'said'])
  const ranks = listAt(answer, 'data', 'search', 'edges').map((edge) => Number(at(edge, 'rank')))
  expect(ranks).toEqual(ranks.toSorted((one, other) => other - one))
  expect(ranks.every((rank) => rank > 0)).toBe(true)
})

test('a word as it was typed ranks above its other forms', async () => {
  expect(await service.ask('{ search(text: "embargoed") { nodes { slug } } }')).toEqual({
    data: { search: { nodes: [{ slug: 'as-typed' }, { slug: 'other-form' }] } },
  })
  expect(await service.ask('{ search(text: "embargoes") { nodes { slug } } }')).toEqual({
    data: { search: { nodes: [{ slug: 'other-form' }, { slug: 'as-typed' }] } },
  })
})

test.each([
  ['[STATEMENT]', ['said']],
  ['[TOPIC, MEETING]', ['in-text', 'in-title', 'met']],
  ['[AGREEMENT]', []],
  ['[]', ['in-text', 'in-title', 'met', 'named', 'said']],
  ['null', ['in-text', 'in-title', 'met', 'named', 'said']],
])('of the types %s only those are found', async (types, slugs) => {
  const answer = await service.ask(
    `{ search(text: "sanctions", types: ${types}) { totalCount nodes { slug } } }`,
  )
  expect(at(answer, 'data', 'search', 'totalCount')).toBe(slugs.length)
  const found = listAt(answer, 'data', 'search', 'nodes').map((node) => textAt(node, 'slug'))
  expect(found.toSorted()).toEqual(slugs)
})

const PAGE = /* GraphQL */ `
  query Page($first: Int, $after: String) {
    search(text: "paging", first: $first, after: $after) {
      totalCount
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      nodes { slug }
      edges { cursor rank node { slug } }
    }
  }
`

describe('page by page', () => {
  test.each([1, 7, 20, 44, 45, 100])('pages of %i join up to the whole', async (first) => {
    const whole = listAt(await service.ask(PAGE, { first: 100 }), 'data', 'search', 'edges')
    expect(whole).toHaveLength(45)
    let after: string | undefined
    for (let place = 0; place < 45; place += first) {
      const answer = await service.ask(PAGE, { first, after })
      const edges = whole.slice(place, place + first)
      const cursors = edges.map((edge) => textAt(edge, 'cursor'))
      expect(answer).toEqual({
        data: {
          search: {
            totalCount: 45,
            pageInfo: {
              hasNextPage: place + first < 45,
              hasPreviousPage: place > 0,
              startCursor: cursors[0],
              endCursor: cursors.at(-1),
            },
            nodes: edges.map((edge) => ({ slug: textAt(edge, 'node', 'slug') })),
            edges,
          },
        },
      })
      after = cursors.at(-1)
    }
  })

  test('a page of none says how many there are', async () => {
    expect(await service.ask(PAGE, { first: 0 })).toEqual({
      data: {
        search: {
          totalCount: 45,
          pageInfo: { hasNextPage: true, hasPreviousPage: false, startCursor: null, endCursor: null },
          nodes: [],
          edges: [],
        },
      },
    })
  })

  const ANOTHER =
    'Query.search: "after" is a cursor of another list or another order. Start over without it, and ask for every page alike.'
  const NONE = 'Query.search: "after" is not a cursor. Pass the endCursor or the startCursor of a page.'

  test.each([
    ['another search', ANOTHER, 'text: "sanctions"'],
    ['the same search of other types', ANOTHER, 'text: "paging", types: [TOPIC]'],
    ['no search at all', NONE, null],
  ])('a cursor of %s is refused', async (_name, message, search) => {
    const other = search && (await service.ask(`{ search(${search}, first: 1) { pageInfo { endCursor } } }`))
    const after = other ? textAt(other, 'data', 'search', 'pageInfo', 'endCursor') : 'bm8gY3Vyc29y'
    expect(await service.ask(PAGE, { after })).toEqual(refused(message))
  })

  test.each([-1, 101])('a page of %i is refused', async (first) => {
    expect(await service.ask(PAGE, { first })).toEqual(
      beyondLimit('MAX_PAGE', `Query.search: "first" is ${first}, and a page has 0 to 100.`),
    )
  })

  test('a cursor belongs to what is looked for, not to how it is typed', async () => {
    const first = await service.ask('{ search(text: "PAGING", first: 40) { pageInfo { endCursor } } }')
    const after = textAt(first, 'data', 'search', 'pageInfo', 'endCursor')
    expect(listAt(await service.ask(PAGE, { after }), 'data', 'search', 'nodes')).toHaveLength(5)
  })
})

function refused(message: string) {
  return {
    errors: [
      {
        message,
        locations: [{ line: expect.any(Number), column: expect.any(Number) }],
        path: ['search'],
        extensions: { code: 'BAD_USER_INPUT' },
      },
    ],
    data: null,
  }
}

test('what is changed is found by its new words, and no longer by the old ones', async () => {
  const [entry] = await keep(service, [topic('changing', 'Perestroika', 'Openness')])
  expect(await askFound(service, 'perestroika')).toEqual(finds('changing'))
  await service.database.transaction(async (tx) => {
    await tx.execute`UPDATE "Topic" SET "name" = 'Glasnost' WHERE "slug" = 'changing'`
    deriveSearch(tx, [entry?.id ?? ''])
  })
  expect(await askFound(service, 'perestroika')).toEqual(finds())
  expect(await find(service, 'glasnost openness')).toEqual(['changing'])
})

test('up to 10,000 hits are counted; where there are more the number is null', async () => {
  const add = (from: number, until: number) =>
    service.database.query(
      `WITH added AS (
         INSERT INTO "Topic" ("id", "slug", "name", "nameKey", "updatedAt")
         SELECT gen_random_uuid(), 'many-' || n, 'Innumerable', 'innumerable', now() FROM generate_series($1::int, $2::int) n
         RETURNING "id", "name"
       )
       INSERT INTO "SearchPart" SELECT "id", 0, 'TOPIC', "name", '', search_vector("name") FROM added`,
      [from, until],
    )
  const ask = () => service.ask('{ search(text: "innumerable", first: 0) { totalCount } }')
  await add(1, 10_000)
  expect(await ask()).toEqual({ data: { search: { totalCount: 10_000 } } })
  await add(10_001, 10_001)
  expect(await ask()).toEqual({ data: { search: { totalCount: null } } })
})
