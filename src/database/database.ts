import type { PrismaClient } from '../generated/prisma/client.ts'
import type { Readiness } from './readiness.ts'
import type { Transaction, TransactionOptions } from './transaction.ts'

/** The record's database: the same to everybody above, on the embedded PGlite and on a PostgreSQL server. */
export interface Database {
  /** The typed client: for the keys, and for reading where it is told to. */
  readonly prisma: PrismaClient
  /** Whether it prepares statements, with one plan for all values. */
  readonly isPrepared: boolean
  /** How many transactions it can run at once. */
  readonly mostTransactions: number
  /**
   * Reads by one statement, outside of any transaction, and gives its rows: where the connection is lost meanwhile, it
   * may be sent once more. Parameters are `$1`, `$2` …, texts or
   * lists of texts, which the statement casts to the types that it needs. `byValues` makes another statement with the
   * same rows, for as long as this one is not prepared.
   */
  query<Row>(sql: string, parameters: readonly Parameter[], byValues?: () => Sent | undefined): Promise<Row[]>
  /** The same by a replica, where there is one that has all that this process has heard of. */
  read: Database['query']
  /** Tells that this process knows of something that was committed: nothing is read that does not hold it. */
  heard(): void
  /** Runs an act in one transaction: all of it or nothing. */
  transaction<Outcome>(
    act: (tx: Transaction) => Promise<Outcome>,
    options?: TransactionOptions,
  ): Promise<Outcome>
  /**
   * Calls back after every commit that wrote to the change log, of whichever process; also when some may have been
   * missed. How often is not said: several commits can be announced as one.
   *
   * @param onLost is told when nothing is heard any more, until the next `onChange`
   * @returns what ends it
   */
  listen(onChange: () => void, onLost?: () => void): Promise<() => Promise<void>>
  /** Brings the database to the schema of this version; processes that do so at once take turns. */
  migrate(): Promise<string[]>
  /** Whether it can serve requests: found out within a second, whatever else keeps it busy. */
  readiness(): Promise<Readiness>
  /** Its connections, where it has any: those of the listener and of the probes are not counted. */
  pools(): readonly PoolFigures[]
  close(): Promise<void>
}

/** How busy the connections of a pool are. */
export interface PoolFigures {
  name: string
  total: number
  idle: number
  /** How many wait for one. */
  waiting: number
}

/** A statement as it is sent. */
export interface Sent {
  sql: string
  parameters: readonly Parameter[]
}

export type Parameter = string | number | boolean | null | readonly string[]

/** What all who change the schema or found the record lock against each other (PostgreSQL advisory lock key). */
export const EXCLUSIVE_LOCK = 4_805_137_062_017

/** Where commits that wrote to the change log announce themselves (the trigger place_change_set). */
export const CHANGES_CHANNEL = 'changes'
