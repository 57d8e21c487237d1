import { CsvError, parse } from 'csv-parse/sync'
import { z } from 'zod'
import { type State, stateByCode, stateByName } from '../../domain/states.ts'
import { problemAt, quoted } from '../../writing/input/problem.ts'
import type { InputFile } from '../format.ts'
import type { LineNotice, LineProblem } from '../line.ts'
import { type PersonName, readPersonName } from '../person/name.ts'
import { reread } from '../windows-1252.ts'
import { memberState } from './member-state.ts'

/** A row of the sheet of speakers. */
export interface SpeakerRow {
  file: string
  line: number
  year: number
  /** Its place among the rows of its year, from 1. */
  place: number
  /** As the sheet has it: alpha-3, EU, or YDYE. */
  code: string
  state: State
  /** Null where the sheet names nobody. */
  name: PersonName | null
  /** As printed; null where there is none. */
  post: string | null
}

/** What the columns are called, in one version of the sheet or another. */
const COLUMNS: ReadonlyMap<string, string> = new Map([
  ['year', 'year'],
  ['iso code', 'code'],
  ['iso', 'code'],
  ['country code', 'code'],
  ['country', 'country'],
  ['name of person speaking', 'name'],
  ['name', 'name'],
  ['speaker', 'name'],
  ['post', 'post'],
])

const cell = z
  .string()
  .nullish()
  .transform((text) => tidy(text ?? ''))

const record = z.object({
  info: z.object({ lines: z.number() }),
  record: z.object({ year: cell, code: cell, country: cell, name: cell, post: cell }),
})

/** Not a post: that nothing is known of it. */
const NO_POST = /^(?:missing)?$/i

/**
 * Reads the sheet, which is small, at once: rows in its order, and what is odd or wrong. A row whose code is one state’s
 * and whose country another’s of those that spoke is of neither.
 */
export async function readSheet(file: InputFile): Promise<(SpeakerRow | LineNotice | LineProblem)[]> {
  const text = await decoded(file)
  if (text === null)
    return [{ file: file.name, line: 1, ...problemAt([], 'INVALID', 'the sheet is not UTF-8') }]
  const records = recordsOf(text)
  if (records instanceof CsvError) {
    const line = typeof records['lines'] === 'number' ? records['lines'] : 1
    return [{ file: file.name, line, ...problemAt([], 'INVALID', `is not CSV: ${records.message}`) }]
  }
  const places = new Map<string, number>()
  const rows = records.map(({ info: { lines: line }, record }) => {
    const { year, code, country, name, post } = record
    const place = (places.get(year) ?? 0) + 1
    places.set(year, place)
    return {
      file: file.name,
      line,
      year: Number(year),
      place,
      code,
      country,
      state: /^\d{4}$/.test(year) ? memberState(code, Number(year)) : null,
      printed: name,
      name: readPersonName(plain(name)),
      post: NO_POST.test(post) ? null : post,
    }
  })
  const states = new Set(rows.map(({ state }) => state))
  return rows.map(({ country, printed, state, ...row }) => {
    const { file, line, code, year } = row
    if (!state) {
      return {
        file,
        line,
        notice: `${code === '' ? 'nothing' : quoted(code)} is no state’s code in ${year}: ${quoted(printed)} is left out`,
      }
    }
    const named = stateByName(country)
    if (named && named !== state && named !== stateByCode(code) && states.has(named)) {
      return { file, line, notice: `${code} is not ${quoted(country)}: ${quoted(printed)} is left out` }
    }
    return { ...row, state }
  })
}

async function decoded(file: InputFile): Promise<string | null> {
  const chunks = await Array.fromAsync(file.bytes())
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

function recordsOf(text: string): z.output<typeof record>[] | CsvError {
  try {
    const rows: unknown = parse(text, {
      columns: (names: string[]) => names.map((name) => COLUMNS.get(tidy(name).toLowerCase()) ?? false),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    })
    return z.array(record).parse(rows)
  } catch (error) {
    if (error instanceof CsvError) return error
    throw error
  }
}

function tidy(text: string): string {
  return reread(text).replace(/\s+/g, ' ').trim()
}

/** Forms of address that other formats do not have, and what is printed behind a name. */
const ADDRESSES =
  /^(?:(?:his|her)\s+)?(?:royal\s+|serene\s+)?(?:highness|majesty|holiness|excellency)\s+|^the\s+|\brt\.?\s+(?=hon)/gi
const LETTERS_BEHIND = /\s+(?:MP|OBE|MBBS|MD)$/

/** No initials: "EL AZMEH", "LI Zhaoxing". Roman numerals are spelled as they are. */
const SHORT_WORD = /(?<!\S)(?!(?:II|IV|VI|IX|XI)(?!\S))\p{Lu}{2}(?!\S)/gu

/**
 * A name as other formats print them: without what follows a comma (MP, OBE), notes in brackets and names in quotation
 * marks, and with a form of address set apart ("Mr.Gensher").
 */
function plain(name: string): string {
  return name
    .replace(ADDRESSES, '')
    .replace(/^(mrs?|ms|dr)[.,;]+\s*/i, '$1. ')
    .replace(/,(?!\s*(?:Jr|Sr)\b).*$/, '')
    .replace(/\([^)]*\)|"[^"]*"/g, ' ')
    .replace(/[:;"]/g, '')
    .replace(LETTERS_BEHIND, '')
    .replace(SHORT_WORD, (word) => word.charAt(0) + word.slice(1).toLowerCase())
}
