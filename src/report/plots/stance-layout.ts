import type { Stance } from '../generated/graphql.ts'
import { listed } from '../words.ts'
import { shortened, wrapped } from './lines.ts'

/** Whose account it is. */
export interface Side {
  id: string
  name: string
}

/** One stance on an issue, as one account of a meeting has it. */
export interface TakenStance {
  stance: Stance
  /** The names of those who take it: the account's own side, or others of whom it reports. */
  holders: readonly string[]
  /** Whether only the account's own side takes it. */
  isOwn: boolean
  /** Whether the account only reports it. */
  isReported: boolean
}

/** What the accounts of a meeting say on one issue. */
export interface IssueStances {
  question: string
  isContested: boolean
  spoken: readonly { side: Side; stances: readonly TakenStance[] }[]
  /** Whose accounts say nothing on it. */
  silent: readonly Side[]
}

/** From yes to no, and then to nothing. */
export const COLUMNS = ['AFFIRMS', 'HEDGES', 'DENIES', 'DECLINES', 'SILENT'] as const
export type Column = (typeof COLUMNS)[number]

/** In pixels: what is above the first issue, between issues, between rows, and what lines of text take. */
export const HEADER = 24
const GAP = 18
const ROW_GAP = 9
const DOT_RADIUS = 8
const QUESTION_LINE = 17
export const ACCOUNT_LINE = 14
export const HOLDER_LINE = 12
/** How many holders of one stance are named below its dot. */
const NAMED = 3

/** A dot; its row says how far down. */
export interface Mark {
  x: number
  y: number
  column: Column
  /** In lines: whose stance it is, where it is not the account's own. */
  holders: string
  isReported: boolean
}

/** An account's row below an issue; `label` is the account in lines. */
export interface Row {
  y: number
  account: string
  label: string
  marks: readonly Mark[]
}

/** A line of a question. */
export interface Heading {
  y: number
  line: string
}

/** Where everything stands, in pixels from the top left. */
export interface StanceLayout {
  columns: readonly { column: Column; x: number }[]
  headings: readonly Heading[]
  rows: readonly Row[]
  height: number
}

/** How many letters there is room for. */
interface Room {
  question: number
  account: number
  holder: number
}

/** Lays out the issues below each other, each with a row for every account that speaks, and one for the silent. */
export function layOut(
  issues: readonly IssueStances[],
  { width, labels, letter }: { width: number; labels: number; letter: number },
): StanceLayout {
  const columnWidth = (width - labels) / COLUMNS.length
  const columns = COLUMNS.map((column, index) => ({ column, x: labels + (index + 0.5) * columnWidth }))
  const room: Room = {
    // They are bold.
    question: width / (letter * 13 * 1.1),
    account: labels / (letter * 12),
    holder: columnWidth / (letter * 11),
  }
  const headings: Heading[] = []
  const rows: Row[] = []
  let y = HEADER
  for (const { question, isContested, spoken, silent } of issues) {
    y += GAP
    for (const line of wrapped(isContested ? `${question} – contested` : question, room.question)) {
      headings.push({ y, line })
      y += QUESTION_LINE
    }
    const accounts = spoken.map(({ side, stances }) => ({ account: side.name, held: stances.map(heldOf) }))
    if (silent.length > 0) accounts.push({ account: silentOnes(silent), held: [SILENCE] })
    for (const { account, held } of accounts) {
      const label = labelOf(account, room.account)
      const names = held.map(({ holders }) => holders.flatMap((holder) => wrapped(holder, room.holder)))
      const above = Math.max(DOT_RADIUS, (label.length * ACCOUNT_LINE) / 2)
      const below = Math.max(
        above,
        DOT_RADIUS + 2 + Math.max(...names.map((one) => one.length)) * HOLDER_LINE,
      )
      y += above
      const marks = held.map(({ column, isReported }, index) => {
        const x = columns.find((one) => one.column === column)?.x ?? 0
        return { x, y, column, isReported, holders: names[index]?.join('\n') ?? '' }
      })
      rows.push({ y, account, label: label.join('\n'), marks })
      y += below + ROW_GAP
    }
  }
  return { columns, headings, rows, height: y }
}

/** A name in at most two lines. */
function labelOf(name: string, length: number): string[] {
  const [first = '', second, ...rest] = wrapped(name, length)
  const next = rest.length > 0 ? `${second} ${rest.join(' ')}` : second
  return [first, ...(next === undefined ? [] : [next])].map((line) => shortened(line, length))
}

interface Held {
  column: Column
  holders: readonly string[]
  isReported: boolean
}

const SILENCE: Held = { column: 'SILENT', holders: [], isReported: true }

function heldOf({ stance, holders, isOwn, isReported }: TakenStance): Held {
  const more = holders.length - NAMED
  const named = [...holders.slice(0, NAMED), ...(more > 0 ? [`and ${more} more`] : [])]
  return { column: stance, holders: isOwn ? [] : named, isReported }
}

function silentOnes(sides: readonly Side[]): string {
  return sides.length <= 2 ? listed(sides.map(({ name }) => name)) : `${sides.length} accounts`
}
