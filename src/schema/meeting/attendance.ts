import { builder } from '../builder.ts'
import { edgeConnectionType, edgeCursor } from '../edge-connection-type.ts'
import { AttendanceRoleEnum } from '../participant/filter.ts'

const roles = 'As what they were there: one or several roles.'
const capacity = 'The capacity in which they came, as the source prints it: "Foreign Minister".'
const onBehalfOf = 'On whose behalf they were there, where that is somebody else.'

builder.prismaObject('Attendance', {
  variant: 'MeetingParticipantsEdge',
  description: 'A participant of a meeting, and as what they were there.',
  select: { meetingId: true, participantId: true },
  fields: (t) => ({
    node: t.relation('participant', { description: 'Who was there.' }),
    cursor: t.field(edgeCursor),
    roles: t.expose('roles', { type: [AttendanceRoleEnum], description: roles }),
    capacity: t.exposeString('capacity', { nullable: true, description: capacity }),
    onBehalfOf: t.relation('onBehalfOf', { nullable: true, description: onBehalfOf }),
  }),
})

builder.prismaObject('Attendance', {
  variant: 'ParticipantMeetingsEdge',
  description: 'A meeting that a participant attended, and as what.',
  select: { meetingId: true, participantId: true },
  fields: (t) => ({
    node: t.relation('meeting', { description: 'The meeting.' }),
    cursor: t.field(edgeCursor),
    roles: t.expose('roles', { type: [AttendanceRoleEnum], description: roles }),
    capacity: t.exposeString('capacity', { nullable: true, description: capacity }),
    onBehalfOf: t.relation('onBehalfOf', { nullable: true, description: onBehalfOf }),
  }),
})

edgeConnectionType('MeetingParticipants', {
  node: 'Participant',
  through: 'participant',
  description: 'Who was at a meeting, by name; the roles are on the edges.',
})

edgeConnectionType('ParticipantMeetings', {
  node: 'Meeting',
  through: 'meeting',
  description: 'The meetings that a participant attended; the roles are on the edges.',
})
