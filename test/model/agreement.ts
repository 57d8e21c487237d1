// What an agreement's events come to, as domain.md describes it: counted through from the beginning for every day.

/** A turn, its day or null for an undated one; who withdraws, where that is what happens. */
export interface ModelEvent {
  kind: string
  date: string | null
  participants: readonly string[]
}

export interface ModelAgreement {
  slug: string
  /** Whoever is bound by it, from the beginning; nobody joins later. */
  parties: readonly string[]
  /** In the order in which they are listed. */
  events: readonly ModelEvent[]
}

const LEADS_TO = new Map([
  ['PROPOSED', 'PROPOSED'],
  ['NEGOTIATED', 'NEGOTIATING'],
  ['AGREED', 'AGREED'],
  ['ANNOUNCED', 'AGREED'],
  ['SIGNED', 'AGREED'],
  ['RATIFIED', 'AGREED'],
  ['ENTERED_INTO_FORCE', 'IN_FORCE'],
  ['RESUMED', 'IN_FORCE'],
  ['SUSPENDED', 'SUSPENDED'],
  ['TERMINATED', 'ENDED'],
  ['EXPIRED', 'ENDED'],
  ['REJECTED', 'REJECTED'],
])

/** The status on a day and the place in the list of the event to which it is owed; null before the first. */
export function statusOn(agreement: ModelAgreement, day: string): { status: string; event: number } | null {
  let current: { status: string; event: number } | null = null
  let parties = [...agreement.parties]
  for (const [event, { kind, participants }] of eventsUntil(agreement, day)) {
    if (kind === 'WITHDRAWN') {
      parties = parties.filter((party) => !participants.includes(party))
      if (parties.length < 2) current = { status: 'ENDED', event }
      continue
    }
    const status = LEADS_TO.get(kind)
    const isInForceAlready = status === 'AGREED' && current?.status === 'IN_FORCE'
    if (status && !isInForceAlready) current = { status, event }
  }
  return current
}

/** Undated events first, then day by day; those of one day as they are listed. */
function eventsUntil({ events }: ModelAgreement, day: string): [number, ModelEvent][] {
  const listed = [...events.entries()]
  const days = [...new Set(events.flatMap(({ date }) => date ?? []))].sort().filter((date) => date <= day)
  return [null, ...days].flatMap((date) => listed.filter(([, event]) => event.date === date))
}
