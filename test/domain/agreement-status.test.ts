import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type AgreementMember,
  type AgreementTurn,
  agreementPhases,
  leadsTo,
  type Phase,
  phaseOn,
} from '../../src/domain/agreement-status.ts'
import { FIRST_DAY, LAST_DAY, nextDay } from '../../src/domain/day.ts'
import {
  AgreementEventKind,
  type AgreementPartyRole,
  AgreementStatus,
} from '../../src/generated/prisma/enums.ts'

type Kind = AgreementEventKind

const on = (kind: Kind, day: string, participantIds: string[] = []): AgreementTurn => ({
  kind,
  earliest: day,
  latest: day,
  participantIds,
})

const undated = (kind: Kind, participantIds: string[] = []): AgreementTurn => ({
  kind,
  earliest: null,
  latest: null,
  participantIds,
})

const party = (participantId: string, period: Partial<AgreementMember> = {}): AgreementMember => ({
  participantId,
  role: 'PARTY',
  since: null,
  until: null,
  ...period,
})

const span = (earliest: string, latest = earliest) => ({ earliest, latest })

const TWO = [party('a'), party('b')]
const THREE = [...TWO, party('c')]

const statuses = (events: AgreementTurn[], parties = TWO) =>
  agreementPhases({ events, parties }).map(({ status, from }) => [status, from])

describe('agreementPhases', () => {
  it('has none for an agreement of which nothing is told', () => {
    expect(agreementPhases({ events: [], parties: TWO })).toEqual([])
  })

  it('follows an agreement from its proposal to its end', () => {
    const events = [
      on('PROPOSED', '2017-01-01'),
      on('NEGOTIATED', '2017-02-01'),
      on('SIGNED', '2017-03-01'),
      on('ENTERED_INTO_FORCE', '2017-04-01'),
      on('SUSPENDED', '2017-05-01'),
      on('RESUMED', '2017-06-01'),
      on('EXPIRED', '2017-07-01'),
    ]
    expect(agreementPhases({ events, parties: TWO })).toEqual([
      { status: 'PROPOSED', event: 0, from: '2017-01-01', until: '2017-01-31' },
      { status: 'NEGOTIATING', event: 1, from: '2017-02-01', until: '2017-02-28' },
      { status: 'AGREED', event: 2, from: '2017-03-01', until: '2017-03-31' },
      { status: 'IN_FORCE', event: 3, from: '2017-04-01', until: '2017-04-30' },
      { status: 'SUSPENDED', event: 4, from: '2017-05-01', until: '2017-05-31' },
      { status: 'IN_FORCE', event: 5, from: '2017-06-01', until: '2017-06-30' },
      { status: 'ENDED', event: 6, from: '2017-07-01', until: LAST_DAY },
    ])
  })

  it.each(['AGREED', 'ANNOUNCED', 'SIGNED', 'RATIFIED'] as const)(
    'keeps what is in force in force when it is %s',
    (kind) => {
      const events = [on('ENTERED_INTO_FORCE', '2017-01-01'), on(kind, '2017-02-01')]
      expect(statuses(events)).toEqual([['IN_FORCE', '2017-01-01']])
    },
  )

  it('goes back to agreed when what was suspended is ratified', () => {
    const events = [on('SUSPENDED', '2017-01-01'), on('RATIFIED', '2017-02-01')]
    expect(statuses(events)).toEqual([
      ['SUSPENDED', '2017-01-01'],
      ['AGREED', '2017-02-01'],
    ])
  })

  it.each(['JOINED', 'VIOLATED', 'AMENDED'] as const)('does not change when it is %s', (kind) => {
    expect(statuses([on('SIGNED', '2017-01-01'), on(kind, '2017-02-01')])).toEqual([['AGREED', '2017-01-01']])
  })

  it('rests on the latest of the events that lead to its status', () => {
    const events = [on('AGREED', '2017-01-01'), on('SIGNED', '2017-02-01')]
    expect(agreementPhases({ events, parties: TWO })).toEqual([
      { status: 'AGREED', event: 0, from: '2017-01-01', until: '2017-01-31' },
      { status: 'AGREED', event: 1, from: '2017-02-01', until: LAST_DAY },
    ])
  })

  it('counts an event from the last day that its date can mean', () => {
    const events = [{ ...on('SIGNED', '2017-07-01'), latest: '2017-07-31' }]
    expect(statuses(events)).toEqual([['AGREED', '2017-07-31']])
  })

  it('orders events by that day, whatever the order in which they are listed', () => {
    const events = [on('TERMINATED', '2018-01-01'), { ...on('SIGNED', '2016-01-01'), latest: '2017-12-31' }]
    expect(statuses(events)).toEqual([
      ['AGREED', '2017-12-31'],
      ['ENDED', '2018-01-01'],
    ])
  })

  it('counts an event without a date always, and before all others', () => {
    const events = [on('ENTERED_INTO_FORCE', FIRST_DAY), undated('SIGNED')]
    expect(agreementPhases({ events, parties: TWO })).toEqual([
      { status: 'IN_FORCE', event: 0, from: FIRST_DAY, until: LAST_DAY },
    ])
  })

  it('never counts an event whose date has no end', () => {
    expect(statuses([{ ...on('SIGNED', '2017-07-01'), latest: LAST_DAY }])).toEqual([])
  })

  it('shows of several events on one day what the last listed comes to', () => {
    const events = [
      on('SIGNED', '2017-07-07'),
      on('ENTERED_INTO_FORCE', '2017-07-07'),
      on('RATIFIED', '2017-07-07'),
    ]
    expect(agreementPhases({ events, parties: TWO })).toEqual([
      { status: 'IN_FORCE', event: 1, from: '2017-07-07', until: LAST_DAY },
    ])
  })

  describe('when somebody withdraws', () => {
    const signed = on('SIGNED', '2017-01-01')

    it('goes on while two parties are left', () => {
      expect(statuses([signed, on('WITHDRAWN', '2018-01-01', ['a'])], THREE)).toHaveLength(1)
    })

    it('ends when one party is left', () => {
      expect(statuses([signed, on('WITHDRAWN', '2018-01-01', ['a'])])).toEqual([
        ['AGREED', '2017-01-01'],
        ['ENDED', '2018-01-01'],
      ])
    })

    it('counts those out who withdrew before', () => {
      const events = [signed, on('WITHDRAWN', '2018-01-01', ['a']), on('WITHDRAWN', '2019-01-01', ['b'])]
      expect(statuses(events, THREE).at(-1)).toEqual(['ENDED', '2019-01-01'])
    })

    it('counts those in who joined again', () => {
      const events = [
        signed,
        on('WITHDRAWN', '2018-01-01', ['a']),
        on('JOINED', '2018-06-01', ['a']),
        on('WITHDRAWN', '2019-01-01', ['b']),
      ]
      expect(statuses(events, THREE)).toHaveLength(1)
    })

    it('does not count those in who join later', () => {
      const events = [signed, on('WITHDRAWN', '2018-01-01', ['a']), on('JOINED', '2018-06-01', ['c'])]
      expect(statuses(events, THREE).at(-1)).toEqual(['ENDED', '2018-01-01'])
    })

    it('counts only parties, not guarantors and witnesses', () => {
      const parties = [...TWO, party('c', { role: 'GUARANTOR' }), party('d', { role: 'WITNESS' })]
      const events = [signed, on('WITHDRAWN', '2018-01-01', ['a'])]
      expect(statuses(events, parties).at(-1)).toEqual(['ENDED', '2018-01-01'])
    })

    it('does not count parties whose period is over or still to come', () => {
      const parties = [
        ...TWO,
        party('c', { until: span('2017-12-31') }),
        party('d', { since: span('2018-01-02') }),
      ]
      const events = [signed, on('WITHDRAWN', '2018-01-01', ['a'])]
      expect(statuses(events, parties).at(-1)).toEqual(['ENDED', '2018-01-01'])
    })

    it('counts parties whose period can hold the day', () => {
      const period = { since: span('2018-01-01', '2018-12-31'), until: span('2017-01-01', '2018-01-01') }
      const events = [signed, on('WITHDRAWN', '2018-01-01', ['a'])]
      expect(statuses(events, [...TWO, party('c', period)])).toHaveLength(1)
    })

    it('does not ask for periods when it is not known on which day', () => {
      const parties = [...TWO, party('c', { since: span('2017-01-01') })]
      expect(statuses([undated('SIGNED'), undated('WITHDRAWN', ['a'])], parties)).toEqual([
        ['AGREED', FIRST_DAY],
      ])
    })
  })

  it('comes to the same as asking on every day anew', () => {
    fc.assert(
      fc.property(fc.array(anyTurn, { maxLength: 8 }), anyParties, (events, parties) => {
        const phases = agreementPhases({ events, parties })
        for (const day of [FIRST_DAY, ...DAYS]) {
          const phase = phaseOn(phases, day)
          expect(phase && { status: phase.status, event: phase.event }).toEqual(
            statusOn({ events, parties, day }),
          )
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('leaves no gap between its phases, and no phase without a day', () => {
    fc.assert(
      fc.property(fc.array(anyTurn, { maxLength: 8 }), anyParties, (events, parties) => {
        const phases = agreementPhases({ events, parties })
        for (const [index, { from, until }] of phases.entries()) {
          expect(from <= until).toBe(true)
          expect(until === LAST_DAY ? undefined : nextDay(until)).toBe(phases[index + 1]?.from)
        }
      }),
    )
  })
})

describe('leadsTo', () => {
  it('leads to every status there is', () => {
    const reached = new Set(Object.values(leadsTo))
    expect(Object.values(AgreementStatus).filter((status) => !reached.has(status))).toEqual([])
  })
})

describe('phaseOn', () => {
  const phase: Phase = { status: 'AGREED', event: 0, from: '2017-07-07', until: '2017-07-09' }

  it('finds the phase on its first and on its last day', () => {
    expect([phaseOn([phase], '2017-07-07'), phaseOn([phase], '2017-07-09')]).toEqual([phase, phase])
  })

  it('finds none before the first', () => {
    expect(phaseOn([phase], '2017-07-06')).toBeNull()
  })
})

// --------------------------------------- the model: ten days, on each of which everything is asked anew

const DAYS = Array.from({ length: 10 }, (_, index) => `2017-07-${String(index + 10)}`)
const PEOPLE = ['a', 'b', 'c', 'd']

const anySpan = fc
  .tuple(fc.constantFrom(...DAYS), fc.constantFrom(...DAYS))
  .map(([one, other]) => (one <= other ? span(one, other) : span(other, one)))
const anyPeriodEnd = fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: anySpan })

const anyTurn: fc.Arbitrary<AgreementTurn> = fc
  .record({
    kind: fc.oneof(
      fc.constantFrom(...Object.values(AgreementEventKind)),
      fc.constantFrom<Kind>('WITHDRAWN', 'JOINED'),
    ),
    date: fc.oneof(
      { weight: 8, arbitrary: anySpan },
      { weight: 1, arbitrary: anySpan.map(({ earliest }) => span(earliest, LAST_DAY)) },
      { weight: 1, arbitrary: fc.constant({ earliest: null, latest: null }) },
    ),
    participantIds: fc.subarray(PEOPLE, { maxLength: 2 }),
  })
  .map(({ kind, date, participantIds }) => ({ kind, ...date, participantIds }))

const anyParties: fc.Arbitrary<AgreementMember[]> = fc
  .tuple(
    fc.subarray(PEOPLE),
    fc.array(
      fc.record({
        role: fc.constantFrom<AgreementPartyRole>('PARTY', 'PARTY', 'PARTY', 'WITNESS'),
        since: anyPeriodEnd,
        until: anyPeriodEnd,
      }),
      { minLength: 4, maxLength: 4 },
    ),
  )
  .map(([people, members]) =>
    people.flatMap((participantId, index) => {
      const member = members[index]
      return member ? [{ participantId, ...member }] : []
    }),
  )

interface Question {
  events: AgreementTurn[]
  parties: AgreementMember[]
  day: string
}

function statusOn({ events, parties, day }: Question): { status: AgreementStatus; event: number } | null {
  const numbered = events
    .map((turn, event) => ({ ...turn, event }))
    .filter(({ latest }) => latest !== LAST_DAY)
  const ordered = [
    ...numbered.filter(({ latest }) => latest === null),
    ...DAYS.flatMap((one) => numbered.filter(({ latest }) => latest === one)),
  ]
  const memberships = (id: string) =>
    ordered.filter((turn) => ['JOINED', 'WITHDRAWN'].includes(turn.kind) && turn.participantIds.includes(id))
  const isLeft = ({ participantId, role, since, until }: AgreementMember, position: number): boolean => {
    const all = memberships(participantId)
    const soFar = all.filter((turn) => ordered.indexOf(turn) <= position)
    const kind = soFar.at(-1)?.kind ?? (all[0]?.kind === 'JOINED' ? 'WITHDRAWN' : 'JOINED')
    const when = ordered[position]?.latest ?? null
    const isWithin =
      when === null ||
      ((since === null || since.earliest <= when) && (until === null || when <= until.latest))
    return role === 'PARTY' && kind === 'JOINED' && isWithin
  }
  let result: { status: AgreementStatus; event: number } | null = null
  for (const [position, { kind, latest, event }] of ordered.entries()) {
    if (latest !== null && latest > day) continue
    const become = (status: AgreementStatus) => ({ status, event })
    if (kind === 'PROPOSED') result = become('PROPOSED')
    if (kind === 'NEGOTIATED') result = become('NEGOTIATING')
    if (['AGREED', 'ANNOUNCED', 'SIGNED', 'RATIFIED'].includes(kind) && result?.status !== 'IN_FORCE') {
      result = become('AGREED')
    }
    if (kind === 'ENTERED_INTO_FORCE' || kind === 'RESUMED') result = become('IN_FORCE')
    if (kind === 'SUSPENDED') result = become('SUSPENDED')
    if (kind === 'TERMINATED' || kind === 'EXPIRED') result = become('ENDED')
    if (kind === 'REJECTED') result = become('REJECTED')
    if (kind === 'WITHDRAWN' && parties.filter((one) => isLeft(one, position)).length < 2)
      result = become('ENDED')
  }
  return result
}
