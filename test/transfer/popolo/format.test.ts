import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { InputFile } from '../../../src/transfer/format.ts'
import { popolo } from '../../../src/transfer/popolo/format.ts'
import { readInput } from '../../../src/writing/input/read-input.ts'

const fields = z.record(z.string(), z.unknown())

/** A file in pieces of a few bytes, so that nothing rests on where they end. */
function inputFile(name: string, text: string): InputFile {
  return {
    name,
    async *bytes() {
      const bytes = Buffer.from(text)
      for (let start = 0; start < bytes.length; start += 7) yield bytes.subarray(start, start + 7)
    },
  }
}

function json(value: unknown, name = 'record.json'): InputFile {
  return inputFile(name, JSON.stringify(value, null, 1))
}

/** What the format reads from files: entries by type, each of them checked, and what else there is to say. */
async function read(...files: InputFile[]) {
  const lines = await Array.fromAsync(popolo.read(files))
  const entries = lines.flatMap((line) =>
    'input' in line ? [{ ...line, input: fields.parse(line.input) }] : [],
  )
  const broken = entries.flatMap(({ type, input }) => readInput(type, input).problems)
  const of = (type: string) => entries.flatMap((line) => (line.type === type ? [line.input] : []))
  return {
    entries,
    participants: of('Participant'),
    meetings: of('Meeting'),
    statements: of('Statement'),
    sources: of('Source'),
    notices: lines.flatMap((line) => ('notice' in line ? [`${line.line}: ${line.notice}`] : [])),
    problems: [
      ...broken.map(({ message }) => message),
      ...lines.flatMap((line) => ('code' in line ? [`${line.file}:${line.line}: ${line.message}`] : [])),
    ],
  }
}

const cited = (locator: string) => [{ source: 'record-json', locator }]

describe('people and organizations', () => {
  it('are participants', async () => {
    const { participants, sources, notices, problems } = await read(
      json({
        persons: [
          {
            id: 'p1',
            name: 'Mr. John Q. Public, Esq.',
            honorific_prefix: 'Mr.',
            honorific_suffix: 'Esq.',
            other_names: [{ name: 'Ziggy Public', note: 'Birth name' }],
            identifiers: [{ scheme: 'wikidata', identifier: 'Q1' }],
            summary: 'A member of society.',
            gender: 'male',
          },
        ],
        organizations: [
          {
            id: 'o1',
            name: 'Parliament of Ruritania',
            classification: 'legislature',
            other_names: [{ name: 'The House' }],
            description: 'It makes the laws.',
            sources: [{ url: 'https://www.example.org/house', note: 'The House at a glance' }],
          },
        ],
      }),
    )
    expect({ participants, sources, notices, problems }).toEqual({
      participants: [
        {
          slug: 'john-public',
          name: 'John Public',
          aliases: ['Mr. John Q. Public, Esq.', 'John Q. Public', 'Ziggy Public'],
          kind: 'PERSON',
          description: 'A member of society.',
          offices: [],
          externalIds: [{ scheme: 'wikidata', value: 'Q1' }],
          citations: cited('p1'),
        },
        {
          slug: 'parliament-of-ruritania',
          name: 'Parliament of Ruritania',
          aliases: ['The House'],
          kind: 'ORGANIZATION',
          description: 'It makes the laws.',
          externalIds: [],
          citations: [{ source: 'example-org-house' }],
        },
      ],
      sources: [
        { slug: 'record-json', title: 'record.json', kind: 'DATASET' },
        {
          slug: 'example-org-house',
          title: 'The House at a glance',
          kind: 'OTHER',
          url: 'https://www.example.org/house',
        },
      ],
      notices: [],
      problems: [],
    })
  })

  it('of one name have slugs of their own', async () => {
    const { participants } = await read(
      json({
        persons: [
          { id: 'p1', name: 'Jan Nowak' },
          { id: '069c61d9-e17f-46aa-aba9-1b255e3166e5', name: 'Jan Nowak' },
          { id: 'p3', name: 'Нет' },
        ],
        organizations: [{ id: 'o1', name: 'Jan Nowak' }],
      }),
    )
    expect(participants.map(({ slug }) => slug)).toEqual([
      'jan-nowak',
      'jan-nowak-069c61d9',
      'p3',
      'jan-nowak-o1',
    ])
  })

  it('are put together from several files', async () => {
    const { participants, problems } = await read(
      json([{ id: 1, name: 'Jan Nowak', birth_date: '1950', summary: null }], 'persons.json'),
      json(
        [{ id: '1', name: 'Jan Nowak', summary: 'A painter.', other_names: [{ name: 'Janek' }] }],
        'people.json',
      ),
    )
    expect(participants).toMatchObject([{ slug: 'jan-nowak', aliases: ['Janek'], description: 'A painter.' }])
    expect(problems).toEqual([])
  })

  it('share no identifier, and have none that is counted anew in each file', async () => {
    const { participants, notices } = await read(
      json({
        organizations: [
          { id: 'o1', name: 'Liberals', identifiers: [{ scheme: 'wikidata', identifier: 'Q9' }] },
          {
            id: 'o2',
            name: 'Liberals r.f.',
            identifiers: [
              { scheme: 'wikidata', identifier: 'Q9' },
              { scheme: 'everypolitician_legacy', identifier: '70' },
              { identifier: '42' },
            ],
          },
        ],
      }),
    )
    expect(participants.map(({ externalIds }) => externalIds)).toEqual([
      [{ scheme: 'wikidata', value: 'Q9' }],
      [],
    ])
    expect(notices).toEqual([
      '13: wikidata Q9 is another’s identifier: it is left out',
      '13: the identifier 42 has no scheme: it is left out',
    ])
  })
})

describe('memberships', () => {
  const people = {
    persons: [{ id: 'p1', name: 'Jan Nowak' }],
    organizations: [{ id: 'o1', name: 'Sejm' }],
  }
  const offices = async (membership: object, others: object = {}) => {
    const { participants, notices, problems } = await read(
      json({
        ...people,
        ...others,
        memberships: [{ person_id: 'p1', organization_id: 'o1', ...membership }],
      }),
    )
    expect(problems).toEqual([])
    return {
      offices: participants[0]?.['offices'],
      notices: notices.map((notice) => notice.replace(/^\d+: /, '')),
    }
  }

  it.each([
    [{ role: 'member' }, null],
    [{ role: 'member', start_date: '2001-02-03' }, '2001-02-03/..'],
    [{ role: 'member', end_date: '2005' }, '../2005'],
    [{ role: 'member', start_date: '1970-01-01T00:00:00Z', end_date: '1972-05' }, '1970-01-01/1972-05'],
    [{ role: 'member', start_date: '1999', end_date: '1999' }, '1999'],
  ])('are offices: %j is held %s', async (membership, period) => {
    expect(await offices(membership)).toEqual({
      offices: [{ title: 'member', of: 'sejm', period }],
      notices: [],
    })
  })

  it('last as long as the period of the legislature where they have no dates', async () => {
    const events = [
      {
        id: 'term/8',
        name: '8th',
        classification: 'legislative period',
        start_date: '2015-11-12',
        end_date: '2019',
      },
    ]
    expect(await offices({ role: 'member', legislative_period_id: 'term/8' }, { events })).toEqual({
      offices: [{ title: 'member', of: 'sejm', period: '2015-11-12/2019' }],
      notices: ['term/8 is a legislative period, which is no meeting: it is left out'],
    })
  })

  it('are called as the post is', async () => {
    const posts = [{ id: 'x', label: 'Marshal of the Sejm', role: 'Marshal', organization_id: 'o1' }]
    expect(await offices({ organization_id: null, post_id: 'x', role: 'speaker' }, { posts })).toEqual({
      offices: [{ title: 'Marshal of the Sejm', of: 'sejm', period: null }],
      notices: [],
    })
  })

  it.each([
    [{ person_id: 'p9', role: 'member' }, 'a membership of p9, who is no person here: it is left out'],
    [{ person_id: null, role: 'member' }, 'a membership of no person: it is left out'],
    [{}, 'a membership of p1 without a role, a label and a post: it is left out'],
    [
      { role: 'member', organization_id: 'o9' },
      'a membership of p1 in o9, which is no organization here: it is left out',
    ],
  ])('that cannot be told are left out: %j', async (membership, notice) => {
    expect(await offices(membership)).toEqual({ offices: [], notices: [notice] })
  })

  it('with an impossible date are left out', async () => {
    const { offices: held, notices } = await offices({ role: 'member', start_date: '2001-02-30' })
    expect({ held, notices }).toEqual({
      held: [],
      notices: [expect.stringMatching(/^a membership of p1: .*2001-02-30.*: it is left out$/)],
    })
  })

  it('may stand within a person, an organization or a post', async () => {
    const { participants, problems } = await read(
      json({
        persons: [{ id: 'p1', name: 'Jan Nowak', memberships: [{ role: 'member', organization_id: 'o1' }] }],
        organizations: [
          {
            id: 'o1',
            name: 'Sejm',
            memberships: [{ role: 'clerk', person: { id: 'p2', name: 'Ewa Lis' } }],
            posts: [{ id: 'x', label: 'Marshal', memberships: [{ person_id: 'p1' }] }],
          },
        ],
      }),
    )
    expect(participants).toMatchObject([
      {
        slug: 'jan-nowak',
        offices: [
          { title: 'member', of: 'sejm' },
          { title: 'Marshal', of: 'sejm' },
        ],
      },
      { slug: 'ewa-lis', offices: [{ title: 'clerk', of: 'sejm' }] },
      { slug: 'sejm' },
    ])
    expect(problems).toEqual([])
  })
})

describe('events', () => {
  it('are meetings, with who organized and attended them and who spoke', async () => {
    const { meetings, notices, problems } = await read(
      json({
        persons: [
          { id: 'p1', name: 'Jan Nowak' },
          { id: 'p2', name: 'Ewa Lis' },
        ],
        organizations: [{ id: 'o1', name: 'Sejm' }],
        events: [
          { id: 'e1', name: 'First session', classification: 'Legislative session', start_date: '2011' },
          {
            id: 'e2',
            name: 'Sitting of 3 May',
            description: 'The constitution was celebrated.',
            start_date: '2011-05-03T10:00:00Z',
            end_date: '2011-05-03',
            location: 'Warsaw',
            status: 'cancelled',
            organization_id: 'o1',
            attendees: [{ id: 'p1' }, { id: 'p9' }],
            parent_id: 'e1',
          },
        ],
        speeches: [
          { id: 's1', creator_id: 'p1', event_id: 'e2', text: 'Silence.' },
          { id: 's2', creator_id: 'p2', event_id: 'e2', role: 'chair', text: 'Order.' },
        ],
      }),
    )
    expect({ meetings, notices, problems }).toEqual({
      meetings: [
        {
          slug: 'first-session',
          title: 'First session',
          summary: null,
          kind: 'SESSION',
          status: null,
          date: '2011',
          place: null,
          parent: null,
          participants: [],
          externalIds: [],
          citations: cited('e1'),
        },
        {
          slug: 'sitting-of-3-may',
          title: 'Sitting of 3 May',
          summary: 'The constitution was celebrated.',
          kind: 'OTHER',
          status: 'CANCELLED',
          date: '2011-05-03',
          place: { name: 'Warsaw' },
          parent: 'first-session',
          participants: [
            { participant: 'sejm', roles: ['HOST'], capacity: null },
            { participant: 'jan-nowak', roles: ['PRINCIPAL', 'SPEAKER'], capacity: null },
            { participant: 'ewa-lis', roles: ['CHAIR', 'SPEAKER'], capacity: 'chair' },
          ],
          externalIds: [],
          citations: cited('e2'),
        },
      ],
      notices: [expect.stringContaining('p9, who attended e2, is no person here')],
      problems: [],
    })
  })

  it('that refer to nothing here, or to an impossible day, are written without', async () => {
    const { meetings, notices, problems } = await read(
      json({
        events: [
          { id: 'e1', name: 'Talks', start_date: '2011-02-30', organization_id: 'o9', parent_id: 'e9' },
        ],
      }),
    )
    expect(meetings).toMatchObject([{ slug: 'talks', date: null, parent: null, participants: [] }])
    expect(notices).toEqual([
      '3: e1 is part of e9, which is no event here',
      expect.stringContaining('2011-02-30'),
      '3: o9, who organized e1, is no organization here',
    ])
    expect(problems).toEqual([])
  })
})

describe('speeches', () => {
  const debate = {
    persons: [
      { id: 'p1', name: 'Jan Nowak' },
      { id: 'p2', name: 'Ewa Lis' },
    ],
    events: [{ id: 'e1', name: 'Debate' }],
  }
  const speeches = async (...members: object[]) => {
    const { statements, participants, notices, problems } = await read(json({ speeches: members, ...debate }))
    return {
      statements,
      participants,
      problems,
      notices: notices.map((notice) => notice.replace(/^\d+: /, '')),
    }
  }

  it('are statements of whoever spoke', async () => {
    const { statements, notices, problems } = await speeches({
      id: 's1',
      creator_id: 'p1',
      audience_id: 'p2',
      event_id: 'e1',
      position: 42,
      date: '2014-03-25T17:00:00Z',
      text: 'On Tuesday we met.',
      sources: [{ url: 'http://example.org/debate' }],
    })
    expect({ statements, notices, problems }).toEqual({
      statements: [
        {
          slug: 'debate-speech-s1',
          text: 'On Tuesday we met.',
          wording: 'DIRECT',
          act: 'ASSERT',
          speaker: 'jan-nowak',
          addressees: ['ewa-lis'],
          date: '2014-03-25',
          meeting: 'debate',
          ordinal: 42,
          citations: [{ source: 'example-org-debate' }],
        },
      ],
      notices: [],
      problems: [],
    })
  })

  it('without an ID are told apart by their places, their days, and else by their order', async () => {
    const { statements } = await speeches(
      { creator_id: 'p1', event_id: 'e1', position: 1, text: 'One.' },
      { creator_id: 'p1', date: '2014-03-25', text: 'Two.' },
      { creator_id: 'p1', text: 'Three.' },
      { creator_id: 'p1', text: 'Four.' },
    )
    expect(statements.map(({ slug }) => slug)).toEqual([
      'debate-speech-1',
      'jan-nowak-speech-2014-03-25',
      'jan-nowak-speech',
      'jan-nowak-speech-2',
    ])
  })

  it('that are counted from zero are counted from one', async () => {
    const { statements, notices } = await speeches(
      { id: 'b', creator_id: 'p1', event_id: 'e1', position: 1, text: 'Two.' },
      { id: 'a', creator_id: 'p1', event_id: 'e1', position: 0, text: 'One.' },
    )
    expect(statements.map(({ ordinal }) => ordinal)).toEqual([2, 1])
    expect(notices).toEqual([])
  })

  it('ask where they are questions, and sum up where they are summaries', async () => {
    const { statements } = await speeches(
      { id: 'a', creator_id: 'p1', type: 'question', text: 'Why?' },
      { id: 'b', creator_id: 'p1', classification: 'summary', text: 'It was agreed to.' },
    )
    expect(statements).toMatchObject([
      { act: 'ASK', wording: 'DIRECT' },
      { act: 'ASSERT', wording: 'SUMMARY' },
    ])
  })

  it('may have the speaker within them, or no more than a name', async () => {
    const { statements, participants, problems } = await speeches(
      { id: 'a', creator: { id: 'p3', name: 'Ana Paz' }, text: 'Yes.' },
      { id: 'b', creator_name: 'Mr. Luis Paz', text: 'No.' },
    )
    expect(statements.map(({ speaker }) => speaker)).toEqual(['ana-paz', 'luis-paz'])
    expect(participants.map(({ slug }) => slug)).toEqual(['ana-paz', 'luis-paz', 'jan-nowak', 'ewa-lis'])
    expect(problems).toEqual([])
  })

  it.each([
    [{ creator_id: 'p1', text: ' ' }, 'speech s has no text: it is left out'],
    [{ creator_id: 'p9', text: 'Yes.' }, 'speech s is by p9, who is no person here: it is left out'],
    [{ attribution_text: 'Mr. Speaker', text: 'Yes.' }, 'speech s names no speaker: it is left out'],
    [{ type: 'scene', text: 'Applause.' }, 'speech s is a scene: it is left out'],
  ])('that nobody is known to have spoken are left out: %j', async (speech, notice) => {
    const { statements, notices } = await speeches({ id: 's', ...speech })
    expect({ statements, notices }).toEqual({ statements: [], notices: [notice] })
  })

  it('that refer to nothing here are written without', async () => {
    const { statements, notices } = await speeches({
      id: 's',
      creator_id: 'p1',
      event_id: 'e9',
      audience_id: 'p9',
      position: 2.5,
      date: 'yesterday',
      text: 'Yes.',
    })
    expect(statements).toMatchObject([{ meeting: null, addressees: [], ordinal: null, date: null }])
    expect(notices).toEqual([
      'speech s is from e9, which is no event here',
      'speech s is to p9, who is no person here',
      expect.stringMatching(/^speech s: .*yesterday/),
      'speech s: 2.5 is no place in an order',
    ])
  })
})

describe('a file', () => {
  it('may be one list, whose class its name or its objects tell', async () => {
    const { participants, statements } = await read(
      json([{ id: 'p1', name: 'Jan Nowak' }], 'data/persons.json'),
      json([{ id: 's1', creator_id: 'p1', text: 'Yes.' }], 'transcript.json'),
    )
    expect(participants).toMatchObject([{ slug: 'jan-nowak', kind: 'PERSON' }])
    expect(statements).toMatchObject([{ speaker: 'jan-nowak' }])
  })

  it('may be one object', async () => {
    const { participants } = await read(json({ id: 'p1', name: 'Jan Nowak', gender: 'male' }))
    expect(participants).toMatchObject([{ slug: 'jan-nowak' }])
  })

  it('may begin with a byte order mark, and say what it is in keys of its own', async () => {
    const { participants, notices, problems } = await read(
      inputFile(
        'a.json',
        '\ufeff{"meta": {"sources": ["x"]}, "persons": [{"id": "p1", "name": "Jan Nowak"}]}',
      ),
    )
    expect(participants).toMatchObject([{ slug: 'jan-nowak' }])
    expect({ notices, problems }).toEqual({ notices: [], problems: [] })
  })

  it('says on which line each object begins', async () => {
    const { entries } = await read(
      inputFile(
        'a.json',
        '{"persons": [\n {"id": "p1",\n  "name": "Jan Nowak"},\n {"id": "p2", "name": "Ewa Lis"}]}',
      ),
    )
    expect(entries.map(({ type, line }) => `${type}:${line}`)).toEqual([
      'Source:1',
      'Participant:2',
      'Participant:4',
    ])
  })

  it('may hold classes that the record has no place for', async () => {
    const { entries, notices } = await read(
      json({ areas: [{ id: 'a' }, { id: 'b' }], motions: [{ id: 'm' }] }),
    )
    expect(entries).toEqual([])
    expect(notices).toEqual([
      '1: areas have no place in the record: 2 are left out',
      '1: motions have no place in the record: 1 are left out',
    ])
  })

  it('may hold what is no object of Popolo', async () => {
    const { notices } = await read(json([1, { id: 'x', colour: 'red' }]))
    expect(notices).toEqual([
      '1: 1 is no object: it is left out',
      '3: {"id":"x","colour":"red"} is of no class of Popolo that is known: it is left out',
    ])
  })

  it.each([
    ['', 'a.json:1: is not JSON: it is empty'],
    ['{"persons": [\n{"id": "p1",}]}', expect.stringMatching(/^a\.json:2: is not JSON: /)],
    ['{"persons": [{"id": "p1"}', expect.stringMatching(/^a\.json:1: is not JSON: /)],
    ['{"persons": []} x', expect.stringMatching(/^a\.json:1: is not JSON: /)],
  ])('cannot be read where it is not JSON: %j', async (text, problem) => {
    expect((await read(inputFile('a.json', text))).problems).toEqual([problem])
  })

  it('is left out where it is not named like one in JSON', async () => {
    const { notices, problems } = await read(
      inputFile('Sejm/term-8.csv', 'id,name'),
      json({ persons: [{ id: 'p1', name: 'Jan Nowak' }] }, 'Sejm/ep-popolo-v1.0.json'),
    )
    expect(notices).toEqual(['1: is not named like a file in JSON: it is left out'])
    expect(problems).toEqual([])
  })

  it('cannot be read where it has speeches and can be read no more than once, as standard input', async () => {
    const bytes = json({ speeches: [{ creator_name: 'Jan Nowak', text: 'Yes.' }] }).bytes()
    expect((await read({ name: 'standard input', bytes: () => bytes })).problems).toEqual([
      'standard input:1: has speeches and can be read only once: name a file, which can be read again for what they refer to',
    ])
  })

  it('cannot be read where a property is of another kind', async () => {
    const { problems } = await read(json({ persons: [{ id: 'p1', name: ['Jan', 'Nowak'] }] }))
    expect(problems).toEqual([expect.stringMatching(/^record\.json:3: name: /)])
  })
})
