import { today } from '../../domain/day.ts'
import type {
  AgreementForm,
  AgreementKind,
  AgreementPartyRole,
  AgreementStatus,
} from '../../generated/prisma/enums.ts'
import { type Condition, everything } from '../../reading/condition.ts'
import { builder } from '../builder.ts'
import { describedEnum } from '../enum.ts'
import {
  type Combinable,
  combined,
  isFound,
  oneOf,
  refersToOne,
  searchOptions,
  topicConditions,
} from '../filter.ts'
import { DateFilter, type DateFilterShape, dateConditions, dayArgument } from '../fuzzy-date.ts'
import { IDMatch, type IdMatch, matching, referencesTo } from '../ids.ts'

export const AgreementKindEnum = describedEnum<AgreementKind>('AgreementKind', {
  description: 'What sort of agreement it is.',
  values: {
    CEASEFIRE: 'An end or a pause of fighting.',
    TREATY: 'An agreement under international law, meant to be ratified.',
    MEMORANDUM: 'A memorandum of understanding.',
    COMMUNIQUE: 'What a meeting published as its outcome.',
    JOINT_STATEMENT: 'What several declared together.',
    COMMITMENT: 'What somebody undertook to do.',
    PROTOCOL: 'An addition to another agreement, or the record of a procedure.',
    RESOLUTION: 'A decision of a body, such as the UN Security Council.',
    OTHER: 'Any other agreement.',
  },
})

export const AgreementFormEnum = describedEnum<AgreementForm>('AgreementForm', {
  description: 'How an agreement was concluded.',
  values: {
    ORAL: 'By word of mouth.',
    WRITTEN: 'In writing.',
    SIGNED: 'In writing, with signatures.',
    UNKNOWN: 'No source says.',
  },
})

export const AgreementStatusEnum = describedEnum<AgreementStatus>('AgreementStatus', {
  description: "What an agreement's events come to on a day.",
  values: {
    PROPOSED: 'Somebody put it forward.',
    NEGOTIATING: 'It is being negotiated.',
    AGREED: 'It is agreed, announced, signed or ratified, and not yet in force.',
    IN_FORCE: 'It holds.',
    SUSPENDED: 'It is set aside for a time.',
    ENDED: 'It was terminated, has expired, or fewer than two parties are left.',
    REJECTED: 'It was turned down.',
  },
})

export const AgreementPartyRoleEnum = describedEnum<AgreementPartyRole>('AgreementPartyRole', {
  description: 'As what a participant takes part in an agreement.',
  values: {
    PARTY: 'Bound by it, from the start or since it joined.',
    GUARANTOR: 'Answers for its being kept.',
    MEDIATOR: 'Brought the parties together.',
    WITNESS: 'Was there when it was made.',
    SUPPORTER: 'Speaks for it without being bound.',
    OBJECTOR: 'Speaks against it.',
  },
})

interface AgreementStatusMatchShape {
  any: readonly AgreementStatus[]
  on?: string | null
}

const AgreementStatusMatch = builder.inputRef<AgreementStatusMatchShape>('AgreementStatusMatch').implement({
  description: 'The status on a day, today (UTC) if none. Example: `{ any: [IN_FORCE], on: "2017-07-09" }`.',
  fields: (t) => ({
    any: t.field({
      type: [AgreementStatusEnum],
      required: true,
      description: 'One of these. Example: `[AGREED, IN_FORCE]`.',
    }),
    on: t.field({ type: 'Date', description: 'The day. Example: `2017-07-09`.' }),
  }),
})

export interface AgreementFilterShape extends Combinable<AgreementFilterShape> {
  search?: string | null
  kind?: readonly AgreementKind[] | null
  form?: readonly AgreementForm[] | null
  parties?: IdMatch | null
  topics?: IdMatch | null
  meeting?: readonly string[] | null
  status?: AgreementStatusMatchShape | null
  effective?: DateFilterShape | null
}

export const AgreementFilter = builder.inputRef<AgreementFilterShape>('AgreementFilter')
AgreementFilter.implement({
  description:
    'Which agreements; the fields are ANDed. Example: `{ kind: [CEASEFIRE], status: { any: [IN_FORCE], on: "2017-07-09" } }`.',
  fields: (t) => ({
    and: t.field({
      type: [AgreementFilter],
      description: 'All of these hold. Example: `[{ form: [ORAL] }]`.',
    }),
    or: t.field({
      type: [AgreementFilter],
      description: 'Any of these holds. Example: `[{ kind: [TREATY] }, { form: [SIGNED] }]`.',
    }),
    not: t.field({ type: AgreementFilter, description: 'This does not hold. Example: `{ form: [ORAL] }`.' }),
    kind: t.field({
      type: [AgreementKindEnum],
      description: 'Of one of these kinds. Example: `[CEASEFIRE, TREATY]`.',
    }),
    search: t.string(searchOptions),
    form: t.field({
      type: [AgreementFormEnum],
      description: 'Concluded in one of these forms. Example: `[SIGNED]`.',
    }),
    parties: t.field({
      type: IDMatch,
      description:
        'With these among those who take part, in any role. Example: `{ all: ["jordan", "israel"] }`.',
    }),
    topics: t.field({
      type: IDMatch,
      description: 'On these topics or narrower ones. Example: `{ any: ["syrian-civil-war"] }`.',
    }),
    meeting: t.idList({
      description:
        'Reached at one of these meetings: global IDs or slugs. Example: `["trump-putin-hamburg-2017"]`.',
    }),
    status: t.field({
      type: AgreementStatusMatch,
      description: 'With one of these statuses on a day. Example: `{ any: [IN_FORCE] }`.',
    }),
    effective: t.field({
      type: DateFilter,
      description: 'Meant to hold in a span of days. Example: `{ from: "2017-07-09" }`.',
    }),
  }),
})

/** What the filter means to the door. */
export function agreementCondition(filter: AgreementFilterShape): Condition {
  return {
    all: [
      ...combined(filter, agreementCondition),
      ...isFound(filter.search),
      ...oneOf('kind', filter.kind),
      ...oneOf('form', filter.form),
      ...matching(filter.parties, (ids) => ({
        some: 'parties',
        where: { column: 'participantId', refersTo: referencesTo('Participant', ids) },
      })),
      ...topicConditions(filter.topics),
      ...refersToOne('meetingId', 'Meeting', filter.meeting),
      ...hasStatus(filter.status),
      ...dateConditions('effective', filter.effective),
    ],
  }
}

function hasStatus(match: AgreementStatusMatchShape | null | undefined): Condition[] {
  if (!match) return []
  const day = dayArgument('on', match.on ?? today())
  if (match.any.length === 0) return []
  const holds: Condition[] = [
    { column: 'from', is: '<=', value: day },
    { column: 'until', is: '>=', value: day },
  ]
  return [{ some: 'statuses', where: { all: [...oneOf('status', match.any), ...holds] } }]
}

interface PartyFilterShape {
  role?: readonly AgreementPartyRole[] | null
  on?: string | null
}

export const PartyFilter = builder.inputRef<PartyFilterShape>('PartyFilter').implement({
  description: 'Which of those who take part. Example: `{ role: [PARTY], on: "2017-07-09" }`.',
  fields: (t) => ({
    role: t.field({
      type: [AgreementPartyRoleEnum],
      description: 'In one of these roles. Example: `[PARTY, GUARANTOR]`.',
    }),
    on: t.field({
      type: 'Date',
      description: 'Who may take part on this day: has joined and not yet left. Example: `2017-07-09`.',
    }),
  }),
})

/** What the filter means of the rows that lead from an agreement to those who take part. */
export function partyCondition(filter: PartyFilterShape | null | undefined): Condition {
  if (!filter) return everything
  const day = typeof filter.on === 'string' && dayArgument('on', filter.on)
  return {
    all: [
      ...oneOf('role', filter.role),
      ...(day
        ? [
            {
              any: [
                { column: 'since', isNull: true },
                { column: 'sinceEarliest', is: '<=' as const, value: day },
              ],
            },
            {
              any: [
                { column: 'until', isNull: true },
                { column: 'untilLatest', is: '>=' as const, value: day },
              ],
            },
          ]
        : []),
    ],
  }
}
