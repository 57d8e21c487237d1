import type { Config } from '../config.ts'
import type { Database } from './database.ts'
import { openEmbedded } from './embedded.ts'
import type { OnStatement } from './on-statement.ts'
import { openServer, type ServiceLimits } from './server.ts'

/** What a service wants of its database besides. */
interface Options {
  onStatement?: OnStatement | undefined
  /** The embedded database has none of these: it runs one statement at a time, to its end. */
  service?: ServiceLimits
}

/** Opens the database that the configuration names. */
export function openDatabase(config: Config['database'], options: Options = {}): Promise<Database> {
  const { onStatement, service } = options
  return 'url' in config
    ? openServer({ url: config.url, onStatement, service })
    : openEmbedded({ directory: config.directory, onStatement })
}
