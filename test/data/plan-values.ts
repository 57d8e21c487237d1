import type { Database } from '../../src/database/database.ts'
import { globalId, type SluggedType } from '../../src/domain/global-id.ts'

/** Whom many rows refer to, and whom few do: what is quick for the one may not be for the other. */
export interface Values {
  common: string
  rare: string
}

/** By the foreign key that leads there: `Statement.speakerId`. */
export type ValuesOf = (key: string) => Values

const KEYS: readonly [key: string, entry: SluggedType][] = [
  ['Statement.speakerId', 'Participant'],
  ['Statement.onBehalfOfId', 'Participant'],
  ['Statement.meetingId', 'Meeting'],
  ['StatementAddressee.participantId', 'Participant'],
  ['StatementAbout.meetingId', 'Meeting'],
  ['StatementAbout.agreementId', 'Agreement'],
  ['StatementAbout.participantId', 'Participant'],
  ['StatementTopic.topicId', 'Topic'],
  ['Position.issueId', 'Issue'],
  ['Citation.sourceId', 'Source'],
  ['Attendance.participantId', 'Participant'],
  ['Attendance.onBehalfOfId', 'Participant'],
  ['AgreementParty.participantId', 'Participant'],
  ['MeetingTopic.topicId', 'Topic'],
  ['AgreementTopic.topicId', 'Topic'],
  ['IssueTopic.topicId', 'Topic'],
  ['Agreement.meetingId', 'Meeting'],
  ['Meeting.parentId', 'Meeting'],
  ['Topic.broaderId', 'Topic'],
]

/** As what entries are named: the planner knows how many rows an ID has, of a slug it does not. */
export type Naming = 'slugs' | 'ids'

/** Looks up, of every foreign key that filters go by, whom the most rows refer to and whom the fewest. */
export async function findValues(database: Pick<Database, 'query'>, naming: Naming): Promise<ValuesOf> {
  const found = new Map<string, Values>()
  for (const [key, entry] of KEYS) {
    const [table = '', column = ''] = key.split('.')
    const rows = await database.query<{ id: string; slug: string }>(
      `WITH counted AS (
        SELECT "${column}" AS "id", count(*) AS "rows" FROM "${table}" WHERE "${column}" IS NOT NULL GROUP BY 1
      )
      (SELECT "id", "slug" FROM counted JOIN "${entry}" USING ("id") ORDER BY "rows" DESC, "slug" LIMIT 1)
      UNION ALL
      (SELECT "id", "slug" FROM counted JOIN "${entry}" USING ("id") ORDER BY "rows", "slug" LIMIT 1)`,
      [],
    )
    const [common = '', rare = ''] = rows.map(({ id, slug }) =>
      naming === 'ids' ? globalId(entry, id) : slug,
    )
    found.set(key, { common, rare })
  }
  return (key) => {
    const values = found.get(key)
    if (!values) throw new Error(`Nobody looked up ${key}`)
    return values
  }
}
