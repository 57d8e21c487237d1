import { describe, expect, test } from 'vitest'
import { onFoundingRecord } from '../harness/service.ts'

const service = onFoundingRecord()

/** A refusal by a constraint: it stands in the error, whichever the database. */
function refused(sql: string, constraint: string) {
  return expect(service.database.query(sql, [])).rejects.toThrow(`constraint "${constraint}"`)
}

describe('the database itself refuses', () => {
  test('a slug with spaces or capitals', () =>
    refused(`UPDATE "Meeting" SET "slug" = 'Trump Putin'`, 'Meeting_slug_check'))

  test('two entries of one slug', () =>
    refused(`UPDATE "Meeting" SET "slug" = 'trump-putin'`, 'Meeting_slug_key'))

  test('half of a date', () =>
    refused(`UPDATE "Meeting" SET "date" = '2017', "dateEarliest" = NULL`, 'Meeting_date_check'))

  test('a date that ends before it begins', () =>
    refused(
      `UPDATE "Meeting" SET "date" = '2017', "dateEarliest" = '2017-12-31', "dateLatest" = '2017-01-01'`,
      'Meeting_date_check',
    ))

  test('half of a pair of coordinates', () =>
    refused(
      `UPDATE "Meeting" SET "placeName" = 'Hamburg', "placeLatitude" = 53.6, "placeLongitude" = NULL`,
      'Meeting_place_check',
    ))

  test('coordinates that are not on the globe', () =>
    refused(
      `UPDATE "Meeting" SET "placeName" = 'Hamburg', "placeLatitude" = 90.1, "placeLongitude" = 10`,
      'Meeting_place_check',
    ))

  test('a meeting within itself', () =>
    refused(`UPDATE "Meeting" SET "parentId" = "id"`, 'Meeting_parent_check'))

  test('a topic that narrows itself', () =>
    refused(`UPDATE "Topic" SET "broaderId" = "id"`, 'Topic_broader_check'))

  test('a statement that reports itself', () =>
    refused(
      `UPDATE "Statement" SET "reportedInId" = "Statement"."id", "outermostId" = other."id"
       FROM (SELECT "id" FROM "Statement" LIMIT 1) other WHERE "Statement"."id" <> other."id"`,
      'Statement_reportedIn_check',
    ))

  test('a statement that is linked to itself', () =>
    refused(
      `INSERT INTO "StatementLink" ("fromId", "toId", "kind") SELECT "id", "id", 'REPLIES_TO' FROM "Statement"`,
      'StatementLink_self_check',
    ))

  test('a statement on another side than its speaker’s', () =>
    refused(
      `UPDATE "Statement" SET "sideId" = (
         SELECT "id" FROM "Participant" WHERE "id" NOT IN ("speakerId", COALESCE("onBehalfOfId", "speakerId")) LIMIT 1
       )`,
      'Statement_side_check',
    ))

  test('a citation of two entries', () =>
    refused(
      `UPDATE "Citation" SET "meetingId" = (SELECT "id" FROM "Meeting" LIMIT 1), "topicId" = (SELECT "id" FROM "Topic" LIMIT 1)`,
      'Citation_target_check',
    ))

  test('a citation of nothing', () =>
    refused(
      `UPDATE "Citation" SET "meetingId" = NULL, "participantId" = NULL, "statementId" = NULL, "agreementId" = NULL,
         "eventId" = NULL, "issueId" = NULL, "topicId" = NULL, "citedSourceId" = NULL`,
      'Citation_target_check',
    ))

  test('a citation of one type that names an entry of another', () =>
    refused(
      `UPDATE "Citation" SET "entryType" = 'TOPIC' WHERE "statementId" IS NOT NULL`,
      'Citation_target_check',
    ))
})
