import { expect } from 'vitest'
import type { LimitName } from '../../src/limits.ts'

/** The refusal of an operation whose arguments go beyond a limit: nothing of it is done. */
export function beyondLimit(limit: LimitName, message: string) {
  const locations = [{ line: expect.any(Number), column: expect.any(Number) }]
  return { errors: [{ message, locations, extensions: { code: 'BAD_USER_INPUT', limit } }] }
}
