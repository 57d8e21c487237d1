import { describe, expect, test } from 'vitest'
import { keep, statement, toldBy } from '../exploring/keep.ts'
import { onEmptyRecord, onFoundingRecord } from '../harness/service.ts'
import { pageOfMeeting, read } from './pages.ts'

describe('the page of the meeting in Hamburg', () => {
  const service = onFoundingRecord()
  const page = async () => read(await pageOfMeeting(service, 'trump-putin-hamburg-2017'))

  test('says what it was, when and where', async () => {
    const { texts } = await page()
    expect(texts('h1')).toEqual(['First face-to-face meeting of Trump and Putin, Hamburg'])
    expect(texts('.kicker')).toEqual(['Bilateral · held · in person'])
    expect(texts('header ~ dl dd')).toEqual([
      '7 July 2017',
      'Hamburg, Germany',
      'G20 summit in Hamburg',
      'Election interference, Syrian civil war and US-Russia relations',
    ])
  })

  test('says who took part, as what, and for whom', async () => {
    const { table } = await page()
    expect(table('participants')).toEqual([
      ['Name', 'Role', 'As', 'For'],
      ['Donald Trump', 'Principal', 'U.S. President', 'United States'],
      ['Rex Tillerson', 'Delegate', 'U.S. Secretary of State', 'United States'],
      ['Sergei Lavrov', 'Delegate', 'Russian Foreign Minister', 'Russia'],
      ['Vladimir Putin', 'Principal', 'President', 'Russia'],
    ])
  })

  test('says what was agreed', async () => {
    const { texts } = await page()
    const section = 'section[aria-labelledby="agreed"]'
    expect(texts(`${section} h3`)).toEqual([
      'Cease-fire in southwestern Syria',
      'Further talks about interference in American affairs',
    ])
    expect(texts(`${section} article:first-of-type dl > *`).slice(0, 4)).toEqual([
      'Party',
      'Israel, Jordan, Russia and United States',
      'until 7 July 2017',
      'Negotiated: Russia and United States. For some time, until the presidents met; since when is not said. [1, paragraph 13]',
    ])
  })

  test('sets the stances of the accounts side by side, with those who are silent', async () => {
    const { table } = await page()
    expect(table('accounts')).toEqual([
      ['Issue', 'Russia', 'United States', 'Writer of the Hamburg report'],
      ['Did Trump accept Putin’s denial when they met in Hamburg?', 'affirms', 'denies', 'silent'],
      [
        'Did Russia interfere in the presidential election of 2016 in the United States?',
        'denies: Russia and United States (reported)',
        'denies: Russia (reported); affirms (reported)',
        'silent',
      ],
      [
        'Did Trump press Putin over Russian interference when they met in Hamburg?',
        'silent',
        'affirms',
        'silent',
      ],
    ])
  })

  test('has a dot under each stance, hollow where it is only reported', async () => {
    const { document, texts } = await page()
    const columns = texts('.wide [aria-label="text"]:nth-of-type(1) text')
    expect(columns).toEqual(['affirms', 'hedges', 'denies', 'declines', 'silent'])
    const dots = [...document.querySelectorAll('.wide circle')].map((dot) => [
      columns[Math.floor((Number(dot.getAttribute('cx')) - 200) / 104)],
      dot.getAttribute('fill') === 'var(--paper)' ? 'reported' : 'own',
    ])
    expect(dots.map((dot) => dot.join(' ')).toSorted()).toEqual([
      'affirms own',
      'affirms own',
      'affirms reported',
      'denies own',
      'denies reported',
      'denies reported',
      'silent reported',
      'silent reported',
      'silent reported',
    ])
  })

  test('quotes each account, hearsay within what reports it', async () => {
    const { document, texts } = await page()
    expect(texts('.accounts h3')).toEqual(['Russia', 'United States', 'Writer of the Hamburg report'])
    expect(texts('.accounts article:first-child .by')).toEqual([
      'Sergei Lavrov, Foreign Minister of Russia for Russia',
      'Donald Trump, President of the United States for United States',
      'Vladimir Putin, President of Russia for Russia',
    ])
    const innermost = document.querySelector('.accounts blockquote blockquote blockquote .how')
    expect(innermost?.textContent).toBe(
      'Deny · in other words · 7 July 2017 · First face-to-face meeting of Trump and Putin, Hamburg · hearsay · contested.',
    )
    expect(texts('.accounts q')).toEqual([
      'The president pressed President Putin on more than one occasion regarding Russian involvement.',
    ])
    expect(texts('.stance.silent')).toEqual([
      'Silent on: Did Trump press Putin over Russian interference when they met in Hamburg?',
      'Silent on: Did Trump accept Putin’s denial when they met in Hamburg? Did Trump press Putin over Russian interference when they met in Hamburg? Did Russia interfere in the presidential election of 2016 in the United States?',
    ])
  })
})

const founded = onFoundingRecord()

test('a meeting of which nobody gives an account has what was said there', async () => {
  const { texts } = read(await pageOfMeeting(founded, 'trump-duda-news-conference-warsaw-2017'))
  expect(texts('.none')).toEqual(['No account of this meeting is on record.'])
  expect(texts('section[aria-labelledby="said"] q')).toEqual([
    'I think it was Russia, but I think it was probably other people and/or countries.',
    'Nobody really knows for sure.',
  ])
})

test('a summit has the meetings within it', async () => {
  const { texts } = read(await pageOfMeeting(founded, 'g20-hamburg-2017'))
  expect(texts('section[aria-labelledby="within"] li')).toEqual([
    '7 July 2017 First face-to-face meeting of Trump and Putin, Hamburg Bilateral',
  ])
})

const service = onEmptyRecord()

test('a page counts the statements and issues that it leaves out, and its table has all stances', async () => {
  const numbers = Array.from({ length: 120 }, (_, index) => index)
  await keep(service, [
    ...toldBy,
    { type: 'Meeting', input: { slug: 'much-discussed', title: 'Much discussed', kind: 'SUMMIT' } },
    ...numbers.map((n) => ({
      type: 'Issue' as const,
      input: { slug: `issue-${n}`, question: `Question ${n}?` },
    })),
    ...numbers.map((n) => {
      const positions = [{ issue: `issue-${n}`, stance: 'AFFIRMS' }]
      return statement(`said-${n}`, `Thing ${n}.`, { about: ['Meeting:much-discussed'], positions })
    }),
  ])
  const { texts, table } = read(await pageOfMeeting(service, 'much-discussed'))
  expect(texts('.accounts .note')).toEqual(['The 20 newest of 120 statements'])
  expect(texts('.accounts blockquote').length).toBe(20)
  expect(texts('figcaption')).toEqual([
    '20 of 120 issues: those that are contested first, then those on which most accounts speak.',
  ])
  expect(texts('.wide circle').length).toBe(20)
  const rows = table('accounts').slice(1)
  expect(rows.length).toBe(120)
  expect(new Set(rows.map(([, stance]) => stance))).toEqual(new Set(['affirms']))
})

test('everybody who took part is listed, of whichever page of the list', async () => {
  const slugs = Array.from({ length: 105 }, (_, index) => `delegate-${index}`)
  const participants = slugs.map((participant) => ({ participant, roles: ['DELEGATE'] }))
  await keep(service, [
    ...slugs.map((slug) => ({ type: 'Participant' as const, input: { slug, name: slug, kind: 'PERSON' } })),
    { type: 'Meeting', input: { slug: 'full-house', title: 'Full house', kind: 'SESSION', participants } },
  ])
  const { table } = read(await pageOfMeeting(service, 'full-house'))
  expect(
    table('participants')
      .slice(1)
      .map(([name]) => name)
      .toSorted(),
  ).toEqual(slugs.toSorted())
})

test('sides of one name are told apart', async () => {
  const offices = ['first', 'second']
  await keep(service, [
    { type: 'Source', input: { slug: 'gazette', title: 'The Gazette', kind: 'NEWS_REPORT' } },
    { type: 'Meeting', input: { slug: 'two-offices', title: 'Two offices', kind: 'CALL' } },
    { type: 'Issue', input: { slug: 'agreed', question: 'Was it agreed?' } },
    ...offices.map((slug) => ({
      type: 'Participant' as const,
      input: { slug, name: 'Press office', kind: 'ORGANIZATION' },
    })),
    ...offices.map((speaker, index) => {
      const positions = [{ issue: 'agreed', stance: index === 0 ? 'AFFIRMS' : 'DENIES' }]
      const citations = [{ source: 'gazette' }]
      return statement(`of-${speaker}`, 'So it was.', {
        speaker,
        positions,
        citations,
        about: ['Meeting:two-offices'],
      })
    }),
  ])
  const { texts, table } = read(await pageOfMeeting(service, 'two-offices'))
  expect(table('accounts')).toEqual([
    ['Issue', 'Press office', 'Press office'],
    ['Was it agreed?', 'affirms', 'denies'],
  ])
  expect(texts('.wide text title')).toEqual(['Press office', 'Press office'])
})

test('a meeting whose place has coordinates has a map', async () => {
  const place = { name: 'Reykjavík', countryCode: 'IS', latitude: 64.15, longitude: -21.94 }
  await keep(service, [
    {
      type: 'Meeting',
      input: { slug: 'reykjavik', title: 'Reykjavík', kind: 'SUMMIT', date: '1986', place },
    },
  ])
  const { texts, table } = read(await pageOfMeeting(service, 'reykjavik'))
  expect(texts('.wide circle title')).toEqual(['Reykjavík: 1 meeting'])
  expect(table('place')).toEqual([
    ['Place', 'Coordinates', 'Meetings'],
    ['Reykjavík', '64.15° N, 21.94° W', '1'],
  ])
})
