// How single values are answered: dates, instants, places, addresses, identifiers of other systems.
import { beforeAll, expect, test } from 'vitest'
import { createEntries } from '../harness/create-entries.ts'
import { onEmptyRecord } from '../harness/service.ts'

const service = onEmptyRecord()

const DATES = [
  ['0001-01-01', '0001-01-01', '0001-01-01'],
  ['0800-12', '0800-12-01', '0800-12-31'],
  ['1985~', '1985-01-01', '1985-12-31'],
  ['198X', '1980-01-01', '1989-12-31'],
  ['2016-02', '2016-02-01', '2016-02-29'],
  ['2017-07-06/2017-07-08', '2017-07-06', '2017-07-08'],
  ['../2017-07-09', null, '2017-07-09'],
  ['2017-07-09/..', '2017-07-09', null],
  ['9999-12-31', '9999-12-31', '9999-12-31'],
] as const

beforeAll(async () => {
  const source = {
    slug: 'paper',
    title: 'Paper',
    kind: 'NEWS_REPORT',
    url: 'https://example.org/a?b=c#d',
    archiveUrl: 'http://archive.example.org/%7Ea',
    published: '2017-07-08',
    retrieved: '2024-02-29',
    language: 'pt-BR',
    externalIds: [
      { scheme: 'wikidata', value: 'Q42' },
      { scheme: 'doi', value: '10.1000/a<b>' },
      { scheme: 'wikidata', value: 'no number' },
      { scheme: 'shelf', value: 'III 7' },
    ],
  }
  const place = { name: 'Genève', countryCode: 'CH', latitude: 46.2022, longitude: 6.1457 }
  await service.database.transaction((tx) =>
    createEntries(tx, [
      { type: 'Source', input: source },
      { type: 'Meeting', input: { slug: 'undated', title: 'Undated', kind: 'CALL' } },
      { type: 'Meeting', input: { slug: 'placed', title: 'Placed', kind: 'VISIT', place } },
      { type: 'Meeting', input: { slug: 'named', title: 'Named', kind: 'VISIT', place: { name: 'At sea' } } },
      ...DATES.map(([date], index) => ({
        type: 'Meeting' as const,
        input: { slug: `dated-${index}`, title: 'Dated', kind: 'CALL', date },
      })),
    ]),
  )
  const instant = '2026-11-23T20:48:00.007Z'
  await service.database.query('UPDATE "Source" SET "createdAt" = $1::text::timestamptz', [instant])
})

test.each(DATES)('%s lasts from %s to %s', async (edtf, earliest, latest) => {
  const id = `dated-${DATES.findIndex(([date]) => date === edtf)}`
  const query = 'query ($id: ID!) { meeting(id: $id) { date { edtf earliest latest } } }'
  expect(await service.ask(query, { id })).toEqual({
    data: { meeting: { date: { edtf, earliest, latest } } },
  })
})

test('what has no date, no place and no format answers null', async () => {
  const query =
    '{ meeting(id: "undated") { date { edtf text } place { name } format summary parent { slug } citations { locator } } }'
  expect(await service.ask(query)).toEqual({
    data: { meeting: { date: null, place: null, format: null, summary: null, parent: null, citations: [] } },
  })
})

const TEXTS = /* GraphQL */ `
  {
    meeting(id: "dated-7") {
      date {
        text
        null: text(locale: null)
        en: text(locale: "en")
        us: text(locale: "en-US")
        fr: text(locale: "fr")
        es: text(locale: "es")
        ru: text(locale: "ru")
        ar: text(locale: "ar")
        zh: text(locale: "zh")
        de: text(locale: "de")
        unknown: text(locale: "qq")
      }
    }
    about: meeting(id: "dated-2") { date { text fr: text(locale: "fr") de: text(locale: "de") } }
    decade: meeting(id: "dated-3") { date { text } }
    month: meeting(id: "dated-4") { date { text fr: text(locale: "fr") } }
    days: meeting(id: "dated-5") { date { text us: text(locale: "en-US") de: text(locale: "de") } }
  }
`

test('a date is told in words of the six languages of the United Nations, in signs elsewhere, in English where nobody knows', async () => {
  expect(await service.ask(TEXTS)).toEqual({
    data: {
      meeting: {
        date: {
          text: 'from 9 July 2017',
          null: 'from 9 July 2017',
          en: 'from 9 July 2017',
          us: 'from July 9, 2017',
          fr: 'dès le 9 juillet 2017',
          es: 'desde el 9 de julio de 2017',
          ru: 'с 9 июля 2017 г.',
          ar: 'من 9 يوليو 2017',
          zh: '2017年7月9日起',
          de: '9. Juli 2017 –',
          unknown: 'from 9 July 2017',
        },
      },
      about: { date: { text: 'about 1985', fr: 'vers 1985', de: '~1985' } },
      decade: { date: { text: '1980s' } },
      month: { date: { text: 'February 2016', fr: 'février 2016' } },
      days: { date: { text: '6–8 July 2017', us: 'July 6\u2009–\u20098, 2017', de: '6.–8. Juli 2017' } },
    },
  })
})

test('places are answered with what is known of them', async () => {
  const query = `{
    placed: meeting(id: "placed") { place { name countryCode latitude longitude } }
    named: meeting(id: "named") { place { name countryCode latitude longitude } }
  }`
  expect(await service.ask(query)).toEqual({
    data: {
      placed: { place: { name: 'Genève', countryCode: 'CH', latitude: 46.2022, longitude: 6.1457 } },
      named: { place: { name: 'At sea', countryCode: null, latitude: null, longitude: null } },
    },
  })
})

test('instants, days, addresses and languages are answered as their scalars say', async () => {
  const query = `{
    source(id: "paper") { createdAt retrieved url archiveUrl language published { edtf earliest latest text } author { name } }
  }`
  expect(await service.ask(query)).toEqual({
    data: {
      source: {
        createdAt: '2026-11-23T20:48:00.007Z',
        retrieved: '2024-02-29',
        url: 'https://example.org/a?b=c#d',
        archiveUrl: 'http://archive.example.org/%7Ea',
        language: 'pt-BR',
        published: {
          edtf: '2017-07-08',
          earliest: '2017-07-08',
          latest: '2017-07-08',
          text: '8 July 2017',
        },
        author: null,
      },
    },
  })
})

test('an identifier leads to its page where the system is known and the value is one of its', async () => {
  expect(await service.ask('{ source(id: "paper") { externalIds { scheme value url } } }')).toEqual({
    data: {
      source: {
        externalIds: [
          { scheme: 'doi', value: '10.1000/a<b>', url: 'https://doi.org/10.1000/a%3Cb%3E' },
          { scheme: 'shelf', value: 'III 7', url: null },
          { scheme: 'wikidata', value: 'Q42', url: 'https://www.wikidata.org/wiki/Q42' },
          { scheme: 'wikidata', value: 'no number', url: null },
        ],
      },
    },
  })
})

test('an entry is found by an identifier of another system, of exactly that system and value', async () => {
  const query = `query ($value: String!) {
    found: byExternalId(scheme: "wikidata", value: $value) { __typename slug ... on Source { title } }
    elsewhere: byExternalId(scheme: "Wikidata", value: $value) { slug }
  }`
  expect(await service.ask(query, { value: 'Q42' })).toEqual({
    data: { found: { __typename: 'Source', slug: 'paper', title: 'Paper' }, elsewhere: null },
  })
  expect(await service.ask(query, { value: 'q42' })).toEqual({ data: { found: null, elsewhere: null } })
})
