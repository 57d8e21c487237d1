import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { buildYoga } from './yoga.ts'

export interface HttpServer {
  /** Where it answers, as people type it: `http://localhost:4000/graphql`. */
  url: string
  /** Takes no more requests, and resolves when those in flight have been answered. */
  close(): Promise<void>
}

/** Listens for requests. @throws where the address is taken or not this machine's. */
export async function listen(
  yoga: ReturnType<typeof buildYoga>,
  { host, port }: { host: string; port: number },
): Promise<HttpServer> {
  const server = createServer(yoga)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
  const address = server.address()
  const bound = isInternet(address) ? address.port : port
  return {
    url: `http://${nameOf(host)}:${bound}${yoga.graphqlEndpoint}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()))
      }),
  }
}

function isInternet(address: string | AddressInfo | null): address is AddressInfo {
  return typeof address === 'object' && address !== null
}

function nameOf(host: string): string {
  if (['127.0.0.1', '0.0.0.0', '::', '::1'].includes(host)) return 'localhost'
  return host.includes(':') ? `[${host}]` : host
}
