import { actAlong, type Transaction } from '../../src/database/transaction.ts'
import type { Prisma } from '../../src/generated/prisma/client.ts'

/** A transaction in which a test also reads and writes by Prisma's models. */
export type TestTransaction = Transaction & Prisma.TransactionClient

export function actInTest<Outcome>(
  client: Prisma.TransactionClient,
  act: (tx: TestTransaction) => Promise<Outcome>,
): Promise<Outcome> {
  const send = <Row>(text: string, values: unknown[]) => client.$queryRawUnsafe<Row[]>(text, ...values)
  return actAlong(send, { act: (tx) => act(Object.assign(client, tx)) })
}
