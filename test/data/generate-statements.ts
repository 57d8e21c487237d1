import { evidenceOf, MAX_CHAIN } from '../../src/domain/evidence.ts'
import type { FuzzyDate } from '../../src/domain/fuzzy-date.ts'
import { Stance, StatementAct, StatementLinkKind, Wording } from '../../src/generated/prisma/enums.ts'
import type { StatementInput } from '../../src/writing/input/statement-input.ts'
import { anyDay, daysAfter, fuzzyDateAt } from './dates.ts'
import type { Question } from './generate-issues.ts'
import type { Encounter } from './generate-meetings.ts'
import type { Actor, Cast } from './generate-participants.ts'
import { numberedSlug } from './ids.ts'
import type { MadeStatement } from './made.ts'
import { citationsOf, externalIdsOf, topicsOf } from './proofs.ts'
import { createRandom, distinct, type Random, weighted } from './random.ts'
import { speech } from './texts.ts'

/** At size L, it gives the one who speaks most over 100,000 statements whose date is known: a list as deep as lists get. */
const BUSIEST_SHARE = 0.105

const drawWording = weighted<Wording>([
  [Wording.DIRECT, 55],
  [Wording.INDIRECT, 30],
  [Wording.SUMMARY, 14],
  [Wording.MIXED, 1],
])
const drawAct = weighted<StatementAct>([
  [StatementAct.ASSERT, 38],
  [StatementAct.EXPRESS, 10],
  [StatementAct.REQUEST, 8],
  [StatementAct.PROPOSE, 7],
  [StatementAct.COMMIT, 6],
  [StatementAct.SUPPORT, 6],
  [StatementAct.OPPOSE, 5],
  [StatementAct.ANNOUNCE, 5],
  [StatementAct.DENY, 4],
  [StatementAct.AGREE, 3],
  [StatementAct.ACCUSE, 3],
  [StatementAct.ASK, 2],
  [StatementAct.REJECT, 1.5],
  [StatementAct.CONFIRM, 1],
  [StatementAct.THREATEN, 0.4],
  [StatementAct.CONCEDE, 0.1],
])
const drawLanguage = weighted<string | null>([
  ['en', 85],
  [null, 6],
  ['fr', 4],
  ['es', 2],
  ['ru', 1.5],
  ['zh-Hant', 1],
  ['ar', 0.4],
  ['cy', 0.1],
])
const drawStance = {
  disputed: weighted<Stance>([
    [Stance.AFFIRMS, 45],
    [Stance.DENIES, 40],
    [Stance.HEDGES, 11],
    [Stance.DECLINES, 4],
  ]),
  agreed: weighted<Stance>([
    [Stance.AFFIRMS, 75],
    [Stance.HEDGES, 20],
    [Stance.DECLINES, 5],
  ]),
}
const drawLink = weighted<StatementLinkKind>([
  [StatementLinkKind.REPLIES_TO, 60],
  [StatementLinkKind.ELABORATES, 20],
  [StatementLinkKind.CORROBORATES, 10],
  [StatementLinkKind.CONTRADICTS, 5],
  [StatementLinkKind.REVISES, 3],
  [StatementLinkKind.CORRECTS, 2],
])

/** How often a statement reports another, by how many there are in its chain already: 15 % of all are reported. */
const REPORTS = [0, 0.175, 0.15, 0.2, 0.3]

/** The share of the statements that were made at no meeting that is on record. */
const ELSEWHERE = 0.08

interface Options {
  cast: Cast
  topics: readonly string[]
  sources: readonly string[]
  questions: readonly Question[]
  encounters: readonly Encounter[]
  agreements: readonly string[]
}

/** Where statements are made, and what they have in common. */
interface Scene {
  encounter: Encounter | null
  /** Those who are likely to speak. */
  speakers: readonly Actor[]
  /** The questions on which they take stances. */
  debated: readonly Question[]
  isTranscribed: boolean
}

/** A statement that another may refer to. */
interface Told {
  slug: string
  speaker: Actor
  /** From itself outward. */
  chain: readonly Told[]
}

export function* generateStatements(count: number, options: Options): Generator<MadeStatement, void> {
  const random = createRandom('statements')
  const { encounters } = options
  let first = 0
  for (const [place, end] of shares(
    random,
    encounters.length,
    Math.round(count * (1 - ELSEWHERE)),
  ).entries()) {
    const scene = sceneAt(random, encounters[place] ?? null, options)
    yield* generateScene({ random, options, scene, first, end })
    first = end
  }
  while (first < count) {
    const end = Math.min(count, first + random.between(1, 3))
    yield* generateScene({ random, options, scene: sceneAt(random, null, options), first, end })
    first = end
  }
}

/** How many statements there are up to the end of each meeting: few at most, hundreds at some, thousands at very few. */
function shares(random: Random, meetings: number, statements: number): number[] {
  const weights = Array.from(
    { length: meetings },
    (_, place) => (1 / (0.02 + random.fraction())) * (place % 5_000 === 7 ? 20 : 1),
  )
  const sum = weights.reduce((total, weight) => total + weight, 0)
  let before = 0
  return weights.map((weight) => {
    before += weight
    return Math.round((before / sum) * statements)
  })
}

function sceneAt(random: Random, encounter: Encounter | null, { cast, questions }: Options): Scene {
  const others = distinct(2, () => cast.persons[random.early(cast.persons.length)] ?? cast.speaker)
  return {
    encounter,
    speakers: [...(encounter?.attendees ?? []), ...others],
    debated: random.chance(0.25)
      ? distinct(random.between(1, 3), () => questions[random.early(questions.length)]).flatMap(
          (found) => found ?? [],
        )
      : [],
    isTranscribed: encounter !== null && random.chance(0.85),
  }
}

interface Stretch {
  random: Random
  options: Options
  scene: Scene
  first: number
  end: number
}

/** Statements of one scene: each may report another, which may report another in its turn. */
function* generateScene({ random, options, scene, first, end }: Stretch): Generator<MadeStatement, void> {
  let last: Told | null = null
  let ordinal = 0
  for (let number = first; number < end; number += 1) {
    const chain: readonly Told[] = last?.chain ?? []
    const isReport = chain.length < MAX_CHAIN && random.chance(REPORTS[chain.length] ?? 0)
    const outer = isReport ? chain : []
    if (!isReport) ordinal += 1
    const made = statementOf({ random, options, scene, number, ordinal, outer, last })
    last = made.told
    yield made.statement
  }
}

interface Occasion {
  random: Random
  options: Options
  scene: Scene
  number: number
  ordinal: number
  /** The statements through which this one is known, from the innermost outward. */
  outer: readonly Told[]
  last: Told | null
}

function statementOf({ random, options, scene, number, ordinal, outer, last }: Occasion) {
  const { cast, sources, topics } = options
  const { encounter } = scene
  const text = speech(random)
  const slug = numberedSlug(text, number)
  const speaker = random.chance(BUSIEST_SHARE)
    ? cast.speaker
    : (scene.speakers[random.below(scene.speakers.length)] ?? cast.speaker)
  const [reportedIn] = outer
  const told: Told = { slug, speaker, chain: [] }
  const chain = [told, ...outer]
  const original = random.chance(0.05) ? speech(random) : null
  const input: StatementInput = {
    slug,
    text,
    language: drawLanguage(random),
    original,
    originalLanguage: original && 'ru',
    wording: drawWording(random),
    act: drawAct(random),
    speaker: speaker.slug,
    onBehalfOf: random.chance(0.4) ? speaker.state : null,
    addressees: addresseesOf(random, scene, speaker),
    date: dateOf(random, encounter),
    meeting: reportedIn && random.chance(0.7) ? null : (encounter?.slug ?? null),
    ordinal: scene.isTranscribed && !reportedIn ? ordinal : null,
    about: aboutOf(random, options),
    reportedIn: reportedIn?.slug ?? null,
    positions: positionsOf(random, scene.debated),
    links:
      last && last !== reportedIn && random.chance(0.06)
        ? [{ kind: drawLink(random), to: last.slug, note: null }]
        : [],
    topics: topicsOf(random, topics, 0.5),
    externalIds: externalIdsOf(random, { share: 0.005, scheme: 'doi', number: 1_000_000 + number }),
    citations: citationsOf(
      random,
      sources,
      reportedIn ? (random.chance(0.3) ? 1 : 0) : random.chance(0.1) ? 2 : 1,
    ),
  }
  const statement: MadeStatement = {
    type: 'Statement',
    number,
    slug,
    input,
    outermost: chain.at(-1)?.slug ?? slug,
    evidence: evidenceOf(chain.map((member) => member.speaker)),
  }
  return { statement, told: { ...told, chain } }
}

function addresseesOf(random: Random, { speakers }: Scene, speaker: Actor): string[] {
  if (!random.chance(0.3)) return []
  return distinct(random.between(1, 2), () => speakers[random.below(speakers.length)])
    .filter((actor) => actor !== undefined && actor !== speaker)
    .flatMap((actor) => actor?.slug ?? [])
}

/** Mostly when the meeting was, as the meeting's date says. */
function dateOf(random: Random, encounter: Encounter | null): FuzzyDate | null {
  if (encounter && random.chance(0.85)) return encounter.date
  return fuzzyDateAt(random, encounter ? daysAfter(encounter.day, random.between(0, 400)) : anyDay(random))
}

/** Much is said about a few. */
function aboutOf(random: Random, { cast, encounters, agreements }: Options): string[] {
  if (!random.chance(0.2)) return []
  return distinct(random.between(1, 2), () => {
    const kind = random.fraction()
    if (kind < 0.5) return `Meeting:${encounters[random.early(random.early(encounters.length) + 1)]?.slug}`
    if (kind < 0.7) return `Agreement:${agreements[random.early(agreements.length)]}`
    const among = random.chance(0.5) ? cast.states : cast.persons
    return `Participant:${among[random.early(among.length)]?.slug}`
  })
}

function positionsOf(random: Random, debated: readonly Question[]): StatementInput['positions'] {
  if (debated.length === 0 || !random.chance(0.4)) return []
  return distinct(random.chance(0.1) ? 2 : 1, () => debated[random.below(debated.length)]).flatMap(
    (question) =>
      question
        ? [{ issue: question.slug, stance: drawStance[question.isDisputed ? 'disputed' : 'agreed'](random) }]
        : [],
  )
}
