import type { Config } from '../config.ts'
import type { Database } from './database.ts'
import { openEmbedded } from './embedded.ts'
import type { OnStatement } from './on-statement.ts'
import { openServer } from './server.ts'

/** Opens the database that the configuration names. */
export function openDatabase(config: Config['database'], onStatement?: OnStatement): Promise<Database> {
  return 'url' in config
    ? openServer({ url: config.url, onStatement })
    : openEmbedded({ directory: config.directory, onStatement })
}
