/**
 * How long a transaction that reads or writes much waits for a connection, and how long it may take, in milliseconds: the
 * longest that Node can wait.
 */
export const LONG_TRANSACTION = { maxWait: 10_000, timeout: 2_147_483_647 }
