import { v7 } from 'uuid'
import type { EntryType } from '../../generated/prisma/enums.ts'
import type { Citation, ExternalId } from '../input/parts.ts'
import type { References } from './references.ts'
import type { Row } from './tables.ts'

const NO_CITED = {
  meetingId: null,
  participantId: null,
  statementId: null,
  agreementId: null,
  eventId: null,
  issueId: null,
  topicId: null,
  citedSourceId: null,
}

const NO_IDENTIFIED = {
  meetingId: null,
  participantId: null,
  statementId: null,
  agreementId: null,
  sourceId: null,
}

/** What proves an entry, or a turn of an agreement: `cited` is the one column that says which. */
export function citationRows(
  citations: readonly Citation[],
  options: {
    entryType: EntryType
    cited: Partial<Record<keyof typeof NO_CITED, string>>
    references: References
  },
): Row<'Citation'>[] {
  const { entryType, cited, references } = options
  return citations.map(({ source, locator, quote, note }, place) => ({
    id: v7(),
    sourceId: references.idOf('Source', source),
    ordinal: place + 1,
    entryType,
    locator,
    quote,
    note,
    ...NO_CITED,
    ...cited,
  }))
}

/** What other systems call an entry: `identified` is the one column that says which. */
export function externalIdRows(
  externalIds: readonly ExternalId[],
  identified: Partial<Record<keyof typeof NO_IDENTIFIED, string>>,
): Row<'ExternalId'>[] {
  return externalIds.map(({ scheme, value }) => ({
    id: v7(),
    scheme,
    value,
    ...NO_IDENTIFIED,
    ...identified,
  }))
}
