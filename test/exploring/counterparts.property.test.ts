// Whom somebody met, how often, and when: against a model that looks at every meeting by itself.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MeetingFormat, MeetingKind, ParticipantKind } from '../../src/generated/prisma/enums.ts'
import { onEmptyRecord } from '../harness/service.ts'
import { COUNTRIES, SLUGS } from '../model/reading-arbitraries.ts'
import { DAYS } from '../model/reading-dates.ts'
import { bare } from '../model/reading-filters.ts'
import { compareTexts, keyOf } from '../model/reading-names.ts'
import type { ReadingRecord } from '../model/reading-record.ts'
import { listAt, textAt } from '../reading/answer.ts'
import { withGlobalIds } from '../reading/global-ids.ts'
import { load } from '../reading/load.ts'
import { holds } from '../reading/property.ts'
import { encounterRecords } from './encounter-records.ts'
import { type CounterpartInput, counterparts, fullest, haveMet } from './model-met.ts'

const service = onEmptyRecord()

const PAGE = /* GraphQL */ `
  query Page(
    $id: ID!, $first: Int, $after: String, $last: Int, $before: String, $filter: CounterpartFilter
  ) {
    participant(id: $id) {
      counterparts(first: $first, after: $after, last: $last, before: $before, filter: $filter) {
        totalCount
        pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
        nodes { slug }
        edges {
          cursor
          meetingCount
          firstMet { edtf earliest latest }
          lastMet { edtf earliest latest }
          node { slug }
        }
      }
    }
  }
`

type Edges = ReturnType<typeof counterparts>

async function askPage(id: string, variables: object) {
  const answer = await service.ask(PAGE, { id, ...variables })
  const edges = listAt(answer, 'data', 'participant', 'counterparts', 'edges')
  return { answer, cursors: edges.map((edge) => textAt(edge, 'cursor')) }
}

function expectedPage(
  edges: Edges,
  options: { totalCount: number; cursors: string[]; hasNextPage: boolean; hasPreviousPage: boolean },
) {
  const { totalCount, cursors, ...ends } = options
  return {
    data: {
      participant: {
        counterparts: {
          totalCount,
          pageInfo: { ...ends, startCursor: cursors[0] ?? null, endCursor: cursors.at(-1) ?? null },
          nodes: edges.map(({ node }) => node),
          edges: edges.map((edge, place) => ({ cursor: cursors[place], ...edge })),
        },
      },
    },
  }
}

const day = fc.constantFrom(...DAYS)
const someOf = (values: Readonly<Record<string, string>>) => fc.subarray(Object.values(values))
const filters: fc.Arbitrary<CounterpartInput> = fc.record(
  {
    kind: someOf(ParticipantKind),
    date: fc
      .tuple(day, day, fc.constantFrom('POSSIBLY' as const, 'CERTAINLY' as const))
      .map(([one, other, match]) => {
        const [from, until] = [one, other].toSorted()
        return { from, until, match }
      }),
    countryCode: fc.subarray([...COUNTRIES]),
    meetingKind: fc.oneof(someOf(MeetingKind), fc.constant(['SUMMIT', 'BILATERAL'])),
    format: someOf(MeetingFormat),
  },
  { requiredKeys: [] },
)

test('somebody met those whom the model says, so often, from the first time to the last', () =>
  holds(
    fc.record({ record: encounterRecords, filters: fc.array(filters, { minLength: 30, maxLength: 30 }) }),
    {
      runs: 3,
      async test({ record, filters: asked }) {
        await load(service, record)
        for (const [index, filter] of [{}, ...asked].entries()) {
          const id = SLUGS.Participant[index % SLUGS.Participant.length] ?? ''
          const edges = counterparts(record, id, filter)
          const { answer, cursors } = await askPage(id, { first: 100, filter })
          const ends = { hasNextPage: false, hasPreviousPage: false }
          expect(answer, JSON.stringify({ id, filter })).toEqual(
            expectedPage(edges, { totalCount: edges.length, cursors, ...ends }),
          )
        }
      },
    },
  ))

test('pages of any size, forward and backward, join up to the whole', () =>
  holds(fc.record({ record: encounterRecords, size: fc.integer({ min: 1, max: 5 }) }), {
    runs: 5,
    async test({ record, size }) {
      await load(service, record)
      const [id = ''] = fullest(record)
      const whole = counterparts(record, id, {})
      const totalCount = whole.length

      let after: string | undefined
      for (let place = 0; place < whole.length; place += size) {
        const { answer, cursors } = await askPage(id, { first: size, after })
        const ends = { hasNextPage: place + size < whole.length, hasPreviousPage: place > 0 }
        expect(answer).toEqual(
          expectedPage(whole.slice(place, place + size), { totalCount, cursors, ...ends }),
        )
        after = cursors.at(-1)
      }
      let before: string | undefined
      for (let end = whole.length; end > 0; end -= size) {
        const start = Math.max(0, end - size)
        const { answer, cursors } = await askPage(id, { last: size, before })
        const ends = { hasNextPage: end < whole.length, hasPreviousPage: start > 0 }
        expect(answer).toEqual(expectedPage(whole.slice(start, end), { totalCount, cursors, ...ends }))
        before = cursors[0]
      }
    },
  }))

const MET = /* GraphQL */ `
  query Met($met: IDMatch) {
    participants(first: 100, filter: { met: $met }) { totalCount nodes { slug } }
    others: participants(first: 100, filter: { not: { met: $met } }) { totalCount nodes { slug } }
  }
`

const named = fc.subarray(SLUGS.Participant.flatMap((slug) => [slug, `@${slug}`]).concat('nobody'), {
  maxLength: 3,
})
const matches = fc.record({ any: named, all: named, none: named }, { requiredKeys: [] })

test('"met" finds those who met any, all or none of the named, and its opposite the others', () =>
  holds(fc.record({ record: encounterRecords, asked: fc.array(matches, { minLength: 25, maxLength: 25 }) }), {
    runs: 3,
    async test({ record, asked }) {
      const loaded = await load(service, record)
      for (const met of asked) {
        const hasMet = ({ slug }: { slug: string }) => {
          const knows = (id: string) => bare(id) !== 'nobody' && haveMet(record, slug, bare(id))
          const { any = [], all = [], none = [] } = met
          return (any.length === 0 || any.some(knows)) && all.every(knows) && !none.some(knows)
        }
        expect(await service.ask(MET, { met: withGlobalIds(met, loaded) }), JSON.stringify(met)).toEqual({
          data: {
            participants: list(record, hasMet),
            others: list(record, (one) => !hasMet(one)),
          },
        })
      }
    },
  }))

function list(record: ReadingRecord, is: (participant: { slug: string }) => boolean) {
  const nodes = record.Participant.filter(is)
    .toSorted(
      (one, other) => compareTexts(keyOf(one.name), keyOf(other.name)) || compareTexts(one.slug, other.slug),
    )
    .map(({ slug }) => ({ slug }))
  return { totalCount: nodes.length, nodes }
}
