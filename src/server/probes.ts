import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Readiness } from '../database/readiness.ts'

/** For how long it is believed what a database said of itself, in milliseconds: anybody may ask, as often as they like. */
const BELIEVED_FOR = 500

/** What is told of each; fixed texts, since anybody may read them. */
const told: Record<Readiness, string> = {
  READY: 'ready',
  UNREACHABLE: 'the database is not reachable',
  NOT_MIGRATED: 'the database is not migrated',
  NOT_LISTENING: 'the listening connection is lost',
}

interface Options {
  readiness(): Promise<Readiness>
  /** Whether the server takes no more requests. */
  isDraining(): boolean
}

/**
 * Answers orchestrators and proxies, and gives whether a request was one of theirs. `/health` says that the process
 * answers: start it anew where it does not. `/ready` says that it can serve: send it no requests while it cannot.
 */
export function probes({ readiness, isDraining }: Options) {
  let asked: { at: number; readiness: Promise<Readiness> } | undefined

  function ask(): Promise<Readiness> {
    const now = performance.now()
    if (!asked || now - asked.at > BELIEVED_FOR) asked = { at: now, readiness: readiness() }
    return asked.readiness
  }

  async function answerReady(response: ServerResponse) {
    const text = isDraining() ? 'draining' : told[await ask()]
    answer(response, text === told.READY ? 200 : 503, text)
  }

  return ({ method, url }: IncomingMessage, response: ServerResponse): boolean => {
    if (method !== 'GET' && method !== 'HEAD') return false
    if (url === '/health') answer(response, 200, 'alive')
    else if (url === '/ready') answerReady(response)
    else return false
    return true
  }
}

function answer(response: ServerResponse, status: number, text: string) {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' })
  response.end(`${text}\n`)
}
