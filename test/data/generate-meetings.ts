import type { Day } from '../../src/domain/day.ts'
import {
  AttendanceRole,
  MeetingFormat,
  MeetingKind,
  MeetingStatus,
} from '../../src/generated/prisma/enums.ts'
import type { MeetingInput } from '../../src/writing/input/meeting-input.ts'
import { anyDay, daysAfter, fuzzyDateAt } from './dates.ts'
import type { Actor, Cast } from './generate-participants.ts'
import { numberedSlug } from './ids.ts'
import type { Made } from './made.ts'
import { citationsOf, externalIdsOf, topicsOf } from './proofs.ts'
import { createRandom, distinct, type Random, weighted } from './random.ts'
import { capitalized, noun, sentence, spaced } from './texts.ts'
import { OFFICES, STATES } from './words.ts'

/** What the others need to know of a meeting. */
export interface Encounter {
  slug: string
  /** The day on which it was, whatever the record knows of it. */
  day: Day
  date: MeetingInput['date']
  attendees: Actor[]
}

const drawKind = weighted<MeetingKind>([
  [MeetingKind.BILATERAL, 35],
  [MeetingKind.NEWS_CONFERENCE, 15],
  [MeetingKind.CALL, 12],
  [MeetingKind.NEGOTIATION, 10],
  [MeetingKind.MULTILATERAL, 8],
  [MeetingKind.BRIEFING, 6],
  [MeetingKind.SUMMIT, 4],
  [MeetingKind.VISIT, 4],
  [MeetingKind.SESSION, 3],
  [MeetingKind.PULL_ASIDE, 1.5],
  [MeetingKind.HEARING, 1],
  [MeetingKind.OTHER, 0.5],
])
const drawFormat = weighted<MeetingFormat | null>([
  [MeetingFormat.IN_PERSON, 70],
  [MeetingFormat.REMOTE, 12],
  [MeetingFormat.HYBRID, 1],
  [null, 17],
])
const drawStatus = weighted<MeetingStatus>([
  [MeetingStatus.HELD, 95],
  [MeetingStatus.PLANNED, 2],
  [MeetingStatus.POSTPONED, 1],
  [MeetingStatus.CANCELLED, 2],
])
const drawRole = weighted<AttendanceRole>([
  [AttendanceRole.PRINCIPAL, 40],
  [AttendanceRole.DELEGATE, 30],
  [AttendanceRole.SPEAKER, 8],
  [AttendanceRole.HOST, 6],
  [AttendanceRole.PRESS, 5],
  [AttendanceRole.OBSERVER, 4],
  [AttendanceRole.MEDIATOR, 3],
  [AttendanceRole.INTERPRETER, 3],
  [AttendanceRole.CHAIR, 1],
])

/** One in so many meetings has the participant who is at more of them than anybody else. */
const USUAL_GUEST_EVERY = 10

interface Options {
  cast: Cast
  topics: readonly string[]
  sources: readonly string[]
}

export function* generateMeetings(count: number, options: Options): Generator<Made<'Meeting'>, Encounter[]> {
  const { cast, topics, sources } = options
  const random = createRandom('meetings')
  const encounters: Encounter[] = []
  let summit: Encounter | undefined
  for (let number = 0; number < count; number += 1) {
    const kind = drawKind(random)
    const place = placeOf(random)
    const isWithin = random.chance(0.03)
    const day = isWithin && summit ? daysAfter(summit.day, random.between(0, 1)) : anyDay(random)
    const name = `${capitalized(spaced(kind).toLowerCase())} on the ${noun(random)}${place ? `, ${place.name}` : ''}`
    const slug = numberedSlug(name, number)
    const guests = distinct(random.between(2, 8), () => guestOf(random, cast))
    const attendees = number % USUAL_GUEST_EVERY === 3 ? [cast.guest, ...guests.slice(1)] : guests
    const encounter = { slug, day, date: fuzzyDateAt(random, day), attendees }
    encounters.push(encounter)
    yield {
      type: 'Meeting',
      number,
      slug,
      input: {
        slug,
        title: name,
        summary: random.chance(0.6) ? sentence(random) : null,
        kind,
        format: drawFormat(random),
        status: drawStatus(random),
        date: encounter.date,
        place,
        parent: isWithin ? (summit?.slug ?? null) : null,
        participants: attendees.map((attendee) => attendanceOf(random, attendee)),
        topics: topicsOf(random, topics, 0.7),
        externalIds: externalIdsOf(random, { share: 0.05, scheme: 'wikidata', number: 1_000_000 + number }),
        citations: citationsOf(random, sources, random.between(0, 2)),
      },
    }
    if (kind === MeetingKind.SUMMIT && !isWithin) summit = encounter
  }
  return encounters
}

function placeOf(random: Random): MeetingInput['place'] {
  if (random.chance(0.15)) return null
  const { code, capital } = STATES[random.early(STATES.length)] ?? { code: null, capital: '' }
  const isLocated = random.chance(0.5)
  return {
    name: random.chance(0.2) ? `Palace of ${capital}` : capital,
    countryCode: random.chance(0.95) ? code : null,
    latitude: isLocated ? random.between(-6_000, 7_000) / 100 : null,
    longitude: isLocated ? random.between(-17_900, 17_900) / 100 : null,
  }
}

/** Mostly persons, of whom some are at many meetings. */
function guestOf(random: Random, { states, bodies, persons, guest }: Cast): Actor {
  const kind = random.fraction()
  const among = kind < 0.25 ? states : kind < 0.32 ? bodies : persons
  return among[random.early(among.length)] ?? guest
}

function attendanceOf(random: Random, { slug, kind, state }: Actor): MeetingInput['participants'][number] {
  const isPerson = kind === 'PERSON'
  return {
    participant: slug,
    roles: distinct(random.chance(0.2) ? 2 : 1, () => drawRole(random)),
    capacity: isPerson && random.chance(0.5) ? spaced(random.pick(OFFICES)) : null,
    onBehalfOf: isPerson && random.chance(0.6) ? state : null,
  }
}
