import { describe, expect, it } from 'vitest'
import { globalId, type SluggedType } from '../../src/domain/global-id.ts'
import type { NewEntry } from '../../src/writing/check/draft.ts'
import { agreement, issue, meeting, participant, source, statement, topic } from './record.ts'
import { onWrittenRecord } from './writing-record.ts'

const record = onWrittenRecord()
const actor = 'ben'

describe('deleting', () => {
  it('removes an entry with all that belongs to it, and the log keeps what it held', async () => {
    await record.create(
      source('report'),
      participant('speaker'),
      topic('trade'),
      agreement('pact', {
        parties: [{ participant: 'speaker', role: 'PARTY' }],
        provisions: [{ text: 'Peace.', obliges: ['speaker'] }],
        events: [
          { kind: 'SIGNED', date: '1955', participants: ['speaker'], citations: [{ source: 'report' }] },
        ],
        topics: ['trade'],
        externalIds: [{ scheme: 'unts', value: '2962' }],
        citations: [{ source: 'report' }],
      }),
    )
    const line = (await record.entry('Agreement', 'pact'))?.line
    const before = await record.changes()
    const deleted = await record.writer.delete({ actor, id: 'Agreement:pact', version: 1 })
    expect(deleted).toEqual({ type: 'Agreement', id: expect.any(String), slug: 'pact' })
    expect(await record.changes(before.length)).toEqual([
      { actor: 'ben', action: 'DELETE', entryType: 'AGREEMENT', slug: 'pact', before: line, after: null },
    ])
    const left = await record.query<{ rows: number }>(
      `SELECT (SELECT count(*) FROM "AgreementEvent") + (SELECT count(*) FROM "Provision") + (SELECT count(*) FROM "AgreementParty")
         + (SELECT count(*) FROM "AgreementPhase") + (SELECT count(*) FROM "AgreementTopic") + (SELECT count(*) FROM "ExternalId")
         + (SELECT count(*) FROM "Citation") + (SELECT count(*) FROM "SearchPart" WHERE "entryType" = 'AGREEMENT') AS "rows"`,
    )
    expect(left).toEqual([{ rows: expect.toSatisfy((rows) => Number(rows) === 0) }])
  })

  it('leaves the slug to others', async () => {
    await record.create(topic('war'))
    await record.writer.delete({ actor, id: 'Topic:war', version: 1 })
    await record.create(topic('war'))
    expect((await record.entry('Topic', 'war'))?.version).toBe(1)
  })

  it('takes a global ID as well', async () => {
    const [entry] = await record.create(topic('peace'))
    await record.writer.delete({ actor, id: globalId('Topic', entry?.id ?? ''), version: 1 })
    expect(await record.entry('Topic', 'peace')).toBeUndefined()
  })

  const users: [string, SluggedType, NewEntry][] = [
    ['within it', 'Meeting', meeting('inner', { parent: 'used' })],
    ['said there', 'Meeting', statement('there', { meeting: 'used' })],
    ['about it', 'Meeting', statement('about', { about: ['Meeting:used'] })],
    ['reached there', 'Meeting', agreement('reached', { meeting: 'used' })],
    ['with a turn there', 'Meeting', agreement('turned', { events: [{ kind: 'SIGNED', meeting: 'used' }] })],
    [
      'attended',
      'Participant',
      meeting('attended', { participants: [{ participant: 'used', roles: ['HOST'] }] }),
    ],
    [
      'attended on their behalf',
      'Participant',
      meeting('sent', { participants: [{ participant: 'speaker', roles: ['HOST'], onBehalfOf: 'used' }] }),
    ],
    [
      'of whom they hold an office',
      'Participant',
      participant('holder', { offices: [{ title: 'King', of: 'used' }] }),
    ],
    ['said by them', 'Participant', statement('theirs', { speaker: 'used' })],
    ['said for them', 'Participant', statement('for-them', { onBehalfOf: 'used' })],
    ['said to them', 'Participant', statement('to-them', { addressees: ['used'] })],
    ['about them', 'Participant', statement('about-them', { about: ['Participant:used'] })],
    [
      'they are party to',
      'Participant',
      agreement('partied', { parties: [{ participant: 'used', role: 'PARTY' }] }),
    ],
    [
      'with their turn',
      'Participant',
      agreement('acted', { events: [{ kind: 'JOINED', participants: ['used'] }] }),
    ],
    [
      'that obliges them',
      'Participant',
      agreement('obliging', { provisions: [{ text: 'P', obliges: ['used'] }] }),
    ],
    ['they wrote', 'Participant', source('written', { author: 'used' })],
    ['reported in it', 'Statement', statement('reported', { reportedIn: 'used' })],
    ['linked to it', 'Statement', statement('linked', { links: [{ kind: 'REPLIES_TO', to: 'used' }] })],
    ['about it', 'Agreement', statement('about-it', { about: ['Agreement:used'] })],
    [
      'with a stance on it',
      'Issue',
      statement('taking', { positions: [{ issue: 'used', stance: 'DENIES' }] }),
    ],
    ['narrower', 'Topic', topic('narrower', { broader: 'used' })],
    ['on it', 'Topic', meeting('on-it', { topics: ['used'] })],
    ['on it', 'Topic', statement('said-on-it', { topics: ['used'] })],
    ['on it', 'Topic', agreement('agreed-on-it', { topics: ['used'] })],
    ['on it', 'Topic', issue('asked-on-it', { topics: ['used'] })],
    ['that it proves', 'Source', meeting('proved', { citations: [{ source: 'used' }] })],
    ['that it proves', 'Source', participant('proven', { citations: [{ source: 'used' }] })],
    ['that it proves', 'Source', agreement('proved-pact', { citations: [{ source: 'used' }] })],
    [
      'with a turn that it proves',
      'Source',
      agreement('proved-turn', { events: [{ kind: 'SIGNED', citations: [{ source: 'used' }] }] }),
    ],
    ['that it proves', 'Source', issue('proved-issue', { citations: [{ source: 'used' }] })],
    ['that it proves', 'Source', topic('proved-topic', { citations: [{ source: 'used' }] })],
    ['that it proves', 'Source', source('proved-source', { citations: [{ source: 'used' }] })],
    ['that it proves', 'Source', statement('proved-words', { citations: [{ source: 'used' }] })],
  ]
  const used: Record<SluggedType, NewEntry> = {
    Meeting: meeting('used'),
    Participant: participant('used'),
    Statement: statement('used'),
    Agreement: agreement('used'),
    Issue: issue('used'),
    Topic: topic('used'),
    Source: source('used'),
  }

  it.each(users)('is refused while there is an entry %s (%s)', async (_what, type, user) => {
    const [entry, resting] = await record.create(used[type], user)
    await expect(record.writer.delete({ actor, id: `${type}:used`, version: 1 })).rejects.toMatchObject({
      reason: 'IN_USE',
      message: 'Other entries rest on used: change or delete those first.',
      existing: { type, id: entry?.id },
      blockedBy: [{ type: resting?.type, id: resting?.id }],
    })
    await record.writer.delete({ actor, id: globalId(user.type, resting?.id ?? ''), version: 1 })
    await record.writer.delete({ actor, id: `${type}:used`, version: 1 })
  })

  it('does not mind an entry that refers to itself', async () => {
    await record.create(source('circular', { title: 'Itself' }), participant('emperor'))
    const cite = { citations: [{ source: 'circular' }] }
    await record.writer.update({ actor, type: 'Source', id: 'circular', version: 1, input: cite })
    const office = { offices: [{ title: 'Emperor', of: 'emperor' }] }
    await record.writer.update({ actor, type: 'Participant', id: 'emperor', version: 1, input: office })
    await record.writer.delete({ actor, id: 'Source:circular', version: 2 })
    await record.writer.delete({ actor, id: 'Participant:emperor', version: 2 })
  })

  it('of one who was merged into leaves neither name behind', async () => {
    await record.create(participant('kept'), participant('merged'))
    await record.writer.mergeParticipants({ actor, keep: 'kept', duplicate: 'merged', version: 1 })
    await record.writer.delete({ actor, id: 'Participant:merged', version: 2 })
    await record.create(participant('merged'))
  })

  it('at a version that is past is a conflict', async () => {
    await record.create(topic('late'))
    await expect(record.writer.delete({ actor, id: 'Topic:late', version: 2 })).rejects.toMatchObject({
      reason: 'STALE_VERSION',
    })
  })

  it.each(['late', 'Topic:nowhere', 'E_AZLxwJ2ydS2C8Y0cTfyFqw', 'x:y:z'])(
    'of %j, which names nothing, is told so',
    async (id) => {
      await expect(record.writer.delete({ actor, id, version: 1 })).rejects.toMatchObject({
        name: 'EntryNotFoundError',
        requestedId: id,
      })
    },
  )

  it('by a slug alone is told what is missing', async () => {
    await record.create(topic('slug-alone'))
    await expect(record.writer.delete({ actor, id: 'slug-alone', version: 1 })).rejects.toThrow(
      'There is nothing called slug-alone to change: give its ID, or its type and its slug, as in Topic:summit-diplomacy.',
    )
  })

  it('ends what a statement contested', async () => {
    const position = (stance: string) => ({ positions: [{ issue: 'meddling', stance }], meeting: 'talks' })
    await record.create(
      participant('denier'),
      issue('meddling'),
      meeting('talks'),
      statement('yes', position('AFFIRMS')),
      statement('no', { speaker: 'denier', ...position('DENIES') }),
    )
    const contested = () =>
      record.query(
        `SELECT 'issue' AS "what" FROM "Issue" WHERE "isContested" UNION ALL SELECT 'meeting' FROM "Meeting" WHERE "isContested"
         UNION ALL SELECT 'statement' FROM "Statement" WHERE "isContested"`,
      )
    expect(await contested()).toHaveLength(4)
    await record.writer.delete({ actor, id: 'Statement:no', version: 1 })
    expect(await contested()).toEqual([])
  })
})
