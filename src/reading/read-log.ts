import type { EntryType } from '../generated/prisma/enums.ts'
import type { Condition } from './condition.ts'
import { type LoggedChange, type LogPlace, START_OF_LOG } from './log-place.ts'
import type { Order } from './order.ts'
import type { Reader } from './reader.ts'

/** The order of the log: by the place of the set, then by the place in the set. */
export const logOrder: Order = [
  { columns: ['place'], through: 'set', direction: 'ASC', isNullable: false },
  { columns: ['ordinal'], direction: 'ASC', isNullable: false },
]

const select = { id: true, entryType: true, ordinal: true, set: { select: { place: true } } }

/** The changes after a place, so many of them at most; of entries of some types, if there are any of these. */
export async function readLog(
  reader: Reader,
  { after, types = [], take }: { after: LogPlace; types?: readonly EntryType[]; take: number },
): Promise<LoggedChange[]> {
  const where: Condition = { all: types.length > 0 ? [{ column: 'entryType', in: types }] : [] }
  const page = { take, isBackward: false, after }
  return (await reader.list('Change', { select, where, order: logOrder, page })).map(logged)
}

/** Where the log ends. */
export async function readEnd(reader: Reader): Promise<LogPlace> {
  const page = { take: 1, isBackward: true }
  const [last] = await reader.list('Change', { select, order: logOrder, page })
  return last ? logged(last).place : START_OF_LOG
}

interface Row {
  id: string
  entryType: EntryType
  ordinal: number
}

function logged(row: Row): LoggedChange {
  const { place } = Object(Reflect.get(row, 'set'))
  return { id: row.id, entryType: row.entryType, place: [Number(place), row.ordinal] }
}
