import { describe, expect, test } from 'vitest'
import { readInput } from '../../../src/writing/input/read-input.ts'
import { file, inputsOf, participantsOf, read, trip, trips, visit, visits } from './lists.ts'

describe('A trip', () => {
  const row = trip({
    id: '12',
    from: '2017-05-02',
    until: '2017-05-04',
    remarks: 'Met with President Andrzej Duda and Foreign Minister Ida Holt. Opened a fair.',
  })

  test('is a meeting with whoever travelled, whom they met, and the host', async () => {
    const { entries, problems, notices } = await read(trips(row))
    expect({ problems, notices }).toEqual({ problems: [], notices: [] })
    expect(entries[0]).toEqual({
      file: 'trips.xml',
      line: 3,
      type: 'Meeting',
      input: {
        slug: 'us-president-trip-12',
        title: 'Visit of Donald Trump to Warsaw, Poland',
        summary: 'Met with President Andrzej Duda and Foreign Minister Ida Holt. Opened a fair.',
        kind: 'VISIT',
        format: 'IN_PERSON',
        date: '2017-05-02/2017-05-04',
        place: { name: 'Warsaw', countryCode: 'PL' },
        participants: [
          {
            participant: 'donald-trump',
            roles: ['PRINCIPAL'],
            capacity: 'President of the United States',
            onBehalfOf: 'united-states',
          },
          { participant: 'andrzej-duda', roles: ['PRINCIPAL'], capacity: 'President', onBehalfOf: 'poland' },
          {
            participant: 'ida-holt',
            roles: ['DELEGATE'],
            capacity: 'Foreign Minister',
            onBehalfOf: 'poland',
          },
          { participant: 'poland', roles: ['HOST'] },
        ],
        externalIds: [{ scheme: 'history.state.gov trip', value: '12' }],
        citations: [{ source: 'historian-travels', locator: 'trip 12' }],
      },
    })
  })

  test('gives people, states and the source an entry each, once', async () => {
    const { entries } = await read(
      trips(row, trip({ id: '13', from: '2018-03-01', remarks: 'Met with President Duda.' })),
    )
    const all = inputsOf(entries)
    expect([...all.keys()].sort()).toEqual([
      'andrzej-duda',
      'donald-trump',
      'historian-travels',
      'ida-holt',
      'poland',
      'united-states',
      'us-president-trip-12',
      'us-president-trip-13',
    ])
    expect(entries).toHaveLength(all.size)
    expect(all.get('donald-trump')).toEqual({
      slug: 'donald-trump',
      name: 'Donald Trump',
      aliases: ['Donald J. Trump'],
      kind: 'PERSON',
      countryCode: 'US',
      offices: [
        { title: 'President of the United States', of: 'united-states', period: '2017-05-02/2018-03-01' },
      ],
      citations: [{ source: 'historian-travels', locator: 'trip 12' }],
    })
    expect(all.get('historian-travels')).toEqual({
      slug: 'historian-travels',
      title: 'Travels abroad of the presidents and the secretaries of state of the United States',
      kind: 'DATASET',
      publisher: 'Office of the Historian, U.S. Department of State',
      url: 'https://github.com/HistoryAtState/travels',
      language: 'en',
    })
  })

  test('in the train of the President is that of a delegate', async () => {
    const row = trip({ role: 'secretary', name: 'Rex W. Tillerson', remarks: 'Accompanied President Trump.' })
    const { entries } = await read(trips(row))
    expect(participantsOf(entries, 'us-secretary-trip-1')).toEqual([
      {
        participant: 'rex-tillerson',
        roles: ['DELEGATE'],
        capacity: 'Secretary of State of the United States',
        onBehalfOf: 'united-states',
      },
      {
        participant: 'donald-trump',
        roles: ['PRINCIPAL'],
        capacity: 'President',
        onBehalfOf: 'united-states',
      },
      { participant: 'poland', roles: ['HOST'] },
    ])
  })

  test('before the inauguration is that of the President-elect', async () => {
    const row = trip({
      name: 'Herbert C. Hoover',
      from: '1928-12-01',
      remarks: '[Visit made as President-elect.]',
    })
    const { entries } = await read(trips(row))
    expect(participantsOf(entries, 'us-president-trip-1')).toEqual([
      {
        participant: 'herbert-hoover',
        roles: ['PRINCIPAL'],
        capacity: 'President-elect of the United States',
        onBehalfOf: 'united-states',
      },
      { participant: 'poland', roles: ['HOST'] },
    ])
    expect(inputsOf(entries).get('herbert-hoover')?.['offices']).toEqual([])
  })

  test('to a state that is no more has that state for host', async () => {
    const row = trip({
      from: '1988-05-29',
      country: ['russia', 'U.S.S.R.'],
      locale: 'Moscow',
      name: 'Ronald Reagan',
    })
    const { entries } = await read(trips(row))
    expect(inputsOf(entries).get('us-president-trip-1')).toMatchObject({
      place: { name: 'Moscow', countryCode: 'SUHH' },
      participants: [{ participant: 'ronald-reagan' }, { participant: 'soviet-union', roles: ['HOST'] }],
    })
  })

  test('to a land that nobody governs has no host', async () => {
    const { entries, notices } = await read(
      trips(trip({ country: ['antarctica', 'Antarctica'], locale: '' })),
    )
    expect(participantsOf(entries, 'us-president-trip-1')).toMatchObject([{ participant: 'donald-trump' }])
    expect(notices).toEqual([])
  })
})

describe('A visit', () => {
  test('is a meeting with whoever came and the United States as host', async () => {
    const { entries } = await read(
      visits(
        visit({
          id: '7',
          visitor: 'President Andrzej Duda',
          remarks: 'Met with President Trump. Toured a <em>port</em>.',
        }),
      ),
    )
    expect(entries[0]).toEqual({
      file: 'visits.xml',
      line: 2,
      type: 'Meeting',
      input: {
        slug: 'visit-to-us-7',
        title: 'Visit of President Andrzej Duda of Poland to the United States',
        summary: 'Met with President Trump. Toured a port.',
        kind: 'VISIT',
        format: 'IN_PERSON',
        date: '2017-05-02',
        place: { name: 'United States', countryCode: 'US' },
        participants: [
          { participant: 'andrzej-duda', roles: ['PRINCIPAL'], capacity: 'President', onBehalfOf: 'poland' },
          {
            participant: 'donald-trump',
            roles: ['PRINCIPAL'],
            capacity: 'President',
            onBehalfOf: 'united-states',
          },
          { participant: 'united-states', roles: ['HOST'] },
        ],
        externalIds: [{ scheme: 'history.state.gov visit', value: '7' }],
        citations: [{ source: 'historian-visits', locator: 'visit 7' }],
      },
    })
    expect(inputsOf(entries).get('andrzej-duda')).toMatchObject({
      countryCode: 'PL',
      offices: [{ title: 'President of Poland', of: 'poland', period: '2017-05-02' }],
    })
  })

  test('of two leaders has both of them', async () => {
    const { entries } = await read(
      visits(visit({ visitor: 'President Andrzej Duda and Prime Minister Jan Nowak' })),
    )
    expect(participantsOf(entries, 'visit-to-us-1')).toMatchObject([
      { participant: 'andrzej-duda', capacity: 'President' },
      { participant: 'jan-nowak', capacity: 'Prime Minister' },
      { participant: 'united-states' },
    ])
  })

  test('of somebody without a title has them by name', async () => {
    const { entries } = await read(visits(visit({ visitor: 'Andrzej Duda' })))
    expect(participantsOf(entries, 'visit-to-us-1')).toMatchObject([
      { participant: 'andrzej-duda', roles: ['PRINCIPAL'], onBehalfOf: 'poland' },
      { participant: 'united-states' },
    ])
  })
})

describe('What is read', () => {
  const rows = [
    trip({ id: '1', remarks: 'Met with President Duda and attended the G-20 Summit Meeting.' }),
    trip({
      id: '2',
      role: 'secretary',
      name: 'Rex W. Tillerson',
      remarks: 'Accompanied President Trump to the G-20 Summit.',
    }),
  ]
  const guest = visits(visit({ id: '3', visitor: 'President Andrzej Duda' }))

  test('obeys the rules of what is written', async () => {
    const { entries } = await read(trips(...rows), guest)
    expect(entries.flatMap(({ type, input }) => readInput(type, input).problems)).toEqual([])
  })

  test('is the same in whatever order the rows and files come', async () => {
    const forth = await read(trips(...rows), guest)
    const back = await read(guest, trips(...rows.toReversed()))
    const inputs = ({ entries }: typeof forth) =>
      [...inputsOf(entries)].sort(([one], [other]) => (one < other ? -1 : 1))
    expect(inputs(back)).toEqual(inputs(forth))
  })

  test('leaves out what is not named like XML, as standard input is not, and lists of something else', async () => {
    const read_ = await read(
      file('LICENSE.md', 'Public domain'),
      file('other.xml', '<rules>\n<rule/>\n<rule/>\n</rules>'),
      file('standard input', `<trips>${trip()}</trips>`),
    )
    const notice = 'is not named like a file in XML: it is left out'
    expect(read_).toEqual({
      entries: [],
      problems: [],
      notices: [
        { file: 'LICENSE.md', line: 1, notice },
        { file: 'standard input', line: 1, notice },
        { file: 'other.xml', line: 2, notice: 'a list of rules, not of trips or visits: left out' },
      ],
    })
  })
})

describe('What is odd is reported, with its line', () => {
  const oddities = async (row: string) => {
    const { entries, problems, notices } = await read(trips('', row))
    expect(problems).toEqual([])
    expect(notices.map(({ line }) => line)).toEqual(notices.map(() => 4))
    return {
      notices: notices.map(({ notice }) => notice),
      input: inputsOf(entries).get('us-president-trip-1'),
    }
  }

  test('an end before the beginning leaves the meeting without a date', async () => {
    const { notices, input } = await oddities(trip({ from: '2017-05-02', until: '2017-05-01' }))
    expect(notices).toEqual([
      'the days are missing, or end before they begin: left out, and so is who was met',
    ])
    expect(input).not.toHaveProperty('date')
  })

  test('a country that is not known leaves it without a host', async () => {
    const { notices, input } = await oddities(
      trip({ country: ['freedonia', 'Freedonia'], locale: 'Fredville' }),
    )
    expect(notices).toEqual(['Freedonia is no state that is known here: the host is left out'])
    expect(input).toMatchObject({
      place: { name: 'Fredville, Freedonia' },
      participants: [{ participant: 'donald-trump' }],
    })
  })

  test('somebody who is named without having been there is left out', async () => {
    const { notices, input } = await oddities(
      trip({ remarks: 'Delivered a letter to President Andrzej Duda.' }),
    )
    expect(notices).toEqual(['that President Andrzej Duda was there is not said: left out'])
    expect(input).toMatchObject({
      participants: [{ participant: 'donald-trump' }, { participant: 'poland' }],
    })
  })

  test('somebody of whom it cannot be told who they are is left out', async () => {
    const { notices } = await oddities(trip({ remarks: 'Met with Special Envoy Holt.' }))
    expect(notices).toEqual(['who Special Envoy Holt is, and for whom they act, cannot be told: left out'])
  })

  test('a row that is there twice is read once', async () => {
    const { entries, notices } = await read(trips(trip(), trip({ remarks: 'Again.' })))
    expect(notices).toEqual([
      { file: 'trips.xml', line: 4, notice: 'trip 1 is there already: this one is left out' },
    ])
    expect(inputsOf(entries).get('us-president-trip-1')).not.toHaveProperty('summary')
  })
})

describe('What is wrong is reported, with its line', () => {
  test('a row without what makes it one', async () => {
    const { entries, problems } = await read(trips(trip().replace('<id>1</id>', ''), trip({ id: '2' })))
    expect(problems).toEqual([
      {
        file: 'trips.xml',
        line: 3,
        path: ['id'],
        code: 'REQUIRED',
        message: 'id: is missing, or is not what the list has there',
      },
    ])
    expect(entries[0]).toMatchObject({ line: 4, input: { slug: 'us-president-trip-2' } })
  })

  test('a file that is not well-formed is read up to there', async () => {
    const { entries, problems } = await read(
      file('broken.xml', `<trips>\n${trip()}\n<trip><id>2</trip>\n</trips>`),
    )
    expect(entries[0]).toMatchObject({ input: { slug: 'us-president-trip-1' } })
    expect(problems).toEqual([
      {
        file: 'broken.xml',
        line: 3,
        path: [],
        code: 'INVALID',
        message: expect.stringMatching(/^is no XML: /),
      },
    ])
  })

  test('a file that ends too early', async () => {
    const { problems } = await read(file('short.xml', '<trips>\n<trip>'))
    expect(problems).toMatchObject([{ file: 'short.xml', line: 2, code: 'INVALID' }])
  })
})
