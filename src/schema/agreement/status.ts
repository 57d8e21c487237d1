import { dayOf, today } from '../../domain/day.ts'
import type { Row } from '../../reading/reader.ts'
import type { Query, Selection } from '../../reading/selection.ts'
import type { Context } from '../builder.ts'
import { builder } from '../builder.ts'
import { dayArgument } from '../fuzzy-date.ts'
import { AgreementStatusEnum } from './filter.ts'

const onDay = builder.args((t) => ({
  on: t.field({
    type: 'Date',
    description: 'The day. Example: `2017-07-09`. Today (UTC) where it is left out.',
  }),
}))

const phaseColumns: Selection = { from: true, until: true, status: true }

/** The options of `status`: an agreement's phases are few, and all of them are read, so that any days can be asked for at once. */
export const statusField = {
  type: AgreementStatusEnum,
  nullable: true as const,
  description:
    "The status on the given day: what its events up to then come to; null before the first. Each AgreementEventKind's description says which status it leads to. An event, planned or not, counts from the last day that its date can mean, an undated one always.",
  args: onDay,
  extensions: {
    pothosPrismaSelect: (): { select: Selection } => ({ select: { statuses: { select: phaseColumns } } }),
  },
  resolve: (agreement: object, { on }: { on?: string | null }) => phaseOn(agreement, on)?.status ?? null,
}

/** The options of `statusEvent`: the turn on which the phase rests. */
export const statusEventField = {
  type: 'AgreementEvent' as const,
  nullable: true as const,
  description: 'The turn to which it owes that status, planned or not.',
  args: onDay,
  extensions: {
    pothosPrismaSelect: (
      _args: object,
      _context: Context,
      nested: (query: Query) => Query,
    ): { select: Selection } => ({
      select: { statuses: { select: { ...phaseColumns, event: nested({}) } } },
    }),
  },
  resolve: (agreement: object, { on }: { on?: string | null }): Row<'AgreementEvent'> | null => {
    const phase = phaseOn(agreement, on)
    return phase ? Reflect.get(phase, 'event') : null
  },
}

function phaseOn(agreement: object, on: string | null | undefined): Row<'AgreementPhase'> | undefined {
  const day = dayArgument('on', on ?? today())
  const phases: Row<'AgreementPhase'>[] = Reflect.get(agreement, 'statuses')
  return phases.find(({ from, until }) => dayOf(from) <= day && day <= dayOf(until))
}
