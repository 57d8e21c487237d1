import { GATHERINGS, ROLES_BESIDE } from '../../domain/encounter.ts'
import type { AttendanceRole, ParticipantKind } from '../../generated/prisma/enums.ts'
import { type Condition, everything } from '../../reading/condition.ts'
import { builder } from '../builder.ts'
import { describedEnum } from '../enum.ts'
import {
  type Combinable,
  combined,
  hasWords,
  isFound,
  isTrue,
  oneOf,
  refersToOne,
  searched,
  searchOptions,
} from '../filter.ts'
import { IDMatch, type IdMatch, matching, referencesTo } from '../ids.ts'

export const ParticipantKindEnum = describedEnum<ParticipantKind>('ParticipantKind', {
  description: 'What sort of participant it is.',
  values: {
    PERSON: 'A human being.',
    STATE: 'A state, present or former.',
    ORGANIZATION: 'A body with a name and members, such as the United Nations.',
    GROUP: 'Several, without a body: reporters, officials, rebel forces.',
  },
})

export const AttendanceRoleEnum = describedEnum<AttendanceRole>('AttendanceRole', {
  description: 'As what a participant was at a meeting.',
  values: {
    PRINCIPAL: 'One of those who met.',
    DELEGATE: 'With a principal, or in place of one.',
    HOST: 'Whose invitation it was.',
    CHAIR: 'Who presided.',
    MEDIATOR: 'Who stood between the sides.',
    SPEAKER: 'Who addressed it.',
    INTERPRETER: 'Who translated.',
    OBSERVER: 'Who was there without taking part.',
    PRESS: 'Who was there to report.',
  },
})

export interface ParticipantFilterShape extends Combinable<ParticipantFilterShape> {
  search?: string | null
  kind?: readonly ParticipantKind[] | null
  countryCode?: readonly string[] | null
  met?: IdMatch | null
  office?: string | null
  isAnonymous?: boolean | null
}

export const ParticipantFilter = builder.inputRef<ParticipantFilterShape>('ParticipantFilter')
ParticipantFilter.implement({
  description:
    'Which participants; the fields are ANDed. Example: `{ kind: [PERSON], office: "foreign minister", countryCode: ["RU"] }`.',
  fields: (t) => ({
    and: t.field({
      type: [ParticipantFilter],
      description: 'All of these hold. Example: `[{ kind: [PERSON] }]`.',
    }),
    or: t.field({
      type: [ParticipantFilter],
      description: 'Any of these holds. Example: `[{ kind: [STATE] }, { kind: [GROUP] }]`.',
    }),
    not: t.field({
      type: ParticipantFilter,
      description: 'This does not hold. Example: `{ isAnonymous: true }`.',
    }),
    search: t.string(searchOptions),
    kind: t.field({
      type: [ParticipantKindEnum],
      description: 'Of one of these kinds. Example: `[PERSON, STATE]`.',
    }),
    countryCode: t.field({
      type: ['CountryCode'],
      description: 'Of one of these states. Example: `["PL"]`.',
    }),
    met: t.field({
      type: IDMatch,
      description:
        'Who met these: both attended a meeting that was held, other than a gathering (SUMMIT, SESSION, HEARING), neither only as PRESS, INTERPRETER or OBSERVER. Example: `{ any: ["donald-trump"] }`.',
    }),
    office: t.string({
      extensions: searched,
      description:
        'Who holds or held an office whose title has all of these words. Case and accents do not matter. Example: `"secretary of state"`.',
    }),
    isAnonymous: t.boolean({ description: 'Whether the sources leave them unnamed. Example: `false`.' }),
  }),
})

/** What the filter means to the door. */
export function participantCondition(filter: ParticipantFilterShape): Condition {
  return {
    all: [
      ...combined(filter, participantCondition),
      ...isFound(filter.search),
      ...oneOf('kind', filter.kind),
      ...oneOf('countryCode', filter.countryCode),
      ...matching(filter.met, (ids) => ({ any: ids.map(hasMet) })),
      ...hasWords('titleKey', 'office', filter.office).map((where) => ({ some: 'offices', where })),
      ...isTrue('isAnonymous', filter.isAnonymous),
    ],
  }
}

/** That a participant met the one named; nobody meets themselves. */
function hasMet(id: string): Condition {
  const takesPart: Condition = { column: 'roles', isNotOnly: ROLES_BESIDE }
  const themselves = referencesTo('Participant', [id])
  const encounter: Condition = {
    all: [
      { not: { column: 'kind', in: GATHERINGS } },
      { column: 'status', in: ['HELD'] },
      { some: 'attendances', where: { all: [{ column: 'participantId', refersTo: themselves }, takesPart] } },
    ],
  }
  return {
    all: [
      { some: 'attendances', where: { all: [takesPart, { some: 'meeting', where: encounter }] } },
      { not: { column: 'id', refersTo: themselves } },
    ],
  }
}

export interface AttendanceFilterShape {
  role?: readonly AttendanceRole[] | null
  kind?: readonly ParticipantKind[] | null
  onBehalfOf?: readonly string[] | null
}

export const AttendanceFilter = builder.inputRef<AttendanceFilterShape>('AttendanceFilter').implement({
  description: 'Which of those who were there. Example: `{ role: [PRINCIPAL], kind: [PERSON] }`.',
  fields: (t) => ({
    role: t.field({
      type: [AttendanceRoleEnum],
      description: 'In one of these roles. Example: `[PRINCIPAL, DELEGATE]`.',
    }),
    kind: t.field({
      type: [ParticipantKindEnum],
      description: 'Of one of these kinds. Example: `[PERSON]`.',
    }),
    onBehalfOf: t.idList({
      description: 'On behalf of one of these: global IDs or slugs. Example: `["russia"]`.',
    }),
  }),
})

/** What the filter means of the rows that lead from a meeting to its participants. */
export function attendanceCondition(filter: AttendanceFilterShape | null | undefined): Condition {
  if (!filter) return everything
  const { role, kind, onBehalfOf } = filter
  return {
    all: [
      ...(role && role.length > 0 ? [{ column: 'roles', sharesAnyOf: role }] : []),
      ...oneOf('kind', kind).map((where) => ({ some: 'participant', where })),
      ...refersToOne('onBehalfOfId', 'Participant', onBehalfOf),
    ],
  }
}
