import { z } from 'zod'
import { AttendanceRole, MeetingFormat, MeetingKind, MeetingStatus } from '../../generated/prisma/enums.ts'
import { fuzzyDate, optional, optionalText, slug, text, withDefault } from './fields.ts'
import { citations, externalIds, place } from './parts.ts'
import { distinctList, listDistinctBy, reference, requiredDistinctList } from './structure.ts'

const attendance = z.strictObject({
  participant: reference('Participant'),
  roles: requiredDistinctList(z.enum(AttendanceRole)),
  capacity: optionalText(),
  onBehalfOf: optional(reference('Participant')),
})

export const meetingInput = z.strictObject({
  slug: optional(slug),
  title: text(),
  summary: optionalText(),
  kind: z.enum(MeetingKind),
  format: optional(z.enum(MeetingFormat)),
  status: withDefault(z.enum(MeetingStatus), 'HELD'),
  date: optional(fuzzyDate),
  place: optional(place),
  parent: optional(reference('Meeting')),
  participants: listDistinctBy(attendance, ['participant']),
  topics: distinctList(reference('Topic')),
  externalIds,
  citations,
})

export type MeetingInput = z.output<typeof meetingInput>
