// What a word that somebody types finds: its English forms, with and without accents, in several alphabets.
import { beforeAll, describe, expect, test } from 'vitest'
import { onEmptyRecord } from '../harness/service.ts'
import { askFound, find, finds } from './find.ts'
import { keep, statement, toldBy, topic } from './keep.ts'

const service = onEmptyRecord()

const TEXTS = {
  negotiated: 'They negotiated for eleven hours.',
  negotiation: 'A negotiation about missiles',
  muller: 'Präsident Müller traf Łukasz Ørsted in Zürich',
  sharp: 'Die Straße des 17. Juni und der Œuvre von Ærø',
  loud: 'STRAẞE IN GROẞEN BUCHSTABEN',
  putin: 'Встреча с Путиным прошла в Москве, сказал Сергей Лавров',
  stressed: 'Пу\u0301тин и Лавро\u0301в, с ударениями',
  zelensky: 'Володимир Зеленський, Україна, Київ, її мова',
  papandreou: 'Ο Γιώργος Παπανδρέου στην Αθήνα',
  vietnam: 'Đặng Tiểu Bình đến Việt Nam',
  decomposed: 'Sa\u0303o Paulo, Ce\u0301sar'.normalize('NFD'),
  hyphenated: 'A joint dec\u00adlar\u00adation, broken by soft hyphens',
  ligatures: 'The o\ufb03cial \ufb01les, as copied from a page',
  wide: 'ＡＰＥＣ 首脳会議',
  armenian: 'ՆԻԿՈԼ ՓԱՇԻՆՅԱՆ, ԵՐԵՎԱՆ',
  glued: 'talks\u00a0in\u202fGeneva—“rapprochement”…détente•arms✔treaty😀smile',
  oneill: 'Mr O’Neill of the I.M.F.',
  transliterated: 'ʿAbd al-ʿAzīz Āl Saʿūd, Gorʹkij',
  numbered: 'The G-20 and an F16 in 1985',
}

beforeAll(() =>
  keep(
    service,
    Object.entries(TEXTS).map(([slug, text]) => topic(slug, slug.toUpperCase(), text)),
  ),
)

describe('English words are found in all their forms', () => {
  test.each([
    ['negotiate', ['negotiated', 'negotiation']],
    ['negotiating', ['negotiated', 'negotiation']],
    ['negotiations', ['negotiated', 'negotiation']],
    ['hour', ['negotiated']],
    ['MISSILE', ['negotiation']],
  ])('%s', async (typed, slugs) => {
    expect(await find(service, typed)).toEqual(slugs)
  })
})

describe('case and accents do not matter, on either side', () => {
  test.each([
    ['muller', 'muller'],
    ['MÜLLER', 'muller'],
    ['Mu\u0308ller', 'muller'],
    ['lukasz orsted', 'muller'],
    ['Łukasz Ørsted', 'muller'],
    ['zurich', 'muller'],
    ['strasse juni', 'sharp'],
    ['Straße Juni', 'sharp'],
    ['oeuvre', 'sharp'],
    ['aero', 'sharp'],
    ['Ærø', 'sharp'],
    ['straße buchstaben', 'loud'],
    ['viet nam', 'vietnam'],
    ['Dang Tieu Binh', 'vietnam'],
    ['Đặng Tiểu Bình', 'vietnam'],
    ['São', 'decomposed'],
    ['cesar', 'decomposed'],
    ['abd al-aziz saud', 'transliterated'],
    ['ʿAbd al-ʿAzīz Saʿūd', 'transliterated'],
    ['gorkij', 'transliterated'],
  ])('%s', async (typed, slug) => {
    expect(await find(service, typed)).toEqual([slug])
  })
})

describe('names are found as they are written in their own alphabet', () => {
  test.each([
    ['Путиным', ['putin']],
    ['МОСКВЕ', ['putin']],
    ['сергей', ['putin']],
    ['сергеи', ['putin']],
    ['Путин', ['stressed']],
    ['Лавров', ['putin', 'stressed']],
    ['ЗЕЛЕНСЬКИЙ', ['zelensky']],
    ['Київ', ['zelensky']],
    ['Киів', ['zelensky']],
    ['Γιώργος', ['papandreou']],
    ['ΓΙΩΡΓΟΣ ΠΑΠΑΝΔΡΕΟΥ', ['papandreou']],
    ['αθηνα', ['papandreou']],
    ['Երեվան', ['armenian']],
    ['Նիկոլ', ['armenian']],
    ['apec', ['wide']],
    ['首脳会議', ['wide']],
  ])('%s', async (typed, slugs) => {
    expect(await find(service, typed)).toEqual(slugs)
  })
})

describe('what nobody sees between letters does not part a word, and every sign does', () => {
  test.each([
    ['declaration', 'hyphenated'],
    ['official files', 'ligatures'],
    ['geneva', 'glued'],
    ['rapprochement', 'glued'],
    ['detente', 'glued'],
    ['arms', 'glued'],
    ['treaty', 'glued'],
    ['smile', 'glued'],
    ["o'neill", 'oneill'],
    ['ONeill', 'oneill'],
    ['I.M.F.', 'oneill'],
    ['g20', 'numbered'],
    ['G 20', 'numbered'],
    ['f-16', 'numbered'],
  ])('%s', async (typed, slug) => {
    expect(await find(service, typed)).toEqual([slug])
  })
})

test('the commonest words are found too', async () => {
  expect(await find(service, '"in the"')).toEqual([])
  expect(await find(service, 'the')).toEqual(['ligatures', 'numbered', 'oneill'])
})

test('every entry is found by what it says, whatever its type', async () => {
  await keep(service, [
    ...toldBy,
    { type: 'Participant', input: { slug: 'p', name: 'Quince', aliases: ['Quitte'], kind: 'STATE' } },
    { type: 'Participant', input: { slug: 'q', name: 'Q', kind: 'PERSON', description: 'Holds a quince' } },
    {
      type: 'Participant',
      input: { slug: 'r', name: 'R', kind: 'PERSON', offices: [{ title: 'Quince Minister' }] },
    },
    { type: 'Meeting', input: { slug: 'm', title: 'Of quinces', kind: 'CALL' } },
    { type: 'Meeting', input: { slug: 'n', title: 'N', kind: 'CALL', summary: 'On the quince' } },
    { type: 'Meeting', input: { slug: 'o', title: 'O', kind: 'CALL', place: { name: 'Quince' } } },
    statement('s', 'No quince!'),
    statement('t', 'Nothing', { original: 'Quince', originalLanguage: 'la' }),
    {
      type: 'Agreement',
      input: {
        slug: 'a',
        title: 'A',
        kind: 'TREATY',
        provisions: [{ text: 'Each gives a quince.' }],
      },
    },
    { type: 'Agreement', input: { slug: 'b', title: 'B', kind: 'TREATY', scope: { name: 'Quince' } } },
    {
      type: 'Agreement',
      input: { slug: 'c', title: 'C', kind: 'TREATY', events: [{ kind: 'SIGNED', note: 'Under a quince' }] },
    },
    { type: 'Issue', input: { slug: 'i', question: 'Whose quince is it?' } },
    { type: 'Source', input: { slug: 'u', title: 'U', kind: 'OTHER', publisher: 'The Quince' } },
    topic('v', 'Quinces'),
  ])
  expect(await find(service, 'quince')).toEqual([...'abcimnopqrstuv'])
  expect(await askFound(service, 'quitte')).toEqual(finds('p'))
})
