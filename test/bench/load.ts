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
  await Promise.all(
    Array.from({ length: connections }, async () => {
      const socket = await open(new URL(url))
      while (performance.now() < end) {
        const request = requests[next++ % requests.length] ?? Buffer.of()
        const sent = performance.now()
        await exchange(socket, request)
        latencies.push(performance.now() - sent)
      }
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

/** Resolves when the whole answer is there. */
function exchange(socket: Socket, request: Buffer): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const chunks: Buffer[] = []
  let size = 0
  let headers = ''
  let isWhole = (): boolean => false

  function onData(chunk: Buffer) {
    chunks.push(chunk)
    size += chunk.length
    if (headers === '') {
      const start = Buffer.concat(chunks)
      const end = start.indexOf(HEADERS_END)
      if (end < 0) return
      headers = start.subarray(0, end).toString()
      const length = headers.match(/content-length: *(\d+)/i)?.[1]
      isWhole =
        length === undefined ? endsInNoChunk : () => size === end + HEADERS_END.length + Number(length)
    }
    if (!isWhole()) return
    settle()
    if (headers.startsWith('HTTP/1.1 200')) resolve()
    else reject(new Error(Buffer.concat(chunks).toString()))
  }
  function endsInNoChunk() {
    return Buffer.concat(chunks.slice(-2)).subarray(-CHUNKS_END.length).toString() === CHUNKS_END
  }
  function onClose() {
    settle()
    reject(new Error(`The connection was closed after ${size} bytes of an answer`))
  }
  function settle() {
    socket.off('data', onData).off('close', onClose)
  }
  socket.on('data', onData).on('close', onClose)
  socket.write(request)
  return promise
}
