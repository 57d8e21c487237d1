import type { Transaction } from '../../database/transaction.ts'
import { type AgreementMember, type AgreementTurn, agreementPhases } from '../../domain/agreement-status.ts'
import { chunksOf } from '../chunks.ts'
import { sendRows } from '../rows/send-rows.ts'
import type { Row } from '../rows/tables.ts'

const AGREEMENTS_AT_ONCE = 10_000

interface Agreement {
  id: string
  events: (AgreementTurn & { id: string })[]
  parties: AgreementMember[]
}

/** Tells anew what the events of agreements come to, day by day. For agreements whose events or parties changed. */
export async function deriveAgreementPhases(tx: Transaction, agreementIds: readonly string[]): Promise<void> {
  for (const ids of chunksOf(agreementIds, AGREEMENTS_AT_ONCE)) {
    const agreements = await livesOf(tx, ids)
    tx.send`DELETE FROM "AgreementPhase" WHERE "agreementId" = ANY(${ids}::uuid[])`
    sendRows(tx, 'AgreementPhase', agreements.flatMap(phaseRows))
  }
}

function livesOf(tx: Transaction, ids: readonly string[]): Promise<Agreement[]> {
  return tx.query<Agreement>`
    SELECT agreement."id",
      (
        SELECT COALESCE(json_agg(json_build_object(
          'id', event."id", 'kind', event."kind", 'earliest', event."dateEarliest", 'latest', event."dateLatest",
          'participantIds', ARRAY(
            SELECT "participantId" FROM "AgreementEventParticipant" WHERE "eventId" = event."id" ORDER BY "ordinal")
        ) ORDER BY event."ordinal"), '[]')
        FROM "AgreementEvent" event WHERE event."agreementId" = agreement."id"
      ) AS "events",
      (
        SELECT COALESCE(json_agg(json_build_object(
          'participantId', party."participantId", 'role', party."role",
          'since', CASE WHEN party."sinceEarliest" IS NOT NULL THEN
            json_build_object('earliest', party."sinceEarliest", 'latest', party."sinceLatest") END,
          'until', CASE WHEN party."untilEarliest" IS NOT NULL THEN
            json_build_object('earliest', party."untilEarliest", 'latest', party."untilLatest") END)), '[]')
        FROM "AgreementParty" party WHERE party."agreementId" = agreement."id"
      ) AS "parties"
    FROM "Agreement" agreement WHERE agreement."id" = ANY(${ids}::uuid[])`
}

function phaseRows({ id, events, parties }: Agreement): Row<'AgreementPhase'>[] {
  return agreementPhases({ events, parties }).flatMap(({ from, until, status, event }) => {
    const eventId = events[event]?.id
    return eventId === undefined ? [] : [{ agreementId: id, from, until, status, eventId }]
  })
}
