import pg from 'pg'

/** A pool of connections to a PostgreSQL server, any of which can be lost at any time. */
export function createPool(options: pg.PoolConfig): pg.Pool {
  // A connection whose other side is gone without a word is noticed some day, also while nothing is asked on it.
  const pool = new pg.Pool({ keepAlive: true, ...options })
  // An idle connection that the server ends is replaced at the next request.
  pool.on('error', () => undefined)
  // One that ends in use fails what was asked on it. Without a listener, its end would be thrown at nobody and end the process.
  pool.on('connect', (client) => void client.on('error', () => undefined))
  return pool
}
