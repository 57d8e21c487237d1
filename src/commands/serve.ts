import type { Config } from '../config.ts'
import { openDatabase } from '../database/open.ts'
import { createReader } from '../reading/reader.ts'
import { listen } from '../server/http.ts'
import { buildYoga } from '../server/yoga.ts'
import { loadFoundingRecord } from '../transfer/founding-record.ts'

/** Starts the service: the database, its schema, the founding record where it is empty, and the server. */
export async function serve(config: Config): Promise<void> {
  const database = await openDatabase(config.database)
  await database.migrate()
  if (config.seed) await loadFoundingRecord(database)
  const server = await listen(buildYoga({ reader: createReader(database) }), config)
  console.log(`Summitry answers at ${server.url} ${describe(config)}`)

  let isStopping = false
  async function stop() {
    if (isStopping) return
    isStopping = true
    await server.close()
    await database.close()
    process.exit(0)
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}

function describe({ database }: Config): string {
  return 'url' in database
    ? '(on a PostgreSQL server)'
    : `(on an embedded database in ${database.directory}, for local use; DATABASE_URL moves it to a PostgreSQL server)`
}
