import type { Random } from './random.ts'
import { ADJECTIVES, NOUNS, PAIR, RARE_WORDS, STATES, VERBS } from './words.ts'

/** What somebody says: one to four clauses, 10 to 60 words. */
export function speech(random: Random): string {
  const clauses = Array.from({ length: random.between(1, 4) }, () => clause(random))
  const rare = random.chance(0.02) ? `, despite the ${early(random, RARE_WORDS)}` : ''
  const pair = random.chance(0.01) ? `, pending a ${PAIR}` : ''
  return `${capitalized(clauses.join(random.chance(0.5) ? ', and ' : '; '))}${rare}${pair}.`
}

/** What an agreement says, what a meeting was about: a sentence. */
export function sentence(random: Random): string {
  return `${capitalized(clause(random))}.`
}

/** A title of a few words: "Joint inspection of the disputed border". */
export function title(random: Random): string {
  return capitalized(`${adjective(random)} ${noun(random)} of the ${adjective(random)} ${noun(random)}`)
}

export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** Words that a list holds as one are joined with underscores. */
export function spaced(text: string): string {
  return text.replaceAll('_', ' ')
}

export function noun(random: Random): string {
  return early(random, NOUNS)
}

export function adjective(random: Random): string {
  return early(random, ADJECTIVES)
}

/** The capital of some state. */
export function capital(random: Random): string {
  return STATES[random.below(STATES.length)]?.capital ?? ''
}

const verb = (random: Random) => early(random, VERBS)

function early(random: Random, words: readonly string[]): string {
  return words[random.early(words.length)] ?? ''
}

const clauses: readonly [(random: Random) => string, ...((random: Random) => string)[]] = [
  (r) =>
    `the ${adjective(r)} ${noun(r)} will ${verb(r)} the ${noun(r)} of the ${adjective(r)} ${noun(r)} in ${capital(r)}`,
  (r) =>
    `no ${noun(r)} on the ${noun(r)} can ${verb(r)} the ${adjective(r)} ${noun(r)} before the ${noun(r)}`,
  (r) => `we ${verb(r)} that the ${noun(r)} and the ${noun(r)} remain ${adjective(r)}`,
  (r) => `${adjective(r)} ${noun(r)} must not ${verb(r)} what the ${noun(r)} of ${capital(r)} has begun`,
  (r) => `they ${verb(r)} the ${noun(r)}, the ${noun(r)} and every ${adjective(r)} ${noun(r)}`,
]

const clause = (random: Random) => random.pick(clauses)(random)
