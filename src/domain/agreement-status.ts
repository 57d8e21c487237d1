import { AgreementEventKind, AgreementPartyRole, AgreementStatus } from '../generated/prisma/enums.ts'
import { type Day, FIRST_DAY, LAST_DAY, previousDay } from './day.ts'

/** A turn in the life of an agreement. */
export interface AgreementTurn {
  kind: AgreementEventKind
  /** The first and the last day that its date can mean; null where it has none. */
  earliest: Day | null
  latest: Day | null
  participantIds: readonly string[]
}

/** Whoever has a part in an agreement, and the period for which they have it. */
export interface AgreementMember {
  participantId: string
  role: AgreementPartyRole
  since: { earliest: Day; latest: Day } | null
  until: { earliest: Day; latest: Day } | null
}

/** A time in which an agreement has one status and owes it to one turn; both days are included. */
export interface Phase {
  status: AgreementStatus
  /** The turn to which it owes the status: its index among the events. */
  event: number
  from: Day
  until: Day
}

/**
 * What an agreement's phases follow from: its events in the order in which they are listed, and its parties.
 */
export interface AgreementLife {
  events: readonly AgreementTurn[]
  parties: readonly AgreementMember[]
}

/**
 * The status that each kind of event leads to; null for those that change nothing. Two do so on a condition:
 * what leads to AGREED changes nothing while the agreement is in force, and WITHDRAWN changes nothing while
 * two parties are left.
 */
export const leadsTo: Readonly<Record<AgreementEventKind, AgreementStatus | null>> = {
  PROPOSED: AgreementStatus.PROPOSED,
  NEGOTIATED: AgreementStatus.NEGOTIATING,
  AGREED: AgreementStatus.AGREED,
  ANNOUNCED: AgreementStatus.AGREED,
  SIGNED: AgreementStatus.AGREED,
  JOINED: null,
  RATIFIED: AgreementStatus.AGREED,
  ENTERED_INTO_FORCE: AgreementStatus.IN_FORCE,
  VIOLATED: null,
  SUSPENDED: AgreementStatus.SUSPENDED,
  RESUMED: AgreementStatus.IN_FORCE,
  AMENDED: null,
  WITHDRAWN: AgreementStatus.ENDED,
  TERMINATED: AgreementStatus.ENDED,
  EXPIRED: AgreementStatus.ENDED,
  REJECTED: AgreementStatus.REJECTED,
}

/**
 * What an agreement's events come to, day by day: the phases in order, without a gap, from the first day on
 * which there is a status until the last day there is. Empty where there never is one.
 *
 * An event counts from the last day that its date can mean, one without a date always, one whose end is open
 * never; of those that count from the same day the one that is listed first comes first. A phase rests on the
 * latest event that leads to its status.
 */
export function agreementPhases({ events, parties }: AgreementLife): Phase[] {
  const turns = countingTurns(events)
  const absent = joiningLater(turns)
  const starts: { status: AgreementStatus; event: number; from: Day }[] = []
  for (const turn of turns) {
    if (turn.kind === AgreementEventKind.JOINED) for (const id of turn.participantIds) absent.delete(id)
    if (turn.kind === AgreementEventKind.WITHDRAWN) for (const id of turn.participantIds) absent.add(id)
    const last = starts.at(-1)
    const status = leadsTo[turn.kind]
    const isKept =
      (status === AgreementStatus.AGREED && last?.status === AgreementStatus.IN_FORCE) ||
      (turn.kind === AgreementEventKind.WITHDRAWN && partiesLeft({ parties, absent, on: turn.day }) >= 2)
    if (status === null || isKept) continue
    const start = { status, event: turn.event, from: turn.day ?? FIRST_DAY }
    // Of several turns that count from the same day the last one shows.
    if (last?.from === start.from) starts.pop()
    starts.push(start)
  }
  return starts.map((start, index) => {
    const next = starts[index + 1]
    return { ...start, until: next ? previousDay(next.from) : LAST_DAY }
  })
}

/** The phase that an agreement is in on a day; null before the first. */
export function phaseOn(phases: readonly Phase[], day: Day): Phase | null {
  return phases.find(({ from, until }) => from <= day && day <= until) ?? null
}

/** A turn that counts: from which day, null for one that always does, and which of the events it is. */
interface CountingTurn {
  kind: AgreementEventKind
  participantIds: readonly string[]
  day: Day | null
  event: number
}

function countingTurns(events: readonly AgreementTurn[]): CountingTurn[] {
  return (
    events
      .map(({ kind, participantIds, latest }, event) => ({ kind, participantIds, day: latest, event }))
      .filter(({ day }) => day !== LAST_DAY)
      // The empty text comes before every day. Sorting is stable: what is listed first stays first.
      .sort(({ day: one }, { day: other }) => compare(one ?? '', other ?? ''))
  )
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other)
}

/** Those of whom the first thing to be heard is that they joined: parties only from then on. */
function joiningLater(turns: readonly CountingTurn[]): Set<string> {
  const joining = new Set<string>()
  const seen = new Set<string>()
  for (const { kind, participantIds } of turns) {
    if (kind !== AgreementEventKind.JOINED && kind !== AgreementEventKind.WITHDRAWN) continue
    for (const id of participantIds) {
      if (kind === AgreementEventKind.JOINED && !seen.has(id)) joining.add(id)
      seen.add(id)
    }
  }
  return joining
}

/** How many parties there are on a day. On a day that is not known, periods say nothing. */
function partiesLeft({
  parties,
  absent,
  on,
}: {
  parties: readonly AgreementMember[]
  absent: ReadonlySet<string>
  on: Day | null
}): number {
  return parties.filter(
    ({ participantId, role, since, until }) =>
      role === AgreementPartyRole.PARTY &&
      !absent.has(participantId) &&
      (on === null || ((since?.earliest ?? FIRST_DAY) <= on && on <= (until?.latest ?? LAST_DAY))),
  ).length
}
