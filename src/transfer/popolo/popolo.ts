import { z } from 'zod'
import { problemAt } from '../../writing/input/problem.ts'
import type { Line, LineProblem } from '../line.ts'

/** The classes of Popolo that can be imported. Source: https://www.popoloproject.com/specs/ */
export type ClassName = 'Person' | 'Organization' | 'Post' | 'Membership' | 'Event' | 'Speech'

const id = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) => (value === null || value === undefined || value === '' ? null : String(value)))

const text = z
  .string()
  .nullish()
  .transform((value) => value?.trim() || null)

function list<Member extends z.ZodType>(member: Member) {
  return z
    .array(member)
    .nullish()
    .transform((members) => members ?? [])
}

const link = z.object({ url: text, note: text })
const identifier = z.object({ identifier: id, scheme: text })
const otherName = z.object({ name: text })
const sources = list(link)
const identifiers = list(identifier)
const otherNames = list(otherName)

/** What the classes have that an import uses. */
export const classes = {
  Person: z.object({
    id,
    name: text,
    given_name: text,
    family_name: text,
    honorific_prefix: text,
    honorific_suffix: text,
    other_names: otherNames,
    identifiers,
    summary: text,
    biography: text,
    sources,
  }),
  Organization: z.object({
    id,
    name: text,
    other_names: otherNames,
    identifiers,
    abstract: text,
    description: text,
    sources,
  }),
  Post: z.object({ id, label: text, role: text, organization_id: id }),
  Membership: z.object({
    id,
    label: text,
    role: text,
    person_id: id,
    organization_id: id,
    post_id: id,
    // EveryPolitician's: without dates of its own a membership is for the whole period.
    legislative_period_id: id,
    start_date: text,
    end_date: text,
  }),
  Event: z.object({
    id,
    name: text,
    description: text,
    start_date: text,
    end_date: text,
    location: text,
    status: text,
    identifiers,
    classification: text,
    organization_id: id,
    attendees: list(z.object({ id })),
    parent_id: id,
    sources,
  }),
  Speech: z.object({
    id,
    creator_id: id,
    role: text,
    audience_id: id,
    text,
    date: text,
    type: text,
    classification: text,
    position: z.number().nullish(),
    event_id: id,
    sources,
  }),
} as const satisfies Record<ClassName, z.ZodType>

type Of<Class extends ClassName> = z.output<(typeof classes)[Class]>

/** Objects of the classes, checked, each with where it was found. */
export type Person = Line & Of<'Person'>
export type Organization = Line & Of<'Organization'>
export type Post = Line & Of<'Post'>
export type Membership = Line & Of<'Membership'>
export type Event = Line & Of<'Event'>
export type Speech = Line & Of<'Speech'>

/** An object by the rules of its class, or each of the rules that it breaks. */
export function check<Checked extends object>(
  schema: z.ZodType<Checked>,
  { file, line, value }: Line & { value: unknown },
): { object: Line & Checked; problems: [] } | { object: null; problems: LineProblem[] } {
  const read = schema.safeParse(value)
  if (read.success) return { object: { ...read.data, file, line }, problems: [] }
  const problems = read.error.issues.map(({ path, message }) => ({
    file,
    line,
    ...problemAt(path, 'INVALID', message),
  }))
  return { object: null, problems }
}

/** The keys of lists, in one spelling or another. */
export const LISTS: ReadonlyMap<string, ClassName> = new Map([
  ['persons', 'Person'],
  ['people', 'Person'],
  ['organizations', 'Organization'],
  ['organisations', 'Organization'],
  ['posts', 'Post'],
  ['memberships', 'Membership'],
  ['events', 'Event'],
  ['speeches', 'Speech'],
])

/** The classes that have no place in the record. */
export const OTHER_LISTS: readonly string[] = ['areas', 'motions', 'vote_events', 'votes', 'counts']
