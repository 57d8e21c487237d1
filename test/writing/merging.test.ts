import { describe, expect, it } from 'vitest'
import { globalId } from '../../src/domain/global-id.ts'
import { agreement, meeting, participant, source, statement } from './record.ts'
import { onWrittenRecord } from './writing-record.ts'

const record = onWrittenRecord()
const actor = 'ben'

describe('merging', () => {
  it('moves everything to the one kept, and the log tells of each entry that changes', async () => {
    const [, , , kept, merged] = await record.create(
      source('report'),
      participant('speaker'),
      participant('france', { kind: 'STATE' }),
      participant('angela-merkel', {
        name: 'Angela Merkel',
        aliases: ['Merkel'],
        offices: [{ title: 'Chancellor' }],
        externalIds: [{ scheme: 'wikidata', value: 'Q567' }],
      }),
      participant('a-merkel', {
        name: 'A. Merkel',
        aliases: ['Merkel', 'Mutti'],
        description: 'A chancellor of Germany.',
        offices: [{ title: 'Chancellor' }, { title: 'Minister' }],
        externalIds: [{ scheme: 'gnd', value: '119545373' }],
        citations: [{ source: 'report' }],
      }),
      meeting('g20', {
        participants: [
          { participant: 'a-merkel', roles: ['HOST'], capacity: 'Chancellor' },
          { participant: 'angela-merkel', roles: ['PRINCIPAL', 'HOST'], onBehalfOf: 'a-merkel' },
          { participant: 'france', roles: ['DELEGATE'], onBehalfOf: 'a-merkel' },
        ],
      }),
      agreement('deal', {
        parties: [{ participant: 'a-merkel', role: 'MEDIATOR' }],
        provisions: [{ text: 'Peace.', obliges: ['a-merkel', 'france', 'angela-merkel'] }],
        events: [{ kind: 'SIGNED', participants: ['a-merkel', 'angela-merkel'] }],
      }),
      statement('said', {
        speaker: 'a-merkel',
        onBehalfOf: 'angela-merkel',
        addressees: ['a-merkel', 'france'],
      }),
      statement('of-her', { about: ['Participant:a-merkel', 'Meeting:g20', 'Participant:angela-merkel'] }),
    )
    const before = await record.changes()
    const written = await record.writer.mergeParticipants({
      actor,
      keep: 'angela-merkel',
      duplicate: 'a-merkel',
      version: 1,
    })
    expect(written).toEqual({ type: 'Participant', id: kept?.id, slug: 'angela-merkel' })

    const changes = await record.changes(before.length)
    expect(changes.map(({ action, slug }) => `${action} ${slug}`).sort()).toEqual([
      'DELETE a-merkel',
      'UPDATE angela-merkel',
      'UPDATE deal',
      'UPDATE g20',
      'UPDATE of-her',
      'UPDATE said',
    ])
    const lineOf = (slug: string) => changes.find((change) => change.slug === slug)?.after
    expect(lineOf('angela-merkel')).toEqual({
      type: 'Participant',
      slug: 'angela-merkel',
      name: 'Angela Merkel',
      aliases: ['Merkel', 'A. Merkel', 'Mutti'],
      kind: 'PERSON',
      isAnonymous: false,
      description: 'A chancellor of Germany.',
      offices: [{ title: 'Chancellor' }, { title: 'Minister' }],
      externalIds: [
        { scheme: 'gnd', value: '119545373' },
        { scheme: 'wikidata', value: 'Q567' },
      ],
      citations: [{ source: 'report' }],
    })
    expect(lineOf('g20')).toMatchObject({
      participants: [
        { participant: 'angela-merkel', roles: ['PRINCIPAL', 'HOST'], capacity: 'Chancellor' },
        { participant: 'france', roles: ['DELEGATE'], onBehalfOf: 'angela-merkel' },
      ],
    })
    expect(lineOf('deal')).toMatchObject({
      parties: [{ participant: 'angela-merkel', role: 'MEDIATOR' }],
      provisions: [{ text: 'Peace.', obliges: ['angela-merkel', 'france'] }],
      events: [{ kind: 'SIGNED', participants: ['angela-merkel'] }],
    })
    expect(lineOf('said')).toMatchObject({
      speaker: 'angela-merkel',
      addressees: ['angela-merkel', 'france'],
    })
    expect(lineOf('said')).not.toHaveProperty('onBehalfOf')
    expect(lineOf('of-her')).toMatchObject({ about: ['Participant:angela-merkel', 'Meeting:g20'] })

    // The names of the one who was merged lead to the one kept.
    for (const name of ['a-merkel', globalId('Participant', merged?.id ?? '')]) {
      const slug = `said-by-${name.length}`
      await record.create(statement(slug, { speaker: name }))
      expect((await record.entry('Statement', slug))?.line).toMatchObject({ speaker: 'angela-merkel' })
    }
    const histories = await record.query<{ slug: string; action: string }>(
      `SELECT "slug", "action" FROM "History" JOIN "Change" ON "id" = "changeId"
       WHERE "History"."entryId" = $1::text::uuid ORDER BY "place", "History"."ordinal"`,
      kept?.id ?? '',
    )
    expect(histories.map(({ action, slug }) => `${action} ${slug}`)).toEqual([
      'CREATE angela-merkel',
      'CREATE a-merkel',
      'UPDATE angela-merkel',
      'DELETE a-merkel',
    ])
  })

  it('takes the period of a party from one of the two', async () => {
    await record.create(
      participant('kept-party'),
      participant('same-party'),
      agreement('both', {
        parties: [
          { participant: 'same-party', role: 'PARTY', until: '2017' },
          { participant: 'kept-party', role: 'PARTY', since: '2018' },
        ],
      }),
      agreement('one', {
        parties: [
          { participant: 'same-party', role: 'PARTY', since: '2016', until: '2017' },
          { participant: 'kept-party', role: 'PARTY' },
        ],
      }),
    )
    await record.writer.mergeParticipants({
      actor,
      keep: 'kept-party',
      duplicate: 'same-party',
      version: 1,
    })
    expect((await record.entry('Agreement', 'both'))?.line).toMatchObject({
      parties: [{ participant: 'kept-party', role: 'PARTY', since: '2018' }],
    })
    expect((await record.entry('Agreement', 'one'))?.line).toMatchObject({
      parties: [{ participant: 'kept-party', role: 'PARTY', since: '2016', until: '2017' }],
    })
  })

  it('finds the offices to be the same that either holds of themselves', async () => {
    const offices = (of: string) => ({ kind: 'ORGANIZATION', offices: [{ title: 'Depositary', of }] })
    await record.create(
      participant('un', offices('un')),
      participant('united-nations', offices('united-nations')),
    )
    await record.writer.mergeParticipants({ actor, keep: 'un', duplicate: 'united-nations', version: 1 })
    expect((await record.entry('Participant', 'un'))?.line).toMatchObject({
      offices: [{ title: 'Depositary', of: 'un' }],
    })
  })

  it('goes on from one to the next', async () => {
    await record.create(participant('x1'), participant('x2'), participant('x3'))
    await record.writer.mergeParticipants({ actor, keep: 'x2', duplicate: 'x1', version: 1 })
    await record.writer.mergeParticipants({ actor, keep: 'x3', duplicate: 'x2', version: 1 })
    await record.writer.update({ actor, type: 'Participant', id: 'x1', version: 2, input: { name: 'X' } })
    expect(await record.entry('Participant', 'x3')).toMatchObject({ version: 3, line: { name: 'X' } })
  })

  it('leaves the slug of the one who was merged to nobody else', async () => {
    await record.create(participant('y1'), participant('y2'))
    await record.writer.mergeParticipants({ actor, keep: 'y2', duplicate: 'y1', version: 1 })
    await expect(record.create(participant('y1'))).rejects.toMatchObject({
      problems: [{ path: ['slug'], code: 'SLUG_TAKEN' }],
    })
    const [made] = await record.create({ type: 'Participant', input: { name: 'Y1', kind: 'PERSON' } })
    expect(made).toMatchObject({ slug: 'y1-2' })
    const insert = `INSERT INTO "Participant" ("id", "slug", "name", "nameKey", "kind") VALUES (gen_random_uuid(), 'y1', 'Y', 'y', 'PERSON')`
    await expect(record.query(insert)).rejects.toThrow('y1 leads to another participant')
  })

  it('of one with itself, or of two kinds, is refused', async () => {
    await record.create(participant('z1'), participant('z2'), participant('zaire', { kind: 'STATE' }))
    const merge = (keep: string, duplicate: string, version = 1) =>
      record.writer.mergeParticipants({ actor, keep, duplicate, version })
    await expect(merge('z1', 'z1')).rejects.toMatchObject({
      problems: [{ path: ['duplicate'], code: 'INVALID', message: 'duplicate: z1 is z1 already' }],
    })
    await expect(merge('z1', 'zaire')).rejects.toMatchObject({
      problems: [
        { path: ['duplicate'], code: 'INVALID', message: 'duplicate: zaire is a STATE, and z1 a PERSON' },
      ],
    })
    await expect(merge('z1', 'z2', 2)).rejects.toMatchObject({ reason: 'STALE_VERSION' })
    await expect(merge('z1', 'nobody')).rejects.toMatchObject({ requestedId: 'nobody' })
  })

  it('tells which entry would hold more than it can', async () => {
    const aliases = (name: string) => Array.from({ length: 600 }, (_, number) => `${name} ${number}`)
    await record.create(
      participant('of-many-names', { aliases: aliases('One') }),
      participant('of-more-names', { aliases: aliases('Other') }),
    )
    const merge = { actor, keep: 'of-many-names', duplicate: 'of-more-names', version: 1 }
    await expect(record.writer.mergeParticipants(merge)).rejects.toMatchObject({
      problems: [
        {
          path: ['duplicate'],
          code: 'TOO_MANY',
          message:
            'duplicate: once both are one, something is wrong with Participant:of-many-names: aliases: has more than 1000 members',
        },
      ],
    })
  })

  it('takes as many SQL statements for a busy participant as for one who did little', async () => {
    const said = (name: string, count: number) =>
      Array.from({ length: count }, (_, number) => statement(`${name}-${number}`, { speaker: name }))
    await record.create(participant('k'), participant('quiet'), participant('busy'))
    await record.create(...said('quiet', 1), ...said('busy', 30))
    const merge = (duplicate: string, version: number) => () =>
      record.writer.mergeParticipants({ actor, keep: 'k', duplicate, version })
    const few = await record.statementsOf(merge('quiet', 1))
    expect(await record.statementsOf(merge('busy', 2))).toBe(few)
  })
})
