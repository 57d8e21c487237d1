import { ParticipantKind } from '../../src/generated/prisma/enums.ts'
import type { ParticipantInput } from '../../src/writing/input/participant-input.ts'
import { anyDay, termFrom } from './dates.ts'
import { numberedSlug } from './ids.ts'
import type { Made } from './made.ts'
import { externalIdsOf } from './proofs.ts'
import { createRandom, type Random } from './random.ts'
import { adjective, capital, capitalized, sentence, spaced } from './texts.ts'
import { BODIES, FAMILY_NAMES, GIVEN_NAMES, OFFICES, STATES } from './words.ts'

/** What the others need to know of a participant. */
export interface Actor {
  slug: string
  kind: ParticipantKind
  isAnonymous: boolean
  /** The state that a person speaks for. */
  state: string | null
}

export interface Cast {
  states: Actor[]
  /** Organizations and groups. */
  bodies: Actor[]
  persons: Actor[]
  /** The person who makes more than a tenth of all statements. */
  speaker: Actor
  /** The person who is at a tenth of all meetings. */
  guest: Actor
}

/** States first, then organizations and groups, then the persons. */
export function* generateParticipants(count: number): Generator<Made<'Participant'>, Cast> {
  const random = createRandom('participants')
  const stateCount = Math.min(STATES.length, Math.floor(count / 4))
  const bodyCount = Math.floor(count / 12)
  const [states, bodies, persons]: Actor[][] = [[], [], []]
  if (!states || !bodies || !persons) throw new Error('There are three lists')

  for (let number = 0; number < count; number += 1) {
    const [list, draft] =
      number < stateCount
        ? ([states, stateInput(number)] as const)
        : number < stateCount + bodyCount
          ? ([bodies, bodyInput(random)] as const)
          : ([persons, personInput(random, states)] as const)
    const slug = numberedSlug(draft.name, number)
    const externalIds = externalIdsOf(random, { share: 0.2, scheme: 'wikidata', number })
    const [office] = draft.offices
    list.push({ slug, kind: draft.kind, isAnonymous: draft.isAnonymous, state: office?.of ?? null })
    yield { type: 'Participant', number, slug, input: { ...draft, slug, externalIds } }
  }

  const [speaker, guest, ...others] = persons
  if (!speaker || !guest) throw new Error('There are at least two persons')
  return { states, bodies, persons: others, speaker, guest }
}

type Draft = Omit<ParticipantInput, 'slug' | 'externalIds'>

const nobody: Draft = {
  name: '',
  aliases: [],
  kind: ParticipantKind.PERSON,
  isAnonymous: false,
  description: null,
  countryCode: null,
  offices: [],
  citations: [],
}

function stateInput(number: number): Draft {
  const { code, name, capital } = STATES[number] ?? { code: null, name: '', capital: '' }
  return {
    ...nobody,
    name,
    kind: ParticipantKind.STATE,
    aliases: [`Government of ${name}`, capital],
    countryCode: code,
  }
}

function bodyInput(random: Random): Draft {
  if (random.chance(0.5)) {
    const name = `${capitalized(adjective(random))} ${random.pick(BODIES)} of ${capital(random)}`
    return { ...nobody, name, kind: ParticipantKind.ORGANIZATION, description: sentence(random) }
  }
  const isAnonymous = random.chance(0.7)
  const name = `${capitalized(adjective(random))} officials in ${capital(random)}`
  return { ...nobody, name, kind: ParticipantKind.GROUP, isAnonymous }
}

function personInput(random: Random, states: readonly Actor[]): Draft {
  const of = random.early(states.length)
  const initial = String.fromCodePoint(65 + random.below(26))
  const family = random.pick(FAMILY_NAMES)
  const isAnonymous = random.chance(0.03)
  const name = isAnonymous
    ? `${capitalized(adjective(random))} source in ${capital(random)}`
    : `${random.pick(GIVEN_NAMES)} ${initial}. ${family}`
  return {
    ...nobody,
    name,
    isAnonymous,
    aliases: isAnonymous ? [] : [family],
    description: random.chance(0.5) ? sentence(random) : null,
    countryCode: STATES[of]?.code ?? null,
    offices: Array.from({ length: isAnonymous ? 0 : random.between(0, 3) }, () => ({
      title: spaced(random.pick(OFFICES)),
      of: states[of]?.slug ?? null,
      period: termFrom(random, anyDay(random)),
    })),
  }
}
