import fc from 'fast-check'
import type { Term } from '../model/reading-order.ts'
import type { ReadingRecord } from '../model/reading-record.ts'
import {
  agreementFilters,
  meetingFilters,
  participantFilters,
  statementFilters,
} from './filter-arbitraries.ts'
import { withGlobalIds } from './global-ids.ts'
import type { Filters, ListKind } from './list-kinds.ts'
import type { LoadedRecord } from './load.ts'
import type { Asked } from './pages.ts'

/** By what lists of each type can be ordered. */
const ORDER_FIELDS = {
  Meeting: ['DATE', 'TITLE', 'CREATED_AT', 'UPDATED_AT'],
  Participant: ['NAME', 'CREATED_AT', 'UPDATED_AT'],
  Statement: ['DATE', 'ORDINAL', 'CREATED_AT', 'UPDATED_AT'],
  Agreement: ['EFFECTIVE', 'TITLE', 'CREATED_AT', 'UPDATED_AT'],
}

const sometimes = <Filter extends object>(filters: fc.Arbitrary<Filter>) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant<Partial<Filter>>({}) }, { weight: 1, arbitrary: filters })

const filters: fc.Arbitrary<Filters> = fc.record({
  Meeting: sometimes(meetingFilters),
  Participant: sometimes(participantFilters),
  Statement: sometimes(statementFilters),
  Agreement: sometimes(agreementFilters),
})

const direction = fc.constantFrom<Term['direction']>('ASC', 'DESC')

/** Some of the fields in some order, each in some direction; none for the order that a list has by itself. */
function orders(fields: readonly string[]): fc.Arbitrary<Term[]> {
  return fc
    .shuffledSubarray([...fields])
    .chain((chosen) =>
      fc.tuple(...chosen.map((field) => direction.map((way) => ({ field, direction: way })))),
    )
}

/** Lists of a kind in a record: those with the most rows, where there are several. */
export function asked(kind: ListKind, { record, idOf }: LoadedRecord): fc.Arbitrary<Asked> {
  const parents = fullest(kind, record)
  const orderBy = kind.ordered ? orders(ORDER_FIELDS[kind.ordered]) : fc.constant<Term[]>([])
  return fc.record({ parent: fc.constantFrom(...parents), orderBy, filters }).map((chosen) => ({
    ...chosen,
    record,
    kind,
    sent: kind.ordered && withGlobalIds(chosen.filters[kind.ordered], { record, idOf }),
  }))
}

function fullest(kind: ListKind, record: ReadingRecord): readonly string[] {
  const every: Filters = { Meeting: {}, Participant: {}, Statement: {}, Agreement: {} }
  const length = (parent: string) => kind.rows(record, parent, every).length
  return kind
    .parents(record)
    .toSorted((one, other) => length(other) - length(one))
    .slice(0, 3)
}
