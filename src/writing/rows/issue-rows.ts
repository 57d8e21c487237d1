import type { CheckedEntry } from '../check/entries.ts'
import { citationRows } from './proof-rows.ts'
import type { References } from './references.ts'
import type { Parts, Row } from './tables.ts'

export function issueRow({ id, slug, input }: CheckedEntry<'Issue'>): Row<'Issue'> {
  return { id, slug, question: input.question }
}

export function issueParts({ id, input }: CheckedEntry<'Issue'>, references: References): Partial<Parts> {
  return {
    IssueTopic: input.topics.map((topic) => ({ issueId: id, topicId: references.idOf('Topic', topic) })),
    Citation: citationRows(input.citations, { entryType: 'ISSUE', cited: { issueId: id }, references }),
  }
}
