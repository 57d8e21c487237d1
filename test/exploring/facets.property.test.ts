// Facets of every list of meetings and statements, with any filter, against a model that counts the whole list.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { onEmptyRecord } from '../harness/service.ts'
import { readingRecords } from '../model/reading-arbitraries.ts'
import { called } from '../model/reading-record.ts'
import { at, textAt } from '../reading/answer.ts'
import { asked } from '../reading/asked.ts'
import { LIST_KINDS, type ListKind } from '../reading/list-kinds.ts'
import { type LoadedRecord, load } from '../reading/load.ts'
import { type Asked, wholeList } from '../reading/pages.ts'
import { holds } from '../reading/property.ts'
import { meetingFacets, statementFacets } from './model-facets.ts'

const service = onEmptyRecord()

const FACETS = {
  Meeting: /* GraphQL */ `
    byKind { kind count }
    byCountry(first: $most) { countryCode count }
    byYear { year count }
    byTopic(first: $most) { topic { slug } count }
  `,
  Statement: /* GraphQL */ `
    byAct { act count }
    bySpeaker(first: $most) { participant { slug } count }
    byTopic(first: $most) { topic { slug } count }
    byYear { year count }
  `,
}
type Counted = keyof typeof FACETS

const COUNTED_LISTS: ReadonlyMap<string, Counted> = new Map([
  ['Query.meetings', 'Meeting'],
  ['Meeting.meetings', 'Meeting'],
  ['Topic.meetings', 'Meeting'],
  ['Query.statements', 'Statement'],
  ['Meeting.statements', 'Statement'],
  ['Meeting.statementsAbout', 'Statement'],
  ['Participant.statements', 'Statement'],
  ['Participant.statementsAbout', 'Statement'],
  ['Agreement.statementsAbout', 'Statement'],
  ['Statement.reports', 'Statement'],
  ['Statement.contradictedBy', 'Statement'],
  ['Topic.statements', 'Statement'],
  ['Account.statements', 'Statement'],
])

const kinds = LIST_KINDS.filter(({ field }) => COUNTED_LISTS.has(field))

test('every list of meetings or statements is looked at', () => {
  expect(kinds.map(({ field }) => field).toSorted()).toEqual([...COUNTED_LISTS.keys()].toSorted())
})

test('the facets of every list count what the model counts, whatever the page', () =>
  holds(
    fc.record({
      record: readingRecords,
      choice: fc.nat(),
      sizes: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 6, maxLength: 6 }),
    }),
    {
      runs: 3,
      async test({ record, choice, sizes }) {
        const loaded = await load(service, record)
        for (const kind of kinds) await compare(kind, { loaded, choice, sizes })
      },
    },
  ))

async function compare(
  kind: ListKind,
  { loaded, choice, sizes }: { loaded: LoadedRecord; choice: number; sizes: number[] },
) {
  const lists = fc.sample(asked(kind, loaded), { seed: choice, numRuns: sizes.length })
  for (const [index, list] of lists.entries()) {
    const most = sizes[index] ?? 0
    const { parent, filters } = list
    expect(await askFacets(list, most), `${kind.field} ${JSON.stringify({ parent, filters, most })}`).toEqual(
      {
        totalCount: wholeList(list).length,
        nodes: [],
        facets: counts(list, most),
      },
    )
  }
}

function counts(list: Asked, first: number) {
  const { record, kind } = list
  const slugs = wholeList(list).map(({ node }) => textAt(node, 'slug'))
  return COUNTED_LISTS.get(kind.field) === 'Meeting'
    ? meetingFacets(
        record,
        slugs.map((slug) => called(record.Meeting, slug)),
        { first },
      )
    : statementFacets(
        record,
        slugs.map((slug) => called(record.Statement, slug)),
        { first },
      )
}

async function askFacets({ kind, parent, sent }: Asked, most: number): Promise<unknown> {
  const [id = '', side] = parent.split(' ')
  const field = kind.field.slice(kind.field.indexOf('.') + 1)
  const { ordered } = kind
  const facets = FACETS[COUNTED_LISTS.get(kind.field) ?? 'Meeting']
  const list = `list: ${field}(first: 0 ${ordered ? ', filter: $filter' : ''}) {
    totalCount
    nodes { slug }
    facets { ${facets} }
  }`
  const answer = await service.ask(
    `query Facets($most: Int ${ordered ? `, $filter: ${ordered}Filter` : ''}) {
      ${kind.path.replace('ID', id).replace('LIST', list)}
    }`,
    { most, ...(ordered ? { filter: sent } : {}) },
  )
  const found = at(answer, 'data', ...kind.answerAt)
  if (!Array.isArray(found)) return found ?? answer
  return at(
    found.find((account) => at(account, 'side', 'slug') === side),
    'list',
  )
}
