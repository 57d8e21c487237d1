import { once } from 'node:events'
import { createServer, type IncomingMessage, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { ConfigError } from '../config.ts'
import type { Readiness } from '../database/readiness.ts'
import { defaultLimits, type Limits } from '../limits.ts'
import { explainBroken, refuse } from './broken-requests.ts'
import { drainable } from './drain.ts'
import { probes } from './probes.ts'
import { identified } from './request-id.ts'
import { cutStalled } from './stalled.ts'
import type { buildYoga } from './yoga.ts'

export interface HttpServer {
  /** Where it answers, as people type it: `http://localhost:4000/graphql`. */
  url: string
  /** Takes no more requests, and resolves when those in flight have been answered. */
  close(): Promise<void>
}

interface Options {
  host: string
  port: number
  limits?: Limits
  /** How long a client may leave untaken what is sent to it, in milliseconds. */
  patience?: number
  /** Whether the database can serve requests. */
  readiness: () => Promise<Readiness>
  /** Makes the same listener of one, observed. */
  observed?: ((answer: RequestListener) => RequestListener) | undefined
}

/** How often it is looked for requests that are too slow, in milliseconds. */
const CHECK_INTERVAL = 500

/**
 * Listens for requests.
 *
 * @throws {ConfigError} where the address is taken or not this machine's
 */
export async function listen(yoga: ReturnType<typeof buildYoga>, options: Options): Promise<HttpServer> {
  const { host, port, patience, readiness, limits = defaultLimits, observed = (answer) => answer } = options
  let isDraining = false
  const answerProbe = probes({ readiness, isDraining: () => isDraining })
  const execute = yoga.guarded(yoga)
  const answer = identified(
    observed((request, response) => {
      const handOn = () => execute(request, response)
      if (!hasAddress(request)) refuse(response, NO_ADDRESS)
      else if (yoga.byRequest) yoga.byRequest.answer(request, response, handOn)
      else handOn()
    }),
  )
  const server = createServer(
    {
      headersTimeout: limits.MAX_HEADERS_MS,
      requestTimeout: limits.MAX_REQUEST_MS,
      connectionsCheckingInterval: CHECK_INTERVAL,
      // It is refused below, with a code.
      requireHostHeader: false,
    },
    (request, response) => {
      if (!answerProbe(request, response)) answer(request, response)
    },
  )
  explainBroken(server)
  const drain = drainable(server)
  cutStalled(server, { patience })
  server.listen(port, host)
  try {
    await once(server, 'listening')
  } catch (error) {
    throw asConfigError(error, { host, port })
  }
  const address = server.address()
  const bound = isInternet(address) ? address.port : port
  return {
    url: `http://${nameOf(host)}:${bound}${yoga.graphqlEndpoint}`,
    close() {
      isDraining = true
      return drain()
    },
  }
}

const NO_ADDRESS = {
  status: 400,
  code: 'BAD_REQUEST',
  message: 'The "Host" header and the path are not the address of anything.',
}

/** Whether the request's host and path make an address at all: Yoga would answer with a stack where they do not. */
function hasAddress({ headers, httpVersion, url }: IncomingMessage): boolean {
  // Before HTTP/1.1 there was no such header.
  const host = headers.host ?? (httpVersion === '1.0' ? 'localhost' : '')
  return host !== '' && URL.canParse(`http://${host}${url}`)
}

function asConfigError(error: unknown, { host, port }: { host: string; port: number }): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  switch (code) {
    case 'EADDRINUSE':
      return new ConfigError('PORT', `${port} is taken: stop whatever listens on it, or choose another.`)
    case 'EACCES':
      return new ConfigError('PORT', `${port} is not open to this user: choose one above 1023.`)
    case 'EADDRNOTAVAIL':
    case 'EAFNOSUPPORT':
    case 'EAI_AGAIN':
    case 'ENOTFOUND':
      return new ConfigError('HOST', `${host} is not an address of this machine.`)
    default:
      return error
  }
}

function isInternet(address: string | AddressInfo | null): address is AddressInfo {
  return typeof address === 'object' && address !== null
}

function nameOf(host: string): string {
  if (['127.0.0.1', '0.0.0.0', '::', '::1'].includes(host)) return 'localhost'
  return host.includes(':') ? `[${host}]` : host
}
