// Entries are staged and written two at a time here: what refers to each other is hardly ever in one batch.
import { describe, expect, it, vi } from 'vitest'
import { agreement, issue, meeting, participant, source, statement, topic } from '../record.ts'
import { onWrittenRecord } from '../writing-record.ts'
import { faultsOf, importLines, type Read } from './importing.ts'

vi.mock('../../../src/writing/import/batch-size.ts', () => ({
  ENTRIES_AT_ONCE: 2,
  CHARACTERS_AT_ONCE: 4_000_000,
}))

const record = onWrittenRecord()
const imported = (...lines: Read) => importLines(record.database, lines)
const faults = (...lines: Read) => faultsOf(record.database, lines)
const lineOf = async (type: string, slug: string) => (await record.entry(type, slug))?.line

const identifier = (value: string) => ({ externalIds: [{ scheme: 'wikidata', value }] })

describe('what lines refer to', () => {
  it('may come later, whichever field names it', async () => {
    const lines = [
      statement('told', {
        speaker: 'ann',
        onBehalfOf: 'union',
        addressees: ['bob'],
        meeting: 'dinner',
        about: ['Participant:bob', 'Meeting:dinner', 'Agreement:pact'],
        reportedIn: 'telling',
        positions: [{ issue: 'question', stance: 'AFFIRMS' }],
        links: [{ kind: 'REPLIES_TO', to: 'zero' }],
        topics: ['arms'],
        citations: [{ source: 'minutes' }],
      }),
      statement('telling', { reportedIn: 'first', speaker: 'bob', citations: [] }),
      statement('first', { speaker: 'bob', citations: [{ source: 'minutes' }] }),
      agreement('pact', {
        meeting: 'dinner',
        parties: [{ participant: 'union', role: 'PARTY' }],
        provisions: [{ text: 'Peace.', obliges: ['union'] }],
        events: [
          {
            kind: 'SIGNED',
            planned: false,
            participants: ['bob'],
            meeting: 'dinner',
            citations: [{ source: 'minutes' }],
          },
        ],
        topics: ['arms'],
      }),
      issue('question', { topics: ['arms'] }),
      meeting('dinner', {
        parent: 'summit',
        participants: [{ participant: 'bob', roles: ['HOST'], onBehalfOf: 'union' }],
        topics: ['arms'],
      }),
      meeting('summit', { parent: 'congress' }),
      meeting('congress'),
      topic('arms', { broader: 'weapons', citations: [{ source: 'minutes' }] }),
      topic('weapons'),
      source('minutes', { author: 'bob', citations: [{ source: 'minutes' }, { source: 'summary' }] }),
      source('summary'),
      participant('ann', {
        offices: [{ title: 'Minister', of: 'union' }],
        citations: [{ source: 'minutes' }],
      }),
      participant('bob'),
      participant('union', { kind: 'STATE' }),
      statement('zero', { speaker: 'ann', citations: [{ source: 'minutes' }] }),
    ]
    expect(await imported(...lines)).toEqual({ created: 16, updated: 0, unchanged: 0, leftOut: [] })
    for (const { type, input } of lines) {
      const slug = String(Object(input).slug)
      expect(await lineOf(type, slug)).toMatchObject(said(input))
    }
  })

  it('is told of where it is nowhere', async () => {
    expect(
      await faults(
        topic('a', { broader: 'nowhere' }),
        topic('b'),
        meeting('c', { topics: ['b', 'nowhere'], parent: 'b' }),
      ),
    ).toEqual([
      'line 1: broader: there is no topic called nowhere; give the slug or the ID of one that is on record or comes along',
      'line 3: parent: there is no meeting called b; give the slug or the ID of one that is on record or comes along',
      'line 3: topics.1: there is no topic called nowhere; give the slug or the ID of one that is on record or comes along',
    ])
  })

  it('may be known by the slug of a participant who was merged into it', async () => {
    await record.create(participant('kept'), participant('old-name'), topic('known'))
    await record.writer.mergeParticipants({ actor: 'ann', keep: 'kept', duplicate: 'old-name', version: 1 })
    await imported(topic('known'), topic('other'), source('memoir', { author: 'old-name' }))
    expect(await lineOf('Source', 'memoir')).toMatchObject({ author: 'kept' })
    expect(await faults(topic('known'), participant('old-name'))).toEqual([
      'line 2: slug: old-name was merged into kept: say of kept what is to be said of both',
    ])
  })

  it('does not lie within itself, however far out', async () => {
    await record.create(meeting('on-record'), meeting('within', { parent: 'on-record' }))
    expect(
      await faults(
        meeting('ring-1', { parent: 'ring-2' }),
        topic('self', { broader: 'self' }),
        meeting('ring-2', { parent: 'ring-3' }),
        meeting('beside', { parent: 'ring-1' }),
        meeting('ring-3', { parent: 'ring-1' }),
        meeting('on-record', { parent: 'between' }),
        meeting('between', { parent: 'within' }),
      ),
    ).toEqual([
      'line 1: parent: ring-1 → ring-2 → ring-3 → ring-1 goes round in a circle',
      'line 2: broader: self → self goes round in a circle',
      'line 3: parent: ring-2 → ring-3 → ring-1 → ring-2 goes round in a circle',
      'line 5: parent: ring-3 → ring-1 → ring-2 → ring-3 goes round in a circle',
      'line 6: parent: on-record → between → within → on-record goes round in a circle',
      'line 7: parent: between → within → on-record → between goes round in a circle',
    ])
  })

  it('is no chain of reported speech of more than five', async () => {
    await record.create(source('report'), participant('speaker'))
    const chain = Array.from({ length: 7 }, (_, place) =>
      statement(`link-${place + 1}`, place === 0 ? {} : { reportedIn: `link-${place}` }),
    ).toReversed()
    expect(await faults(...chain)).toEqual([
      'line 1: reportedIn: this is statement 7 of a chain of reported speech: a chain has at most 5',
      'line 2: reportedIn: this is statement 6 of a chain of reported speech: a chain has at most 5',
    ])
    await record.create(statement('deep-1'), statement('deep-2', { reportedIn: 'deep-1' }))
    expect(
      await faults(
        statement('deep-1', { reportedIn: 'new-4' }),
        ...Array.from({ length: 4 }, (_, place) =>
          statement(`new-${4 - place}`, place === 3 ? {} : { reportedIn: `new-${3 - place}` }),
        ),
      ),
    ).toEqual([
      'line 1: reportedIn: with what is reported in this statement the chain of reported speech has 6: a chain has at most 5',
    ])
  })
})

/** What an input says, without its empty lists. */
function said(input: unknown): object {
  const isEmpty = (value: unknown) => Array.isArray(value) && value.length === 0
  return Object.fromEntries(Object.entries(Object(input)).filter(([, value]) => !isEmpty(value)))
}

describe('a slug', () => {
  it('is that of one line of its type', async () => {
    expect(
      await faults(
        topic('twice'),
        issue('twice'),
        topic('once'),
        topic('other'),
        topic('twice'),
        topic('once'),
      ),
    ).toEqual([
      'line 5: slug: twice is the slug of another topic that comes along',
      'line 6: slug: once is the slug of another topic that comes along',
    ])
  })

  it('is there, and is one', async () => {
    expect(
      await faults(
        { type: 'Topic', input: { name: 'Nameless' } },
        topic('Not a slug'),
        { type: 'Topic', input: [] },
        { type: 'Topic', input: { slug: null, nam: 'Nameless' } },
      ),
    ).toEqual([
      'line 1: slug: is missing: an imported entry has one, to be found by',
      'line 2: slug: Not a slug is not a slug: write words of a-z and 0-9 with single hyphens between',
      'line 3: [] is not an object',
      'line 4: slug: is missing: an imported entry has one, to be found by',
      'line 4: name: is missing: give a text',
      'line 4: nam: there is no such field: is it name?',
    ])
  })
})

describe('an identifier of another system', () => {
  it('is that of one entry, on record or among the lines', async () => {
    await record.create(meeting('owner', identifier('Q1')))
    expect(
      await faults(
        meeting('first', identifier('Q2')),
        meeting('unlike', identifier('Q3')),
        meeting('thief', identifier('Q1')),
        agreement('second', identifier('Q2')),
      ),
    ).toEqual([
      'line 3: externalIds.0: wikidata Q1 is the identifier of a meeting on record',
      'line 4: externalIds.0: wikidata Q2 is the identifier of another entry that comes along',
    ])
  })

  it('can go from one entry to another, and two can change theirs', async () => {
    await record.create(
      meeting('giver', identifier('Q10')),
      meeting('left', identifier('Q11')),
      agreement('right', identifier('Q12')),
    )
    expect(
      await imported(
        meeting('taker', identifier('Q10')),
        meeting('left', identifier('Q12')),
        agreement('right', identifier('Q11')),
        meeting('giver'),
      ),
    ).toEqual({ created: 1, updated: 3, unchanged: 0, leftOut: [] })
    expect(await lineOf('Meeting', 'taker')).toMatchObject(identifier('Q10'))
    expect(await lineOf('Meeting', 'left')).toMatchObject(identifier('Q12'))
    expect(await lineOf('Agreement', 'right')).toMatchObject(identifier('Q11'))
    expect(await lineOf('Meeting', 'giver')).not.toHaveProperty('externalIds')
  })
})
