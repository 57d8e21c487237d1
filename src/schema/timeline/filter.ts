import type { Condition } from '../../reading/condition.ts'
import type { LaneType } from '../../reading/timeline.ts'
import { builder } from '../builder.ts'
import { topicConditions } from '../filter.ts'
import { DateFilter, type DateFilterShape, dateConditions } from '../fuzzy-date.ts'
import { IDMatch, type IdMatch, matching, referencesTo } from '../ids.ts'
import { takesPartInMeeting } from '../meeting/filter.ts'

const lanes = { MEETING: 'Meeting', STATEMENT: 'Statement', AGREEMENT_EVENT: 'AgreementEvent' } as const
type TimelineTypeValue = keyof typeof lanes

const TimelineType = builder.enumType('TimelineType', {
  description: 'What stands on a timeline.',
  values: {
    MEETING: { description: 'Meetings, by when they took place.' },
    STATEMENT: { description: 'Statements, by when they were made.' },
    AGREEMENT_EVENT: { description: 'Turns of agreements, by when they happened or are to happen.' },
  } satisfies Record<TimelineTypeValue, object>,
})

export interface TimelineFilterShape {
  date?: DateFilterShape | null
  participants?: IdMatch | null
  topics?: IdMatch | null
  types?: readonly TimelineTypeValue[] | null
}

export const TimelineFilter = builder.inputRef<TimelineFilterShape>('TimelineFilter').implement({
  description:
    'What of the timeline; the fields are ANDed. Example: `{ date: { from: "2017-07-03", until: "2017-07-09" }, participants: { any: ["russia"] } }`.',
  fields: (t) => ({
    date: t.field({
      type: DateFilter,
      description: 'In a span of days. Example: `{ from: "1985-01-01", until: "1985-12-31" }`.',
    }),
    participants: t.field({
      type: IDMatch,
      description:
        'With these participants: whoever attends, speaks or is party, and whoever that is done on behalf of. Example: `{ any: ["vladimir-putin"] }`.',
    }),
    topics: t.field({
      type: IDMatch,
      description:
        'On these topics or narrower ones; a turn is on those of its agreement. Example: `{ any: ["arms-control"] }`.',
    }),
    types: t.field({
      type: [TimelineType],
      description: 'Only these. Example: `[MEETING, AGREEMENT_EVENT]`.',
    }),
  }),
})

/** What the filter means for each of the types on the timeline. */
export function timelineConditions(
  filter: TimelineFilterShape | null | undefined,
): Partial<Record<LaneType, Condition>> {
  const { date, participants, topics, types } = filter ?? {}
  const dated = dateConditions('date', date)
  const onTopics = topicConditions(topics)
  const conditions: Record<LaneType, Condition> = {
    Meeting: { all: [...dated, ...matching(participants, takesPartInMeeting), ...onTopics] },
    Statement: { all: [...dated, ...matching(participants, speaks), ...onTopics] },
    AgreementEvent: {
      all: [
        ...dated,
        ...matching(participants, takesPartInTurn),
        ...onTopics.map((where): Condition => ({ some: 'agreement', where })),
      ],
    },
  }
  const asked = types && types.length > 0 ? types.map((type) => lanes[type]) : Object.values(lanes)
  return Object.fromEntries(asked.map((lane) => [lane, conditions[lane]]))
}

function isOneOf(column: string, ids: readonly string[]): Condition {
  return { column, refersTo: referencesTo('Participant', ids) }
}

function speaks(ids: readonly string[]): Condition {
  return { any: [isOneOf('speakerId', ids), isOneOf('onBehalfOfId', ids)] }
}

/** Whoever does it, and whoever is party to the agreement. */
function takesPartInTurn(ids: readonly string[]): Condition {
  const isParticipant = isOneOf('participantId', ids)
  return {
    any: [
      { some: 'participants', where: isParticipant },
      { some: 'agreement', where: { some: 'parties', where: isParticipant } },
    ],
  }
}
