import { describe, expect, it } from 'vitest'
import { deriveAgreementPhases } from '../../src/writing/derive/agreement-phases.ts'
import { bearingOf, deriveContested } from '../../src/writing/derive/contested.ts'
import { deriveEvidence } from '../../src/writing/derive/evidence.ts'
import { createEntries } from '../harness/create-entries.ts'
import type { TestTransaction } from '../harness/test-transaction.ts'
import { agreement, issue, meeting, onEmptyRecord, participant, source, statement } from './record.ts'

const record = onEmptyRecord()

const cast = [
  participant('speaker'),
  participant('other'),
  participant('officials', { kind: 'GROUP', isAnonymous: true }),
  source('report'),
  issue('war'),
  meeting('summit'),
  meeting('briefing'),
]

const affirms = { positions: [{ issue: 'war', stance: 'AFFIRMS' }] }
const denies = { positions: [{ issue: 'war', stance: 'DENIES' }] }

/** The slugs of what is contested, by type. */
async function contested(tx: TestTransaction) {
  const where = { isContested: true }
  const query = { where, select: { slug: true }, orderBy: { slug: 'asc' } } as const
  const slugs = (rows: { slug: string }[]) => rows.map(({ slug }) => slug)
  return {
    statements: slugs(await tx.statement.findMany(query)),
    issues: slugs(await tx.issue.findMany(query)),
    meetings: slugs(await tx.meeting.findMany(query)),
  }
}

async function idOf(tx: TestTransaction, slug: string): Promise<string> {
  return (await tx.statement.findUniqueOrThrow({ where: { slug } })).id
}

/** Changes a statement, and tells anew what is contested. */
async function change(tx: TestTransaction, slug: string, write: (id: string) => Promise<unknown>) {
  const id = await idOf(tx, slug)
  const before = await bearingOf(tx, [id])
  await write(id)
  await deriveContested(tx, before)
}

async function evidence(tx: TestTransaction) {
  const rows = await tx.statement.findMany({
    orderBy: { slug: 'asc' },
    select: { slug: true, evidence: true, outermost: { select: { slug: true } } },
  })
  return rows.map(({ slug, evidence, outermost }) => [slug, evidence, outermost.slug])
}

const NOTHING = { statements: [], issues: [], meetings: [] }

describe('evidence', () => {
  const chain = [
    statement('a'),
    statement('b', { reportedIn: 'a' }),
    statement('c', { reportedIn: 'b', speaker: 'other' }),
  ]

  it('is told from the whole chain when it is written, in whatever batches', async () => {
    const [together, apart] = [
      await record.try(async (tx) => {
        await createEntries(tx, [...cast, ...chain.toReversed()])
        return evidence(tx)
      }),
      await record.try(async (tx) => {
        await createEntries(tx, cast)
        for (const entry of chain) await createEntries(tx, [entry])
        return evidence(tx)
      }),
    ]
    expect(together).toEqual([
      ['a', 'FIRST_HAND', 'a'],
      ['b', 'REPORTED', 'a'],
      ['c', 'HEARSAY', 'a'],
    ])
    expect(apart).toEqual(together)
  })

  it('follows when the outermost statement turns out to be somebody else’s', async () => {
    const found = await record.try(async (tx) => {
      await createEntries(tx, [...cast, ...chain])
      const officials = await tx.participant.findUniqueOrThrow({ where: { slug: 'officials' } })
      await tx.statement.update({
        where: { slug: 'a' },
        data: { speakerId: officials.id, sideId: officials.id },
      })
      await deriveEvidence(tx, [await idOf(tx, 'a')])
      return evidence(tx)
    })
    expect(found).toEqual([
      ['a', 'UNATTRIBUTED', 'a'],
      ['b', 'UNATTRIBUTED', 'a'],
      ['c', 'UNATTRIBUTED', 'a'],
    ])
  })

  it('follows when a chain becomes part of another', async () => {
    const found = await record.try(async (tx) => {
      await createEntries(tx, [...cast, statement('x'), ...chain])
      const [a, x] = [await idOf(tx, 'a'), await idOf(tx, 'x')]
      await tx.statement.update({ where: { id: a }, data: { reportedInId: x, outermostId: x } })
      await deriveEvidence(tx, [a])
      return evidence(tx)
    })
    expect(found).toEqual([
      ['a', 'REPORTED', 'x'],
      ['b', 'HEARSAY', 'x'],
      ['c', 'HEARSAY', 'x'],
      ['x', 'FIRST_HAND', 'x'],
    ])
  })
})

describe('what is contested', () => {
  const ours = statement('ours', { ...affirms, meeting: 'summit' })
  const theirs = statement('theirs', { ...denies, speaker: 'other', meeting: 'briefing' })
  const all = { statements: ['ours', 'theirs'], issues: ['war'], meetings: ['briefing', 'summit'] }

  it('is so as soon as another side denies, also where that comes later', async () => {
    const found = await record.try(async (tx) => {
      await createEntries(tx, [...cast, ours])
      const before = await contested(tx)
      await createEntries(tx, [theirs])
      return { before, after: await contested(tx) }
    })
    expect(found).toEqual({ before: NOTHING, after: all })
  })

  it('is not so where one side says both', async () => {
    const found = await record.try(async (tx) => {
      await createEntries(tx, [
        ...cast,
        ours,
        statement('also-ours', { ...denies, speaker: 'other', onBehalfOf: 'speaker' }),
      ])
      return contested(tx)
    })
    expect(found).toEqual(NOTHING)
  })

  it('reaches a meeting from a stance that is reported in what is said about it', async () => {
    const found = await record.try(async (tx) => {
      await createEntries(tx, [
        ...cast,
        statement('account', { about: ['Meeting:summit'] }),
        statement('told', { ...affirms, reportedIn: 'account' }),
        statement('denial', { ...denies, speaker: 'other' }),
      ])
      return contested(tx)
    })
    expect(found).toEqual({ statements: ['denial', 'told'], issues: ['war'], meetings: ['summit'] })
  })

  it('is both ends of a link that contradicts, and no issue', async () => {
    const found = await record.try(async (tx) => {
      await createEntries(tx, [...cast, statement('words')])
      await createEntries(tx, [
        statement('retort', { links: [{ kind: 'CONTRADICTS', to: 'words' }], speaker: 'other' }),
        statement('answer', { links: [{ kind: 'REPLIES_TO', to: 'words' }], speaker: 'other' }),
      ])
      return contested(tx)
    })
    expect(found).toEqual({ ...NOTHING, statements: ['retort', 'words'] })
  })

  it('is not so any more when the stance is taken back', async () => {
    const found = await record.try(async (tx) => {
      await createEntries(tx, [...cast, ours, theirs])
      await change(tx, 'theirs', (id) => tx.position.deleteMany({ where: { statementId: id } }))
      return contested(tx)
    })
    expect(found).toEqual(NOTHING)
  })

  it('is not so any more when the link is taken back', async () => {
    const found = await record.try(async (tx) => {
      await createEntries(tx, [
        ...cast,
        statement('words'),
        statement('retort', { links: [{ kind: 'CONTRADICTS', to: 'words' }] }),
      ])
      await change(tx, 'retort', (id) => tx.statementLink.deleteMany({ where: { fromId: id } }))
      return contested(tx)
    })
    expect(found).toEqual(NOTHING)
  })

  it('is not so any more when the speaker turns out to speak for the other side', async () => {
    const found = await record.try(async (tx) => {
      await createEntries(tx, [...cast, ours, theirs])
      const { sideId } = await tx.statement.findUniqueOrThrow({ where: { slug: 'ours' } })
      const data = { onBehalfOfId: sideId, sideId }
      await change(tx, 'theirs', (id) => tx.statement.update({ where: { id }, data }))
      return contested(tx)
    })
    expect(found).toEqual(NOTHING)
  })

  it('is not so any more when the statement is deleted', async () => {
    const found = await record.try(async (tx) => {
      await createEntries(tx, [...cast, ours, theirs])
      await change(tx, 'theirs', (id) => tx.statement.delete({ where: { id } }))
      return contested(tx)
    })
    expect(found).toEqual(NOTHING)
  })

  it('is another meeting when the statement was made there', async () => {
    const found = await record.try(async (tx) => {
      await createEntries(tx, [...cast, meeting('call'), ours, theirs])
      const call = await tx.meeting.findUniqueOrThrow({ where: { slug: 'call' } })
      await change(tx, 'theirs', (id) => tx.statement.update({ where: { id }, data: { meetingId: call.id } }))
      return contested(tx)
    })
    expect(found).toEqual({ ...all, meetings: ['call', 'summit'] })
  })

  it('is another meeting when the statement becomes part of another chain', async () => {
    const found = await record.try(async (tx) => {
      await createEntries(tx, [
        ...cast,
        statement('at-summit', { meeting: 'summit' }),
        statement('at-briefing', { meeting: 'briefing' }),
        statement('told', { reportedIn: 'at-summit' }),
        statement('denial', { ...denies, speaker: 'other', reportedIn: 'told' }),
        statement('ours', affirms),
      ])
      const before = await contested(tx)
      const outer = await idOf(tx, 'at-briefing')
      const data = { reportedInId: outer, outermostId: outer }
      await change(tx, 'told', (id) => tx.statement.update({ where: { id }, data }))
      return { before: before.meetings, after: (await contested(tx)).meetings }
    })
    expect(found).toEqual({ before: ['summit'], after: ['briefing'] })
  })

  it('is so on another issue still when it ends on one', async () => {
    const both = (stance: string) => ({ positions: ['war', 'peace'].map((issue) => ({ issue, stance })) })
    const found = await record.try(async (tx) => {
      await createEntries(tx, [
        ...cast,
        issue('peace'),
        statement('ours', both('AFFIRMS')),
        statement('theirs', { ...both('DENIES'), speaker: 'other' }),
      ])
      await change(tx, 'theirs', (id) =>
        tx.position.deleteMany({ where: { statementId: id, issue: { slug: 'war' } } }),
      )
      return contested(tx)
    })
    expect(found).toEqual({ statements: ['ours', 'theirs'], issues: ['peace'], meetings: [] })
  })

  it('is written only where it changes', async () => {
    const found = await record.try(async (tx) => {
      await createEntries(tx, [...cast, ours, theirs])
      const versions = () => tx.query`SELECT "slug", "ctid"::text FROM "Statement" ORDER BY "slug"`
      const before = await versions()
      const statements = [await idOf(tx, 'ours'), await idOf(tx, 'theirs')]
      await deriveContested(tx, await bearingOf(tx, statements))
      await deriveEvidence(tx, statements)
      return { before, after: await versions() }
    })
    expect(found.after).toEqual(found.before)
  })
})

describe('the phases of an agreement', () => {
  it('follow its events', async () => {
    const events = [
      { kind: 'SIGNED', date: '2017-07' },
      { kind: 'ENTERED_INTO_FORCE', date: '2018' },
    ]
    const found = await record.try(async (tx) => {
      const [{ id } = { id: '' }] = await createEntries(tx, [agreement('treaty', { events })])
      await tx.agreementEvent.deleteMany({ where: { kind: 'SIGNED' } })
      await deriveAgreementPhases(tx, [id])
      return tx.agreementPhase.findMany({ select: { from: true, until: true, status: true } })
    })
    expect(found).toEqual([
      {
        status: 'IN_FORCE',
        from: new Date('2018-12-31T00:00:00Z'),
        until: new Date('9999-12-31T00:00:00Z'),
      },
    ])
  })
})
