// Entries are staged and written three at a time here.
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { problemAt } from '../../../src/writing/input/problem.ts'
import { agreement, meeting, participant, source, statement, topic } from '../record.ts'
import { onWrittenRecord } from '../writing-record.ts'
import { faultsOf, importLines, type Read } from './importing.ts'

vi.mock('../../../src/writing/import/batch-size.ts', () => ({
  ENTRIES_AT_ONCE: 3,
  CHARACTERS_AT_ONCE: 4_000_000,
}))

const record = onWrittenRecord()
const imported = (...lines: Read) => importLines(record.database, lines)

beforeAll(async () => {
  await record.create(source('report'), participant('speaker'))
})

/** How many changes there are, to tell those apart that come later. */
const soFar = async () => (await record.changes()).length

/** The changes that something makes: actions and slugs. */
async function changesBy(act: () => Promise<unknown>) {
  const before = await soFar()
  await act()
  return record.changes(before)
}

const brief = ({ actor, action, slug }: { actor: string; action: string; slug: string }) =>
  `${action} ${slug} by ${actor}`

/** By which transactions the rows of statements were written and locked. */
const rowMarks = () => record.query('SELECT "slug", xmin::text, xmax::text FROM "Statement" ORDER BY "slug"')

describe('a line', () => {
  it('is the whole entry: what it leaves out is empty', async () => {
    const pact = {
      summary: 'Peace.',
      effective: '1988-06-01/..',
      scope: { name: 'Everywhere' },
      parties: [
        { participant: 'guarantor', role: 'GUARANTOR' },
        { participant: 'speaker', role: 'PARTY' },
      ],
      events: [{ kind: 'SIGNED', planned: false, citations: [{ source: 'report' }] }],
    }
    await imported(agreement('pact', pact), participant('guarantor', { aliases: ['The guarantor'] }))
    const before = {
      type: 'Agreement',
      slug: 'pact',
      title: 'pact',
      kind: 'TREATY',
      form: 'UNKNOWN',
      ...pact,
    }
    expect(await record.entry('Agreement', 'pact')).toEqual({ line: before, version: 1 })

    const parties = [{ participant: 'speaker', role: 'WITNESS' }]
    const changes = await changesBy(() =>
      imported(participant('guarantor'), agreement('pact', { form: 'SIGNED', parties })),
    )
    const after = { type: 'Agreement', slug: 'pact', title: 'pact', kind: 'TREATY', form: 'SIGNED', parties }
    const guarantor = { type: 'Participant', slug: 'guarantor', name: 'guarantor', kind: 'PERSON' }
    expect(await record.entry('Agreement', 'pact')).toEqual({ line: after, version: 2 })
    const said = { actor: 'an import', action: 'UPDATE' }
    expect(changes).toEqual([
      {
        ...said,
        entryType: 'PARTICIPANT',
        slug: 'guarantor',
        before: { ...guarantor, aliases: ['The guarantor'], isAnonymous: false },
        after: { ...guarantor, isAnonymous: false },
      },
      { ...said, entryType: 'AGREEMENT', slug: 'pact', before, after },
    ])
  })

  it('that says what is on record already writes nothing, in whichever words', async () => {
    const lines = [
      statement('again', { date: '1987-12', addressees: [], language: null, meeting: 'gathering' }),
      statement('answer', { reportedIn: 'again', links: [{ kind: 'REPLIES_TO', to: 'again' }] }),
      meeting('gathering', { status: 'HELD', topics: ['one', 'two'] }),
      topic('one'),
      topic('two', { broader: 'one' }),
    ]
    await imported(...lines)
    const otherWords = [
      topic('two', { broader: 'one', description: ' ' }),
      meeting('gathering', { topics: ['two', 'one'], citations: null }),
      topic('one', { broader: null }),
      statement('answer', { reportedIn: 'again', links: [{ to: 'again', kind: 'REPLIES_TO' }] }),
      statement('again', { date: '1987-12', meeting: 'gathering' }),
    ]
    const before = await rowMarks()
    const changes = await changesBy(async () => {
      expect(await imported(...lines)).toEqual({ created: 0, updated: 0, unchanged: 5, leftOut: [] })
      expect(await imported(...otherWords)).toEqual({ created: 0, updated: 0, unchanged: 5, leftOut: [] })
    })
    expect(changes).toEqual([])
    expect(await record.entry('Meeting', 'gathering')).toMatchObject({ version: 1 })
    expect(await rowMarks()).toEqual(before)
  })
})

describe('the change log', () => {
  it('tells of what changed, in the order of the lines, and who imported', async () => {
    await imported(topic('c'), topic('b'), topic('a'), topic('same'))
    const lines = [
      statement('z', { topics: ['new'] }),
      topic('c', { broader: 'b' }),
      topic('same'),
      meeting('y'),
      topic('new'),
      topic('a', { description: 'First.' }),
      topic('b', { broader: 'a' }),
    ]
    const changes = await changesBy(() => importLines(record.database, lines, { actor: 'Map project' }))
    expect(changes.map(brief)).toEqual([
      'CREATE z by Map project',
      'UPDATE c by Map project',
      'CREATE y by Map project',
      'CREATE new by Map project',
      'UPDATE a by Map project',
      'UPDATE b by Map project',
    ])
    expect(changes.at(0)).toMatchObject({ before: null, after: { text: 'z', topics: ['new'] } })
  })
})

describe('all of it or nothing', () => {
  const unreadable = { problem: problemAt([], 'INVALID', 'the line is not UTF-8') }

  it('is written: with one bad line among them nothing is, and every bad line is told of in its order', async () => {
    const lines = [
      topic('good-1'),
      meeting('bad-1', { kind: 'PICNIC', date: '2017-02-30' }),
      unreadable,
      topic('good-2', { broader: 'good-1' }),
      topic('bad-2', { broader: 'good-3' }),
      statement('bad-3', { citations: [] }),
    ]
    const changes = await changesBy(async () =>
      expect(await faultsOf(record.database, lines)).toEqual([
        expect.stringMatching(/^line 2: kind: PICNIC is not one of SUMMIT, /),
        expect.stringMatching(/^line 2: date: 2017-02-30 is not a date/),
        'line 3: the line is not UTF-8',
        'line 5: broader: there is no topic called good-3; give the slug or the ID of one that is on record or comes along',
        'line 6: citations: a statement that is not reported in another needs at least one citation',
      ]),
    )
    expect(changes).toEqual([])
    expect(await record.entry('Topic', 'good-1')).toBeUndefined()
  })

  it('is told of by the first hundred bad lines, and how many there are', async () => {
    const lines = Array.from({ length: 120 }, (_, place) => topic(`bad-${place}`, { name: '' }))
    const error: unknown = await importLines(record.database, lines).catch((error: unknown) => error)
    expect(error).toMatchObject({
      name: 'InvalidImportError',
      message: 'Something is wrong with 120 of the entries: nothing was written.',
      faulty: { count: 120 },
    })
    const faults = await faultsOf(record.database, lines)
    expect(faults).toEqual(
      lines.slice(0, 100).map((_, place) => `line ${place + 1}: name: is blank: give a text`),
    )
  })

  it('is tried without writing, where that is wished', async () => {
    await imported(topic('tried-before'))
    const lines = [topic('tried'), topic('tried-before', { broader: 'tried' })]
    const changes = await changesBy(async () =>
      expect(await importLines(record.database, lines, { isTrial: true })).toMatchObject({
        created: 1,
        updated: 1,
      }),
    )
    expect(changes).toEqual([])
    expect(await record.entry('Topic', 'tried')).toBeUndefined()
    expect(await record.entry('Topic', 'tried-before')).toMatchObject({ version: 1 })
    await expect(
      faultsOf(record.database, [topic('tried', { name: '' })], { isTrial: true }),
    ).resolves.toHaveLength(1)
  })
})

describe('an import', () => {
  const lines = Array.from({ length: 7 }, (_, place) => topic(`far-${place}`))

  it('says how far it is: what it has read, what it has written of all, what it has logged', async () => {
    const said: unknown[] = []
    const onProgress = (...progress: unknown[]) => said.push(progress)
    await importLines(record.database, lines, { onProgress, isTrial: true })
    await importLines(record.database, lines, { onProgress })
    const read = [
      ['READ', 3, null],
      ['READ', 6, null],
      ['READ', 7, null],
    ]
    const written = [
      ['WRITE', 3, 7],
      ['WRITE', 6, 7],
      ['WRITE', 7, 7],
    ]
    expect(said).toEqual([...read, ...written, ...read, ...written, ['LOG', 7, 7]])
  })

  it.each(['READ', 'WRITE', 'LOG'])('that is stopped while at %s writes nothing', async (at) => {
    const stopping = new AbortController()
    const reason = new Error('stopped')
    const read = lines.map((_, place) => topic(`stopped-${place}`))
    const changes = await changesBy(() =>
      expect(
        importLines(record.database, read, {
          signal: stopping.signal,
          onProgress: (step) => step === at && stopping.abort(reason),
        }),
      ).rejects.toBe(reason),
    )
    expect(changes).toEqual([])
    expect(await record.entry('Topic', 'stopped-0')).toBeUndefined()
  })
})
