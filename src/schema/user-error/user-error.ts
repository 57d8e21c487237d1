import type { Known } from '../../writing/check/known-entries.ts'
import { BusyError, ConflictError, type ConflictReason, EntryNotFoundError } from '../../writing/errors.ts'
import type { Problem } from '../../writing/input/problem.ts'
import { InvalidEntriesError } from '../../writing/invalid-entries-error.ts'
import { busy } from '../errors.ts'

export interface ValidationErrorShape {
  __typename: 'ValidationError'
  message: string
  problems: readonly Problem[]
}

export interface ConflictErrorShape {
  __typename: 'ConflictError'
  message: string
  reason: ConflictReason
  existing: Known
  blockedBy: readonly Known[]
}

export interface NotFoundErrorShape {
  __typename: 'NotFoundError'
  message: string
  requestedId: string
}

/** What stands against a write, and what whoever writes can put right. */
export type UserErrorShape = ValidationErrorShape | ConflictErrorShape | NotFoundErrorShape

/** What a write gives, or what stands against it. @throws whatever else went wrong */
export async function orUserError<Result>(write: Promise<Result>): Promise<Result | UserErrorShape> {
  try {
    return await orRefusal(write)
  } catch (error) {
    if (error instanceof InvalidEntriesError) return conflictAmong(error.problems) ?? invalid(error.problems)
    throw error
  }
}

/** The same for a write that has no input: only the record can stand against it. */
export async function orRefusal<Result>(
  write: Promise<Result>,
): Promise<Result | ConflictErrorShape | NotFoundErrorShape> {
  try {
    return await write
  } catch (error) {
    if (error instanceof ConflictError) return conflict(error.reason, error)
    if (error instanceof EntryNotFoundError) return notFound(error)
    if (error instanceof BusyError) throw busy(error.message)
    throw error
  }
}

/** The conflict that an input comes to which is right in itself, and only claims what others have. */
function conflictAmong(problems: readonly Problem[]): ConflictErrorShape | null {
  const conflicts = problems.flatMap(({ code, message, existing }) =>
    existing && (code === 'SLUG_TAKEN' || code === 'EXTERNAL_ID_TAKEN') ? [{ code, message, existing }] : [],
  )
  const [first] = conflicts
  if (!first || conflicts.length < problems.length) return null
  const message = conflicts.map(({ message }) => message).join('\n')
  return conflict(first.code, { message, existing: first.existing, blockedBy: [] })
}

function invalid(problems: readonly Problem[]): ValidationErrorShape {
  const message =
    problems.length === 1
      ? 'Nothing was written: the input has a problem. Put it right and send it again.'
      : `Nothing was written: the input has ${problems.length} problems. Put them right and send it again.`
  return { __typename: 'ValidationError', message, problems }
}

function conflict(
  reason: ConflictReason,
  { message, existing, blockedBy }: Pick<ConflictError, 'message' | 'existing' | 'blockedBy'>,
): ConflictErrorShape {
  return { __typename: 'ConflictError', message, reason, existing, blockedBy }
}

export function notFound({ message, requestedId }: EntryNotFoundError): NotFoundErrorShape {
  return { __typename: 'NotFoundError', message, requestedId }
}
