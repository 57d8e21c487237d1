import { z } from 'zod'
import { fuzzyDate, optional, optionalText, text, withDefault } from './fields.ts'
import { enumValue, typeNames } from './names.ts'
import { citations, externalIds, ownSlug, place, topics } from './parts.ts'
import { listDistinctBy, reference, requiredDistinctList } from './structure.ts'

const attendance = z
  .strictObject({
    participant: reference('Participant').describe(
      'Who was there: a slug or a global ID. Example: `"sergei-lavrov"`.',
    ),
    roles: requiredDistinctList(enumValue('AttendanceRole')).describe(
      'As what they were there, each role once. Example: `[DELEGATE]`.',
    ),
    capacity: optionalText().describe(
      'The capacity in which they came, as the source prints it. Example: `"Russian Foreign Minister"`.',
    ),
    onBehalfOf: optional(reference('Participant')).describe(
      'On whose behalf they were there, where that is somebody else: a slug or a global ID. Example: `"russia"`.',
    ),
  })
  .register(typeNames, { name: 'AttendanceInput' })
  .describe(
    'Who was at a meeting, and as what. Example: `{ participant: "sergei-lavrov", roles: [DELEGATE], onBehalfOf: "russia" }`.',
  )

export const meetingInput = z
  .strictObject({
    slug: ownSlug,
    title: text().describe('What the meeting is called. Example: `"G20 summit in Hamburg"`.'),
    summary: optionalText().describe(
      'What it was about and what came of it, in a few sentences. Example: `"The leaders of the twenty largest economies came together in Hamburg."`',
    ),
    kind: enumValue('MeetingKind').describe('What sort of encounter it was. Example: `SUMMIT`.'),
    format: optional(enumValue('MeetingFormat')).describe(
      'Whether those who met were in one place; left out where no source says. Example: `IN_PERSON`.',
    ),
    status: withDefault(enumValue('MeetingStatus'), 'HELD').describe(
      'Whether it took place. Example: `HELD`.',
    ),
    date: optional(fuzzyDate).describe(
      'When it took place, or was to take place. Example: `"2017-07-07/2017-07-08"`.',
    ),
    place: optional(place).describe(
      'Where it took place. Example: `{ name: "Hamburg", countryCode: "DE" }`.',
    ),
    parent: optional(reference('Meeting')).describe(
      'The meeting within which it took place: a slug or a global ID. Example: `"g20-hamburg-2017"`.',
    ),
    participants: listDistinctBy(attendance, ['participant']).describe(
      'Who was there, each once. Example: `[{ participant: "g20", roles: [PRINCIPAL] }]`.',
    ),
    topics,
    externalIds,
    citations,
  })
  .describe(
    'A new meeting. Example: `{ title: "G20 summit in Hamburg", kind: SUMMIT, date: "2017-07-07/2017-07-08" }`.',
  )

export type MeetingInput = z.output<typeof meetingInput>
