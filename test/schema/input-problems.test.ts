// What is wrong with an input: rules that it breaks are data, all of them at once; what is no such input is an error.
import { describe, expect, test } from 'vitest'
import { onFoundingRecord } from '../harness/service.ts'
import { asking } from './asking.ts'

const service = onFoundingRecord()
const ask = asking(service)

const PROBLEMS = '__typename ... on ValidationError { message problems { path code message } }'
const MEETING = `mutation ($input: CreateMeetingInput!) { createMeeting(input: $input) { ${PROBLEMS} } }`
const PARTICIPANT = `mutation ($input: CreateParticipantInput!) { createParticipant(input: $input) { ${PROBLEMS} } }`
const STATEMENT = `mutation ($input: CreateStatementInput!) { createStatement(input: $input) { ${PROBLEMS} } }`
const AGREEMENT = `mutation ($input: CreateAgreementInput!) { createAgreement(input: $input) { ${PROBLEMS} } }`
const SOURCE = `mutation ($input: CreateSourceInput!) { createSource(input: $input) { ${PROBLEMS} } }`
const ISSUE = `mutation ($input: CreateIssueInput!) { createIssue(input: $input) { ${PROBLEMS} } }`
const TOPIC = `mutation ($input: CreateTopicInput!) { createTopic(input: $input) { ${PROBLEMS} } }`

const meeting = { title: 'Summit', kind: 'SUMMIT' }
const statement = {
  text: 'Words',
  wording: 'DIRECT',
  act: 'ASSERT',
  speaker: 'sergei-lavrov',
  citations: [{ source: 'hamburg-meeting-report-2017' }],
}

/** A problem at a path, whose message begins with it. */
function problem(path: string, code: string, reason: string) {
  return { path: path.split('.'), code, message: `${path}: ${reason}` }
}

/** That there is nothing of the type at a path. */
function unknown(path: string, type: string, slug: string) {
  const reason = `there is no ${type} called ${slug}; give the slug or the ID of one that is on record or comes along`
  return problem(path, 'UNKNOWN_REFERENCE', reason)
}

/** The whole answer to an input with these problems, in their order. */
function refused(mutation: string, problems: ReturnType<typeof problem>[]) {
  const message =
    problems.length === 1
      ? 'Nothing was written: the input has a problem. Put it right and send it again.'
      : `Nothing was written: the input has ${problems.length} problems. Put them right and send it again.`
  return { data: { [mutation]: { __typename: 'ValidationError', message, problems } } }
}

const noDate = (text: string) =>
  `${text} is not a date: write it like 2017-07-07, 2017-07, 2017, 2017-07-06/2017-07-08, 2017-07-09/.., 1985~ or 198X`

describe('every rule that an input breaks is told at once', () => {
  test('for a meeting, with the path of each field', async () => {
    const input = {
      slug: 'G20',
      title: ' ',
      kind: 'SUMMIT',
      date: '2017-02-30',
      place: { name: 'There', countryCode: 'XX', latitude: 91 },
      parent: 'nowhere',
      participants: [
        { participant: 'nobody', roles: ['HOST', 'HOST'] },
        { participant: 'russia', roles: [], onBehalfOf: 'Not a slug' },
        { participant: 'russia', roles: ['HOST'] },
      ],
      topics: ['diplomacy', 'diplomacy'],
      externalIds: [{ scheme: '', value: 'a\0b' }],
      citations: [{ source: 'no-source', quote: '\ud83d' }],
    }
    expect(await ask(MEETING, { input })).toEqual(
      refused('createMeeting', [
        problem(
          'slug',
          'INVALID',
          'G20 is not a slug: write words of a-z and 0-9 with single hyphens between',
        ),
        problem('title', 'REQUIRED', 'is blank: give a text'),
        problem('date', 'INVALID', '2017-02-30 is not a date: February 2017 has 28 days'),
        problem(
          'place.countryCode',
          'INVALID',
          'XX is not a country code: write the two capital letters of ISO 3166-1, EU, or the four of ISO 3166-3 for a former country',
        ),
        problem('place.latitude', 'INVALID', '91 is not between -90 and 90 degrees'),
        problem('place.longitude', 'REQUIRED', 'is missing: latitude and longitude come in pairs'),
        problem('externalIds.0.scheme', 'REQUIRED', 'is blank: give a text'),
        problem('externalIds.0.value', 'INVALID', 'holds a NUL character: leave it out'),
        problem(
          'citations.0.quote',
          'INVALID',
          'holds half of a surrogate pair: it was cut within a character, or decoded wrongly',
        ),
        unknown('parent', 'meeting', 'nowhere'),
        unknown('participants.0.participant', 'participant', 'nobody'),
        problem('participants.0.roles.1', 'DUPLICATE', 'is the same as participants.0.roles.0'),
        unknown('participants.1.onBehalfOf', 'participant', 'Not a slug'),
        problem('participants.2.participant', 'DUPLICATE', 'is the same as participants.1.participant'),
        problem('topics.1', 'DUPLICATE', 'is the same as topics.0'),
        unknown('citations.0.source', 'source', 'no-source'),
      ]),
    )
  })

  test('for a statement', async () => {
    const input = {
      ...statement,
      language: 'en_US',
      ordinal: 0,
      speaker: 'nobody',
      about: ['trump-putin-hamburg-2017'],
      reportedIn: 'nothing',
      positions: [{ issue: 'no-issue', stance: 'DENIES' }],
      links: [{ kind: 'CORRECTS', to: 'nothing' }],
      citations: [],
    }
    expect(await ask(STATEMENT, { input })).toEqual(
      refused('createStatement', [
        problem(
          'language',
          'INVALID',
          'en_US is not a BCP 47 language tag: write it like en, zh-Hant or es-419',
        ),
        problem(
          'ordinal',
          'INVALID',
          '0 is not a place in an order: write a whole number from 1 to 2147483647',
        ),
        unknown('speaker', 'participant', 'nobody'),
        problem(
          'about.0',
          'INVALID',
          'trump-putin-hamburg-2017 does not name a meeting or agreement or participant: write it like Meeting:its-slug, or give the ID',
        ),
        unknown('reportedIn', 'statement', 'nothing'),
        unknown('positions.0.issue', 'issue', 'no-issue'),
        unknown('links.0.to', 'statement', 'nothing'),
      ]),
    )
  })

  test('for an agreement', async () => {
    const input = {
      title: 'Treaty',
      kind: 'TREATY',
      scope: { name: 'There', longitude: 1 },
      parties: [{ participant: 'nobody', role: 'PARTY', since: '2017', until: '2016' }],
      provisions: [{ text: '' }],
      events: [{ kind: 'SIGNED', date: 'soon', citations: [{ source: 'nothing' }] }],
    }
    expect(await ask(AGREEMENT, { input })).toEqual(
      refused('createAgreement', [
        problem('scope.latitude', 'REQUIRED', 'is missing: latitude and longitude come in pairs'),
        problem('parties.0.until', 'INVALID', '2016 ends before since, 2017, begins'),
        problem('provisions.0.text', 'REQUIRED', 'is blank: give a text'),
        problem('events.0.date', 'INVALID', noDate('soon')),
        unknown('parties.0.participant', 'participant', 'nobody'),
        unknown('events.0.citations.0.source', 'source', 'nothing'),
      ]),
    )
  })

  test('for a source', async () => {
    const input = { title: 'Paper', kind: 'OTHER', url: 'example.org', retrieved: '2017', published: 'then' }
    expect(await ask(SOURCE, { input })).toEqual(
      refused('createSource', [
        problem(
          'url',
          'INVALID',
          'example.org is not an absolute http or https URL of at most 2,000 characters',
        ),
        problem('published', 'INVALID', noDate('then')),
        problem('retrieved', 'INVALID', '2017 is not a day: write it like 2017-07-07'),
      ]),
    )
  })

  test('for a participant', async () => {
    const input = {
      name: 'x',
      kind: 'PERSON',
      aliases: ['', 'x', 'x'],
      offices: [{ title: '', of: 'nobody' }],
    }
    expect(await ask(PARTICIPANT, { input })).toEqual(
      refused('createParticipant', [
        problem('aliases.0', 'REQUIRED', 'is blank: give a text'),
        problem('offices.0.title', 'REQUIRED', 'is blank: give a text'),
        problem('aliases.2', 'DUPLICATE', 'is the same as aliases.1'),
        unknown('offices.0.of', 'participant', 'nobody'),
      ]),
    )
  })

  test('for an issue', async () => {
    expect(await ask(ISSUE, { input: { question: '\n', topics: ['nothing'] } })).toEqual(
      refused('createIssue', [
        problem('question', 'REQUIRED', 'is blank: give a text'),
        unknown('topics.0', 'topic', 'nothing'),
      ]),
    )
  })

  test('for a topic', async () => {
    expect(await ask(TOPIC, { input: { name: '', broader: 'nothing' } })).toEqual(
      refused('createTopic', [
        problem('name', 'REQUIRED', 'is blank: give a text'),
        unknown('broader', 'topic', 'nothing'),
      ]),
    )
  })
})

test('a statement that nothing proves is refused', async () => {
  const reason = 'a statement that is not reported in another needs at least one citation'
  expect(await ask(STATEMENT, { input: { ...statement, citations: null } })).toEqual(
    refused('createStatement', [problem('citations', 'UNPROVED', reason)]),
  )
})

describe('a text is measured in characters:', () => {
  test('10,000 of them are taken, 10,001 refused', async () => {
    expect(await ask(MEETING, { input: { ...meeting, title: '🕊'.repeat(10_000) } })).toEqual({
      data: { createMeeting: { __typename: 'Meeting' } },
    })
    expect(await ask(MEETING, { input: { ...meeting, title: '🕊'.repeat(10_001) } })).toEqual(
      refused('createMeeting', [problem('title', 'TOO_LONG', 'has 10,001 characters: write at most 10,000')]),
    )
  })

  test('of the words of a statement 1,000,000 are taken, 1,000,001 refused', async () => {
    expect(await ask(STATEMENT, { input: { ...statement, text: 'word '.repeat(200_000) } })).toEqual({
      data: { createStatement: { __typename: 'Statement' } },
    })
    const text = `${'word '.repeat(200_000)}s`
    expect(await ask(STATEMENT, { input: { ...statement, text } })).toEqual(
      refused('createStatement', [
        problem('text', 'TOO_LONG', 'has 1,000,001 characters: write at most 1,000,000'),
      ]),
    )
  })

  test('in a text that no database keeps each of them is told', async () => {
    const input = { ...meeting, title: 'a\0b', summary: '\ud83d' }
    expect(await ask(MEETING, { input })).toEqual(
      refused('createMeeting', [
        problem('title', 'INVALID', 'holds a NUL character: leave it out'),
        problem(
          'summary',
          'INVALID',
          'holds half of a surrogate pair: it was cut within a character, or decoded wrongly',
        ),
      ]),
    )
  })
})

test('a list of 1,000 members is taken, of 1,001 refused', async () => {
  const many = (length: number) => ({
    name: 'Many',
    kind: 'GROUP',
    aliases: Array.from({ length }, (_, index) => `Alias ${index}`),
  })
  expect(await ask(PARTICIPANT, { input: many(1_000) })).toEqual({
    data: { createParticipant: { __typename: 'Participant' } },
  })
  expect(await ask(PARTICIPANT, { input: many(1_001) })).toEqual(
    refused('createParticipant', [problem('aliases', 'TOO_MANY', 'has more than 1000 members')]),
  )
})

// By way of HTTP: who asks matters only once there is an operation to execute.
describe('what is no such input at all is an error of the request, and not data:', () => {
  test.each([
    [
      'an unknown value of an enum',
      MEETING,
      { ...meeting, kind: 'SUMIT' },
      '"SUMIT" at "input.kind"; Value "SUMIT" does not exist in "MeetingKind" enum. Did you mean the enum value "SUMMIT" or "VISIT"?',
    ],
    [
      'an unknown value in a list within',
      MEETING,
      { ...meeting, participants: [{ participant: 'x', roles: ['GUEST'] }] },
      '"GUEST" at "input.participants[0].roles[0]"; Value "GUEST" does not exist in "AttendanceRole" enum. Did you mean the enum value "HOST" or "PRESS"?',
    ],
    [
      'a number for a text',
      MEETING,
      { ...meeting, title: 5 },
      '5 at "input.title"; String cannot represent a non string value: 5',
    ],
    [
      'a number for a date',
      MEETING,
      { ...meeting, date: 2017 },
      '2017 at "input.date"; EDTF is written as a string.',
    ],
    [
      'an object for a reference',
      MEETING,
      { ...meeting, parent: {} },
      '{} at "input.parent"; ID cannot represent value: {}',
    ],
    [
      'a text for a yes or no',
      PARTICIPANT,
      { name: 'x', kind: 'PERSON', isAnonymous: 'yes' },
      '"yes" at "input.isAnonymous"; Boolean cannot represent a non boolean value: "yes"',
    ],
    [
      'a fraction for a place in an order',
      STATEMENT,
      { ...statement, ordinal: 1.5 },
      '1.5 at "input.ordinal"; Int cannot represent non-integer value: 1.5',
    ],
    [
      'a text for degrees',
      MEETING,
      { ...meeting, place: { name: 'x', latitude: '1', longitude: 1 } },
      '"1" at "input.place.latitude"; Float cannot represent non numeric value: "1"',
    ],
    [
      'a field that is left out',
      MEETING,
      { title: 'Summit' },
      '{ title: "Summit" }; Field "kind" of required type "MeetingKind!" was not provided.',
    ],
    [
      'null for what has to be there',
      MEETING,
      { ...meeting, kind: null },
      'null at "input.kind"; Expected non-nullable type "MeetingKind!" not to be null.',
    ],
    [
      'null within a list',
      PARTICIPANT,
      { name: 'x', kind: 'PERSON', aliases: [null] },
      'null at "input.aliases[0]"; Expected non-nullable type "String!" not to be null.',
    ],
    [
      'a field that there is not',
      MEETING,
      { ...meeting, sumary: 'x' },
      '{ title: "Summit", kind: "SUMMIT", sumary: "x" }; Field "sumary" is not defined by type "CreateMeetingInput". Did you mean "summary"?',
    ],
  ])('%s', async (_, operation, input, message) => {
    const error = {
      message: `Variable "$input" got invalid value ${message}`,
      locations: [{ line: 1, column: 11 }],
      extensions: { code: 'BAD_USER_INPUT' },
    }
    expect(await service.ask(operation, { input })).toEqual({ errors: [error] })
  })
})
