import type { Config } from '../config.ts'
import type { Database } from './database.ts'
import { openEmbedded } from './embedded.ts'
import type { OnStatement } from './on-statement.ts'
import type { ServiceLimits } from './pools.ts'
import { openServer } from './server.ts'

/** What a service wants of its database besides. */
interface Options {
  onStatement?: OnStatement | undefined
  /** The embedded database has none of these: it runs one statement at a time, to its end. */
  service?: ServiceLimits
  replicaUrl?: string | undefined
}

/** Opens the database that the configuration names. */
export function openDatabase(config: Config['database'], options: Options = {}): Promise<Database> {
  const { onStatement, service, replicaUrl } = options
  return 'url' in config
    ? openServer({ url: config.url, onStatement, service, replicaUrl })
    : openEmbedded({ directory: config.directory, onStatement })
}
