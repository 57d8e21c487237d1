import { type Affiliation, affiliationBefore, affiliationNamed } from './affiliation.ts'
import { isNameStart, nameEnd } from './name-words.ts'
import { isDead, isPresent } from './presence.ts'
import { isMark, sentencesOf, type Token } from './sentences.ts'
import { type Title, titleAt } from './titles.ts'

/** Somebody who is named in running text. */
export interface Mention {
  /** The name as printed, without the title. */
  name: string
  /** The title as printed, without the adjective of a state: "Foreign Minister". */
  capacity: string | null
  /** For whom they act, where that is printed beside them. */
  affiliation: Affiliation | null
  /** For whom those act who are named just before them, where it is printed: it may be meant for them too. */
  inherited: Affiliation | null
  /** Whether others have the same title with them, so that only one can have it for the country visited. */
  isOneOfSeveral: boolean
  /** Whether the text says that they were there. */
  isPresent: boolean
  /** Whether the text says that they had died. */
  isDead: boolean
  /** Whether it was they who were accompanied. */
  isAccompanied: boolean
}

/** Somebody who is named at a place, and where what is said of them ends. */
interface Named {
  name: string
  affiliation: Affiliation | null
  /** Whether it is something of theirs that is named: "President Holt’s delegation". */
  isPossessive: boolean
  end: number
}

/** Whoever a row is about, apart from its running text: they were there. */
export function guest({
  name,
  capacity,
  affiliation,
}: Pick<Mention, 'name' | 'capacity' | 'affiliation'>): Mention {
  return {
    name,
    capacity,
    affiliation,
    inherited: null,
    isOneOfSeveral: false,
    isPresent: true,
    isDead: false,
    isAccompanied: false,
  }
}

/** Those whom the title and name of a visitor name: "President Silva and Prime Minister Rey". */
export function visitorsIn(text: string): Mention[] {
  const mentions = mentionsIn(text)
  return mentions.length === 0
    ? [guest({ name: text, capacity: null, affiliation: null })]
    : mentions.map((mention) => ({ ...mention, isPresent: true }))
}

/** Everybody whom a text names with a title, or among others who have one. */
export function mentionsIn(text: string): Mention[] {
  return sentencesOf(text).flatMap(mentionsInSentence)
}

function mentionsInSentence(tokens: readonly Token[]): Mention[] {
  const mentions: Mention[] = []
  /** Behind whoever was named last. */
  let from = 0
  for (let at = 0; at < tokens.length; ) {
    const title = titleAt(tokens, at)
    const named = title === null ? untitledAt(tokens, at, from) : namedAt(tokens, title)
    const [first] = named
    const last = named.at(-1)
    if (first === undefined || last === undefined) {
      at = Math.max(title?.end ?? 0, at + 1)
      continue
    }
    const before = mentions.at(-1)
    const listed = before !== undefined && isListing(tokens.slice(from, at)) ? before : null
    const there =
      listed?.isPresent ?? isPresent(tokens, at, from) ?? before?.isPresent ?? isSubject(tokens, at, last.end)
    for (const { name, affiliation, isPossessive } of named) {
      mentions.push({
        name,
        capacity: title?.capacity ?? null,
        affiliation: affiliation ?? title?.affiliation ?? null,
        inherited: listed?.affiliation ?? listed?.inherited ?? null,
        isOneOfSeveral: named.length > 1,
        isPresent: there && !isPossessive,
        isDead: !there && isDead(tokens, at, from),
        isAccompanied: /^acc?o+mpan/i.test(tokens[at - 1] ?? ''),
      })
    }
    at = last.end
    from = at
  }
  return mentions
}

/** Whether a sentence begins with those who are named, and says no more than their names or that they met. */
function isSubject(tokens: readonly Token[], start: number, end: number): boolean {
  if (start > 0) return /^(?:met|conferred|also)$/.test(tokens[end] ?? '')
  return end === tokens.length || /^(?:and|,|met|conferred|also)$/.test(tokens[end] ?? '')
}

/** Whether these words do no more than part two who are named. */
function isListing(between: readonly Token[]): boolean {
  return (
    between.length > 0 &&
    between.every((token) => /^(?:,|;|and|&|with|the|then|as|well|also|by|both)$/i.test(token))
  )
}

/** Whom a title names: one, or several where it is a plural. */
function namedAt(tokens: readonly Token[], title: Title): Named[] {
  if (title.isPlural) return listAt(tokens, title)
  const one = nameAt(tokens, title.end)
  return one === null ? [] : [one]
}

/** "Presidents Silva of Brazil, Rey of Peru, and Holt of Malta"; "Presidents of Brazil (Silva) and Peru (Rey)". */
function listAt(tokens: readonly Token[], { end, affiliation }: Title): Named[] {
  const named: Named[] = []
  let state = affiliation
  for (let at = end; ; ) {
    const one = tokens[at] === '(' ? nameAt(tokens, at + 1) : nameAt(tokens, at)
    if (one === null) return named
    const isBracketed = tokens[at] === '('
    named.push({ ...one, affiliation: one.affiliation ?? state, end: one.end + (isBracketed ? 1 : 0) })
    at = one.end + (isBracketed ? 1 : 0)
    while (/^(?:,|and|&)$/.test(tokens[at] ?? '')) at += 1
    if (at === one.end || titleAt(tokens, at) !== null) return named
    const next = isBracketed ? affiliationNamed(tokens, at) : null
    state = next?.affiliation ?? null
    at += next?.length ?? 0
  }
}

/** The name at this place, with the state that is printed behind it: "Rey of Peru", "Rey (Peru)". */
function nameAt(tokens: readonly Token[], at: number): Named | null {
  const end = nameEnd(tokens, at)
  if (end === at) return null
  const words = tokens.slice(at, end).join(' ')
  const name = words.replace(/’s?$/, '')
  const behind = /^(?:of|\()$/.test(tokens[end] ?? '') ? affiliationNamed(tokens, end + 1) : null
  const bracket = tokens[end] === '(' ? 1 : 0
  return {
    name,
    affiliation: behind?.affiliation ?? null,
    isPossessive: name !== words,
    end: behind === null ? end : end + 1 + behind.length + bracket,
  }
}

/** Somebody without a title, in the place of somebody with one: two names at least, and nothing else that they can be. */
function untitledAt(tokens: readonly Token[], at: number, from: number): Named[] {
  if (!/^(?:with|and|,|met)$/i.test(tokens[at - 1] ?? '') || !isNameStart(tokens[at])) return []
  if (affiliationBefore(tokens, at) !== null) return []
  const one = nameAt(tokens, at)
  if (one === null || one.name.split(' ').length < 2 || one.affiliation !== null) return []
  const next = tokens[one.end]
  const isBounded = next === undefined || isMark(next) || /^(?:and|in|at|on|during|to)$/.test(next)
  return isBounded && isAmongPeople(tokens, at, from) ? [one] : []
}

/** Whether the words before a place are about people: "met with", "…, Prime Minister Holt and". */
function isAmongPeople(tokens: readonly Token[], at: number, from: number): boolean {
  if (from > 0 && isListing(tokens.slice(from, at))) return true
  const [second, first] = [tokens[at - 2] ?? '', tokens[at - 1] ?? '']
  return /^with$/i.test(first)
    ? /^(?:met|conferred|meetings?|consulted)$/i.test(second)
    : /^met$/i.test(first)
}
