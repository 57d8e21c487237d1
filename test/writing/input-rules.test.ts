import { describe, expect, it } from 'vitest'
import { readInput } from '../../src/writing/input/read-input.ts'

const meeting = { title: 'Summit', kind: 'SUMMIT' }
const participant = { name: 'Somebody', kind: 'PERSON' }
const source = { title: 'Report', kind: 'NEWS_REPORT' }
const agreement = { title: 'Treaty', kind: 'TREATY' }
const statement = {
  text: 'Words',
  wording: 'DIRECT',
  act: 'ASSERT',
  speaker: 'somebody',
  citations: [{ source: 'report' }],
}

const MEETING_KINDS =
  'SUMMIT, BILATERAL, MULTILATERAL, PULL_ASIDE, CALL, VISIT, NEGOTIATION, SESSION, HEARING, NEWS_CONFERENCE, BRIEFING, OTHER'

describe('what an input says', () => {
  it('is a default, null or an empty list where it is left out', () => {
    expect(readInput('Meeting', meeting)).toEqual({
      problems: [],
      input: {
        slug: null,
        title: 'Summit',
        summary: null,
        kind: 'SUMMIT',
        format: null,
        status: 'HELD',
        date: null,
        place: null,
        parent: null,
        participants: [],
        topics: [],
        externalIds: [],
        citations: [],
      },
    })
  })

  it('is the same where null is given', () => {
    const nothing = {
      slug: null,
      summary: null,
      format: null,
      status: null,
      date: null,
      place: null,
      parent: null,
      participants: null,
      topics: null,
      externalIds: null,
      citations: null,
    }
    expect(readInput('Meeting', { ...meeting, ...nothing })).toEqual(readInput('Meeting', meeting))
  })

  it('is nothing where an optional text is blank', () => {
    expect(readInput('Meeting', { ...meeting, summary: ' \n' })).toEqual(readInput('Meeting', meeting))
  })

  it('has the defaults of the contract', () => {
    const event = { kind: 'SIGNED' }
    expect(readInput('Participant', participant).input?.isAnonymous).toBe(false)
    expect(readInput('Agreement', { ...agreement, events: [event] }).input).toMatchObject({
      form: 'UNKNOWN',
      events: [{ kind: 'SIGNED', planned: false, date: null, participants: [], meeting: null, note: null }],
    })
  })

  it('has its dates read', () => {
    expect(readInput('Meeting', { ...meeting, date: '2017-07' }).input?.date).toEqual({
      edtf: '2017-07',
      earliest: '2017-07-01',
      latest: '2017-07-31',
    })
  })

  it('counts characters, of which some are two for JavaScript', () => {
    expect(readInput('Meeting', { ...meeting, title: '🕊'.repeat(10_000) }).problems).toEqual([])
  })
})

describe('what is wrong with an input', () => {
  it('is all told at once, the rules of several fields included', () => {
    const bad = {
      kind: 'SUMIT',
      date: '2017-02-30',
      place: { latitude: 53.5 },
      participants: [{ participant: 'somebody' }],
      colour: 'red',
    }
    expect(readInput('Meeting', bad).problems.map(({ message }) => message)).toEqual([
      'title: is missing: give a text',
      `kind: SUMIT is not one of ${MEETING_KINDS}`,
      'date: 2017-02-30 is not a date: February 2017 has 28 days',
      'place.name: is missing: give a text',
      'place.longitude: is missing: latitude and longitude come in pairs',
      'participants.0.roles: is missing: give a list',
      'colour: there is no such field; there are slug, title, summary, kind, format, status, date, place, ' +
        'parent, participants, topics, externalIds, citations',
    ])
  })

  it.each([
    ['an input that is no object', 'Meeting', 'Summit', [], 'INVALID', 'Summit is not an object'],
    ['no input', 'Meeting', null, [], 'REQUIRED', 'is missing: give an object'],
    [
      'a required text that is null',
      'Meeting',
      { ...meeting, title: null },
      ['title'],
      'REQUIRED',
      'title: is missing: give a text',
    ],
    [
      'a blank title',
      'Meeting',
      { ...meeting, title: ' ' },
      ['title'],
      'REQUIRED',
      'title: is blank: give a text',
    ],
    [
      'a number for a text',
      'Meeting',
      { ...meeting, title: 5 },
      ['title'],
      'INVALID',
      'title: 5 is not a text',
    ],
    [
      'a text for a list',
      'Meeting',
      { ...meeting, topics: 'war' },
      ['topics'],
      'INVALID',
      'topics: war is not a list',
    ],
    [
      'a text for a yes or no',
      'Participant',
      { ...participant, isAnonymous: 'yes' },
      ['isAnonymous'],
      'INVALID',
      'isAnonymous: yes is not true or false',
    ],
    [
      'null within a list',
      'Participant',
      { ...participant, aliases: [null] },
      ['aliases', '0'],
      'REQUIRED',
      'aliases.0: is missing: give a text',
    ],
    [
      'a kind that is left out',
      'Meeting',
      { title: 'Summit' },
      ['kind'],
      'REQUIRED',
      `kind: is missing: give one of ${MEETING_KINDS}`,
    ],
    [
      'a field with a slip in its name',
      'Meeting',
      { ...meeting, sumary: 'x' },
      ['sumary'],
      'UNKNOWN_FIELD',
      'sumary: there is no such field: is it summary?',
    ],
    [
      'an unknown field deep inside',
      'Meeting',
      { ...meeting, participants: [{ participant: 'x', roles: [], rolls: [] }] },
      ['participants', '0', 'rolls'],
      'UNKNOWN_FIELD',
      'participants.0.rolls: there is no such field: is it roles?',
    ],
    [
      'a slug with capitals',
      'Meeting',
      { ...meeting, slug: 'G20' },
      ['slug'],
      'INVALID',
      'slug: G20 is not a slug: write words of a-z and 0-9 with single hyphens between',
    ],
    [
      'a slug of 121 characters',
      'Meeting',
      { ...meeting, slug: 'a'.repeat(121) },
      ['slug'],
      'TOO_LONG',
      'slug: has 121 characters: write at most 120',
    ],
    [
      'a title of 10,001 characters',
      'Meeting',
      { ...meeting, title: 'a'.repeat(10_001) },
      ['title'],
      'TOO_LONG',
      'title: has 10,001 characters: write at most 10,000',
    ],
    [
      'words of 1,000,001 characters',
      'Statement',
      { ...statement, text: 'a'.repeat(1_000_001) },
      ['text'],
      'TOO_LONG',
      'text: has 1,000,001 characters: write at most 1,000,000',
    ],
    [
      'a NUL character',
      'Meeting',
      { ...meeting, summary: 'a\0b' },
      ['summary'],
      'INVALID',
      'summary: holds a NUL character: leave it out',
    ],
    [
      'half of a surrogate pair',
      'Meeting',
      { ...meeting, title: 'a\ud83d' },
      ['title'],
      'INVALID',
      'title: holds half of a surrogate pair: it was cut within a character, or decoded wrongly',
    ],
    [
      'a list of 1,001 members',
      'Participant',
      { ...participant, aliases: Array.from({ length: 1_001 }, String) },
      ['aliases'],
      'TOO_MANY',
      'aliases: has more than 1000 members',
    ],
    [
      'a day that is none',
      'Source',
      { ...source, retrieved: '2017-07' },
      ['retrieved'],
      'INVALID',
      'retrieved: 2017-07 is not a day: write it like 2017-07-07',
    ],
    [
      'a URL that is none',
      'Source',
      { ...source, url: 'example.org' },
      ['url'],
      'INVALID',
      'url: example.org is not an absolute http or https URL of at most 2,000 characters',
    ],
    [
      'a country that is none',
      'Participant',
      { ...participant, countryCode: 'XX' },
      ['countryCode'],
      'INVALID',
      'countryCode: XX is not a country code: write the two capital letters of ISO 3166-1, EU, or the four of ' +
        'ISO 3166-3 for a former country',
    ],
    [
      'a language that is none',
      'Statement',
      { ...statement, language: 'en_US' },
      ['language'],
      'INVALID',
      'language: en_US is not a BCP 47 language tag: write it like en, zh-Hant or es-419',
    ],
    [
      'a latitude beyond the pole',
      'Meeting',
      { ...meeting, place: { name: 'There', latitude: 90.1, longitude: 0 } },
      ['place', 'latitude'],
      'INVALID',
      'place.latitude: 90.1 is not between -90 and 90 degrees',
    ],
    [
      'a longitude beyond the date line',
      'Agreement',
      { ...agreement, scope: { name: 'There', latitude: 0, longitude: -181 } },
      ['scope', 'longitude'],
      'INVALID',
      'scope.longitude: -181 is not between -180 and 180 degrees',
    ],
    [
      'a longitude alone',
      'Meeting',
      { ...meeting, place: { name: 'There', longitude: 1 } },
      ['place', 'latitude'],
      'REQUIRED',
      'place.latitude: is missing: latitude and longitude come in pairs',
    ],
    [
      'an ordinal of zero',
      'Statement',
      { ...statement, ordinal: 0 },
      ['ordinal'],
      'INVALID',
      'ordinal: 0 is not a place in an order: write a whole number from 1 to 2147483647',
    ],
    [
      'an ordinal that is no whole number',
      'Statement',
      { ...statement, ordinal: 1.5 },
      ['ordinal'],
      'INVALID',
      'ordinal: 1.5 is not a place in an order: write a whole number from 1 to 2147483647',
    ],
    [
      'an ordinal that PostgreSQL cannot keep',
      'Statement',
      { ...statement, ordinal: 2_147_483_648 },
      ['ordinal'],
      'INVALID',
      'ordinal: 2147483648 is not a place in an order: write a whole number from 1 to 2147483647',
    ],
    [
      'a party that leaves before it comes',
      'Agreement',
      {
        ...agreement,
        parties: [{ participant: 'x', role: 'PARTY', since: '2017-07-07', until: '2016' }],
      },
      ['parties', '0', 'until'],
      'INVALID',
      'parties.0.until: 2016 ends before since, 2017-07-07, begins',
    ],
    [
      'a statement that nothing proves',
      'Statement',
      { ...statement, citations: [] },
      ['citations'],
      'UNPROVED',
      'citations: a statement that is not reported in another needs at least one citation',
    ],
  ] as const)('%s', (_, type, input, path, code, message) => {
    expect(readInput(type, input)).toEqual({ input: null, problems: [{ path, code, message }] })
  })

  it('is nothing in a party that may have left in the year in which it came', () => {
    const party = { participant: 'x', role: 'PARTY', since: '2017-07-07', until: '2017' }
    expect(readInput('Agreement', { ...agreement, parties: [party] }).problems).toEqual([])
  })

  it('is nothing in a statement without citations that is reported in another', () => {
    const reported = { ...statement, citations: null, reportedIn: 'another' }
    expect(readInput('Statement', reported).problems).toEqual([])
  })
})
