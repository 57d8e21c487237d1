import type { SqlDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import { PrismaClient } from '../generated/prisma/client.ts'
import type { OnStatement } from './on-statement.ts'

/** The typed client on a database, whichever it is. */
export function createPrisma(adapter: SqlDriverAdapterFactory, onStatement?: OnStatement): PrismaClient {
  const prisma = new PrismaClient({ adapter, log: [{ emit: 'event', level: 'query' }] })
  if (onStatement) prisma.$on('query', ({ query, duration }) => onStatement(query, duration))
  return prisma
}
