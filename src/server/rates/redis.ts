import { Redis } from 'ioredis'

/** How long Redis may take to answer, in milliseconds: each request waits for it. */
const PATIENCE = 200
/** After how long without a word the connection counts as lost, in milliseconds: nobody waits for it then. */
const SILENCE = 1_000
/** How long to wait before it is tried anew, in milliseconds. */
const PAUSE = 500

/**
 * Opens a connection to Redis that nobody waits for: what is asked while it is away fails at once.
 *
 * @param log is told when it is lost, once each time
 */
export function openRedis(url: string, log: (fault: unknown) => void): Redis {
  const redis = new Redis(url, {
    commandTimeout: PATIENCE,
    connectTimeout: SILENCE,
    socketTimeout: SILENCE,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    retryStrategy: () => PAUSE,
  })
  let isAway = false
  redis.on('error', (fault) => {
    if (!isAway) log(new Error('Redis is away: each instance counts by itself', { cause: fault }))
    isAway = true
  })
  redis.on('ready', () => {
    isAway = false
  })
  return redis
}
