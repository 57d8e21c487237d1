import type { AttendanceRole, MeetingKind } from '../generated/prisma/enums.ts'

/** Meetings at which not everybody meets everybody. */
export const GATHERINGS: readonly MeetingKind[] = ['SUMMIT', 'SESSION', 'HEARING']

/** Those who are there in no other role than these do not meet those who are. */
export const ROLES_BESIDE: readonly AttendanceRole[] = ['PRESS', 'INTERPRETER', 'OBSERVER']
