import { type AgreementMember, type AgreementTurn, agreementPhases } from '../../domain/agreement-status.ts'
import { type Day, dayOf } from '../../domain/day.ts'
import type { Prisma } from '../../generated/prisma/client.ts'
import { chunksOf } from '../chunks.ts'
import { insertRows } from '../rows/insert-rows.ts'
import type { Row } from '../rows/tables.ts'

const AGREEMENTS_AT_ONCE = 10_000

const selection = {
  id: true,
  events: {
    orderBy: { ordinal: 'asc' },
    select: {
      id: true,
      kind: true,
      dateEarliest: true,
      dateLatest: true,
      participants: { select: { participantId: true } },
    },
  },
  parties: {
    select: {
      participantId: true,
      role: true,
      sinceEarliest: true,
      sinceLatest: true,
      untilEarliest: true,
      untilLatest: true,
    },
  },
} as const satisfies Prisma.AgreementSelect

type Agreement = Prisma.AgreementGetPayload<{ select: typeof selection }>

/** Tells anew what the events of agreements come to, day by day. For agreements whose events or parties changed. */
export async function deriveAgreementPhases(
  tx: Prisma.TransactionClient,
  agreementIds: readonly string[],
): Promise<void> {
  for (const ids of chunksOf(agreementIds, AGREEMENTS_AT_ONCE)) {
    const agreements = await tx.agreement.findMany({ where: { id: { in: ids } }, select: selection })
    await tx.agreementPhase.deleteMany({ where: { agreementId: { in: ids } } })
    await insertRows(tx, 'AgreementPhase', agreements.flatMap(phaseRows))
  }
}

function phaseRows({ id, events, parties }: Agreement): Row<'AgreementPhase'>[] {
  const phases = agreementPhases({ events: events.map(turnOf), parties: parties.map(memberOf) })
  return phases.flatMap(({ from, until, status, event }) => {
    const eventId = events[event]?.id
    return eventId === undefined ? [] : [{ agreementId: id, from, until, status, eventId }]
  })
}

function turnOf({
  kind,
  dateEarliest,
  dateLatest,
  participants,
}: Agreement['events'][number]): AgreementTurn {
  const participantIds = participants.map(({ participantId }) => participantId)
  return {
    kind,
    earliest: dateEarliest && dayOf(dateEarliest),
    latest: dateLatest && dayOf(dateLatest),
    participantIds,
  }
}

function memberOf(party: Agreement['parties'][number]): AgreementMember {
  return {
    participantId: party.participantId,
    role: party.role,
    since: spanOf(party.sinceEarliest, party.sinceLatest),
    until: spanOf(party.untilEarliest, party.untilLatest),
  }
}

function spanOf(earliest: Date | null, latest: Date | null): { earliest: Day; latest: Day } | null {
  return earliest && latest && { earliest: dayOf(earliest), latest: dayOf(latest) }
}
