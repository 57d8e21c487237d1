import type { RequestListener } from 'node:http'
import type { Config } from '../config.ts'
import { openDatabase } from '../database/open.ts'
import { schema } from '../schema/index.ts'
import { openDoors } from '../server/doors.ts'
import { listen } from '../server/http.ts'
import { openObservation } from '../server/observation.ts'
import { openRateLimits } from '../server/rates/rate-limits.ts'
import { readTrustedDocuments } from '../server/trusted-documents.ts'
import { buildYoga } from '../server/yoga.ts'
import { loadFoundingRecord } from '../transfer/founding-record.ts'

/** Starts the service: the database, its schema, the founding record where it is empty, and the server. */
export async function serve(config: Config): Promise<void> {
  // Closed in reverse where the start fails: the server first, the database last.
  await using starting = new AsyncDisposableStack()
  const observation = await openObservation(config)
  starting.defer(() => observation.close())
  const { onStatement } = observation
  const service = {
    connections: config.databaseConnections,
    connectionWait: config.limits.MAX_CONNECTION_WAIT_MS,
    statement: config.limits.MAX_STATEMENT_MS,
  }
  const { replicaUrl } = config
  const database = observation.ofDatabase(
    await openDatabase(config.database, { onStatement, service, replicaUrl }),
  )
  starting.defer(() => database.close())
  await database.migrate()
  if (config.seed) await loadFoundingRecord(database)
  const doors = openDoors(database, config)
  starting.defer(() => doors.feed.close())
  starting.defer(async () => doors.cache?.following.close())
  const { host, port, limits } = config
  const { logFault: log, plugins, ofRequests } = observation
  const rates = config.rates && openRateLimits({ ...config.rates, limits, log })
  starting.defer(() => rates?.close())
  const { trustedDocuments: file } = config
  const trusted = file === undefined ? undefined : await readTrustedDocuments(file, schema)
  const yoga = buildYoga(doors, { ...config, log, plugins, rates, trusted })
  const observed = (answer: RequestListener) => ofRequests(rates ? rates.counted(answer) : answer)
  const server = await listen(yoga, { host, port, limits, readiness: database.readiness, observed })
  starting.defer(() => server.close())
  await observation.serveMetrics({ database, feed: doors.feed, cache: doors.cache?.answers.figures })

  stopOnSignals(starting.move())
  console.log(`Summitry answers at ${server.url} ${describe(config)}`)
}

/** npm passes on the signals that its whole group has had already: they come more than once. */
function stopOnSignals(running: AsyncDisposableStack) {
  let isStopping = false
  async function stop() {
    if (isStopping) return
    isStopping = true
    await running.disposeAsync()
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
