import { connect, type Socket } from 'node:net'

export interface LoadOptions {
  url: string
  /** Bodies of JSON, sent in turn. */
  bodies: readonly string[]
  connections: number
  /** How long to go on, in milliseconds. */
  duration: number
}

export interface LoadResult {
  requests: number
  /** In milliseconds. */
  elapsed: number
  latencies: number[]
}

/**
 * Posts over and over again, on each connection one request after the other. Sockets rather than `fetch`, and
 * requests that are made beforehand: whoever sends shares the cores with those who are measured.
 *
 * @throws {Error} for any answer but status 200
 */
export async function load({ url, bodies, connections, duration }: LoadOptions): Promise<LoadResult> {
  const requests = bodies.map((body) => requestTo(new URL(url), body))
  const latencies: number[] = []
  const start = performance.now()
  const end = start + duration
  let next = 0
  const nextRequest = () =>
    performance.now() < end ? (requests[next++ % requests.length] ?? Buffer.of()) : undefined
  await Promise.all(
    Array.from({ length: connections }, async () => {
      const socket = await open(new URL(url))
      await exchange(socket, { nextRequest, onAnswer: (latency) => latencies.push(latency) })
      socket.destroy()
    }),
  )
  return { requests: latencies.length, elapsed: performance.now() - start, latencies }
}

function requestTo({ pathname, host }: URL, body: string): Buffer {
  const headers = [
    `POST ${pathname} HTTP/1.1`,
    `Host: ${host}`,
    'Accept: application/json',
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(body)}`,
  ]
  return Buffer.from(`${headers.join('\r\n')}\r\n\r\n${body}`)
}

function open({ hostname, port }: URL): Promise<Socket> {
  const { promise, resolve, reject } = Promise.withResolvers<Socket>()
  const socket = connect({ host: hostname, port: Number(port), noDelay: true }, () => resolve(socket))
  socket.once('error', reject)
  return promise
}

const HEADERS_END = '\r\n\r\n'
const CHUNKS_END = '\r\n0\r\n\r\n'
const STATUS = 'HTTP/1.1 200'

interface Exchange {
  /** What to send; nothing where it is enough. */
  nextRequest: () => Buffer | undefined
  /** Is told of how long each answer took, in milliseconds. */
  onAnswer: (latency: number) => void
}

/** Sends one request after the other, each when the answer to the one before is there whole. */
function exchange(socket: Socket, { nextRequest, onAnswer }: Exchange): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  let sent = 0
  let chunks: Buffer[] = []
  let size = 0
  /** How long the answer is; unknown before its headers are there, and of one that comes in chunks. */
  let length: number | undefined
  let areHeadersThere = false

  function send() {
    const request = nextRequest()
    if (!request) {
      socket.off('data', onData).off('close', onClose)
      resolve()
      return
    }
    chunks = []
    size = 0
    areHeadersThere = false
    sent = performance.now()
    socket.write(request)
  }
  function readHeaders() {
    const [first = Buffer.of(), ...others] = chunks
    // Mostly all that is wanted stands in the first chunk.
    const start = others.length === 0 ? first : Buffer.concat(chunks)
    const end = start.indexOf(HEADERS_END)
    if (end < 0) return
    const headers = start.toString('latin1', 0, end)
    const told = headers.match(/content-length: *(\d+)/i)?.[1]
    length = told === undefined ? undefined : end + HEADERS_END.length + Number(told)
    if (headers.startsWith(STATUS)) areHeadersThere = true
    else fail(start.toString())
  }
  function onData(chunk: Buffer) {
    chunks.push(chunk)
    size += chunk.length
    if (!areHeadersThere) readHeaders()
    if (!areHeadersThere) return
    if (length === undefined ? !endsInNoChunk() : size < length) return
    onAnswer(performance.now() - sent)
    send()
  }
  function endsInNoChunk() {
    return Buffer.concat(chunks.slice(-2)).subarray(-CHUNKS_END.length).toString() === CHUNKS_END
  }
  function onClose() {
    reject(new Error(`The connection was closed after ${size} bytes of an answer`))
  }
  function fail(answer: string) {
    socket.off('data', onData).off('close', onClose)
    reject(new Error(answer))
  }
  socket.on('data', onData).on('close', onClose)
  send()
  return promise
}
