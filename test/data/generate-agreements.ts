import type { Day } from '../../src/domain/day.ts'
import {
  AgreementForm,
  AgreementKind,
  AgreementEventKind as Kind,
  AgreementPartyRole as Role,
} from '../../src/generated/prisma/enums.ts'
import type { AgreementInput } from '../../src/writing/input/agreement-input.ts'
import { anyDay, daysAfter, fuzzyDateAt, fuzzyPeriodFrom } from './dates.ts'
import type { Encounter } from './generate-meetings.ts'
import type { Cast } from './generate-participants.ts'
import { numberedSlug } from './ids.ts'
import type { Made } from './made.ts'
import { citationsOf, externalIdsOf, topicsOf } from './proofs.ts'
import { createRandom, distinct, type Random, weighted } from './random.ts'
import { capital, sentence, title } from './texts.ts'
import { STATES } from './words.ts'

const drawKind = weighted<AgreementKind>([
  [AgreementKind.TREATY, 25],
  [AgreementKind.MEMORANDUM, 20],
  [AgreementKind.JOINT_STATEMENT, 18],
  [AgreementKind.COMMITMENT, 12],
  [AgreementKind.COMMUNIQUE, 10],
  [AgreementKind.PROTOCOL, 7],
  [AgreementKind.RESOLUTION, 5],
  [AgreementKind.CEASEFIRE, 2.5],
  [AgreementKind.OTHER, 0.5],
])
const drawForm = weighted<AgreementForm>([
  [AgreementForm.SIGNED, 50],
  [AgreementForm.WRITTEN, 30],
  [AgreementForm.UNKNOWN, 18],
  [AgreementForm.ORAL, 2],
])
const drawRole = weighted<Role>([
  [Role.PARTY, 80],
  [Role.SUPPORTER, 6],
  [Role.WITNESS, 5],
  [Role.GUARANTOR, 4],
  [Role.MEDIATOR, 4],
  [Role.OBJECTOR, 1],
])
/** The course that agreements take. */
const drawLife = weighted<readonly Kind[]>([
  [[Kind.SIGNED], 20],
  [[Kind.PROPOSED, Kind.NEGOTIATED], 8],
  [[Kind.NEGOTIATED, Kind.AGREED, Kind.ANNOUNCED], 15],
  [[Kind.SIGNED, Kind.RATIFIED, Kind.ENTERED_INTO_FORCE], 20],
  [[Kind.AGREED, Kind.SIGNED, Kind.RATIFIED, Kind.ENTERED_INTO_FORCE, Kind.JOINED, Kind.AMENDED], 10],
  [[Kind.SIGNED, Kind.ENTERED_INTO_FORCE, Kind.VIOLATED, Kind.SUSPENDED, Kind.RESUMED], 6],
  [[Kind.SIGNED, Kind.ENTERED_INTO_FORCE, Kind.WITHDRAWN, Kind.WITHDRAWN], 6],
  [[Kind.AGREED, Kind.ENTERED_INTO_FORCE, Kind.EXPIRED], 7],
  [[Kind.SIGNED, Kind.ENTERED_INTO_FORCE, Kind.TERMINATED], 5],
  [[Kind.PROPOSED, Kind.REJECTED], 3],
])

interface Options {
  cast: Cast
  topics: readonly string[]
  sources: readonly string[]
  encounters: readonly Encounter[]
}

/** Gives the slugs. */
export function* generateAgreements(
  count: number,
  { cast, topics, sources, encounters }: Options,
): Generator<Made<'Agreement'>, string[]> {
  const random = createRandom('agreements')
  const slugs: string[] = []
  for (let number = 0; number < count; number += 1) {
    const meeting = random.chance(0.6) ? encounters[random.below(encounters.length)] : undefined
    const day = meeting?.day ?? anyDay(random)
    const name = title(random)
    const slug = numberedSlug(name, number)
    const parties = partiesOf(random, { cast, day })
    slugs.push(slug)
    yield {
      type: 'Agreement',
      number,
      slug,
      input: {
        slug,
        title: name,
        summary: random.chance(0.7) ? sentence(random) : null,
        kind: drawKind(random),
        form: drawForm(random),
        meeting: meeting?.slug ?? null,
        scope: scopeOf(random),
        effective: fuzzyPeriodFrom(random, day),
        parties,
        provisions: provisionsOf(random, parties),
        events: eventsOf(random, { day, meeting, parties, sources }),
        topics: topicsOf(random, topics, 0.8),
        externalIds: externalIdsOf(random, { share: 0.1, scheme: 'un-treaty', number }),
        citations: citationsOf(random, sources, random.between(0, 2)),
      },
    }
  }
  return slugs
}

type Parties = AgreementInput['parties']

/** Mostly states; one of ten agreements has an organization or a group among its parties. */
function partiesOf(random: Random, { cast, day }: { cast: Cast; day: Day }): Parties {
  const draw = () => {
    const among = random.chance(0.1) ? cast.bodies : cast.states
    return among[random.early(among.length)]?.slug ?? ''
  }
  return distinct(random.between(2, 10), draw).map((participant) => ({
    participant,
    role: drawRole(random),
    since: random.chance(0.3) ? fuzzyDateAt(random, day) : null,
    until: random.chance(0.05) ? fuzzyDateAt(random, daysAfter(day, random.between(4_000, 9_000))) : null,
  }))
}

function scopeOf(random: Random): AgreementInput['scope'] {
  if (random.chance(0.6)) return null
  const state = STATES[random.early(STATES.length)]
  return {
    name: `around ${capital(random)}`,
    countryCode: state?.code ?? null,
    latitude: null,
    longitude: null,
  }
}

function provisionsOf(random: Random, parties: Parties): AgreementInput['provisions'] {
  return Array.from({ length: random.between(1, 5) }, () => ({
    text: sentence(random),
    obliges: someOf(random, parties, random.between(0, 3)),
  }))
}

function someOf(random: Random, parties: Parties, count: number): string[] {
  return distinct(count, () => parties[random.below(parties.length)]?.participant ?? '')
}

interface Circumstances {
  day: Day
  meeting: Encounter | undefined
  parties: Parties
  sources: readonly string[]
}

function eventsOf(random: Random, circumstances: Circumstances): AgreementInput['events'] {
  const { meeting, parties, sources } = circumstances
  let { day } = circumstances
  return drawLife(random).map((kind, place) => {
    if (place > 0) day = daysAfter(day, random.between(1, 700))
    const names = kind === Kind.JOINED || kind === Kind.WITHDRAWN || random.chance(0.1)
    return {
      kind,
      planned: random.chance(0.02),
      date: fuzzyDateAt(random, day),
      participants: names ? someOf(random, parties, random.between(1, 2)) : [],
      meeting: place === 0 ? (meeting?.slug ?? null) : null,
      note: random.chance(0.1) ? sentence(random) : null,
      citations: citationsOf(random, sources, random.chance(0.3) ? 1 : 0),
    }
  })
}
