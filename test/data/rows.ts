import type { SluggedType } from '../../src/domain/global-id.ts'
import type { CheckedEntry } from '../../src/writing/check/entries.ts'
import { agreementParts, agreementRow } from '../../src/writing/rows/agreement-rows.ts'
import { issueParts, issueRow } from '../../src/writing/rows/issue-rows.ts'
import { meetingParts, meetingRow } from '../../src/writing/rows/meeting-rows.ts'
import { participantParts, participantRow } from '../../src/writing/rows/participant-rows.ts'
import type { References } from '../../src/writing/rows/references.ts'
import { sourceParts, sourceRow } from '../../src/writing/rows/source-rows.ts'
import { statementParts, statementRow } from '../../src/writing/rows/statement-rows.ts'
import type { Parts, Row, Table } from '../../src/writing/rows/tables.ts'
import { topicParts, topicRow } from '../../src/writing/rows/topic-rows.ts'
import { entryId, idOfSlug, partId, recordedAt } from './ids.ts'
import type { Made, MadeEntry } from './made.ts'

/** Rows by their tables. */
export type Rows = { [Name in Table]?: readonly Row<Name>[] }

/** One of ten entries was changed after it was recorded, up to so many days later. */
const LATEST_CHANGE = 300
const DAY = 86_400_000

/** All rows of an entry: what src/writing makes of its input, but with IDs and times that are always the same. */
export function rowsOf(made: MadeEntry): Rows {
  switch (made.type) {
    case 'Topic':
      return { Topic: [dated(made, topicRow(checked(made), references))], ...partsOf(made, topicParts) }
    case 'Participant':
      return { Participant: [dated(made, participantRow(checked(made)))], ...partsOf(made, participantParts) }
    case 'Source':
      return { Source: [dated(made, sourceRow(checked(made), references))], ...partsOf(made, sourceParts) }
    case 'Issue':
      return { Issue: [dated(made, issueRow(checked(made)))], ...partsOf(made, issueParts) }
    case 'Meeting':
      return { Meeting: [dated(made, meetingRow(checked(made), references))], ...partsOf(made, meetingParts) }
    case 'Agreement':
      return {
        Agreement: [dated(made, agreementRow(checked(made), references))],
        ...partsOf(made, agreementParts),
      }
    case 'Statement': {
      const { evidence, outermost } = made
      const row = {
        ...statementRow(checked(made), references),
        outermostId: idOfSlug('Statement', outermost),
        evidence,
      }
      return { Statement: [dated(made, row)], ...partsOf(made, statementParts) }
    }
  }
}

function checked<Type extends SluggedType>({ type, number, slug, input }: Made<Type>): CheckedEntry<Type> {
  return { type, id: entryId(type, number), isOnRecord: false, slug, input, depth: 1 }
}

/** Slugs of the data set tell the ID. */
const references: References = {
  idOf: idOfSlug,
  optionalIdOf: (type, text) => (text === null ? null : idOfSlug(type, text)),
  entryOf(types, text) {
    const [name, slug = ''] = text.split(':')
    const type = types.find((type) => type === name)
    if (!type) throw new Error(`${text} is no ${types.join(' or ')}`)
    return { type, id: idOfSlug(type, slug) }
  },
}

function dated<Type extends SluggedType, EntryRow>({ type, number }: Made<Type>, row: EntryRow) {
  const createdAt = recordedAt(type, number)
  const changed = number % 10 === 0 ? ((number * 7_919) % LATEST_CHANGE) * DAY : 0
  return { ...row, createdAt: instant(createdAt), updatedAt: instant(createdAt + changed) }
}

function instant(time: number): string {
  return new Date(time).toISOString()
}

function partsOf<Type extends SluggedType>(
  made: Made<Type>,
  parts: (entry: CheckedEntry<Type>, references: References) => Partial<Parts>,
): Partial<Parts> {
  return renamed(made, parts(checked(made), references))
}

/** The IDs that src/writing makes are new every time: these are given in their place. */
function renamed({ type, number }: Made, parts: Partial<Parts>): Partial<Parts> {
  const names = new Map<string, string>()
  const rename = (id: string) => {
    const name = names.get(id) ?? partId(type, number, names.size + 1)
    names.set(id, name)
    return name
  }
  const all = <Part extends { id: string }>(rows: readonly Part[] = []) =>
    rows.map((row) => ({ ...row, id: rename(row.id) }))
  const [events, provisions] = [all(parts.AgreementEvent), all(parts.Provision)]
  return {
    ...parts,
    AgreementEvent: events,
    Provision: provisions,
    AgreementEventParticipant: (parts.AgreementEventParticipant ?? []).map((row) => ({
      ...row,
      eventId: rename(row.eventId),
    })),
    ProvisionObligation: (parts.ProvisionObligation ?? []).map((row) => ({
      ...row,
      provisionId: rename(row.provisionId),
    })),
    Office: all(parts.Office),
    StatementAbout: all(parts.StatementAbout),
    ExternalId: all(parts.ExternalId),
    Citation: all(parts.Citation).map((row) => ({ ...row, eventId: row.eventId && rename(row.eventId) })),
  }
}
