import { describe, expect, test } from 'vitest'
import { summitsIn } from '../../../src/transfer/state-department/summit-names.ts'
import { seriesOf } from '../../../src/transfer/state-department/summit-series.ts'
import { inputsOf, read, trip, trips, visit, visits } from './lists.ts'

describe('Trips and visits to a summit', () => {
  test('hang under one meeting, with all who came', async () => {
    const { entries } = await read(
      trips(
        trip({
          id: '1',
          from: '2017-07-06',
          until: '2017-07-08',
          country: ['germany', 'Germany'],
          locale: 'Hamburg',
          remarks: 'Attended the G-20 Summit Meeting.',
        }),
        trip({
          id: '2',
          role: 'secretary',
          name: 'Rex W. Tillerson',
          from: '2017-07-07',
          until: '2017-07-09',
          country: ['germany', 'Germany'],
          locale: 'Hamburg',
          remarks: 'Accompanied President Trump to the G20 Leaders’ Summit.',
        }),
      ),
    )
    const all = inputsOf(entries)
    expect(all.get('us-president-trip-1')?.['parent']).toBe('g20-hamburg-2017')
    expect(all.get('us-secretary-trip-2')?.['parent']).toBe('g20-hamburg-2017')
    expect(all.get('g20-hamburg-2017')).toEqual({
      slug: 'g20-hamburg-2017',
      title: 'G20 summit in Hamburg',
      kind: 'SUMMIT',
      format: 'IN_PERSON',
      date: '2017-07-07/2017-07-08',
      place: { name: 'Hamburg', countryCode: 'DE' },
      participants: [
        {
          participant: 'donald-trump',
          roles: ['PRINCIPAL'],
          capacity: 'President of the United States',
          onBehalfOf: 'united-states',
        },
        {
          participant: 'rex-tillerson',
          roles: ['DELEGATE'],
          capacity: 'Secretary of State of the United States',
          onBehalfOf: 'united-states',
        },
        { participant: 'germany', roles: ['HOST'] },
        { participant: 'g20', roles: ['PRINCIPAL'] },
      ],
      citations: [
        {
          source: 'historian-travels',
          locator: 'trip 1',
          note: 'The days are those on which all whom the rows name were there.',
        },
      ],
    })
  })

  test('of leaders who came to the United States too', async () => {
    const row = (id: string, visitor: string) =>
      visit({
        id,
        visitor,
        from: '2012-05-20',
        until: '2012-05-21',
        remarks: 'Attended the NATO Summit Meeting in Chicago, IL.',
      })
    const { entries } = await read(
      visits(row('1', 'President Ana Silva'), row('2', 'Prime Minister Jan Nowak')),
    )
    expect(inputsOf(entries).get('nato-summit-chicago-2012')).toMatchObject({
      place: { name: 'Chicago', countryCode: 'US' },
      participants: [
        { participant: 'ana-silva' },
        { participant: 'jan-nowak' },
        { participant: 'united-states', roles: ['HOST'] },
        { participant: 'nato' },
      ],
    })
  })

  test('are called after the country where the town is in doubt', async () => {
    const { entries } = await read(
      trips(trip({ locale: 'Warsaw, Gdansk', remarks: 'Attended a NATO Summit.' })),
    )
    expect(inputsOf(entries).get('nato-summit-poland-2017')).toMatchObject({
      title: 'NATO summit in Poland',
      place: { name: 'Poland' },
    })
  })

  test('hang under the first where several are named', async () => {
    const { entries, notices } = await read(trips(trip({ remarks: 'Attended NATO and EU Summit Meetings.' })))
    expect(inputsOf(entries).get('us-president-trip-1')?.['parent']).toBe('nato-summit-warsaw-2017')
    expect(inputsOf(entries).has('us-eu-summit-warsaw-2017')).toBe(true)
    expect(notices.map(({ notice }) => notice)).toEqual([
      'several summits are named: the meeting hangs under nato-summit-warsaw-2017 alone',
    ])
  })

  test('a year apart are to two summits', async () => {
    const row = (id: string, from: string) => trip({ id, from, remarks: 'Attended the NATO Summit.' })
    const { entries } = await read(trips(row('1', '2017-05-02'), row('2', '2018-05-02')))
    expect([...inputsOf(entries).keys()].filter((slug) => slug.startsWith('nato-'))).toEqual([
      'nato-summit-warsaw-2017',
      'nato-summit-warsaw-2018',
    ])
  })
})

describe('A summit', () => {
  test.each([
    ['Attended the Fifth Summit of the Americas.', 2009, 'summit-of-the-americas'],
    ['Attended an Economic Summit Meeting with the leaders of six states.', 1984, 'g7'],
    ['Attended the Economic Summit Meeting in Denver.', 1997, 'g8'],
    ['Met with President Holt during the G-8 Economic Summit.', 2004, 'g8'],
    ['Private visit; Quad Leaders’ Summit.', 2021, 'quad-summit'],
    ['Attended the Lakes Nations Summit.', 1999, 'lakes-nations-summit'],
  ])('%s (%i)', (text, year, slug) => {
    const [summit] = summitsIn(text)
    expect(summit && seriesOf(summit.name, year)?.slug).toBe(slug)
  })

  test.each([
    'Briefed allies on the U.S.-Soviet Summit.',
    'Discussed preparations for the NATO Summit.',
    'Attended the East Asia Summit Foreign Ministers’ Meeting.',
    'Attended a NATO Ministerial Meeting.',
    'Proposed an APEC Summit to Prime Minister Holt.',
  ])('is none that was attended: %s', (text) => {
    expect(summitsIn(text)).toEqual([])
  })

  test.each(['Attended the APEC CEO Summit.', 'Attended a summit meeting with President Holt.'])(
    'is none of leaders, or has no name: %s',
    (text) => {
      expect(summitsIn(text).flatMap(({ name }) => seriesOf(name, 2000) ?? [])).toEqual([])
    },
  )
})
