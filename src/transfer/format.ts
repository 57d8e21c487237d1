import type { EntryLine, LineNotice, LineProblem } from './line.ts'

/** A file to be read. */
export interface InputFile {
  /** Its path as it was given, or found in a folder that was: for messages, and to tell what it is. */
  name: string
  /** Its bytes from the beginning, unpacked where it is gzipped. */
  bytes(): AsyncIterable<Uint8Array>
}

/** A form in which files hold what can be imported. */
export interface Format {
  /** As `--format` takes it. */
  name: string
  /** What it is, in a few words, and which files to name, in the order in which they are read best. */
  description: string
  /** Where it is specified, or where such data is found: a URL; null for the project's own. */
  origin: string | null
  /**
   * Whether a line is the whole entry, so that what it leaves out is empty. Otherwise it adds to what is on record and
   * takes nothing away: texts and dates fill what is empty, members of lists join those that there are.
   */
  isWhole: boolean
  /**
   * Reads files one after the other, without keeping more than it must: entries, in any order and each of them once,
   * what is wrong, and what is odd.
   */
  read(files: readonly InputFile[]): AsyncIterable<EntryLine | LineProblem | LineNotice>
}
