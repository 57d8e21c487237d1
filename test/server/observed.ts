import { Writable } from 'node:stream'
import { onTestFinished } from 'vitest'
import { z } from 'zod'
import type { Database } from '../../src/database/database.ts'
import { openDoors } from '../../src/server/doors.ts'
import { toldFault } from '../../src/server/fault.ts'
import { listen } from '../../src/server/http.ts'
import { createLog } from '../../src/server/log.ts'
import { createMetrics } from '../../src/server/metrics/metrics.ts'
import { logged } from '../../src/server/request-log.ts'
import { buildYoga } from '../../src/server/yoga.ts'
import { withoutCost } from '../harness/without-cost.ts'

/** The service on a database, with its log, at a level, and its metrics in hand. */
export async function runObserved(database: Database, level: 'info' | 'debug') {
  const lines: unknown[] = []
  const log = createLog(
    level,
    new Writable({
      write(line, _encoding, done) {
        lines.push(JSON.parse(String(line)))
        done()
      },
    }),
  )
  const metrics = createMetrics()
  const doors = openDoors(database)
  metrics.watch({ database, feed: doors.feed })
  const yoga = buildYoga(doors, {
    log: (fault) => log.error({ fault: toldFault(fault) }, 'Fault'),
    plugins: [metrics.plugin],
  })
  const server = await listen(yoga, {
    host: '127.0.0.1',
    port: 0,
    readiness: database.readiness,
    observed: (answer) => logged(log, metrics.timed(answer)),
  })
  onTestFinished(async () => {
    await server.close()
    await doors.feed.close()
  })

  async function post(body: object, headers: Record<string, string> = {}) {
    const response = await fetch(server.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
    return {
      id: response.headers.get('x-request-id'),
      json: answer.parse(withoutCost(await response.json())),
    }
  }
  return { url: server.url, doors, lines, metrics, post }
}

const answer = z.looseObject({ errors: z.array(z.unknown()).optional() })
