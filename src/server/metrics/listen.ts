import { once } from 'node:events'
import { createServer } from 'node:http'
import { ConfigError } from '../../config.ts'
import type { Metrics } from './metrics.ts'

export interface MetricsServer {
  /** The port that it has. */
  port: number
  close(): Promise<void>
}

/**
 * Serves the figures, at `/metrics` on a port of their own: what the open internet reaches has none of them, and nobody
 * has to see to it that a proxy hides a path.
 *
 * @throws {ConfigError} where the port cannot be had
 */
export async function listenForMetrics(
  { text, contentType }: Pick<Metrics, 'text' | 'contentType'>,
  { host, port }: { host: string; port: number },
): Promise<MetricsServer> {
  const server = createServer(async ({ method, url }, response) => {
    if (url !== '/metrics' || (method !== 'GET' && method !== 'HEAD')) {
      response.writeHead(404).end('The figures are at /metrics.\n')
      return
    }
    response.writeHead(200, { 'content-type': contentType }).end(await text())
  })
  server.listen(port, host)
  try {
    await once(server, 'listening')
  } catch (error) {
    const reason = error instanceof Error ? error.message : error
    throw new ConfigError('METRICS_PORT', `${port} cannot be listened on: ${reason}.`)
  }
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : port,
    async close() {
      server.close()
      server.closeAllConnections()
    },
  }
}
