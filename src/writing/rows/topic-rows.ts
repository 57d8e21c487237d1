import { orderKey } from '../../domain/folding.ts'
import type { CheckedEntry } from '../check/entries.ts'
import { citationRows } from './proof-rows.ts'
import type { References } from './references.ts'
import type { Parts, Row } from './tables.ts'

export function topicRow({ id, slug, input }: CheckedEntry<'Topic'>, references: References): Row<'Topic'> {
  const { name, description, broader } = input
  return {
    id,
    slug,
    name,
    nameKey: orderKey(name),
    description,
    broaderId: references.optionalIdOf('Topic', broader),
  }
}

export function topicParts({ id, input }: CheckedEntry<'Topic'>, references: References): Partial<Parts> {
  return {
    Citation: citationRows(input.citations, { entryType: 'TOPIC', cited: { topicId: id }, references }),
  }
}
