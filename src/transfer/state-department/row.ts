import { z } from 'zod'
import { type Day, isDay } from '../../domain/day.ts'
import { problemAt } from '../../writing/input/problem.ts'
import type { Line, LineProblem } from '../line.ts'
import type { ListedElement } from './elements.ts'

interface Dated extends Line {
  /** The number that the Office of the Historian gives it, unique among trips and among visits. */
  id: string
  /** The days on which it began and ended; null where the row holds none, or an end before the beginning. */
  days: { start: Day; end: Day } | null
  /** The historian's slug of the country visited, or come from, and how the row prints it. */
  country: { slug: string; printed: string }
  remarks: string
}

/** A trip abroad of a president or a secretary of state, to one country. */
export interface Trip extends Dated {
  kind: 'trip'
  role: 'president' | 'secretary'
  /** Who travelled, as printed: "Donald J. Trump". */
  traveller: string
  /** The towns that were visited, as printed: "Bonn, Berlin"; empty where none is. */
  locale: string
}

/** A visit of a foreign leader to the United States. */
export interface Visit extends Dated {
  kind: 'visit'
  /** Who came, with title: "President Andrzej Duda". */
  visitor: string
}

export type Row = Trip | Visit

const given = z.string().min(1)
const dated = {
  id: z.string().regex(/^\d{1,9}$/),
  'start-date': z.string().optional(),
  'end-date': z.string().optional(),
  countryId: given,
}
const trip = z.object({
  ...dated,
  role: z.enum(['president', 'secretary']),
  name: given,
  country: given,
  locale: z.string().default(''),
  remarks: z.string().default(''),
})
const visit = z.object({ ...dated, visitor: given, from: given, description: z.string().default('') })

/** The names of the lists, as the roots of the files have them. */
const LISTS: ReadonlySet<string> = new Set(['trips', 'visits'])

/** Whether an element is a row of one of the lists. */
export function isListed({ list }: ListedElement): boolean {
  return LISTS.has(list)
}

/** The row that an element holds, or the first thing that is missing for it to be one. */
export function readRow(element: ListedElement): Row | LineProblem {
  return element.list === 'trips' ? readTrip(element) : readVisit(element)
}

function readTrip(element: ListedElement): Trip | LineProblem {
  const { file, line, texts, ids } = element
  const parsed = trip.safeParse({ ...Object.fromEntries(texts), countryId: ids.get('country') })
  if (!parsed.success) return problemOf(element, parsed.error)
  const { id, role, name, country, countryId, locale, remarks } = parsed.data
  const days = daysOf(parsed.data)
  return {
    ...{ file, line, kind: 'trip', id, role, traveller: name, locale, remarks, days },
    country: { slug: countryId, printed: country },
  }
}

function readVisit(element: ListedElement): Visit | LineProblem {
  const { file, line, texts, ids } = element
  const parsed = visit.safeParse({ ...Object.fromEntries(texts), countryId: ids.get('from') })
  if (!parsed.success) return problemOf(element, parsed.error)
  const { id, visitor, from, countryId, description } = parsed.data
  const days = daysOf(parsed.data)
  return {
    ...{ file, line, kind: 'visit', id, visitor, remarks: description, days },
    country: { slug: countryId, printed: from },
  }
}

function daysOf(row: { 'start-date'?: string | undefined; 'end-date'?: string | undefined }): Row['days'] {
  const { 'start-date': start = '', 'end-date': end = '' } = row
  return isDay(start) && isDay(end) && start <= end ? { start, end } : null
}

function problemOf({ file, line }: Line, error: z.ZodError): LineProblem {
  const [issue] = error.issues
  const field = issue?.path.join('.').replace('countryId', 'id of the country') ?? ''
  return { file, line, ...problemAt([field], 'REQUIRED', 'is missing, or is not what the list has there') }
}
