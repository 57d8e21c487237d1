// The text around a hit: a stretch of what is on record, as it is written there, with the hits marked.
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { onEmptyRecord } from '../harness/service.ts'
import { at, listAt, textAt } from '../reading/answer.ts'
import { holds } from '../reading/property.ts'
import { keep, statement, toldBy, topic } from './keep.ts'

const service = onEmptyRecord()

beforeAll(() => keep(service, toldBy))

const SNIPPETS = /* GraphQL */ `
  query Snippets($text: String!) { search(text: $text) { edges { node { slug } snippet { text hit } } } }
`

/** The snippet of the only hit, hits in square brackets. */
async function marked(typed: string): Promise<string> {
  const answer = await service.ask(SNIPPETS, { text: typed })
  const edges = listAt(answer, 'data', 'search', 'edges')
  expect(edges).toHaveLength(1)
  return listAt(edges[0], 'snippet')
    .map((part) => (at(part, 'hit') === true ? `[${textAt(part, 'text')}]` : textAt(part, 'text')))
    .join('')
}

test.each([
  ['negotiate', 'They NEGOTIATED — for hours!', 'They [NEGOTIATED] — for hours'],
  ['reykjavik', 'Höfði House,\nReykjavík:\tIceland', 'Höfði House,\n[Reykjavík]:\tIceland'],
  ['tactical', 'A <b>tactical</b> & "quoted" text', 'A <b>[tactical]</b> & "quoted" text'],
  ['"armistice line"', 'One line; the armistice line, drawn', 'One [line]; the [armistice] [line], drawn'],
  ['truce-line', 'Along the truceline, or the truce line', 'Along the [truceline], or the [truce] [line]'],
  ['strassenfest', 'Æ: das Straßenfest in Köln', 'Æ: das [Straßenfest] in Köln'],
  ['лавровым', 'Встреча с Лавро\u0301вым, снова', 'Встреча с [Лавро\u0301вым], снова'],
  ['disposition', 'Its dis\u00adposi\u00adtion is \ufb01ne', 'Its [dis\u00adposi\u00adtion] is \ufb01ne'],
  ['scaffolding', 'Cliff sca\ufb00olding, o\ufb03cially', 'Cliff [sca\ufb00olding], o\ufb03cially'],
  ['東京宣言', '会議で 東京宣言 を採択', '会議で [東京宣言] を採択'],
  ['gadolinium', 'Much 👩‍👩‍👧 gadolinium 😀 again', 'Much 👩‍👩‍👧 [gadolinium] 😀 again'],
])('%s in %j', async (typed, text, snippet) => {
  await keep(service, [statement(`s-${(await count()) + 1}`, text)])
  expect(await marked(typed)).toBe(snippet)
})

async function count(): Promise<number> {
  const [row] = await service.database.query<{ n: number }>('SELECT count(*)::int AS n FROM "Statement"', [])
  return row?.n ?? 0
}

test('title and text are both shown', async () => {
  await keep(service, [topic('both', 'Quarantine', 'The quarantine of Cuba.')])
  expect(await marked('quarantine')).toBe('[Quarantine]\nThe [quarantine] of Cuba')
})

test('of a long text two stretches at most are shown, parted by dots', async () => {
  const far = 'and so it went on and on for many hours '.repeat(20)
  await keep(service, [
    statement('long', `The embargo came. ${far} The embargo went. ${far} Embargo? ${far}`),
  ])
  const snippet = await marked('embargo')
  expect(snippet.split(' … ')).toHaveLength(2)
  expect(snippet.length).toBeLessThan(600)
})

test('a snippet has a hit in each answer of a search, also where only the title is hit', async () => {
  await keep(service, [topic('titled', 'Plebiscite', 'Many words. '.repeat(400))])
  expect(await marked('plebiscite')).toMatch(/^\[Plebiscite\]\n/)
})

const letter = fc.constantFrom(
  ...[
    'a',
    'B',
    'é',
    'ß',
    'Ø',
    'ﬁ',
    '½',
    'Ж',
    'й',
    'ё',
    'Σ',
    'İ',
    'ǆ',
    '中',
    '한',
    'か\u3099',
    'ﾊﾞ',
    'ﷺ',
    'م',
    'नी',
  ],
  ...[
    '\u0301',
    '\u00ad',
    '\u200b',
    '\u0001',
    '\u0002',
    '\u0003',
    '\u0004',
    '\u001b',
    '\u007f',
    '\ufeff',
    '\u2028',
  ],
  ...[
    ' ',
    ' ',
    ' ',
    '\n',
    '\r\n',
    '\t',
    '.',
    '<',
    '&',
    '"',
    '\\',
    '…',
    '😀',
    '👩‍👧',
    '\u{10ffff}',
    '\u0085',
    '$1',
  ],
)
const noise = fc.array(letter, { maxLength: 60 }).map((letters) => letters.join(''))

test('whatever a text holds, its snippet is a stretch of it and marks the word that was looked for', () =>
  holds(fc.array(fc.tuple(noise, noise), { minLength: 25, maxLength: 25 }), {
    runs: 3,
    async test(noises) {
      await service.database.query('TRUNCATE "Topic" CASCADE', [])
      await service.database.query(`DELETE FROM "SearchPart" WHERE "entryType" = 'TOPIC'`, [])
      const texts = noises.map(([before, after]) => `x${before} Détente ${after}`)
      await keep(
        service,
        texts.map((text, index) => topic(`t${index}`, '—', text)),
      )
      const answer = await service.ask(
        '{ search(text: "detente", first: 100) { edges { node { slug } snippet { text hit } } } }',
      )
      const edges = listAt(answer, 'data', 'search', 'edges')
      expect(edges).toHaveLength(texts.length)
      for (const edge of edges) {
        const text = texts[Number(textAt(edge, 'node', 'slug').slice(1))] ?? ''
        const parts = listAt(edge, 'snippet')
        const joined = parts.map((part) => textAt(part, 'text')).join('')
        expect(`—\n${text}`.normalize('NFC'), JSON.stringify({ text, parts })).toContain(joined)
        expect(parts.filter((part) => at(part, 'hit') === true)).toEqual([{ text: 'Détente', hit: true }])
      }
    },
  }))
