import { describe, expect, it } from 'vitest'
import { createEntries } from '../harness/create-entries.ts'
import { agreement, meeting, onEmptyRecord, participant, problemsOf, topic } from './record.ts'

const record = onEmptyRecord()

describe('a slug', () => {
  it('is one entry’s of the batch', async () => {
    const problems = await record.try((tx) => problemsOf(tx, [topic('trade'), topic('trade'), topic('war')]))
    expect(problems).toEqual([
      {
        entry: 1,
        path: ['slug'],
        code: 'DUPLICATE',
        message: 'slug: trade is the slug of another topic that comes along',
      },
    ])
  })

  it('is one entry’s on record', async () => {
    const { problems, trade } = await record.try(async (tx) => {
      const [trade] = await createEntries(tx, [topic('trade')])
      return { trade, problems: await problemsOf(tx, [topic('trade')]) }
    })
    expect(problems).toEqual([
      {
        entry: 0,
        path: ['slug'],
        code: 'SLUG_TAKEN',
        message: 'slug: there is already a topic with the slug trade: give another',
        existing: { type: 'Topic', id: trade?.id },
      },
    ])
  })

  it('can be that of an entry of another type', async () => {
    const written = await record.try((tx) => createEntries(tx, [meeting('helsinki'), agreement('helsinki')]))
    expect(written.map(({ type, slug }) => ({ type, slug }))).toEqual([
      { type: 'Meeting', slug: 'helsinki' },
      { type: 'Agreement', slug: 'helsinki' },
    ])
  })

  it('is made of the title where none is given', async () => {
    const titles = [
      'G20 summit, Hamburg',
      'Встреча',
      'One two three four five six seven eight nine ten eleven',
    ]
    const written = await record.try((tx) =>
      createEntries(
        tx,
        titles.map((title) => ({ type: 'Meeting', input: { title, kind: 'SUMMIT' } })),
      ),
    )
    expect(written.map(({ slug }) => slug)).toEqual([
      'g20-summit-hamburg',
      expect.stringMatching(/^meeting-[\da-f]{8}$/),
      'one-two-three-four-five-six-seven-eight-nine-ten',
    ])
  })

  it('that is made has a number where the plain one is taken, on record or in the batch', async () => {
    const untitled = { type: 'Meeting', input: { title: 'Summit', kind: 'SUMMIT' } } as const
    const written = await record.try(async (tx) => {
      await createEntries(tx, [meeting('summit'), meeting('summit-3'), meeting('summit-of-the-americas')])
      return createEntries(tx, [untitled, untitled, meeting('summit-4')])
    })
    expect(written.map(({ slug }) => slug)).toEqual(['summit-2', 'summit-5', 'summit-4'])
  })
})

describe('an identifier of another system', () => {
  const wikidata = { externalIds: [{ scheme: 'wikidata', value: 'Q1' }] }

  it('is one entry’s of the batch', async () => {
    const problems = await record.try((tx) =>
      problemsOf(tx, [meeting('summit', wikidata), participant('merkel', wikidata)]),
    )
    expect(problems).toEqual([
      {
        entry: 1,
        path: ['externalIds', '0'],
        code: 'DUPLICATE',
        message: 'externalIds.0: wikidata Q1 is the identifier of another entry that comes along',
      },
    ])
  })

  it('is one entry’s on record', async () => {
    const { problems, summit } = await record.try(async (tx) => {
      const [summit] = await createEntries(tx, [meeting('summit', wikidata)])
      return { summit, problems: await problemsOf(tx, [participant('merkel', wikidata)]) }
    })
    expect(problems).toEqual([
      {
        entry: 0,
        path: ['externalIds', '0'],
        code: 'EXTERNAL_ID_TAKEN',
        message: 'externalIds.0: wikidata Q1 is the identifier of a meeting on record',
        existing: { type: 'Meeting', id: summit?.id },
      },
    ])
  })

  it('can be the same in two systems', async () => {
    const written = await record.try((tx) =>
      createEntries(tx, [
        meeting('summit', wikidata),
        meeting('call', { externalIds: [{ scheme: 'viaf', value: 'Q1' }] }),
      ]),
    )
    expect(written.length).toBe(2)
  })

  it('that PostgreSQL could not even look for is only wrong', async () => {
    const externalIds = [{ scheme: 'doi', value: 'a\0b' }]
    const problems = await record.try((tx) => problemsOf(tx, [meeting('summit', { externalIds })]))
    expect(problems).toEqual([
      {
        entry: 0,
        path: ['externalIds', '0', 'value'],
        code: 'INVALID',
        message: 'externalIds.0.value: holds a NUL character: leave it out',
      },
    ])
  })
})
