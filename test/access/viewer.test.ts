import { expect, test } from 'vitest'
import { hasRole, ROLES } from '../../src/access/viewer.ts'

test.each([
  [null, []],
  ['READER', ['READER']],
  ['EDITOR', ['READER', 'EDITOR']],
  ['ADMIN', ['READER', 'EDITOR', 'ADMIN']],
] as const)('%s may do what takes one of %j', (role, allowed) => {
  const viewer = role && { name: 'somebody', role }
  expect(ROLES.filter((one) => hasRole(viewer, one))).toEqual(allowed)
})
