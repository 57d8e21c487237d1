import { type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import type { LimitName } from '../limits.ts'

/** How long a client that was refused may go on sending before it is cut off, in milliseconds. */
const GRACE = 1_000

interface Refusal {
  status: number
  code: string
  message: string
  limit?: LimitName
}

/**
 * Tells clients whose requests are no HTTP, too long or too slow what is wrong with them, as JSON with a code: Node says
 * so with a status alone, and nobody else gets to see such a request.
 */
export function explainBroken(server: Server): void {
  /** What is being answered on each connection. */
  const answering = new WeakMap<object, ServerResponse>()
  server.prependListener('request', (request: IncomingMessage, response: ServerResponse) => {
    answering.set(request.socket, response)
  })
  server.on('clientError', (error: Error, socket: Socket) => {
    const response = answering.get(socket)
    const isAnswering = response !== undefined && !response.writableFinished
    // What is broken then cannot be told apart from what is being sent.
    if (!socket.writable || (isAnswering && response.headersSent)) {
      socket.destroy()
      return
    }
    socket.end(asText(refusalOf(codeOf(error), { hasHeaders: isAnswering })))
    socket.setTimeout(GRACE, () => socket.destroy())
  })
  server.on('checkExpectation', (_request: IncomingMessage, response: ServerResponse) => {
    refuse(response, {
      status: 417,
      code: 'EXPECTATION_FAILED',
      message: 'Of the "Expect" header only "100-continue" is understood: leave it out.',
    })
  })
}

/** Answers a request that goes no further; its connection goes no further either, unless other headers are given. */
export function refuse(
  response: ServerResponse,
  { status, ...error }: Refusal,
  headers: Readonly<Record<string, string>> = { connection: 'close' },
): void {
  const body = bodyOf(error)
  response
    .writeHead(status, { 'content-type': CONTENT_TYPE, 'content-length': body.length, ...headers })
    .end(body)
}

const CONTENT_TYPE = 'application/json; charset=utf-8'

function bodyOf({ message, ...extensions }: Omit<Refusal, 'status'>): Buffer {
  return Buffer.from(JSON.stringify({ errors: [{ message, extensions }] }))
}

function asText({ status, ...error }: Refusal): string {
  const body = bodyOf(error)
  const lines = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    `content-type: ${CONTENT_TYPE}`,
    `content-length: ${body.length}`,
    'connection: close',
  ]
  return `${lines.join('\r\n')}\r\n\r\n${body}`
}

function refusalOf(code: string | undefined, { hasHeaders }: { hasHeaders: boolean }): Refusal {
  switch (code) {
    case 'HPE_HEADER_OVERFLOW':
      return {
        status: 431,
        code: 'REQUEST_HEADER_FIELDS_TOO_LARGE',
        message: 'The headers have more than 16 KB. Send fewer or shorter ones.',
      }
    case 'HPE_CHUNK_EXTENSIONS_OVERFLOW':
      return {
        status: 413,
        code: 'REQUEST_ENTITY_TOO_LARGE',
        message: 'The chunks of the body say too much.',
      }
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return {
        status: 408,
        code: 'REQUEST_TIMEOUT',
        message: 'The request did not come to its end in time. Send it at once.',
        limit: hasHeaders ? 'MAX_REQUEST_MS' : 'MAX_HEADERS_MS',
      }
    default:
      return { status: 400, code: 'BAD_REQUEST', message: 'The request is not valid HTTP/1.1.' }
  }
}

function codeOf(error: Error): string | undefined {
  return 'code' in error && typeof error.code === 'string' ? error.code : undefined
}
