import { orderKey, wordKeys } from '../../domain/folding.ts'
import type { CheckedEntry } from '../check/entries.ts'
import { citationRows, externalIdRows } from './proof-rows.ts'
import type { References } from './references.ts'
import type { Parts, Row } from './tables.ts'

export function sourceRow(
  { id, slug, input }: CheckedEntry<'Source'>,
  references: References,
): Row<'Source'> {
  const { title, kind, author, publisher, url, archiveUrl, published, retrieved, language } = input
  return {
    id,
    slug,
    title,
    titleKey: orderKey(title),
    kind,
    authorId: references.optionalIdOf('Participant', author),
    publisher,
    publisherKey: publisher === null ? null : wordKeys(publisher).join(' '),
    url,
    archiveUrl,
    published: published?.edtf ?? null,
    publishedEarliest: published?.earliest ?? null,
    publishedLatest: published?.latest ?? null,
    retrieved,
    language,
  }
}

export function sourceParts({ id, input }: CheckedEntry<'Source'>, references: References): Partial<Parts> {
  return {
    ExternalId: externalIdRows(input.externalIds, { sourceId: id }),
    Citation: citationRows(input.citations, {
      entryType: 'SOURCE',
      cited: { citedSourceId: id },
      references,
    }),
  }
}
