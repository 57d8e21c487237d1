import { describe, expect, it } from 'vitest'
import { FIRST_DAY, LAST_DAY } from '../../src/domain/day.ts'
import type { NewEntry } from '../../src/writing/check/draft.ts'
import { createEntries } from '../harness/create-entries.ts'
import { agreement, issue, meeting, onEmptyRecord, participant, source, statement, topic } from './record.ts'

const record = onEmptyRecord()

const some = expect.any(String)
const written = { version: 1, createdAt: expect.any(Date), updatedAt: expect.any(Date) }
const cited = { source: 'report', locator: 'page 1', quote: 'So it was.', note: 'Inferred.' }
const others = [
  participant('merkel'),
  participant('germany', { kind: 'STATE' }),
  participant('speaker'),
  source('report'),
  topic('trade'),
  topic('war'),
  issue('peace'),
  meeting('summit'),
  agreement('treaty'),
  statement('earlier'),
]

/** Writes an entry among others, and gives the ID of each by type and slug, with what `read` finds. */
function write<Found>(
  entry: NewEntry,
  read: (tx: Parameters<Parameters<typeof record.try>[0]>[0], id: string) => Promise<Found>,
): Promise<{ id: string; ids: Record<string, string>; found: Found }> {
  return record.try(async (tx) => {
    const created = await createEntries(tx, [entry, ...others])
    const ids = Object.fromEntries(created.map(({ type, slug, id }) => [`${type}:${slug}`, id]))
    const id = created[0]?.id ?? ''
    return { id, ids, found: await read(tx, id) }
  })
}

const day = (text: string) => new Date(`${text}T00:00:00Z`)

/** The columns of a citation, but for the one that says what it proves. */
const citation = (sourceId: string | undefined, ordinal: number) => ({
  id: some,
  sourceId,
  ordinal,
  locator: 'page 1',
  quote: 'So it was.',
  note: 'Inferred.',
  meetingId: null,
  participantId: null,
  statementId: null,
  agreementId: null,
  eventId: null,
  issueId: null,
  topicId: null,
  citedSourceId: null,
})

const externalId = {
  id: some,
  scheme: 'wikidata',
  value: 'Q1',
  meetingId: null,
  participantId: null,
  statementId: null,
  agreementId: null,
  sourceId: null,
}
const externalIds = [{ scheme: 'wikidata', value: 'Q1' }]

describe('all that an input says is on record', () => {
  it('of a meeting', async () => {
    const input = {
      title: 'Café  Łódź',
      summary: 'They met.',
      kind: 'BILATERAL',
      format: 'HYBRID',
      status: 'PLANNED',
      date: '2017-07~',
      place: { name: 'New York, N.Y.', countryCode: 'US', latitude: 40.7, longitude: -74 },
      parent: 'summit',
      participants: [
        { participant: 'merkel', roles: ['HOST', 'CHAIR'], capacity: 'Chancellor', onBehalfOf: 'germany' },
      ],
      topics: ['trade', 'war'],
      externalIds,
      citations: [cited, cited],
    }
    const { id, ids, found } = await write(meeting('m', input), (tx, id) =>
      tx.meeting.findUnique({
        where: { id },
        include: {
          attendances: true,
          topics: true,
          externalIds: true,
          citations: { orderBy: { ordinal: 'asc' } },
        },
      }),
    )
    expect(found).toEqual({
      id,
      slug: 'm',
      title: 'Café  Łódź',
      titleKey: 'cafe lodz',
      summary: 'They met.',
      kind: 'BILATERAL',
      format: 'HYBRID',
      status: 'PLANNED',
      date: '2017-07~',
      dateEarliest: day('2017-07-01'),
      dateLatest: day('2017-07-31'),
      placeName: 'New York, N.Y.',
      placeKey: 'new york n y',
      placeCountryCode: 'US',
      placeLatitude: 40.7,
      placeLongitude: -74,
      parentId: ids['Meeting:summit'],
      isContested: false,
      ...written,
      attendances: [
        {
          meetingId: id,
          participantId: ids['Participant:merkel'],
          roles: ['HOST', 'CHAIR'],
          capacity: 'Chancellor',
          onBehalfOfId: ids['Participant:germany'],
        },
      ],
      topics: [
        { meetingId: id, topicId: ids['Topic:trade'] },
        { meetingId: id, topicId: ids['Topic:war'] },
      ],
      externalIds: [{ ...externalId, meetingId: id }],
      citations: [1, 2].map((ordinal) => ({
        ...citation(ids['Source:report'], ordinal),
        entryType: 'MEETING',
        meetingId: id,
      })),
    })
  })

  it('of a participant', async () => {
    const input = {
      name: 'Emmanuel Macron',
      aliases: ['Macron', 'E. Macron'],
      kind: 'PERSON',
      isAnonymous: true,
      description: 'A president.',
      countryCode: 'FR',
      offices: [
        { title: 'Président', of: 'germany', period: '2017-05-14/..' },
        { title: 'Minister of the Economy' },
      ],
      externalIds,
      citations: [cited],
    }
    const { id, ids, found } = await write(participant('p', input), (tx, id) =>
      tx.participant.findUnique({
        where: { id },
        include: { offices: { orderBy: { ordinal: 'asc' } }, externalIds: true, citations: true },
      }),
    )
    expect(found).toEqual({
      id,
      slug: 'p',
      name: 'Emmanuel Macron',
      nameKey: 'emmanuel macron',
      aliases: ['Macron', 'E. Macron'],
      kind: 'PERSON',
      isAnonymous: true,
      description: 'A president.',
      countryCode: 'FR',
      ...written,
      offices: [
        {
          id: some,
          holderId: id,
          ordinal: 1,
          title: 'Président',
          titleKey: 'president',
          ofId: ids['Participant:germany'],
          period: '2017-05-14/..',
          periodEarliest: day('2017-05-14'),
          periodLatest: day(LAST_DAY),
        },
        {
          id: some,
          holderId: id,
          ordinal: 2,
          title: 'Minister of the Economy',
          titleKey: 'minister of the economy',
          ofId: null,
          period: null,
          periodEarliest: null,
          periodLatest: null,
        },
      ],
      externalIds: [{ ...externalId, participantId: id }],
      citations: [{ ...citation(ids['Source:report'], 1), entryType: 'PARTICIPANT', participantId: id }],
    })
  })

  it('of a statement', async () => {
    const input = {
      text: 'Trust, but verify. "\\ 🕊',
      language: 'en',
      original: 'Доверяй, но проверяй.',
      originalLanguage: 'ru',
      wording: 'INDIRECT',
      act: 'REQUEST',
      speaker: 'merkel',
      onBehalfOf: 'germany',
      addressees: ['speaker', 'germany'],
      date: '../2017-07-07',
      meeting: 'summit',
      ordinal: 3,
      about: ['Agreement:treaty', 'Meeting:summit'],
      reportedIn: 'earlier',
      positions: [{ issue: 'peace', stance: 'HEDGES' }],
      links: [{ kind: 'REPLIES_TO', to: 'earlier', note: 'A reply.' }],
      topics: ['war'],
      externalIds,
      citations: [cited],
    }
    const { id, ids, found } = await write(statement('s', input), (tx, id) =>
      tx.statement.findUnique({
        where: { id },
        include: {
          addressees: { orderBy: { ordinal: 'asc' } },
          about: { orderBy: { ordinal: 'asc' } },
          positions: true,
          linksFrom: true,
          topics: true,
          externalIds: true,
          citations: true,
        },
      }),
    )
    expect(found).toEqual({
      id,
      slug: 's',
      text: 'Trust, but verify. "\\ 🕊',
      language: 'en',
      original: 'Доверяй, но проверяй.',
      originalLanguage: 'ru',
      wording: 'INDIRECT',
      act: 'REQUEST',
      speakerId: ids['Participant:merkel'],
      onBehalfOfId: ids['Participant:germany'],
      sideId: ids['Participant:germany'],
      date: '../2017-07-07',
      dateEarliest: new Date(`${FIRST_DAY}T00:00:00Z`),
      dateLatest: day('2017-07-07'),
      meetingId: ids['Meeting:summit'],
      ordinal: 3,
      reportedInId: ids['Statement:earlier'],
      outermostId: ids['Statement:earlier'],
      evidence: 'REPORTED',
      isContested: false,
      ...written,
      addressees: [
        { statementId: id, participantId: ids['Participant:speaker'], ordinal: 1 },
        { statementId: id, participantId: ids['Participant:germany'], ordinal: 2 },
      ],
      about: [
        {
          id: some,
          statementId: id,
          ordinal: 1,
          meetingId: null,
          agreementId: ids['Agreement:treaty'],
          participantId: null,
        },
        {
          id: some,
          statementId: id,
          ordinal: 2,
          meetingId: ids['Meeting:summit'],
          agreementId: null,
          participantId: null,
        },
      ],
      positions: [{ statementId: id, issueId: ids['Issue:peace'], stance: 'HEDGES' }],
      linksFrom: [{ fromId: id, toId: ids['Statement:earlier'], kind: 'REPLIES_TO', note: 'A reply.' }],
      topics: [{ statementId: id, topicId: ids['Topic:war'] }],
      externalIds: [{ ...externalId, statementId: id }],
      citations: [{ ...citation(ids['Source:report'], 1), entryType: 'STATEMENT', statementId: id }],
    })
  })

  it('of an agreement', async () => {
    const input = {
      title: 'The Treaty',
      summary: 'Peace.',
      kind: 'CEASEFIRE',
      form: 'SIGNED',
      meeting: 'summit',
      scope: { name: 'Syria', countryCode: 'SY', latitude: 35, longitude: 38.5 },
      effective: '2017-07-09/..',
      parties: [{ participant: 'germany', role: 'GUARANTOR', since: '2017-07', until: '2018' }],
      provisions: [{ text: 'No fighting.', obliges: ['speaker', 'germany'] }, { text: 'No flights.' }],
      events: [
        {
          kind: 'SIGNED',
          planned: true,
          date: '2017-07-08',
          participants: ['merkel', 'germany'],
          meeting: 'summit',
          note: 'At night.',
          citations: [cited],
        },
        { kind: 'ENTERED_INTO_FORCE', date: '2017-07-09' },
      ],
      topics: ['war'],
      externalIds,
      citations: [cited],
    }
    const { id, ids, found } = await write(agreement('a', input), (tx, id) =>
      tx.agreement.findUnique({
        where: { id },
        include: {
          parties: true,
          provisions: {
            orderBy: { ordinal: 'asc' },
            include: { obliges: { orderBy: { ordinal: 'asc' } } },
          },
          events: {
            orderBy: { ordinal: 'asc' },
            include: { participants: { orderBy: { ordinal: 'asc' } }, citations: true },
          },
          statuses: { orderBy: { from: 'asc' } },
          topics: true,
          externalIds: true,
          citations: true,
        },
      }),
    )
    const [signed, inForce] = found?.events ?? []
    expect(found).toEqual({
      id,
      slug: 'a',
      title: 'The Treaty',
      titleKey: 'the treaty',
      summary: 'Peace.',
      kind: 'CEASEFIRE',
      form: 'SIGNED',
      meetingId: ids['Meeting:summit'],
      scopeName: 'Syria',
      scopeCountryCode: 'SY',
      scopeLatitude: 35,
      scopeLongitude: 38.5,
      effective: '2017-07-09/..',
      effectiveEarliest: day('2017-07-09'),
      effectiveLatest: day(LAST_DAY),
      ...written,
      parties: [
        {
          agreementId: id,
          participantId: ids['Participant:germany'],
          role: 'GUARANTOR',
          since: '2017-07',
          sinceEarliest: day('2017-07-01'),
          sinceLatest: day('2017-07-31'),
          until: '2018',
          untilEarliest: day('2018-01-01'),
          untilLatest: day('2018-12-31'),
        },
      ],
      provisions: [
        {
          id: some,
          agreementId: id,
          ordinal: 1,
          text: 'No fighting.',
          obliges: [
            { provisionId: some, participantId: ids['Participant:speaker'], ordinal: 1 },
            { provisionId: some, participantId: ids['Participant:germany'], ordinal: 2 },
          ],
        },
        { id: some, agreementId: id, ordinal: 2, text: 'No flights.', obliges: [] },
      ],
      events: [
        {
          id: some,
          agreementId: id,
          ordinal: 1,
          kind: 'SIGNED',
          planned: true,
          date: '2017-07-08',
          dateEarliest: day('2017-07-08'),
          dateLatest: day('2017-07-08'),
          meetingId: ids['Meeting:summit'],
          note: 'At night.',
          participants: [
            { eventId: signed?.id, participantId: ids['Participant:merkel'], ordinal: 1 },
            { eventId: signed?.id, participantId: ids['Participant:germany'], ordinal: 2 },
          ],
          citations: [{ ...citation(ids['Source:report'], 1), entryType: 'AGREEMENT', eventId: signed?.id }],
        },
        {
          id: some,
          agreementId: id,
          ordinal: 2,
          kind: 'ENTERED_INTO_FORCE',
          planned: false,
          date: '2017-07-09',
          dateEarliest: day('2017-07-09'),
          dateLatest: day('2017-07-09'),
          meetingId: null,
          note: null,
          participants: [],
          citations: [],
        },
      ],
      statuses: [
        {
          agreementId: id,
          from: day('2017-07-08'),
          until: day('2017-07-08'),
          status: 'AGREED',
          eventId: signed?.id,
        },
        {
          agreementId: id,
          from: day('2017-07-09'),
          until: day(LAST_DAY),
          status: 'IN_FORCE',
          eventId: inForce?.id,
        },
      ],
      topics: [{ agreementId: id, topicId: ids['Topic:war'] }],
      externalIds: [{ ...externalId, agreementId: id }],
      citations: [{ ...citation(ids['Source:report'], 1), entryType: 'AGREEMENT', agreementId: id }],
    })
  })

  it('of an issue', async () => {
    const entry = issue('i', { question: 'War?', topics: ['war'], citations: [cited] })
    const { id, ids, found } = await write(entry, (tx, id) =>
      tx.issue.findUnique({ where: { id }, include: { topics: true, citations: true } }),
    )
    expect(found).toEqual({
      id,
      slug: 'i',
      question: 'War?',
      isContested: false,
      ...written,
      topics: [{ issueId: id, topicId: ids['Topic:war'] }],
      citations: [{ ...citation(ids['Source:report'], 1), entryType: 'ISSUE', issueId: id }],
    })
  })

  it('of a topic', async () => {
    const entry = topic('t', {
      name: 'Öl',
      description: 'About oil.',
      broader: 'trade',
      citations: [cited],
    })
    const { id, ids, found } = await write(entry, (tx, id) =>
      tx.topic.findUnique({ where: { id }, include: { citations: true } }),
    )
    expect(found).toEqual({
      id,
      slug: 't',
      name: 'Öl',
      nameKey: 'ol',
      description: 'About oil.',
      broaderId: ids['Topic:trade'],
      ...written,
      citations: [{ ...citation(ids['Source:report'], 1), entryType: 'TOPIC', topicId: id }],
    })
  })

  it('of a source', async () => {
    const input = {
      title: 'Le Récit',
      kind: 'INTERVIEW',
      author: 'merkel',
      publisher: 'Le Monde, Paris',
      url: 'https://example.org/a',
      archiveUrl: 'https://archive.example.org/a',
      published: '2017',
      retrieved: '2020-02-29',
      language: 'fr',
      externalIds,
      citations: [cited],
    }
    const { id, ids, found } = await write(source('r', input), (tx, id) =>
      tx.source.findUnique({ where: { id }, include: { externalIds: true, citations: true } }),
    )
    expect(found).toEqual({
      id,
      slug: 'r',
      title: 'Le Récit',
      titleKey: 'le recit',
      kind: 'INTERVIEW',
      authorId: ids['Participant:merkel'],
      publisher: 'Le Monde, Paris',
      publisherKey: 'le monde paris',
      url: 'https://example.org/a',
      archiveUrl: 'https://archive.example.org/a',
      published: '2017',
      publishedEarliest: day('2017-01-01'),
      publishedLatest: day('2017-12-31'),
      retrieved: day('2020-02-29'),
      language: 'fr',
      ...written,
      externalIds: [{ ...externalId, sourceId: id }],
      citations: [{ ...citation(ids['Source:report'], 1), entryType: 'SOURCE', citedSourceId: id }],
    })
  })
})

describe('entries that are written together', () => {
  it('have IDs that sort in the order in which they came', async () => {
    const ids = await record.try(async (tx) => (await createEntries(tx, others)).map(({ id }) => id))
    expect(ids).toEqual(ids.toSorted())
  })

  it('take as many SQL statements as a few do', async () => {
    const numbered = (count: number, make: (number: number) => NewEntry) =>
      Array.from({ length: count }, (_, number) => make(number))
    const entriesOf = (count: number) => [
      ...others,
      ...numbered(count, (number) => participant(`p${number}`, { offices: [{ title: 'Minister' }] })),
      ...numbered(count, (number) =>
        meeting(`m${number}`, {
          participants: [{ participant: `p${number}`, roles: [] }],
          parent: number ? `m${number - 1}` : null,
        }),
      ),
      ...numbered(count, (number) =>
        agreement(`a${number}`, {
          events: [{ kind: 'SIGNED', date: '2017' }],
          parties: [{ participant: `p${number}`, role: 'PARTY' }],
        }),
      ),
      ...numbered(count, (number) =>
        statement(`s${number}`, {
          about: [`Meeting:m${number}`],
          positions: [{ issue: 'peace', stance: number % 2 ? 'AFFIRMS' : 'DENIES' }],
          reportedIn: number % 2 ? `s${number - 1}` : 'earlier',
        }),
      ),
    ]
    const statementsFor = (count: number) =>
      record.statementsOf(() => record.try((tx) => createEntries(tx, entriesOf(count))))
    expect(await statementsFor(100)).toBe(await statementsFor(2))
  })
})
