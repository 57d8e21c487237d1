// The filter `search` of every list: what the search finds, combined with all else that a filter can say.
import { beforeAll, describe, expect, test } from 'vitest'
import { onEmptyRecord } from '../harness/service.ts'
import { keep, statement, toldBy, topic } from './keep.ts'

const service = onEmptyRecord()

beforeAll(() =>
  keep(service, [
    ...toldBy,
    topic('one', 'Cease-fire', 'monitors'),
    topic('two', 'Ceasefires'),
    topic('three', 'War', 'no end'),
    statement('s1', 'A cease fire, with monitors.', { act: 'PROPOSE' }),
    statement('s2', 'The ceasefire fails.', { act: 'DENY' }),
    statement('s3', 'War goes on.', { act: 'DENY' }),
    {
      type: 'Meeting',
      input: { slug: 'm1', title: 'On the cease-fire', kind: 'CALL', participants: [host] },
    },
    { type: 'Meeting', input: { slug: 'm2', title: 'On war', kind: 'CALL', participants: [host] } },
    {
      type: 'Participant',
      input: { slug: 'ceasefire-monitors', name: 'Monitors of the ceasefire', kind: 'GROUP' },
    },
    { type: 'Agreement', input: { slug: 'a1', title: 'Cease-fire of Minsk', kind: 'CEASEFIRE' } },
    { type: 'Agreement', input: { slug: 'a2', title: 'Peace of Minsk', kind: 'TREATY' } },
    { type: 'Issue', input: { slug: 'i1', question: 'Does the cease-fire hold?' } },
    { type: 'Issue', input: { slug: 'i2', question: 'Is it war?' } },
    { type: 'Source', input: { slug: 'r1', title: 'Ceasefire report', kind: 'OTHER' } },
  ]),
)

const host = { participant: 'speaker', roles: ['HOST'] }

describe('every list finds by words as the search does', () => {
  test.each([
    ['meetings', ['m1']],
    ['participants', ['ceasefire-monitors']],
    ['statements', ['s1', 's2']],
    ['agreements', ['a1']],
    ['issues', ['i1']],
    ['topics', ['one', 'two']],
    ['sources', ['r1']],
  ])('%s', async (list, slugs) => {
    expect(
      await service.ask(
        `query Found($first: Int, $text: String) { ${list}(first: $first, filter: { search: $text }) { totalCount nodes { slug } } }`,
        { first: 10, text: 'cease-fire' },
      ),
    ).toEqual({
      data: {
        [list]: {
          totalCount: slugs.length,
          nodes: expect.toSatisfy((nodes) => isSameSet(nodes, slugs)),
        },
      },
    })
  })

  test.each(['meetings', 'participants', 'statements', 'agreements', 'issues', 'topics', 'sources'])(
    '%s: a blank text and null restrict nothing, and words that must not be there alone find nothing',
    async (list) => {
      const answer = await service.ask(
        `{
          all: ${list} { totalCount }
          none: ${list}(filter: { search: null }) { totalCount }
          empty: ${list}(filter: { search: "" }) { totalCount }
          blank: ${list}(filter: { search: " \\t " }) { totalCount }
          excluded: ${list}(filter: { search: "-war" }) { totalCount }
          signs: ${list}(filter: { search: "?!" }) { totalCount }
        }`,
      )
      const all = { totalCount: expect.any(Number) }
      expect(answer).toEqual({
        data: {
          all,
          none: all,
          empty: all,
          blank: all,
          excluded: { totalCount: 0 },
          signs: { totalCount: 0 },
        },
      })
      const { data } = Object(answer)
      expect([data.none, data.empty, data.blank]).toEqual([data.all, data.all, data.all])
    },
  )
})

function isSameSet(nodes: unknown, slugs: readonly string[]): boolean {
  if (!Array.isArray(nodes)) return false
  expect(nodes.map((node: unknown) => Reflect.get(Object(node), 'slug')).toSorted()).toEqual(slugs)
  return true
}

describe('a search combines with the rest of a filter', () => {
  test.each([
    ['with another field', '{ search: "ceasefire", act: [DENY] }', ['s2']],
    ['with and', '{ and: [{ search: "ceasefire" }, { search: "monitor" }] }', ['s1']],
    ['with or', '{ or: [{ search: "monitors" }, { search: "war" }] }', ['s1', 's3']],
    ['with not', '{ not: { search: "ceasefire" } }', ['s3']],
    ['with not, nothing being looked for', '{ not: { search: "-war" } }', ['s1', 's2', 's3']],
    ['within itself', '{ search: "ceasefire -monitors or war" }', ['s2', 's3']],
    ['with not around or', '{ not: { or: [{ search: "war" }, { search: "fails" }] } }', ['s1']],
  ])('%s', async (_name, filter, slugs) => {
    expect(await service.ask(`{ statements(filter: ${filter}) { totalCount nodes { slug } } }`)).toEqual({
      data: {
        statements: {
          totalCount: slugs.length,
          nodes: expect.toSatisfy((nodes) => isSameSet(nodes, slugs)),
        },
      },
    })
  })
})

test('nested lists take it too', async () => {
  expect(
    await service.ask(/* GraphQL */ `
      {
        participant(id: "speaker") {
          meetings(filter: { search: "ceasefire" }) { totalCount nodes { slug } }
          statements(filter: { search: "war" }) { totalCount nodes { slug } facets { byAct { act count } } }
        }
      }
    `),
  ).toEqual({
    data: {
      participant: {
        meetings: { totalCount: 1, nodes: [{ slug: 'm1' }] },
        statements: {
          totalCount: 1,
          nodes: [{ slug: 's3' }],
          facets: { byAct: [{ act: 'DENY', count: 1 }] },
        },
      },
    },
  })
})

test('a word that more entries have than are looked up is found in all of them, page by page and in the count', async () => {
  const many = Array.from({ length: 10_010 }, (_, number) => topic(`many-${number}`, `Multitude ${number}`))
  await keep(service, many)
  const slugs = many.map(({ input }) => String(Reflect.get(Object(input), 'slug')))
  const query = `{
    found: topics(first: 3, filter: { search: "multitude" }) { totalCount nodes { slug } }
    last: topics(last: 1, filter: { search: "multitude" }) { nodes { slug } }
    within: topics(filter: { search: "multitude 10009" }) { totalCount nodes { slug } }
  }`
  expect(await service.ask(query)).toEqual({
    data: {
      found: {
        totalCount: slugs.length,
        nodes: ['many-0', 'many-1', 'many-10'].map((slug) => ({ slug })),
      },
      last: { nodes: [{ slug: 'many-9999' }] },
      within: { totalCount: 1, nodes: [{ slug: 'many-10009' }] },
    },
  })
})
