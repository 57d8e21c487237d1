import type { Database } from '../database/database.ts'
import type { Import } from '../writing/import/import.ts'
import { type ImportOutcome, importEntries } from '../writing/import/import-entries.ts'
import type { ReadLine } from '../writing/import/read-batches.ts'
import type { Format, InputFile } from './format.ts'
import type { EntryLine, LineNotice, LineProblem } from './line.ts'

/** Files to be imported, and how. */
export interface FilesToImport extends Omit<Import, 'lines' | 'isWhole'> {
  format: Format
  files: readonly InputFile[]
  /** Told of what is odd, as it is read. */
  onNotice: (notice: LineNotice) => void
}

/**
 * Brings what is in files into the record, as `importEntries` does: all of it or nothing.
 *
 * @throws what `importEntries` throws
 */
export function importFiles(
  database: Database,
  { format, files, onNotice, ...options }: FilesToImport,
): Promise<ImportOutcome> {
  const lines = readLines(format.read(files), onNotice)
  return importEntries(database, { ...options, isWhole: format.isWhole, lines })
}

async function* readLines(
  read: AsyncIterable<EntryLine | LineProblem | LineNotice>,
  onNotice: (notice: LineNotice) => void,
): AsyncGenerator<ReadLine> {
  for await (const one of read) {
    const origin = `${one.file}:${one.line}`
    if ('notice' in one) onNotice(one)
    else if ('code' in one)
      yield { origin, problem: { path: one.path, code: one.code, message: one.message } }
    else yield { origin, type: one.type, input: one.input }
  }
}
