import { isMark, type Token } from './sentences.ts'

/** What lets those whom it governs have been there. */
const PRESENT =
  /^(?:with|met|meets?|meetings?|acc?o+mpan(?:y|ied|ying)|join(?:ed|ing)?|brief(?:ed|ing)|conferred|consulted|audience|talks|talked|received|hosted|invited|greeted|welcomed|guests?|between|among|including|inauguration|saw|called|escorted|hosts?|were|was)$/i

/** What makes of those whom it governs a subject, not somebody who was there. */
const ABSENT =
  /^(?:funerals?|funeral|memorial|memorials|memory|death|passing|late|grave|tomb|statue|monument|messages?|letter|coronation|birthday|birth|honoring|condolences|commemorat\w*|behalf|successor|assassination|anniversary|relations?|about|regarding|concerning|postponing|proposed|called-for|ouster|request|visits?|repaid|wreath|election)$/i

/** What is said of the dead. */
const OF_THE_DEAD = /^(?:funerals?|memorial|death|passing|late|grave|tomb|burial)$/i

/** Whether the words before somebody's title say that they had died. */
export function isDead(tokens: readonly Token[], at: number, from: number): boolean {
  return tokens.slice(Math.max(from, at - 6), at).some((token) => OF_THE_DEAD.test(token))
}

/** The prepositions that govern alone only with certain words before them. */
const WITH_PREPOSITION: ReadonlyMap<string, RegExp> = new Map([
  ['of', /^(?:guests?|inauguration|meetings?|presence|company|audience|consisting)$/i],
  [
    'by',
    /^(?:received|hosted|accompanied|joined|greeted|welcomed|invited|escorted|met|chaired|attended|led|briefed|convened)$/i,
  ],
  ['to', /^(?:introduced|presented|condolences|spoke)$/i],
  ['for', /^$/],
  ['from', /^$/],
  ['on', /^called$/i],
  ['about', /^$/],
  ['as', /^$/],
  ['than', /^$/],
])

/** Words that stand between a preposition and whom it governs. */
const ARTICLES = /^(?:the|a|an|then|former|late|his|her|their|its|with|and)$/i

/**
 * Whether the words before somebody's title say that they were there: the nearest word that says so, or says the
 * opposite, decides; a preposition directly before them comes first. Null where nothing says so.
 *
 * @param at where the title begins
 * @param from where the clause begins: behind those named before
 */
export function isPresent(tokens: readonly Token[], at: number, from: number): boolean | null {
  let place = at - 1
  if (/^late$/i.test(tokens[place] ?? '')) return false
  while (place >= from && ARTICLES.test(tokens[place] ?? '') && !/^(?:with|and)$/i.test(tokens[place] ?? ''))
    place -= 1
  if (place >= from && /^visited$/i.test(tokens[place] ?? '')) return true
  const allowed = WITH_PREPOSITION.get(tokens[place]?.toLowerCase() ?? '')
  if (allowed) return allowed.test(tokens[place - 1] ?? '')
  for (; place >= from; place -= 1) {
    const token = tokens[place] ?? ''
    if (isMark(token)) continue
    if (PRESENT.test(token)) return true
    if (ABSENT.test(token)) return false
  }
  return null
}
