import { createHash } from 'node:crypto'
import { dayOf, isDay } from '../domain/day.ts'
import { isUuid } from '../domain/global-id.ts'
import { columnOf, modelOf, relationOf } from '../reading/model.ts'
import type { Key, Order } from '../reading/order.ts'
import { badUserInput } from './errors.ts'

/** A list and its order: what a cursor belongs to. */
export interface CursorScope {
  /** The field that gives the list, as `Type.field`. */
  field: string
  model: string
  order: Order
  /** The name of the cursors, where several lists share them: lists of one kind, in one order. */
  cursors?: string | undefined
}

/** What a cursor is handed back in; the last is a header of HTTP, in which a stream of events has it. */
type CursorArgument = 'after' | 'before' | 'Last-Event-ID'

/** Where a row stands in its list, as a text that clients hand back: opaque to them. */
export function encodeCursor(scope: CursorScope, row: object): string {
  const { signature, columns } = encodingOf(scope)
  const key = columns.map(({ name, type, through }) => {
    const value: unknown = Reflect.get(through === undefined ? row : Object(Reflect.get(row, through)), name)
    return value instanceof Date ? (type === 'date' ? dayOf(value) : value.toISOString()) : value
  })
  return seal(signature, key)
}

interface Encoding {
  signature: string
  columns: ReturnType<typeof columnsOf>
}

/** What the cursors of all rows in an order have in common. */
const encodings = new WeakMap<Order, Map<string, Encoding>>()

function encodingOf(scope: CursorScope): Encoding {
  const kept = encodings.get(scope.order) ?? new Map<string, Encoding>()
  encodings.set(scope.order, kept)
  const name = scope.cursors ?? scope.field
  const encoding = kept.get(name) ?? { signature: signatureOf(identityOf(scope)), columns: columnsOf(scope) }
  kept.set(name, encoding)
  return encoding
}

/** @throws BAD_USER_INPUT for what is no cursor of this list in this order */
export function decodeCursor(scope: CursorScope, argument: CursorArgument, text: string): Key {
  const { signature, columns } = encodingOf(scope)
  const key = open(signature, { field: scope.field, argument, text })
  return columns.map(({ type, isNullable }, place) => {
    const value = key[place]
    if (value === null && isNullable) return null
    if ((typeof value === 'string' || typeof value === 'number') && isOfType(value, type)) return value
    throw noCursor(scope.field, argument)
  })
}

/** What makes a list the one that a cursor belongs to. */
function identityOf({ field, order, cursors }: CursorScope): readonly unknown[] {
  return cursors === undefined ? [field, order] : [cursors]
}

/** A key as a cursor of one list: `list` is whatever makes it that list and no other. */
export function sealCursor(list: readonly unknown[], key: readonly unknown[]): string {
  return seal(signatureOf(list), key)
}

function seal(signature: string, key: readonly unknown[]): string {
  return Buffer.from(JSON.stringify([signature, ...key])).toString('base64url')
}

/** The key in a cursor of that list; its values may be anything. @throws BAD_USER_INPUT for any other text */
export function openCursor(list: readonly unknown[], given: Given): unknown[] {
  return open(signatureOf(list), given)
}

interface Given {
  field: string
  argument: CursorArgument
  text: string
}

function open(expected: string, { field, argument, text }: Given): unknown[] {
  const [signature, ...key] = parsed(text)
  if (signature === undefined) throw noCursor(field, argument)
  if (signature === expected) return key
  throw badUserInput(
    `${field}: "${argument}" is a cursor of another list or another order. Start over without it, and ask for every page alike.`,
  )
}

export function noCursor(field: string, argument: CursorArgument) {
  return badUserInput(
    `${field}: "${argument}" is not a cursor. Pass the endCursor or the startCursor of a page.`,
  )
}

function parsed(text: string): unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString())
    return Array.isArray(value) ? value : []
  } catch {
    return []
  }
}

/** Short, since it stands in every cursor; it only has to tell lists and orders apart. */
function signatureOf(list: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(list)).digest('base64url').slice(0, 6)
}

function columnsOf({ model, order }: CursorScope) {
  return order.flatMap(({ columns, through, isNullable }) => {
    const holder = modelOf(through === undefined ? model : relationOf(modelOf(model), through).target)
    return columns.map((name) => ({ name, through, isNullable, type: columnOf(holder, name).type }))
  })
}

export function isOfType(value: string | number, type: string): boolean {
  switch (type) {
    case 'date':
      return typeof value === 'string' && isDay(value)
    case 'timestamptz':
      return (
        typeof value === 'string' && /^\d{4}-[\d:.T-]{18}Z$/.test(value) && !Number.isNaN(Date.parse(value))
      )
    case 'integer':
      return typeof value === 'number' && Number.isInteger(value) && Math.abs(value) < 2 ** 31
    case 'bigint':
      return typeof value === 'number' && Number.isSafeInteger(value)
    case 'uuid':
      return typeof value === 'string' && isUuid(value)
    default:
      return typeof value === 'string' && value.isWellFormed() && !value.includes('\0')
  }
}
