import { Agent, type IncomingMessage, request } from 'node:http'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'

/** A request that somebody sends who means no good, or does not know better. */
export interface Hostile {
  name: string
  method?: string
  /** From the path on; that of the endpoint where it is left out. */
  path?: string
  headers?: Record<string, string | string[]>
  body?: string | Buffer
  /** What is written to the socket instead, where it is no HTTP that a client would send. */
  raw?: string
}

export interface Answer {
  status: number
  type: string
  body: string
  /** From the request to the end of the answer, in milliseconds. */
  took: number
}

/** A post of an operation. */
export function operation(name: string, body: object, headers: Record<string, string> = {}): Hostile {
  return post(name, JSON.stringify(body), headers)
}

/** A post of anything. */
export function post(name: string, body: string | Buffer, headers: Record<string, string> = {}): Hostile {
  return { name, method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body }
}

/** How long an answer is waited for, in milliseconds: longer than one may take. */
const PATIENCE = 6_000
/** After how long of nothing a stream or a connection is left, in milliseconds. */
const SILENCE = 300

const agent = new Agent({ keepAlive: true, maxSockets: 8 })

export async function send(url: string, hostile: Hostile): Promise<Answer> {
  const start = performance.now()
  const answer = hostile.raw === undefined ? await sendRequest(url, hostile) : await sendRaw(url, hostile.raw)
  return { ...answer, took: performance.now() - start }
}

async function sendRequest(url: string, { method = 'GET', path = '/graphql', headers, body }: Hostile) {
  const { hostname, port } = new URL(url)
  const sent = request({ agent, host: hostname, port, method, path, headers })
  const { promise, resolve, reject } = Promise.withResolvers<Omit<Answer, 'took'>>()
  sent.once('error', reject)
  const timer = setTimeout(() => sent.destroy(new Error('There is no end of an answer.')), PATIENCE)
  sent.once('close', () => clearTimeout(timer))
  sent.once('response', (response) => {
    const { statusCode: status = 0, headers } = response
    const type = headers['content-type'] ?? ''
    const body = type.startsWith('text/event-stream') ? beginningOf(response) : text(response)
    body.then((body) => resolve({ status, type, body }), reject)
  })
  sent.end(body)
  return promise
}

/** What comes of a stream until nothing does for a while: one of changes has no end. */
async function beginningOf(stream: IncomingMessage): Promise<string> {
  let told = ''
  stream.setEncoding('utf8').on('data', (data) => {
    told += data
  })
  stream.on('error', () => undefined)
  stream.setTimeout(SILENCE, () => stream.destroy())
  await new Promise((resolve) => stream.once('close', resolve))
  return told
}

/** What comes back until the service ends the connection, or nothing comes for a while; of several answers the first. */
async function sendRaw(url: string, raw: string): Promise<Omit<Answer, 'took'>> {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  socket.on('error', () => undefined)
  socket.setTimeout(SILENCE, () => socket.destroy())
  socket.write(raw, 'latin1')
  let told = ''
  socket.on('data', (data) => {
    told += data.toString('latin1')
  })
  await new Promise((resolve) => socket.once('close', resolve))
  const [head = '', ...rest] = told.split('\r\n\r\n')
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1] ?? 0)
  const type = /^content-type: (.*)$/im.exec(head)?.[1] ?? ''
  const length = Number(/^content-length: (\d+)\r?$/im.exec(head)?.[1] ?? Number.POSITIVE_INFINITY)
  return { status, type, body: rest.join('\r\n\r\n').slice(0, length) }
}
