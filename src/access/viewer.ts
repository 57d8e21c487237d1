import type { Role } from '../generated/prisma/enums.ts'

/** Who a request acts as: the name and the role of its API key. */
export interface Viewer {
  name: string
  role: Role
}

/** Each role may do what those before it may. */
export const ROLES: readonly Role[] = ['READER', 'EDITOR', 'ADMIN']

/** Whether somebody may do what takes a role; nobody in particular may do nothing. */
export function hasRole(viewer: Viewer | null, role: Role): boolean {
  return viewer !== null && ROLES.indexOf(viewer.role) >= ROLES.indexOf(role)
}
