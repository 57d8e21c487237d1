import type { MeetingFormat, MeetingKind, MeetingStatus } from '../../generated/prisma/enums.ts'
import type { Condition } from '../../reading/condition.ts'
import { builder } from '../builder.ts'
import { describedEnum } from '../enum.ts'
import {
  type Combinable,
  combined,
  hasWords,
  isFound,
  isTrue,
  one,
  oneOf,
  refersToOne,
  searched,
  searchOptions,
  topicConditions,
} from '../filter.ts'
import { DateFilter, type DateFilterShape, dateConditions } from '../fuzzy-date.ts'
import { IDMatch, type IdMatch, matching, referencesTo } from '../ids.ts'

export const MeetingKindEnum = describedEnum<MeetingKind>('MeetingKind', {
  description: 'What sort of encounter a meeting is.',
  values: {
    SUMMIT: 'A gathering of heads of state or government, such as the G20; it may hold other meetings.',
    BILATERAL: 'Two sides, by appointment.',
    MULTILATERAL: 'More than two sides, short of a summit.',
    PULL_ASIDE: 'A short talk on the margins of something else.',
    CALL: 'A telephone or video call.',
    VISIT: 'A journey to another country, with whatever it held.',
    NEGOTIATION: 'A round of talks towards an agreement.',
    SESSION: 'A sitting of a standing body, such as the UN General Assembly.',
    HEARING: 'Testimony before a parliament, a court or a commission.',
    NEWS_CONFERENCE: 'Answers to the press, on the record.',
    BRIEFING: 'What officials tell reporters.',
    OTHER: 'Any other encounter.',
  },
})

export const MeetingFormatEnum = describedEnum<MeetingFormat>('MeetingFormat', {
  description: 'Whether those who met were in one place.',
  values: {
    IN_PERSON: 'All in one place.',
    REMOTE: 'By telephone or video.',
    HYBRID: 'Some there, some connected.',
  },
})

export const MeetingStatusEnum = describedEnum<MeetingStatus>('MeetingStatus', {
  description: 'Whether a meeting took place.',
  values: {
    PLANNED: 'It is announced, and its day has not come.',
    HELD: 'It took place.',
    POSTPONED: 'It was put off.',
    CANCELLED: 'It was called off.',
  },
})

export interface MeetingFilterShape extends Combinable<MeetingFilterShape> {
  search?: string | null
  kind?: readonly MeetingKind[] | null
  status?: readonly MeetingStatus[] | null
  format?: readonly MeetingFormat[] | null
  date?: DateFilterShape | null
  countryCode?: readonly string[] | null
  place?: string | null
  participants?: IdMatch | null
  topics?: IdMatch | null
  parent?: string | null
  hasAgreements?: boolean | null
  isContested?: boolean | null
}

export const MeetingFilter = builder.inputRef<MeetingFilterShape>('MeetingFilter')
MeetingFilter.implement({
  description:
    'Which meetings; the fields are ANDed. Example: `{ kind: [BILATERAL], participants: { all: ["donald-trump", "vladimir-putin"] }, date: { from: "2017-01-01" } }`.',
  fields: (t) => ({
    and: t.field({
      type: [MeetingFilter],
      description: 'All of these hold. Example: `[{ isContested: true }]`.',
    }),
    or: t.field({
      type: [MeetingFilter],
      description: 'Any of these holds. Example: `[{ kind: [CALL] }, { format: [REMOTE] }]`.',
    }),
    not: t.field({
      type: MeetingFilter,
      description: 'This does not hold. Example: `{ status: [CANCELLED] }`.',
    }),
    search: t.string(searchOptions),
    kind: t.field({
      type: [MeetingKindEnum],
      description: 'Of one of these kinds. Example: `[SUMMIT, BILATERAL]`.',
    }),
    status: t.field({
      type: [MeetingStatusEnum],
      description: 'With one of these statuses. Example: `[HELD]`.',
    }),
    format: t.field({
      type: [MeetingFormatEnum],
      description: 'In one of these formats. Example: `[IN_PERSON]`.',
    }),
    date: t.field({
      type: DateFilter,
      description: 'In a span of days. Example: `{ from: "1985-11-01", until: "1985-11-30" }`.',
    }),
    countryCode: t.field({
      type: ['CountryCode'],
      description: 'In one of these countries. Example: `["DE", "CH"]`.',
    }),
    place: t.string({
      extensions: searched,
      description:
        'In a place whose name holds all of these words. Case and accents do not matter. Example: `"geneva"`.',
    }),
    participants: t.field({
      type: IDMatch,
      description:
        'With these participants: whoever attends, speaks or is party to an agreement reached there, and whoever that is done on behalf of. Example: `{ all: ["france", "germany"] }`.',
    }),
    topics: t.field({
      type: IDMatch,
      description: 'On these topics or narrower ones. Example: `{ any: ["arms-control"] }`.',
    }),
    parent: t.id({
      description: 'Within this meeting: a global ID or a slug. Example: `"g20-hamburg-2017"`.',
    }),
    hasAgreements: t.boolean({ description: 'Whether an agreement was reached there. Example: `true`.' }),
    isContested: t.boolean({ description: 'Whether one of its issues is contested. Example: `true`.' }),
  }),
})

/** What the filter means to the door. */
export function meetingCondition(filter: MeetingFilterShape): Condition {
  return {
    all: [
      ...combined(filter, meetingCondition),
      ...isFound(filter.search),
      ...oneOf('kind', filter.kind),
      ...oneOf('status', filter.status),
      ...oneOf('format', filter.format),
      ...dateConditions('date', filter.date),
      ...oneOf('placeCountryCode', filter.countryCode),
      ...hasWords('placeKey', 'place', filter.place),
      ...matching(filter.participants, takesPartInMeeting),
      ...topicConditions(filter.topics),
      ...refersToOne('parentId', 'Meeting', one(filter.parent)),
      ...hasAgreements(filter.hasAgreements),
      ...isTrue('isContested', filter.isContested),
    ],
  }
}

/** Whoever attends, speaks or is party there, and whoever that is done on behalf of. */
export function takesPartInMeeting(ids: readonly string[]): Condition {
  const isOneOf = (column: string): Condition => ({ column, refersTo: referencesTo('Participant', ids) })
  return {
    any: [
      { some: 'attendances', where: isOneOf('participantId') },
      { some: 'attendances', where: isOneOf('onBehalfOfId') },
      { some: 'statements', where: isOneOf('speakerId') },
      { some: 'statements', where: isOneOf('onBehalfOfId') },
      { some: 'agreements', where: { some: 'parties', where: isOneOf('participantId') } },
    ],
  }
}

function hasAgreements(value: boolean | null | undefined): Condition[] {
  if (typeof value !== 'boolean') return []
  const reached: Condition = { some: 'agreements', where: { all: [] } }
  return [value ? reached : { not: reached }]
}
