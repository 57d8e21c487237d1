/** Told of every statement that is sent, for counting; of Prisma's when it has ended, and how long it took, in milliseconds. */
export type OnStatement = (sql: string, took?: number) => void
