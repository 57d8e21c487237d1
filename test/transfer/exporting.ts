import type { Database } from '../../src/database/database.ts'
import { SLUGGED_TYPES } from '../../src/domain/global-id.ts'
import { type Export, exportEntries } from '../../src/transfer/export-entries.ts'

/** What an export writes, of all types unless `options` say otherwise. */
export async function exported(database: Database, options: Partial<Export> = {}): Promise<string> {
  let text = ''
  await exportEntries(database, {
    types: SLUGGED_TYPES,
    async write(lines) {
      for await (const some of lines) text += some
    },
    onProgress: () => undefined,
    ...options,
  })
  return text
}
