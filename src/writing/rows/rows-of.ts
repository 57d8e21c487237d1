import type { SluggedType } from '../../domain/global-id.ts'
import type { CheckedEntry } from '../check/entries.ts'
import { agreementParts, agreementRow } from './agreement-rows.ts'
import { issueParts, issueRow } from './issue-rows.ts'
import { meetingParts, meetingRow } from './meeting-rows.ts'
import { participantParts, participantRow } from './participant-rows.ts'
import type { References } from './references.ts'
import { sourceParts, sourceRow } from './source-rows.ts'
import { statementParts, statementRow } from './statement-rows.ts'
import type { Parts, Row } from './tables.ts'
import { topicParts, topicRow } from './topic-rows.ts'

interface RowsOf<Type extends SluggedType> {
  /** The row of the entry itself. */
  row(entry: CheckedEntry<Type>, references: References): Row<Type>
  /** The rows of what belongs to it. */
  parts(entry: CheckedEntry<Type>, references: References): Partial<Parts>
}

/** How the entries of each type become rows. */
export const rowsOf: { readonly [Type in SluggedType]: RowsOf<Type> } = {
  Topic: { row: topicRow, parts: topicParts },
  Participant: { row: participantRow, parts: participantParts },
  Source: { row: sourceRow, parts: sourceParts },
  Meeting: { row: meetingRow, parts: meetingParts },
  Issue: { row: issueRow, parts: issueParts },
  Agreement: { row: agreementRow, parts: agreementParts },
  Statement: { row: statementRow, parts: statementParts },
}
