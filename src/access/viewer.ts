import type { Role } from '../generated/prisma/enums.ts'

/** Who a request acts as: the name and the role of its API key. */
export interface Viewer {
  name: string
  role: Role
}

/** Each role may do what those before it may. */
const RANKS: readonly Role[] = ['READER', 'EDITOR', 'ADMIN']

/** Whether somebody may do what takes a role; nobody in particular may do nothing. */
export function hasRole(viewer: Viewer | null, role: Role): boolean {
  return viewer !== null && RANKS.indexOf(viewer.role) >= RANKS.indexOf(role)
}
