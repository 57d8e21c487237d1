// What holds for every page.
import { describe, expect, test } from 'vitest'
import { keep } from '../exploring/keep.ts'
import { onEmptyRecord, onFoundingRecord } from '../harness/service.ts'
import { pageOfMeeting, pageOfParticipant, read } from './pages.ts'

const founded = onFoundingRecord()

const pages = [
  ['a participant', () => pageOfParticipant(founded, 'donald-trump')],
  ['a meeting', () => pageOfMeeting(founded, 'trump-putin-hamburg-2017')],
] as const

describe.each(pages)('the page of %s', (_, make) => {
  test('runs no script and loads nothing', async () => {
    const page = await make()
    const { document } = read(page)
    expect([
      ...document.querySelectorAll('script, img, iframe, object, embed, video, audio, image, use'),
    ]).toEqual([])
    const links = [...document.querySelectorAll('link')].map((link) => link.getAttribute('href') ?? '')
    expect(links.filter((href) => !href.startsWith('data:'))).toEqual([])
    const styles = [...document.querySelectorAll('style')].map((style) => style.textContent).join('\n')
    expect(styles).not.toMatch(/url\(|@import/)
    expect(
      document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content'),
    ).toBe("default-src 'none'; style-src 'unsafe-inline'; img-src data:")
  })

  test('says its language, names every plot, and names nothing twice', async () => {
    const { document } = read(await make())
    expect(document.documentElement.getAttribute('lang')).toBe('en')
    const plots = [...document.querySelectorAll('svg')]
    expect(plots.length).toBeGreaterThan(0)
    for (const plot of plots) {
      expect(plot.getAttribute('role')).toBe('img')
      expect(plot.getAttribute('aria-label')).toMatch(/\w/)
      expect(plot.getAttribute('aria-description')).toMatch(/\w/)
    }
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id)
    expect(ids.length).toBe(new Set(ids).size)
    const targets = [...document.querySelectorAll('a[href^="#"]')].map((link) => link.getAttribute('href'))
    expect(targets.filter((target) => !ids.includes(target?.slice(1) ?? ''))).toEqual([])
  })

  test('has each figure for a wide and for a narrow page, and as a table', async () => {
    const { document } = read(await make())
    for (const figure of document.querySelectorAll('figure')) {
      expect(figure.querySelector('.wide svg')?.getAttribute('width')).toBe('720')
      expect(figure.querySelector('.narrow svg')?.getAttribute('width')).toBe('344')
      expect(figure.querySelectorAll('details tbody tr').length).toBeGreaterThan(0)
    }
  })

  test('says as of when it is', async () => {
    const { texts } = read(await make())
    const today = new Intl.DateTimeFormat('en-001', { dateStyle: 'long', timeZone: 'UTC' }).format()
    expect(texts('footer')[0]).toContain(`as it stood on ${today}`)
  })
})

describe('what the record says is text, whatever it looks like', () => {
  const service = onEmptyRecord()
  const HOSTILE = `"><script>alert('&amp;')</script><!-- </title></style></svg> ]]>`

  async function keepHostile() {
    const place = { name: HOSTILE, latitude: 1, longitude: 1 }
    const citations = [{ source: 'source', locator: HOSTILE, note: HOSTILE }]
    await keep(service, [
      { type: 'Source', input: { slug: 'source', title: HOSTILE, kind: 'OTHER', publisher: HOSTILE } },
      { type: 'Issue', input: { slug: 'issue', question: HOSTILE } },
      ...['one', 'other'].map((slug) => ({
        type: 'Participant' as const,
        input: { slug, name: HOSTILE, kind: 'PERSON', description: HOSTILE, citations },
      })),
      {
        type: 'Meeting',
        input: {
          slug: 'meeting',
          title: HOSTILE,
          summary: HOSTILE,
          kind: 'CALL',
          date: '2001',
          place,
          participants: [
            { participant: 'one', roles: ['HOST'], capacity: HOSTILE },
            { participant: 'other', roles: ['PRINCIPAL'] },
          ],
          citations,
        },
      },
      ...(['AFFIRMS', 'DENIES'] as const).map((stance, index) => ({
        type: 'Statement' as const,
        input: {
          slug: `said-${index}`,
          text: HOSTILE,
          wording: 'DIRECT',
          act: 'ASSERT',
          speaker: index === 0 ? 'one' : 'other',
          about: ['Meeting:meeting'],
          positions: [{ issue: 'issue', stance }],
          citations,
        },
      })),
    ])
  }

  test('on the page of a participant and on that of a meeting', async () => {
    await keepHostile()
    const participant = read(await pageOfParticipant(service, 'one'))
    expect(participant.document.querySelector('script')).toBeNull()
    expect(participant.texts('title')[0]).toBe(`${HOSTILE} · Summitry`)
    expect(participant.texts('h1')).toEqual([HOSTILE])
    expect(participant.table('met')[1]?.[0]).toBe(HOSTILE)
    expect(participant.texts('.wide circle title')).toEqual([`${HOSTILE}: 1 meeting`])
    expect(participant.texts('q')).toEqual([HOSTILE])

    const meeting = read(await pageOfMeeting(service, 'meeting'))
    expect(meeting.document.querySelector('script')).toBeNull()
    expect(meeting.texts('h1')).toEqual([HOSTILE])
    expect(meeting.table('participants')[1]?.[2]).toBe(HOSTILE)
    expect(meeting.texts('q')).toEqual([HOSTILE, HOSTILE])
    expect(meeting.texts('.notes li')).toEqual([`${HOSTILE}: ${HOSTILE}`])
  })
})
