import type { SluggedType } from '../../domain/global-id.ts'
import { readAs } from '../check/known-entries.ts'
import { isRecord, walkInput } from '../input/walk.ts'
import { withMerged } from '../merged-lines.ts'

type Input = Readonly<Record<string, unknown>>

interface Line {
  type: SluggedType
  slug: string
  input: Input
}

/** Whether a value says nothing: an input could as well leave it out. */
export function isEmpty(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() === ''
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0)
}

/**
 * What an input says, in the words in which the record says it: without what is empty, and with what members of lists
 * are where they do not say it. What the input itself leaves out stays open.
 *
 * @param read the input as it reads
 */
export function asRecorded(input: Input, read: Input): Input {
  const said = Object.keys(input).filter((field) => !isEmpty(input[field]))
  return Object.fromEntries(said.map((field) => [field, plain(read[field])]))
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain)
  if (!isRecord(value)) return value
  // A date that was read.
  if (typeof value['edtf'] === 'string') return value['edtf']
  const said = Object.entries(value).filter(([, part]) => !isEmpty(part))
  return Object.fromEntries(said.map(([field, part]) => [field, plain(part)]))
}

/** The participants that lines name, who alone can be called by several slugs. */
export function participantsIn(lines: readonly Line[]): { type: 'Participant'; slug: string }[] {
  return lines.flatMap((line) => [...slugsIn(line)].map((slug) => ({ type: 'Participant', slug }) as const))
}

/** What a line says once those whom it names are those into whom they were merged. */
export function withAllMerged({ type, slug, input }: Line, keptFor: (slug: string) => string): Input {
  const merges = [...slugsIn({ type, slug, input })]
    .map((duplicate) => ({ duplicate, keep: keptFor(duplicate) }))
    .filter(({ duplicate, keep }) => keep !== duplicate)
  const { type: _, ...merged } = merges.reduce(withMerged, { ...input, type, slug })
  return merged
}

function slugsIn({ type, input }: Line): Set<string> {
  const slugs = new Set<string>()
  walkInput(type, {
    input,
    visitor: {
      reference(text, { types }) {
        const named = readAs(text, types)
        if (named?.type === 'Participant' && 'slug' in named) slugs.add(named.slug)
      },
    },
  })
  return slugs
}
