import type { AuthFailure } from '@pothos/plugin-scope-auth'
import { ROLES } from '../access/viewer.ts'
import type { Role } from '../generated/prisma/enums.ts'

/** The role that a field takes, by what plugin-scope-auth says of why it is refused: the highest, were there several. */
export function missingRole(failure: AuthFailure): Role {
  const missing = parametersOf(failure)
  const role = ROLES.findLast((one) => missing.includes(one))
  if (role === undefined) throw new Error('A field is refused for something else than a role')
  return role
}

function parametersOf(failure: AuthFailure): unknown[] {
  if ('failures' in failure) return failure.failures.flatMap(parametersOf)
  return 'parameter' in failure ? [failure.parameter] : []
}
