import { isFamilyNameToo, titleWord } from '../person/title.ts'
import { isMark, type Token } from './sentences.ts'

/** Words within names that have no capital. */
const PARTICLES = wordSet(`
  al el bin ibn bint ben de del della di da das do dos du la le las los van von der den ter ten y e arap ould ag abu
  zu af ap um ud ur ul
`)

/** Words for what people are members of, meet in and stay at: they belong to a title at most, never to a name. */
const BODIES = wordSet(`
  council commission committee assembly organization association group parliament congress senate duma bundestag diet
  knesset cabinet government party university institute school academy museum embassy consulate ministry department
  office agency bank fund union alliance community league pact front movement coalition forces army navy nations
  corporation foundation society club people people’s opposition solidarity security women youth human world global
  delegation ally countries national regional communist democratic socialist liberal labor labour
`)

/** Words for what is attended, visited and done, which begin no title either. */
const EVENTS = wordSet(`
  summit summits meeting meetings conference agreement treaty accord accords declaration protocol dialogue forum session
  house palace castle castles hall center centre airport base field fort camp island islands river bay beach hotel
  hospital church cathedral mosque temple synagogue shrine tomb memorial monument cemetery square street wall bridge
  canal dam port station company prize award medal order day week year anniversary olympics games festival exhibition
  expo fair troops personnel war strategic bilateral trilateral ministerial nuclear climate girls
  sunday monday tuesday wednesday thursday friday saturday
  afterwards also later then he she they his her its their attended met visited addressed accompanied signed delivered
  discussed received returned left arrived departed private informal working visit stopped en route conferred joined
  officials leaders members representatives ministers heads presidents mr mrs hosted held participated led guest
  official in with at on while during after before and audience briefed
`)

/** Months that are no names of people as well. */
const MONTHS = wordSet('january february july september october november december')

const MONTHS_AND_NAMES = wordSet(
  'march april may june august jan feb mar apr jun jul aug sep sept oct nov dec',
)

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/))
}

/** A date begins at this place: "November", "May 11", "Oct."; May and Jan alone are names. */
function isDateAt(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]?.toLowerCase() ?? ''
  const month = word.replace('.', '')
  return (
    MONTHS.has(month) || (MONTHS_AND_NAMES.has(month) && (word !== month || /^\d/.test(tokens[at + 1] ?? '')))
  )
}

/**
 * Where the name ends that begins at this place; the place itself where none does. A name is a run of capitalized
 * words, with particles between them, none of which is a title or belongs to no name; of peers it is all that is printed,
 * "Earl of Holt".
 */
export function nameEnd(tokens: readonly Token[], at: number): number {
  const isPeer = /^(?:Earl|Marquess)$/.test(tokens[at] ?? '') && tokens[at + 1] === 'of'
  let end = at
  for (let next = isPeer ? at + 2 : at; next < tokens.length; next += 1) {
    const token = tokens[next] ?? ''
    if (isDateAt(tokens, next)) break
    if (end > at && isNicknameAt(tokens, next)) next += 2
    else if (isNameWord(token, { isLast: !isNameStart(tokens[next + 1]), isFirst: next === at }))
      end = next + 1
    else if (!isParticle(token)) break
    if (/’s?$/.test(token) && !/^(?:d|l|o)’/i.test(token)) break
  }
  return end
}

/** A nickname within a name: "Ivo (Johnny) Holt". */
function isNicknameAt(tokens: readonly Token[], at: number): boolean {
  return (
    tokens[at] === '(' && tokens[at + 2] === ')' && isNameStart(tokens[at + 1]) && isNameStart(tokens[at + 3])
  )
}

/** Whether a word can begin a name, as far as its form goes. */
export function isNameStart(token: Token | undefined): boolean {
  return token !== undefined && /^(?:\p{Lu}|(?:al|el|as|an|ad|ash|ul|ud|d|l)[-’]\p{L})/u.test(token)
}

function isNameWord(token: Token, { isLast, isFirst }: { isLast: boolean; isFirst: boolean }): boolean {
  if (
    isMark(token) ||
    !isNameStart(token) ||
    /\d/.test(token) ||
    (/\p{Lu}{3,}/u.test(token) && !/^[IVX]+$/.test(token))
  )
    return false
  const word = token.toLowerCase().replace(/’s?$/, '')
  if (isNoName(word, { ofPlace: true })) return false
  const title = titleWord(word)
  if (title === null) return true
  // "Hassan Sheikh Holt"; "Mackenzie King", "Shah Mahmud", but not "Rabin Prime Minister".
  if (title === 'HONORIFIC') return !isFirst && !isLast
  return isFamilyNameToo(word) && (isFirst || isLast)
}

/** Whether a word is part of no name; `ofPlace` says whether words for bodies count. */
export function isNoName(token: Token, { ofPlace }: { ofPlace: boolean }): boolean {
  const word = token.toLowerCase()
  return EVENTS.has(word) || (ofPlace && BODIES.has(word))
}

function isParticle(token: Token): boolean {
  return PARTICLES.has(token)
}
