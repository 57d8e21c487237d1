import type { NewEntry } from '../../src/writing/check/draft.ts'
import type { CreatedEntry } from '../../src/writing/create-entries.ts'
import { createEntries } from '../harness/create-entries.ts'
import type { TestService } from '../harness/service.ts'

/** Puts entries on record, beside what is there. */
export function keep({ database }: TestService, entries: readonly NewEntry[]): Promise<CreatedEntry[]> {
  return database.transaction((tx) => createEntries(tx, entries))
}

/** The shortest entry that is searched by its name and its text. */
export function topic(slug: string, name: string, description: string | null = null): NewEntry {
  return { type: 'Topic', input: { slug, name, description } }
}

/** A speaker called `speaker` and a source called `report`, for statements. */
export const toldBy: NewEntry[] = [
  { type: 'Participant', input: { slug: 'speaker', name: 'The Speaker', kind: 'PERSON' } },
  { type: 'Source', input: { slug: 'report', title: 'The Report', kind: 'NEWS_REPORT' } },
]

export function statement(slug: string, text: string, more: object = {}): NewEntry {
  const said = { slug, text, wording: 'DIRECT', act: 'ASSERT', speaker: 'speaker' }
  return { type: 'Statement', input: { ...said, citations: [{ source: 'report' }], ...more } }
}
