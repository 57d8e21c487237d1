import type { Known } from './check/known-entries.ts'

/** Why a write cannot be done as the record stands. */
export type ConflictReason = 'SLUG_TAKEN' | 'EXTERNAL_ID_TAKEN' | 'STALE_VERSION' | 'IN_USE'

/** A write that goes against what is on record. Nothing was written. */
export class ConflictError extends Error {
  override readonly name = 'ConflictError'
  readonly reason: ConflictReason
  /** The entry in the way: that which has the slug or the identifier, or that was to be changed. */
  readonly existing: Known
  /** What rests on it, with IN_USE: some of it, by type, and within a type the oldest first. */
  readonly blockedBy: readonly Known[]

  constructor(
    reason: ConflictReason,
    { message, existing, blockedBy = [] }: { message: string; existing: Known; blockedBy?: readonly Known[] },
  ) {
    super(message)
    this.reason = reason
    this.existing = existing
    this.blockedBy = blockedBy
  }
}

/** There is no entry to change. */
export class EntryNotFoundError extends Error {
  override readonly name = 'EntryNotFoundError'
  /** The ID as it was given. */
  readonly requestedId: string

  constructor(requestedId: string, advice = 'give the slug or the ID of an entry on record') {
    super(`There is nothing called ${requestedId} to change: ${advice}.`)
    this.requestedId = requestedId
  }
}

/** Others have what a write needs for longer than it waits. Nothing was written. */
export class BusyError extends Error {
  override readonly name = 'BusyError'

  constructor() {
    super(
      'Others are writing what this would change or refer to, and take long. Nothing was written: try again.',
    )
  }
}
