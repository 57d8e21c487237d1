import type { Day } from '../../domain/day.ts'
import { withArticle } from '../../domain/states.ts'
import { edtfOf } from './edtf-days.ts'
import type { HistorianState } from './historian-states.ts'
import type { Person } from './people.ts'
import { yearsBetween } from './time.ts'

/** Somebody in an office on some days, as a row attests. */
interface Attestation {
  person: Person
  days: { start: Day; end: Day }
}

/** An office, with the time for which it is attested. */
export interface HeldOffice {
  title: string
  of: string
  period: string
}

/** Titles of states that are offices. */
const OFFICE =
  /^(?:(?:Acting|Interim|Provisional|Deputy|Vice) )*(?:President|Prime Minister|Premier|Chancellor|King|Queen|Emperor|Sultan|Shah|Emir|Amir|Pope|Grand Duke|Grand Duchess|Crown Prince|Taoiseach|General Secretary|Governor General|Foreign Minister|Foreign Secretary|Defense Minister|Finance Minister|Minister (?:of|for) [\p{L} ]+|Secretary (?:of|for) [\p{L} ]+|External Affairs Minister|Foreign Affairs Minister)$/u

/** A longer time without a word of somebody in an office, and nobody knows who had it, in years. */
const LONGEST_SILENCE = 5

/** Gathers who is attested in which office. */
export function officeBook() {
  const offices = new Map<string, { title: string; of: string; attestations: Attestation[] }>()
  return {
    /** Notes that somebody had an office on the days of a row; titles that are no offices of states are left out. */
    add({ person, capacity, state, days }: Attestation & { capacity: string | null; state: HistorianState }) {
      if (capacity === null || !OFFICE.test(capacity)) return
      const title = `${capacity} of ${withArticle(state.name)}`
      const office = offices.get(title) ?? { title, of: state.slug, attestations: [] }
      offices.set(title, office)
      office.attestations.push({ person, days })
    },
    /** The offices of each person. */
    byPerson(): Map<Person, HeldOffice[]> {
      const held = [...offices.values()].flatMap(({ title, of, attestations }) =>
        termsOf(attestations).map(({ person, days }) => ({
          person,
          office: { title, of, period: edtfOf(days) },
        })),
      )
      return new Map(
        [...Map.groupBy(held, ({ person }) => person)].map(([person, theirs]) => [
          person,
          theirs.map(({ office }) => office),
        ]),
      )
    },
  }
}

/**
 * The terms for which people are attested in an office: from the first of the days to the last, as long as nobody else is
 * attested in it in between, and no long time lies between two of them.
 */
function termsOf(attestations: readonly Attestation[]): Attestation[] {
  const terms: Attestation[] = []
  for (const { person, days } of attestations.toSorted(byDay)) {
    const term = terms.at(-1)
    if (term?.person === person && yearsBetween(term.days.end, days.start) <= LONGEST_SILENCE) {
      if (days.end > term.days.end) term.days = { start: term.days.start, end: days.end }
    } else {
      terms.push({ person, days })
    }
  }
  return terms
}

function byDay(one: Attestation, other: Attestation): number {
  const key = ({ days, person }: Attestation) => `${days.start} ${person.slug}`
  return key(one) < key(other) ? -1 : 1
}
