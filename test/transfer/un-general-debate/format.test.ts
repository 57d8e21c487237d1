import { describe, expect, it } from 'vitest'
import { archive, HEADER, inputFile, read, sheet } from './corpus.ts'

const bySlug = (slug: string) => expect.objectContaining({ slug })

it('reads a speech as a statement of its speaker at the session', async () => {
  const { statements, meetings, participants, sources, notices, problems } = await read(
    await archive({ 'TXT/Session 79 - 2024/USA_79_2024.txt': '\ufeffMy fellow leaders, it is an honour.\n' }),
    sheet('2024,79,USA,United States of America,Mary J. Stone,President'),
  )
  expect({ statements, meetings, participants, sources, notices, problems }).toEqual({
    statements: [
      {
        slug: 'un-general-debate-79-usa',
        text: 'My fellow leaders, it is an honour.',
        language: 'en',
        wording: 'DIRECT',
        act: 'ASSERT',
        speaker: 'mary-stone',
        onBehalfOf: 'united-states',
        date: '2024',
        meeting: 'un-general-debate-79',
        ordinal: null,
        citations: [{ source: 'un-general-debate-corpus', locator: 'USA_79_2024.txt' }],
      },
    ],
    meetings: [
      {
        slug: 'un-general-debate-79',
        title: 'General debate of the 79th session of the United Nations General Assembly',
        kind: 'SESSION',
        date: '2024',
        place: { name: 'New York', countryCode: 'US' },
        participants: [
          { participant: 'united-nations', roles: ['HOST'] },
          { participant: 'united-states', roles: ['PRINCIPAL'] },
          {
            participant: 'mary-stone',
            roles: ['SPEAKER'],
            capacity: 'President',
            onBehalfOf: 'united-states',
          },
        ],
        citations: [{ source: 'un-general-debate-corpus', locator: 'session 79' }],
      },
    ],
    participants: [
      { slug: 'united-nations', name: 'United Nations', aliases: ['UN'], kind: 'ORGANIZATION' },
      {
        slug: 'united-states',
        name: 'United States',
        aliases: ['United States of America', 'USA'],
        kind: 'STATE',
        countryCode: 'US',
      },
      {
        slug: 'mary-stone',
        name: 'Mary Stone',
        aliases: ['Mary J. Stone'],
        kind: 'PERSON',
        countryCode: 'US',
        citations: [{ source: 'un-general-debate-corpus', locator: 'speakers.csv, line 2' }],
      },
    ],
    sources: [
      {
        slug: 'un-general-debate-corpus',
        title: 'Jankin, Baturo and Dasandi: United Nations General Debate Corpus',
        kind: 'DATASET',
        publisher: 'Harvard Dataverse',
        url: 'https://doi.org/10.7910/DVN/0TJX8Y',
        language: 'en',
        externalIds: [{ scheme: 'doi', value: '10.7910/DVN/0TJX8Y' }],
      },
    ],
    notices: [],
    problems: [],
  })
})

it('says where each entry was read', async () => {
  const { entries } = await read(
    sheet('2024,79,USA,United States of America,Mary J. Stone,President'),
    await archive({ 'TXT/USA_79_2024.txt': 'Peace.' }),
  )
  expect(entries.map(({ type, file, line }) => `${type} ${file}:${line}`)).toEqual([
    'Source corpus.tar:1',
    'Participant corpus.tar:1',
    'Participant corpus.tar/TXT/USA_79_2024.txt:1',
    'Participant speakers.csv:2',
    'Statement corpus.tar/TXT/USA_79_2024.txt:1',
    'Meeting corpus.tar/TXT/USA_79_2024.txt:1',
  ])
})

it('gives each participant once, and each session once all its speeches are read', async () => {
  const { entries, meetings } = await read(
    await archive({
      'FRA_78_2023.txt': 'Paix.',
      'FRA_79_2024.txt': 'Paix.',
      'POL_78_2023.txt': 'Pokój.',
    }),
    sheet(
      '2023,78,FRA,France,Anne Martin,Minister for Foreign Affairs',
      '2024,79,FRA,France,Anne Martin,Minister for Foreign Affairs',
      '2023,78,POL,Poland,Jan Nowak,President',
    ),
  )
  const slugs = entries.map(({ type, input }) => `${type} ${input['slug']}`)
  expect(slugs).toEqual([...new Set(slugs)])
  expect(slugs.slice(-2)).toEqual(['Meeting un-general-debate-78', 'Meeting un-general-debate-79'])
  expect(meetings).toMatchObject([
    {
      participants: [
        { participant: 'united-nations' },
        { participant: 'france' },
        { participant: 'poland' },
        { participant: 'anne-martin', onBehalfOf: 'france' },
        { participant: 'jan-nowak', onBehalfOf: 'poland' },
      ],
    },
    {
      participants: [
        { participant: 'united-nations' },
        { participant: 'france' },
        { participant: 'anne-martin' },
      ],
    },
  ])
})

describe('the speaker', () => {
  it('is the delegation, unnamed, where the sheet has no row or no name', async () => {
    const { statements, participants, notices, problems } = await read(
      await archive({ 'POL_70_2015.txt': 'Peace.', 'SGP_70_2015.txt': 'Peace.' }),
      sheet('2015,70,SGP,Singapore,,'),
    )
    expect(statements).toMatchObject([
      { speaker: 'delegation-of-poland-to-the-united-nations', onBehalfOf: 'poland' },
      { speaker: 'delegation-of-singapore-to-the-united-nations', onBehalfOf: 'singapore' },
    ])
    expect(participants).toContainEqual({
      slug: 'delegation-of-poland-to-the-united-nations',
      name: 'Delegation of Poland to the United Nations',
      kind: 'GROUP',
      isAnonymous: true,
      countryCode: 'PL',
      citations: [{ source: 'un-general-debate-corpus' }],
    })
    expect(notices).toEqual([
      'corpus.tar/POL_70_2015.txt:1: the sheet names no speaker of Poland in 2015',
      'corpus.tar/SGP_70_2015.txt:1: the sheet names no speaker of Singapore in 2015',
    ])
    expect(problems).toEqual([])
  })

  it('is the delegation where the sheet names several people', async () => {
    const { statements, notices } = await read(
      await archive({ 'IND_23_1968.txt': 'Peace.' }),
      sheet('1968,23,IND,India,Mrs. Asha RAO,Prime Minister', '1968,23,IND,India,Mr. Dev SEN,'),
    )
    expect(statements).toMatchObject([{ speaker: 'delegation-of-india-to-the-united-nations' }])
    expect(notices).toEqual([
      'corpus.tar/IND_23_1968.txt:1: the sheet names several speakers of India in 1968: Asha Rao, Dev Sen',
    ])
  })

  it('is the one whom two rows name', async () => {
    const { statements, notices } = await read(
      await archive({ 'BGR_13_1958.txt': 'Peace.' }),
      sheet('1958,13,BGR,Bulgaria,Mr. Lukanov,', '1958,13,BGR,Bulgaria,Mr. LUKANOV ,'),
    )
    expect(statements).toMatchObject([{ speaker: 'lukanov-bulgaria' }])
    expect(notices).toEqual([])
  })

  it('is the delegation throughout where there is no sheet', async () => {
    const { statements, notices } = await read(await archive({ 'POL_70_2015.txt': 'Peace.' }))
    expect(statements).toMatchObject([{ speaker: 'delegation-of-poland-to-the-united-nations' }])
    expect(notices).toEqual(['corpus.tar:1: there is no sheet of speakers: nobody is named'])
  })

  it.each([
    ['Mr.Gensher', 'gensher-germany'],
    ['"Mr, ORZECHOWSKI "', 'orzechowski-germany'],
    ['"Joschka Fischer, MP"', 'joschka-fischer'],
    ['Ivan Ga\u009aparovic', 'ivan-gasparovic'],
    ['LI Zhaoxing', 'li-zhaoxing'],
    ['Mr. EL AZMEH', 'el-azmeh'],
    ['His Highness Sheikh Tamim Al-Thani', 'tamim-al-thani'],
    ['Lord Home', 'home-germany'],
    ['"Hans\nWerner"', 'hans-werner'],
    ['Mr. Cujba (first name not provided)', 'cujba-germany'],
  ])('printed as %s is %s', async (printed, speaker) => {
    const { statements } = await read(
      await archive({ 'DEU_60_2005.txt': 'Peace.' }),
      sheet(`2005,60,DEU,Germany,${printed},`),
    )
    expect(statements).toMatchObject([{ speaker }])
  })

  it('came in the capacity of the sheet, else of the name, else in none', async () => {
    const { meetings } = await read(
      await archive({
        'FRA_60_2005.txt': 'Peace.',
        'JOR_60_2005.txt': 'Peace.',
        'POL_60_2005.txt': 'Peace.',
      }),
      sheet(
        '2005,60,FRA,France,General Jean Petit,Prime Minister',
        '2005,60,JOR,Jordan,King Hussein,',
        '2005,60,POL,Poland,Jan Nowak,missing',
      ),
    )
    expect(meetings[0]?.['participants']).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ participant: 'jean-petit', capacity: 'Prime Minister' }),
        expect.objectContaining({ participant: 'hussein-jordan', capacity: 'King' }),
        expect.objectContaining({ participant: 'jan-nowak', capacity: null }),
      ]),
    )
  })
})

describe('people of one name', () => {
  const speakers = async (...rows: string[]) => {
    const texts = rows
      .map((row) => row.split(','))
      .map(([year, session, code]) => `${code}_${session}_${year}.txt`)
    const { statements } = await read(
      await archive(Object.fromEntries(texts.map((name) => [name, 'Peace.']))),
      sheet(...rows),
    )
    return statements.map(({ speaker }) => speaker)
  }

  it('are one over the years', async () => {
    expect(await speakers('2000,55,FRA,France,Anne Martin,', '2024,79,FRA,France,Anne Martin,')).toEqual([
      'anne-martin',
      'anne-martin',
    ])
  })

  it('are two where they speak for two states: whoever spoke first has the slug of the name', async () => {
    expect(await speakers('2024,79,FRA,France,Anne Martin,', '2023,78,BEL,Belgium,Anne Martin,')).toEqual([
      'anne-martin-france',
      'anne-martin',
    ])
  })

  it('are one where one of the two is a former state, or the European Union', async () => {
    expect(
      await speakers(
        '1989,44,YUG,Yugoslavia,Janez Kos,',
        '1993,48,SVN,Slovenia,Janez Kos,',
        '2019,74,BEL,Belgium,Karel Maes,',
        '2020,75,EU,European Union,Karel Maes,',
      ),
    ).toEqual(['janez-kos', 'janez-kos', 'karel-maes', 'karel-maes'])
  })

  it('of a family name alone are one for a state, until ten years have passed', async () => {
    expect(
      await speakers(
        '1951,06,PAK,Pakistan,Mr. KHAN,',
        '1961,16,PAK,Pakistan,Khan,',
        '1972,27,PAK,Pakistan,Khan,',
        '1972,27,IND,India,Khan,',
      ),
    ).toEqual(['khan-pakistan', 'khan-pakistan', 'khan-pakistan-1972', 'khan-india'])
  })
})

describe('the state', () => {
  it.each([
    ['RUS', 1985, 'soviet-union', 'SUHH'],
    ['RUS', 1991, 'soviet-union', 'SUHH'],
    ['RUS', 1992, 'russia', 'RU'],
    ['CHN', 1971, 'taiwan', 'TW'],
    ['CHN', 1972, 'china', 'CN'],
    ['YUG', 1991, 'yugoslavia', 'YUCS'],
    ['YUG', 2002, 'yugoslavia', 'YUCS'],
    ['YUG', 2003, 'serbia-and-montenegro', 'CSXX'],
    ['DDR', 1980, 'east-germany', 'DDDE'],
    ['DEU', 1980, 'germany', 'DE'],
    ['CSK', 1980, 'czechoslovakia', 'CSHH'],
    ['YMD', 1980, 'south-yemen', 'YDYE'],
    ['BLR', 1960, 'belarus', 'BY'],
    ['EU', 2020, 'european-union', 'EU'],
  ])('filed as %s in %i is %s, %s', async (code, year, slug, countryCode) => {
    const { statements, participants } = await read(await archive({ [`${code}_40_${year}.txt`]: 'Peace.' }))
    expect(statements).toMatchObject([{ onBehalfOf: slug }])
    expect(participants).toContainEqual(expect.objectContaining({ slug, countryCode }))
  })

  it('is found in the sheet by either of its codes', async () => {
    const { statements } = await read(
      await archive({ 'YMD_35_1980.txt': 'Peace.' }),
      sheet('1980,35,YDYE ,Democratic Yemen,Ali Saleh,'),
    )
    expect(statements).toMatchObject([{ speaker: 'ali-saleh' }])
  })
})

describe('the place in the order of speaking', () => {
  const ordinals = async (rows: string[]) => {
    const speeches = rows.map((row) => row.split(',')).filter(([, , code]) => code !== 'EC')
    const texts = speeches.map(([year, , code]) => [`${code}_71_${year}.txt`, 'Peace.'])
    const { statements } = await read(await archive(Object.fromEntries(texts)), sheet(...rows))
    return statements.map(({ ordinal }) => ordinal)
  }

  it('is that of the row, odd ones counted, where rows are in no alphabet’s order', async () => {
    expect(
      await ordinals([
        '2016,71,BRA,Brazil,Ana Lima,',
        '2016,71,TCD,Chad,Ali Mahamat,',
        '2016,71,EC,European Council,Karel Maes,',
        '2016,71,FRA,France,Anne Martin,',
        '2016,71,ARG,Argentina,Luis Paz,',
      ]),
    ).toEqual([1, 2, 4, 5])
  })

  it('is not known where rows are in the order of their codes', async () => {
    expect(
      await ordinals([
        '2010,65,ARG,Argentina,Luis Paz,',
        '2010,65,BRA,Brazil,Ana Lima,',
        '2010,65,FRA,France,Anne Martin,',
        '2010,65,TCD,Chad,Ali Mahamat,',
      ]),
    ).toEqual([null, null, null, null])
  })
})

it('places the debates of 1948 and 1951 in Paris', async () => {
  const { meetings } = await read(await archive({ 'POL_03_1948.txt': 'Peace.', 'POL_06_1951.txt': 'Peace.' }))
  expect(meetings).toMatchObject([
    {
      title: 'General debate of the 3rd session of the United Nations General Assembly',
      place: { name: 'Paris' },
    },
    {
      title: 'General debate of the 6th session of the United Nations General Assembly',
      place: { name: 'Paris' },
    },
  ])
})

describe('what is odd', () => {
  it('is a row without a speech, of no state, or of two', async () => {
    const { notices, problems } = await read(
      await archive({ 'SWE_56_2001.txt': 'Peace.' }),
      sheet(
        '2001,56,SWE,Sweden,Anna Lindh,Minister for Foreign Affairs',
        '2001,56,CHE,Sweden,Eva Lund,Minister',
        '2013,68,EC,European Council,Karel Maes,President',
        '1989,44,PSE,"Palestine, State of",Terzi,',
      ),
    )
    expect(notices).toEqual([
      'speakers.csv:3: CHE is not Sweden: Eva Lund is left out',
      'speakers.csv:4: EC is no state’s code in 2013: Karel Maes is left out',
      'speakers.csv:5: no speech of Palestine in 1989: Terzi is left out',
    ])
    expect(problems).toEqual([])
  })

  it('is a file in the archive that is not named like a speech; what systems leave there is passed over', async () => {
    const { statements, notices } = await read(
      await archive({
        'README.txt': 'About the corpus.',
        'TXT/._USA_79_2024.txt': 'Mac OS X',
        'TXT/.DS_Store-to-UTF-8.txt': '',
        'TXT/speech.txt': 'Peace.',
      }),
    )
    expect(statements).toEqual([])
    expect(notices).toContain(
      'corpus.tar/TXT/speech.txt:1: speech.txt is not named like a speech (USA_79_2024.txt): it is left out',
    )
  })
})

it('takes a folder with more in it than archive and sheet', async () => {
  const { statements, notices, problems } = await read(
    inputFile('debates/README.txt', 'About the corpus.'),
    { ...sheet('1985,40,RUS,USSR,Mr. Ivanov,'), name: 'debates/speakers.csv.gz' },
    {
      ...(await archive({ 'RUS_40_1985.txt': 'Peace.', 'RUS_37_1982.txt': 'Peace.' })),
      name: 'debates/corpus.tar.gz',
    },
  )
  expect(statements).toMatchObject([
    { speaker: 'ivanov-soviet-union' },
    { speaker: 'delegation-of-soviet-union-to-the-united-nations' },
  ])
  expect(notices).toEqual([
    'debates/README.txt:1: is neither an archive nor a sheet in CSV: it is left out',
    'debates/corpus.tar.gz/RUS_37_1982.txt:1: the sheet names no speaker of the Soviet Union in 1982',
  ])
  expect(problems).toEqual([])
})

it('says of a sheet without an archive that it is left out', async () => {
  const { entries, notices } = await read(sheet('2024,79,FRA,France,Anne Martin,President'))
  expect({ entries, notices }).toEqual({
    entries: [],
    notices: ['speakers.csv:1: comes without an archive of speeches: it is left out'],
  })
})

describe('what cannot be read', () => {
  it('is a speech that is not UTF-8, of no state, or there before', async () => {
    const { problems, statements } = await read(
      await archive({
        'FRA_79_2024.txt': Uint8Array.of(0x50, 0xff),
        'XYZ_79_2024.txt': 'Peace.',
        'a/POL_79_2024.txt': 'Peace.',
        'b/POL_79_2024.txt': 'Peace.',
      }),
    )
    expect(problems).toEqual([
      'corpus.tar/FRA_79_2024.txt:1: text: the speech is not UTF-8',
      'corpus.tar/XYZ_79_2024.txt:1: onBehalfOf: XYZ is the code of no state',
      'corpus.tar/b/POL_79_2024.txt:1: slug: un-general-debate-79-pol was read before, from another file',
    ])
    expect(statements).toEqual([bySlug('un-general-debate-79-pol')])
  })

  it('is an archive that ends too early', async () => {
    const whole = await archive({ 'POL_79_2024.txt': 'Peace.' })
    const [bytes = new Uint8Array()] = await Array.fromAsync(whole.bytes())
    const { problems } = await read(inputFile('corpus.tar', bytes.subarray(0, 515)))
    expect(problems).toEqual(['corpus.tar:1: is no whole tar archive: Tar archive is truncated.'])
  })

  it('is a sheet that is not CSV, or not UTF-8', async () => {
    const broken = inputFile(
      'speakers.csv',
      `${HEADER}\n2024,79,USA,United States,"Joseph" Biden,President\n`,
    )
    const other = inputFile('other.csv', Uint8Array.of(0xff, 0xfe))
    expect((await read(broken, other)).problems).toEqual([
      expect.stringMatching(/^speakers\.csv:2: is not CSV: /),
      'other.csv:1: the sheet is not UTF-8',
    ])
  })

  it('is not hidden when the file itself cannot be read', async () => {
    const missing = {
      name: 'corpus.tar',
      async *bytes() {
        yield new Uint8Array(0)
        throw new Error('no such file')
      },
    }
    await expect(read(missing)).rejects.toThrow('no such file')
  })
})
