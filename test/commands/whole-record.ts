import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const seed = path.join(import.meta.dirname, '../../prisma/seed')
/** The lists of the record, each with how many entries of its type the founding record has: one a line. */
const lists = readdirSync(seed)
  .filter((file) => file.endsWith('.ndjson'))
  .map((file) => ({ name: path.parse(file).name, size: linesOf(path.join(seed, file)) }))

/** Asks how many entries of each type there are. */
export const SIZES = `{ ${lists.map(({ name }) => `${name} { totalCount }`).join(' ')} }`

/** What a service answers that has the founding record, whole and once. */
export const wholeRecord = {
  data: Object.fromEntries(lists.map(({ name, size }) => [name, { totalCount: size }])),
}

/** What a service answers that has nothing. */
export const emptyRecord = {
  data: Object.fromEntries(lists.map(({ name }) => [name, { totalCount: 0 }])),
}

function linesOf(file: string): number {
  return readFileSync(file, 'utf8').trim().split('\n').length
}
