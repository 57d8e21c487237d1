import { describe, expect, test } from 'vitest'
import { keep } from '../exploring/keep.ts'
import { onEmptyRecord, onFoundingRecord } from '../harness/service.ts'
import { pageOfParticipant, read } from './pages.ts'

describe('the page of Donald Trump', () => {
  const service = onFoundingRecord()
  const page = async () => read(await pageOfParticipant(service, 'donald-trump'))

  test('is headed by who he is', async () => {
    const { texts } = await page()
    expect(texts('h1')).toEqual(['Donald Trump'])
    expect(texts('.kicker')).toEqual(['Person · United States'])
    expect(texts('header ~ dl dd')).toEqual([
      'President of the United States',
      'Donald J. Trump, President Trump and Trump',
      '3 meetings',
    ])
  })

  test('has a bar for each kind of meeting in a year, at either width, and the same as a table', async () => {
    const { texts, table } = await page()
    const bars = ['2017, summit: 1', '2017, bilateral: 1', '2017, news conference: 1']
    const section = 'section[aria-labelledby="by-year"]'
    expect(texts(`${section} .wide rect title`).toSorted()).toEqual(bars.toSorted())
    expect(texts(`${section} .narrow rect title`).toSorted()).toEqual(bars.toSorted())
    expect(table('by-year')).toEqual([
      ['Year', 'Summit', 'Bilateral', 'News conference', 'All'],
      ['2017', '1', '1', '1', '3'],
    ])
    expect(texts(`${section} figcaption`)).toEqual([
      '3 meetings that were held, each in the year in which it began or may have begun.',
    ])
  })

  test('says whom he met, how often and when', async () => {
    const { texts, table } = await page()
    expect(table('met')).toEqual([
      ['Who', 'Meetings', 'First and last'],
      ['Andrzej Duda', '1', '6 July 2017'],
      ['Rex Tillerson', '1', '7 July 2017'],
      ['Sergei Lavrov', '1', '7 July 2017'],
      ['Vladimir Putin', '1', '7 July 2017'],
    ])
    expect(texts('section[aria-labelledby="met"] .wide text')).toEqual([
      'Andrzej DudaAndrzej Duda',
      'Rex TillersonRex Tillerson',
      'Sergei LavrovSergei Lavrov',
      'Vladimir PutinVladimir Putin',
      ...Array(4).fill('1 meeting, 2017'),
    ])
    expect(texts('section[aria-labelledby="met"] figcaption')[0]).toMatch(/^All 4\. /)
  })

  test('says that no coordinates are on record, and shows the places once there are', async () => {
    const before = await page()
    expect(before.texts('section[aria-labelledby="places"] p')).toEqual([
      'No meeting that was held has a place with coordinates on record.',
    ])
    const { ask } = service.as('EDITOR')
    for (const id of ['g20-hamburg-2017', 'trump-putin-hamburg-2017']) {
      const place = { name: 'Hamburg', countryCode: 'DE', latitude: 53.55, longitude: 9.99 }
      await ask(
        'mutation ($id: ID!, $input: UpdateMeetingInput!) { updateMeeting(id: $id, version: 1, input: $input) { __typename } }',
        { id, input: { place } },
      )
    }
    const { texts, table, document } = await page()
    expect(table('places')).toEqual([
      ['Place', 'Coordinates', 'Meetings'],
      ['Hamburg', '53.55° N, 9.99° E', '2'],
    ])
    expect(texts('section[aria-labelledby="places"] figcaption')).toEqual([
      '2 meetings at 1 place. 1 more meeting has no coordinates on record.',
    ])
    expect(texts('.wide circle title')).toEqual(['Hamburg: 2 meetings'])
    expect(document.querySelector('.wide [aria-label="geo"] path')?.getAttribute('d')).toMatch(/^M/)
    // In the middle of the map, of which it is the only place.
    const dot = document.querySelector('.wide circle')
    expect(Number(dot?.getAttribute('cx'))).toBeCloseTo(360, 0)
  })

  test('lists the meetings, newest first, with his part in them and what proves it', async () => {
    const { texts } = await page()
    expect(texts('.entries li')).toEqual([
      '7–8 July 2017 G20 summit in Hamburg [1, paragraph 3] Summit · Hamburg, Germany · as principal for United States',
      '7 July 2017 First face-to-face meeting of Trump and Putin, Hamburg [1, paragraph 1, paragraph 3, paragraph 4, paragraph 13] Bilateral · Hamburg, Germany · contested · as U.S. President for United States',
      '6 July 2017 Joint news conference of Trump and Duda, Warsaw [1, paragraph 7] News conference · Warsaw, Poland · contested · as principal and speaker for United States',
    ])
  })

  test('has his statements that are contested, and through whom they are known', async () => {
    const { texts } = await page()
    expect(texts('section[aria-labelledby="contested"] .how')).toContain(
      'Agree · in other words · 7 July 2017 · First face-to-face meeting of Trump and Putin, Hamburg · as told by Sergei Lavrov · reported · contested.',
    )
  })

  test('ends with the source of it all', async () => {
    const { texts } = await page()
    expect(texts('.sources cite')).toEqual([
      'News report on the first meeting of Trump and Putin, Hamburg, July 2017',
    ])
    expect(texts('.notes li')).toContain('Paragraph 1: The report gives the office and no dates for it.')
  })
})

test('the page of a state has the meetings in which others acted on its behalf', async () => {
  const { texts } = read(await pageOfParticipant(founded, 'russia'))
  expect(texts('header ~ dl dd')).toContain(
    '2 meetings: through those who acted on their behalf, or by what they said or agreed there',
  )
  expect(texts('.entries .quiet')).toEqual([
    'Summit · Hamburg, Germany · represented by Vladimir Putin',
    'Bilateral · Hamburg, Germany · contested · represented by Sergei Lavrov and Vladimir Putin',
  ])
})

const founded = onFoundingRecord()
const service = onEmptyRecord()

function person(slug: string, name = slug) {
  return { type: 'Participant' as const, input: { slug, name, kind: 'PERSON' } }
}

function meeting(title: string, who: readonly string[], more: object = {}) {
  const participants = who.map((participant) => ({ participant, roles: ['PRINCIPAL'] }))
  return { type: 'Meeting' as const, input: { title, kind: 'BILATERAL', participants, ...more } }
}

test('a page counts what it leaves out', async () => {
  const others = Array.from({ length: 41 }, (_, index) => `other-${index}`)
  const meetings = Array.from({ length: 130 }, (_, index) => {
    const date = `${1990 + (index % 30)}-03-14`
    return meeting(`Meeting ${index}`, ['busy', others[index % 41] ?? ''], { date })
  })
  await keep(service, [person('busy'), ...others.map((slug) => person(slug)), ...meetings])
  const { texts } = read(await pageOfParticipant(service, 'busy'))

  expect(texts('.entries li').length).toBe(100)
  expect(texts('section[aria-labelledby="meetings"] .note')).toEqual(['The 100 newest of 130.'])
  expect(texts('section[aria-labelledby="met"] .wide rect').length).toBe(30)
  expect(texts('section[aria-labelledby="met"] figcaption')[0]).toMatch(/^The 30 met most often, of 41\. /)
})

test('all places are on the map, of whichever page of the list', async () => {
  const meetings = Array.from({ length: 250 }, (_, index) => {
    const place =
      index % 2 === 0
        ? { name: 'Geneva', latitude: 46.2, longitude: 6.15 }
        : { name: 'Vienna', latitude: 48.2, longitude: 16.4 }
    return meeting(`Round ${index}`, ['traveller'], { place: index < 10 ? { name: 'Geneva' } : place })
  })
  await keep(service, [person('traveller'), ...meetings])
  const { texts, table } = read(await pageOfParticipant(service, 'traveller'))
  expect(table('places')).toEqual([
    ['Place', 'Coordinates', 'Meetings'],
    ['Geneva', '46.2° N, 6.15° E', '120'],
    ['Vienna', '48.2° N, 16.4° E', '120'],
  ])
  expect(texts('section[aria-labelledby="places"] figcaption')).toEqual([
    '240 meetings at 2 places. 10 more meetings have no coordinates on record.',
  ])
})

test('years without meetings have their place, and meetings without a date are counted', async () => {
  await keep(service, [
    person('rare'),
    meeting('Early', ['rare'], { date: '1985' }),
    meeting('Late', ['rare'], { date: '1989-05' }),
    meeting('At some time', ['rare']),
    meeting('Never', ['rare'], { date: '1991', status: 'CANCELLED' }),
  ])
  const { texts, document } = read(await pageOfParticipant(service, 'rare'))
  expect(texts('.wide [aria-label="x-axis tick label"] text')).toEqual([
    '1985',
    '1986',
    '1987',
    '1988',
    '1989',
  ])
  expect(document.querySelectorAll('.wide [aria-label="bar"] rect').length).toBe(2)
  expect(texts('section[aria-labelledby="by-year"] figcaption')).toEqual([
    '2 meetings that were held, each in the year in which it began or may have begun. 1 more meeting has no known date.',
  ])
  expect(texts('.entries .quiet')).toContain('Bilateral · cancelled · as principal')
})

test('more kinds than there are colours share one, and the table tells them apart', async () => {
  const kinds = ['CALL', 'VISIT', 'SUMMIT', 'SESSION', 'HEARING', 'BRIEFING', 'OTHER']
  await keep(service, [
    person('manifold'),
    ...kinds.map((kind) => meeting(`A ${kind}`, ['manifold'], { kind, date: '2001' })),
    meeting('One more', ['manifold'], { kind: 'CALL', date: '2001' }),
  ])
  const { texts, table } = read(await pageOfParticipant(service, 'manifold'))
  const [head, row] = table('by-year')
  expect(texts('.key li')).toEqual([...(head?.slice(1, 6).map((kind) => kind.toLowerCase()) ?? []), 'others'])
  expect(texts('.wide rect title')).toContain('2001, others: 2')
  expect(row).toEqual(['2001', '2', '1', '1', '1', '1', '1', '1', '8'])
})

test('somebody of whom nothing else is on record has a page that says so', async () => {
  await keep(service, [person('nobody-much', 'Nobody Much')])
  const { texts } = read(await pageOfParticipant(service, 'nobody-much'))
  expect(texts('.none')).toEqual([
    'No meeting that was held and has a date is on record.',
    'Nobody is on record whom they met.',
    'No meeting that was held has a place with coordinates on record.',
  ])
})
