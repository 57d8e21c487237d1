import { dayOf } from '../../domain/day.ts'
import type { Span } from '../../domain/fuzzy-date.ts'
import { mayBeHeld } from '../../domain/office.ts'
import type { Row } from '../../reading/reader.ts'
import { builder } from '../builder.ts'
import { fuzzyDateField } from '../fuzzy-date.ts'

builder.prismaObject('Office', {
  // What tells whether it was held on a day.
  select: { id: true, periodEarliest: true, periodLatest: true },
  fields: (t) => ({
    title: t.exposeString('title'),
    holder: t.relation('holder', { description: 'Who holds it.' }),
    of: t.relation('of', { nullable: true, description: 'The state or organization whose office it is.' }),
    period: t.field(fuzzyDateField('period', 'The time for which it is held; null where it is not known.')),
  }),
})

/** Those of a participant's offices that may have been held at a time; all where the time is not known. */
export function officesAt(offices: readonly Row<'Office'>[], time: Span | null): Row<'Office'>[] {
  return offices.filter((office) => mayBeHeld(spanOf(office.periodEarliest, office.periodLatest), time))
}

/** Two bounds as stored, as a span of days; null where there is no date. */
export function spanOf(earliest: Date | null, latest: Date | null): Span | null {
  return earliest && latest ? { earliest: dayOf(earliest), latest: dayOf(latest) } : null
}
