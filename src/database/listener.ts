import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { CHANGES_CHANNEL } from './database.ts'

/** How long to wait before a lost connection is tried again, in milliseconds: longer each time. */
const FIRST_WAIT = 100
const LONGEST_WAIT = 1_000
/** How often to see whether the connection is still there, and how long it may take to answer, in milliseconds. */
const CHECK_INTERVAL = 10_000
const CHECK_WAIT = 5_000

export interface Listener {
  /** False while a connection that was lost is not replaced. */
  readonly isConnected: boolean
  close(): Promise<void>
}

interface Listening {
  onChange: () => void
  /** Is told that the connection is gone, until `onChange` is called again. */
  onLost?: (() => void) | undefined
}

/**
 * Listens on a connection of its own to what commits announce on a PostgreSQL server. A connection that is lost is
 * replaced; what was announced meanwhile was missed, so that `onChange` is called then too.
 *
 * @throws where there is no connection to begin with
 */
export async function openListener(
  connectionString: string,
  { onChange, onLost }: Listening,
): Promise<Listener> {
  const closing = new AbortController()
  let reconnecting: Promise<void> | undefined
  let isConnected = false
  let client = await connect()

  async function connect(): Promise<pg.Client> {
    const connected = new pg.Client({
      connectionString,
      connectionTimeoutMillis: CHECK_WAIT,
      query_timeout: CHECK_WAIT,
    })
    // Without a listener it would be thrown; the end of the connection follows.
    connected.on('error', () => undefined)
    connected.on('notification', onChange)
    try {
      await connected.connect()
      await listen(connected)
    } catch (error) {
      cut(connected)
      throw error
    }
    // A connection whose other side is gone without a word looks like one on which nothing happens.
    const checking = setInterval(() => listen(connected).catch(() => cut(connected)), CHECK_INTERVAL).unref()
    isConnected = true
    connected.once('end', () => {
      isConnected = false
      clearInterval(checking)
      if (!closing.signal.aborted) onLost?.()
      reconnecting = reconnect()
    })
    return connected
  }

  async function reconnect() {
    let pause = FIRST_WAIT
    while (!closing.signal.aborted) {
      try {
        client = await connect()
        break
      } catch {
        await wait(pause, undefined, { signal: closing.signal }).catch(() => undefined)
        pause = Math.min(pause * 2, LONGEST_WAIT)
      }
    }
    if (closing.signal.aborted) await client.end().catch(() => undefined)
    else onChange()
  }

  return {
    get isConnected() {
      return isConnected
    },
    async close() {
      closing.abort()
      await client.end()
      await reconnecting
    },
  }
}

/** Listening once more changes nothing. */
function listen(client: pg.Client) {
  return client.query(`LISTEN ${CHANGES_CHANNEL}`)
}

/** Saying goodbye would wait for an answer. */
function cut(client: pg.Client) {
  client.connection.stream.destroy()
}
