import { describe, expect, test } from 'vitest'
import { inputsOf, read, trip, trips, visit, visits } from './lists.ts'

/** Who is named in rows: the slugs of the people, and what is said of those of whom it cannot be told. */
async function peopleIn(...rows: string[]) {
  const { entries, notices } = await read(
    trips(...rows.filter((row) => row.startsWith('<trip'))),
    visits(...rows.filter((row) => row.startsWith('<visit'))),
  )
  const people = [...inputsOf(entries).values()].filter(
    ({ kind, name }) => kind === 'PERSON' && name !== 'Donald Trump',
  )
  return {
    slugs: people.map(({ slug }) => slug).sort(),
    people,
    notices: notices.map(({ notice }) => notice),
  }
}

let id = 0
/** A trip to Peru, or elsewhere, on which somebody was met. */
function met(whom: string, from: string, country: [string, string] = ['peru', 'Peru']): string {
  id += 1
  return trip({ id: String(id), from, country, locale: '', remarks: `Met with ${whom}.` })
}

/** A visit from Peru, or elsewhere. */
function came(visitor: string, from: string, country: [string, string] = ['peru', 'Peru']): string {
  id += 1
  return visit({ id: String(id), from, visitor, country })
}

describe('One person', () => {
  test.each([
    ['with and without given names', ['President Tomas Rey', 'President Rey']],
    ['with and without initials', ['President Tomas J. Rey', 'President Tomas Rey']],
    ['spelled in two ways', ['President Mohamed Keita', 'President Muhammad Keita']],
    ['with and without accents', ['President Tomás Rey', 'President Tomas Rey']],
    ['in two orders', ['President Rey Tomas', 'President Tomas Rey']],
    ['with a second family name', ['President Tomas Rey', 'President Tomas Rey Silva']],
    ['with a misprint', ['President Tomas Arosemena', 'President Tomas Arosmena']],
  ])('is named %s', async (_, names) => {
    const { slugs } = await peopleIn(...names.map((name, place) => met(name, `201${place}-03-01`)))
    expect(slugs).toHaveLength(1)
  })

  test('goes by the name that is printed most often, and by the others too', async () => {
    const { people } = await peopleIn(
      met('President Tomas Rey Silva', '2010-03-01'),
      came('President Tomas Rey', '2011-03-01'),
      came('President Tomas Rey', '2012-03-01'),
    )
    expect(people).toMatchObject([{ slug: 'tomas-rey', name: 'Tomas Rey', aliases: ['Tomas Rey Silva'] }])
  })

  test('is found elsewhere by the state that is printed', async () => {
    const { slugs } = await peopleIn(
      came('President Tomas Rey', '2010-03-01'),
      met('Peruvian President Rey', '2010-05-01', ['malta', 'Malta']),
    )
    expect(slugs).toEqual(['tomas-rey'])
  })

  test('became president after having been minister', async () => {
    const { slugs } = await peopleIn(
      met('Foreign Minister Rey', '2009-06-01'),
      met('President Tomas Rey', '2010-03-01'),
    )
    expect(slugs).toEqual(['tomas-rey'])
  })

  test('reigns for long', async () => {
    const { slugs } = await peopleIn(
      met('King Olaf', '1960-03-01', ['norway', 'Norway']),
      met('King Olaf V', '1985-03-01', ['norway', 'Norway']),
    )
    expect(slugs).toEqual(['olaf-v-norway'])
  })

  test('acted for one state and then for the one that followed it', async () => {
    const { slugs } = await peopleIn(
      met('Soviet Foreign Minister Ivan Orlov', '1990-03-01'),
      met('Russian President Ivan Orlov', '1993-03-01'),
    )
    expect(slugs).toEqual(['ivan-orlov'])
  })

  test('whom no row names in full goes by the family name, of the state', async () => {
    const { people } = await peopleIn(met('President Rey', '1935-03-01'), met('President Rey', '1936-03-01'))
    expect(people).toMatchObject([{ slug: 'rey-peru', name: 'Rey', countryCode: 'PE' }])
  })
})

describe('Two people', () => {
  test.each([
    [
      'of one family name, far apart in time',
      met('President Rey', '1935-03-01'),
      met('President Rey', '1975-03-01'),
    ],
    [
      'of one family name, of two states',
      met('President Rey', '1975-03-01'),
      met('Maltese President Rey', '1975-03-01'),
    ],
    [
      'of one name, of two states',
      came('President Ana Rey', '1975-03-01'),
      came('President Ana Rey', '1976-03-01', ['malta', 'Malta']),
    ],
    [
      'of one full name, a generation apart',
      met('President Tomas Rey', '1935-03-01'),
      met('President Tomas Rey', '1975-03-01'),
    ],
    [
      'father and son',
      met('King Harun bin Omar', '1975-03-01'),
      met('Prince Omar bin Harun bin Omar', '1975-03-01'),
    ],
    [
      'a king and a son who is named after him',
      met('King Harun', '1975-03-01'),
      met('King Omar II bin al-Harun', '1976-03-01'),
    ],
    [
      'a king and a crown prince after him',
      met('King Harun', '1995-03-01'),
      met('Crown Prince Harun', '2015-03-01'),
    ],
    ['kings of one name', met('King Olaf IV', '1935-03-01'), met('King Olaf V', '1938-03-01')],
  ])('are told apart: %s', async (_, one, other) => {
    const { slugs } = await peopleIn(one, other)
    expect(slugs).toHaveLength(2)
  })

  test('are told apart by a funeral between them', async () => {
    const { slugs } = await peopleIn(
      met('President Rey', '1999-03-01'),
      trip({
        id: '900',
        from: '2000-06-01',
        country: ['peru', 'Peru'],
        remarks: 'Attended the funeral of President Rey.',
      }),
      met('President Tomas Rey', '2000-10-01'),
      met('President Rey', '2001-03-01'),
    )
    expect(slugs).toEqual(['rey-peru', 'tomas-rey'])
  })

  test('are told apart by their initials where those alone do', async () => {
    const { slugs } = await peopleIn(
      came('President Tomas Rey', '1990-03-01').replace(
        '<description>',
        '<description>Met with President Bush.',
      ),
      came('President Tomas Rey', '2002-03-01').replace(
        '<description>',
        '<description>Met with President Bush.',
      ),
    )
    expect(slugs).toEqual(['george-h-w-bush', 'george-w-bush', 'tomas-rey'])
  })

  test('whom a name fits both are not told apart, and are left out', async () => {
    const { slugs, notices } = await peopleIn(
      came('Prime Minister Ana Rey', '2010-03-01'),
      came('President Tomas Rey', '2010-03-01'),
      met('Prime Minister Rey', '2010-03-01'),
      met('President Rey', '2010-03-01'),
    )
    expect(slugs).toEqual(['ana-rey', 'tomas-rey'])
    expect(notices).toEqual([
      'Prime Minister Rey can be ana-rey or tomas-rey: left out',
      'President Rey can be ana-rey or tomas-rey: left out',
    ])
  })
})

describe('An office', () => {
  const offices = async (...rows: string[]) => {
    const { people } = await peopleIn(...rows)
    return Object.fromEntries(people.map(({ slug, offices }) => [slug, offices]))
  }

  test('is held from the first day on which it is attested to the last', async () => {
    expect(
      await offices(met('President Tomas Rey', '2010-03-01'), met('President Rey', '2012-03-01')),
    ).toEqual({
      'tomas-rey': [{ title: 'President of Peru', of: 'peru', period: '2010-03-01/2012-03-01' }],
    })
  })

  test('is not held while somebody else has it', async () => {
    expect(
      await offices(
        met('President Tomas Rey', '2010-03-01'),
        met('President Ana Silva', '2011-03-01'),
        met('President Tomas Rey', '2012-03-01'),
      ),
    ).toEqual({
      'ana-silva': [{ title: 'President of Peru', of: 'peru', period: '2011-03-01' }],
      'tomas-rey': [
        { title: 'President of Peru', of: 'peru', period: '2010-03-01' },
        { title: 'President of Peru', of: 'peru', period: '2012-03-01' },
      ],
    })
  })

  test('is none where it is to come, or over', async () => {
    expect(
      await offices(
        met('President-elect Tomas Rey', '2010-03-01'),
        met('former President Ana Silva', '2010-03-01'),
      ),
    ).toEqual({
      'ana-silva': [],
      'tomas-rey': [],
    })
  })
})
