import type { GraphQLResolveInfo } from 'graphql'
import type { FacetCount } from '../../reading/facets.ts'
import type { Row } from '../../reading/reader.ts'
import { builder, type Context } from '../builder.ts'
import { selectionFor } from '../selection.ts'

/** How many values a facet gives where the client does not say. */
const DEFAULT_VALUES = 20

export const countDescription = 'How many there are of it in the whole filtered list.'

export const facetArguments = builder.args((t) => ({
  first: t.int({
    description: 'How many values, the most frequent first, 0 to 100; 20 where it is left out.',
  }),
}))

/** How many values a facet gives. */
export function valuesOf(first: number | null | undefined): number {
  return first ?? DEFAULT_VALUES
}

/** Reads the entry by which was counted; of those asked for in one tick all by one statement. */
async function entryOf<Type extends 'Topic' | 'Participant'>(
  type: Type,
  { value }: FacetCount,
  { context, info }: { context: Context; info: GraphQLResolveInfo },
): Promise<Row<Type>> {
  const row = await context.reader.load(type, { ...selectionFor(type, { context, info }) }, value)
  if (!row) throw new Error(`${type} ${value} is gone`)
  return row
}

export const TopicCount = builder.objectRef<FacetCount>('TopicCount').implement({
  description: 'How many are on a topic.',
  fields: (t) => ({
    topic: t.field({
      type: 'Topic',
      description: 'The topic.',
      resolve: (count, _args, context, info) => entryOf('Topic', count, { context, info }),
    }),
    count: t.exposeInt('count', { description: countDescription }),
  }),
})

export const ParticipantCount = builder.objectRef<FacetCount>('ParticipantCount').implement({
  description: 'How many are by a participant.',
  fields: (t) => ({
    participant: t.field({
      type: 'Participant',
      description: 'The participant.',
      resolve: (count, _args, context, info) => entryOf('Participant', count, { context, info }),
    }),
    count: t.exposeInt('count', { description: countDescription }),
  }),
})

export const YearCount = builder.objectRef<FacetCount>('YearCount').implement({
  description: 'How many fall in a year, by their earliest day.',
  fields: (t) => ({
    year: t.int({ description: 'The year.', resolve: ({ value }) => Number(value) }),
    count: t.exposeInt('count', { description: countDescription }),
  }),
})

/** Years run in their order. */
export function inOrderOfYears(counts: readonly FacetCount[]): FacetCount[] {
  return counts.toSorted((one, other) => Number(one.value) - Number(other.value))
}
