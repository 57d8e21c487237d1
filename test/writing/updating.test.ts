import { describe, expect, it } from 'vitest'
import { agreement, issue, meeting, participant, source, statement, topic } from './record.ts'
import { onWrittenRecord } from './writing-record.ts'

const record = onWrittenRecord()
const actor = 'ben'

describe('an update', () => {
  it('leaves what it leaves out, clears what is null, and replaces lists', async () => {
    await record.create(
      topic('trade'),
      topic('war'),
      participant('speaker'),
      source('report'),
      meeting('helsinki', {
        title: 'Helsinki',
        summary: 'They met.',
        date: '1990-09-09',
        place: { name: 'Helsinki', countryCode: 'FI' },
        topics: ['trade'],
        participants: [{ participant: 'speaker', roles: ['HOST'] }],
        citations: [{ source: 'report' }],
      }),
    )
    const before = await record.changes()
    await record.writer.update({
      actor,
      type: 'Meeting',
      id: 'helsinki',
      version: 1,
      input: { title: 'Helsinki summit', summary: null, topics: ['war'] },
    })
    const after = {
      type: 'Meeting',
      slug: 'helsinki',
      title: 'Helsinki summit',
      kind: 'SUMMIT',
      status: 'HELD',
      date: '1990-09-09',
      place: { name: 'Helsinki', countryCode: 'FI' },
      participants: [{ participant: 'speaker', roles: ['HOST'] }],
      topics: ['war'],
      citations: [{ source: 'report' }],
    }
    expect(await record.entry('Meeting', 'helsinki')).toEqual({ version: 2, line: after })
    expect(await record.changes(before.length)).toEqual([
      {
        actor: 'ben',
        action: 'UPDATE',
        entryType: 'MEETING',
        slug: 'helsinki',
        before: { ...after, title: 'Helsinki', summary: 'They met.', topics: ['trade'] },
        after,
      },
    ])
  })

  it('that changes nothing makes no version and no change', async () => {
    await record.create(meeting('reykjavik', { date: '1986-10-11/1986-10-12' }))
    const before = await record.changes()
    const input = { title: 'reykjavik', date: '1986-10-11/1986-10-12', topics: [], summary: null }
    await record.writer.update({ actor, type: 'Meeting', id: 'reykjavik', version: 1, input })
    expect((await record.entry('Meeting', 'reykjavik'))?.version).toBe(1)
    expect(await record.changes(before.length)).toEqual([])
  })

  it('tells every problem at once, and does nothing then', async () => {
    await record.create(meeting('yalta'))
    const input = { title: ' ', date: '1945-02-30', parent: 'teheran', kind: null }
    await expect(
      record.writer.update({ actor, type: 'Meeting', id: 'yalta', version: 1, input }),
    ).rejects.toMatchObject({
      problems: [
        { path: ['title'], code: 'REQUIRED' },
        { path: ['kind'], code: 'REQUIRED' },
        { path: ['date'], code: 'INVALID' },
        { path: ['parent'], code: 'UNKNOWN_REFERENCE' },
      ],
    })
    expect((await record.entry('Meeting', 'yalta'))?.version).toBe(1)
  })

  it('to a version that is past is a conflict', async () => {
    const [entry] = await record.create(meeting('potsdam'))
    const update = (version: number, title: string) =>
      record.writer.update({ actor, type: 'Meeting', id: 'potsdam', version, input: { title } })
    await update(1, 'Potsdam conference')
    await expect(update(1, 'The Potsdam conference')).rejects.toMatchObject({
      reason: 'STALE_VERSION',
      existing: { type: 'Meeting', id: entry?.id },
      message:
        'potsdam is at version 2, and this would change version 1: look at it as it stands, and send the change with that version.',
    })
    await update(2, 'The Potsdam conference')
    expect((await record.entry('Meeting', 'potsdam'))?.version).toBe(3)
  })

  it.each(['nowhere', 'M_AZLxwJ2ydS2C8Y0cTfyFqw', 'Meeting:yalta', ''])(
    'of %j, which names no meeting, is told so',
    async (id) => {
      const update = record.writer.update({ actor, type: 'Meeting', id, version: 1, input: {} })
      await expect(update).rejects.toMatchObject({ name: 'EntryNotFoundError', requestedId: id })
    },
  )

  it('keeps the IDs of the rows of a list that stay the same, wherever they stand now', async () => {
    await record.create(
      source('treaty-text'),
      participant('signatory'),
      agreement('ban', {
        events: [
          {
            kind: 'SIGNED',
            date: '1963-08-05',
            participants: ['signatory'],
            citations: [{ source: 'treaty-text' }],
          },
          { kind: 'RATIFIED', date: '1963-10-07' },
          {
            kind: 'ENTERED_INTO_FORCE',
            date: '1963-10-10',
            citations: [{ source: 'treaty-text', locator: 'article 3' }],
          },
        ],
        provisions: [
          { text: 'No tests in the air.', obliges: ['signatory'] },
          { text: 'No tests in space.' },
        ],
        citations: [
          { source: 'treaty-text', locator: 'article 1' },
          { source: 'treaty-text', locator: 'article 2' },
        ],
      }),
    )
    const ids = async () => ({
      events: await record.query<{ id: string; kind: string; ordinal: number }>(
        'SELECT "id", "kind", "ordinal" FROM "AgreementEvent" ORDER BY "ordinal"',
      ),
      provisions: await record.query<{ id: string; text: string }>(
        'SELECT "id", "text" FROM "Provision" ORDER BY "ordinal"',
      ),
      citations: await record.query<{ id: string; locator: string }>(
        'SELECT "id", "locator" FROM "Citation" WHERE "agreementId" IS NOT NULL OR "eventId" IS NOT NULL ORDER BY "locator"',
      ),
    })
    const before = await ids()
    await record.writer.update({
      actor,
      type: 'Agreement',
      id: 'ban',
      version: 1,
      input: {
        events: [
          {
            kind: 'ENTERED_INTO_FORCE',
            date: '1963-10-10',
            citations: [{ source: 'treaty-text', locator: 'article 3' }],
          },
          {
            kind: 'SIGNED',
            date: '1963-08-05',
            participants: ['signatory'],
            citations: [{ source: 'treaty-text' }],
          },
        ],
        provisions: [
          { text: 'No tests in space.' },
          { text: 'No tests under water.' },
          { text: 'No tests in the air.', obliges: ['signatory'] },
        ],
        citations: [
          { source: 'treaty-text', locator: 'article 2' },
          { source: 'treaty-text', locator: 'article 1' },
        ],
      },
    })
    const after = await ids()
    const [signed, , force] = before.events
    expect(after.events).toEqual([
      { ...force, ordinal: 1 },
      { ...signed, ordinal: 2 },
    ])
    expect(after.provisions).toEqual([
      before.provisions[1],
      { id: expect.any(String), text: 'No tests under water.' },
      before.provisions[0],
    ])
    expect(after.citations).toEqual(before.citations)
  })

  it('tells turns that differ in nothing but their participants apart by these', async () => {
    const ratified = (slug: string) => ({ kind: 'RATIFIED', participants: [slug] })
    await record.create(
      participant('first-ratifier'),
      participant('second-ratifier'),
      agreement('charter', { events: [ratified('first-ratifier'), ratified('second-ratifier')] }),
    )
    const ids = async () => {
      const events = await record.query<{ id: string }>(
        `SELECT event."id" FROM "AgreementEvent" event JOIN "Agreement" agreement ON agreement."id" = "agreementId"
         WHERE agreement."slug" = 'charter' ORDER BY event."ordinal"`,
      )
      return events.map(({ id }) => id)
    }
    const [, second] = await ids()
    await record.writer.update({
      actor,
      type: 'Agreement',
      id: 'charter',
      version: 1,
      input: { events: [ratified('second-ratifier')] },
    })
    expect(await ids()).toEqual([second])
  })

  it('gives a row that is changed in its place the ID that it had', async () => {
    await record.create(
      agreement('pact', { events: [{ kind: 'SIGNED', note: 'In a hurry.' }, { kind: 'RATIFIED' }] }),
    )
    const ids = () =>
      record.query<{ id: string; note: string }>(
        `SELECT "id", "note" FROM "AgreementEvent" WHERE "agreementId" = (SELECT "id" FROM "Agreement" WHERE "slug" = 'pact') ORDER BY "ordinal"`,
      )
    const before = await ids()
    const input = { events: [{ kind: 'SIGNED', note: 'In a great hurry.' }, { kind: 'RATIFIED' }] }
    await record.writer.update({ actor, type: 'Agreement', id: 'pact', version: 1, input })
    expect(await ids()).toEqual([{ id: before[0]?.id, note: 'In a great hurry.' }, before[1]])
  })

  it('exchanges the places of a list', async () => {
    await record.create(
      participant('minister', {
        offices: [{ title: 'Minister of Trade' }, { title: 'Mayor' }],
        aliases: ['A', 'B'],
      }),
    )
    const input = { offices: [{ title: 'Mayor' }, { title: 'Minister of Trade' }], aliases: ['B', 'A'] }
    await record.writer.update({ actor, type: 'Participant', id: 'minister', version: 1, input })
    expect((await record.entry('Participant', 'minister'))?.line).toMatchObject(input)
  })

  it('cannot put an entry within itself, through what is on record', async () => {
    await record.create(topic('a'), topic('b', { broader: 'a' }), topic('c', { broader: 'b' }))
    const input = { broader: 'c' }
    await expect(
      record.writer.update({ actor, type: 'Topic', id: 'a', version: 1, input }),
    ).rejects.toMatchObject({
      problems: [
        { path: ['broader'], code: 'CYCLE', message: 'broader: a → c → b → a goes round in a circle' },
      ],
    })
  })

  it('cannot make a chain too long by what is reported in it', async () => {
    await record.create(statement('s1'))
    for (const [inner, outer] of [
      ['s2', 's1'],
      ['s3', 's2'],
      ['t1', null],
      ['t2', 't1'],
      ['t3', 't2'],
    ] as const) {
      await record.create(statement(inner, outer === null ? {} : { reportedIn: outer }))
    }
    await expect(
      record.writer.update({ actor, type: 'Statement', id: 's1', version: 1, input: { reportedIn: 't3' } }),
    ).rejects.toMatchObject({
      problems: [
        {
          path: ['reportedIn'],
          code: 'TOO_DEEP',
          message:
            'reportedIn: with what is reported in this statement the chain of reported speech has 6: a chain has at most 5',
        },
      ],
    })
    const input = { reportedIn: 't2' }
    await record.writer.update({ actor, type: 'Statement', id: 's1', version: 1, input })
  })

  it('of a speaker who is not named any more reaches all that is known through them', async () => {
    await record.create(
      participant('official'),
      statement('told', { speaker: 'official' }),
      statement('heard', { reportedIn: 'told' }),
    )
    const evidence = () =>
      record.query(
        `SELECT "slug", "evidence" FROM "Statement" WHERE "slug" IN ('told', 'heard') ORDER BY "slug"`,
      )
    expect(await evidence()).toEqual([
      { slug: 'heard', evidence: 'REPORTED' },
      { slug: 'told', evidence: 'FIRST_HAND' },
    ])
    const input = { isAnonymous: true }
    await record.writer.update({ actor, type: 'Participant', id: 'official', version: 1, input })
    expect(await evidence()).toEqual([
      { slug: 'heard', evidence: 'UNATTRIBUTED' },
      { slug: 'told', evidence: 'UNATTRIBUTED' },
    ])
  })

  it('of a stance tells anew what is contested, of others too', async () => {
    const position = (stance: string) => ({ positions: [{ issue: 'meddling', stance }] })
    await record.create(
      participant('denier'),
      issue('meddling'),
      statement('yes', position('AFFIRMS')),
      statement('no', { speaker: 'denier', ...position('HEDGES') }),
    )
    const contested = () =>
      record.query(
        `SELECT "slug" FROM "Statement" WHERE "isContested" AND "slug" IN ('yes', 'no') ORDER BY "slug"`,
      )
    expect(await contested()).toEqual([])
    await record.writer.update({ actor, type: 'Statement', id: 'no', version: 1, input: position('DENIES') })
    expect(await contested()).toEqual([{ slug: 'no' }, { slug: 'yes' }])
    await record.writer.update({ actor, type: 'Statement', id: 'no', version: 2, input: { positions: [] } })
    expect(await contested()).toEqual([])
    expect((await record.entry('Statement', 'yes'))?.version).toBe(1)
  })

  it('takes as many SQL statements for a long list as for a short one', async () => {
    const names = Array.from({ length: 50 }, (_, number) => `guest-${number}`)
    await record.create(...names.map((name) => participant(name)), meeting('small'), meeting('large'))
    const update = (id: string, guests: readonly string[]) => () =>
      record.writer.update({
        actor,
        type: 'Meeting',
        id,
        version: 1,
        input: { participants: guests.map((guest) => ({ participant: guest, roles: ['DELEGATE'] })) },
      })
    const few = await record.statementsOf(update('small', names.slice(0, 2)))
    expect(await record.statementsOf(update('large', names))).toBe(few)
  })
})
