import type { ReadLine } from './read-batches.ts'

/** What an import is at: reading and staging, then writing, then logging. */
export type ImportStep = 'READ' | 'WRITE' | 'LOG'

/** What is to be imported, and how. */
export interface Import {
  /** Who writes, as the change log has it. */
  actor: string
  /** What was read, in its order. */
  lines: AsyncIterable<ReadLine>
  /** Whether each entry that comes is the whole of what its entry is to be, or adds to it. */
  isWhole: boolean
  /** Whether what is wrong is left out; otherwise nothing is written where anything is wrong. */
  skipsInvalid: boolean
  /** Whether all is done but the commit. */
  isTrial: boolean
  /** Told how far it is: `total` is known once all is read. */
  onProgress: (step: ImportStep, done: number, total: number | null) => void
  /** Ends it before the next batch, with nothing written. */
  signal: AbortSignal
}
