import { slugFrom } from '../../domain/slug.ts'
import type { State } from '../../domain/states.ts'
import { personSlug } from '../person/name.ts'
import type { SpeakerRow } from './sheet.ts'

/** A person who spoke, in one year or in many. */
export interface Speaker {
  slug: string
  name: string
  aliases: Set<string>
  /** The state that they belong to, as far as it tells one person from another. */
  home: State | null
  /** The row that names them first. */
  row: SpeakerRow
  lastYear: number
}

/** For as many years a family name alone is taken for one person’s, from one speech to the next. */
const LONGEST_SILENCE = 10

/**
 * The people whom the rows name. A name is one person’s for each state that there is today: whoever speaks for the
 * European Union or for a former state may be of any. A family name alone, as most rows before 1996 have it, is one
 * person’s of a state, until nobody of that name has spoken for more than ten years.
 *
 * Of several people the first to have spoken has the slug of the name, so that later sessions leave slugs as they are;
 * that of any other ends in the state, or for a family name in the year.
 */
export function speakersOf(rows: readonly SpeakerRow[]): ReadonlyMap<SpeakerRow, Speaker> {
  const namesakes = new Map<string, Speaker[]>()
  const speakers = new Map<SpeakerRow, Speaker>()
  for (const row of [...rows].sort((one, other) => one.year - other.year || one.place - other.place)) {
    const slug = row.name ? personSlug(row.name.name, row.state.slug) : ''
    if (!row.name || slug === '') continue
    const known = namesakes.get(slug) ?? []
    namesakes.set(slug, known)
    let speaker = known.find((other) => isSame(other, row))
    if (!speaker) {
      speaker = {
        slug: known.length === 0 ? slug : slugFrom(`${slug} ${row.name.isShort ? row.year : row.state.slug}`),
        name: row.name.name,
        aliases: new Set(),
        home: null,
        row,
        lastYear: row.year,
      }
      known.push(speaker)
    }
    speaker.home ??= homeOf(row.state)
    speaker.lastYear = row.year
    for (const form of [row.name.name, ...row.name.aliases])
      if (form !== speaker.name) speaker.aliases.add(form)
    speakers.set(row, speaker)
  }
  return speakers
}

function isSame(speaker: Speaker, row: SpeakerRow): boolean {
  if (row.name?.isShort) return row.year - speaker.lastYear <= LONGEST_SILENCE
  const home = homeOf(row.state)
  return home === null || speaker.home === null || home === speaker.home
}

/** Null where citizens of several states speak for it. */
function homeOf(state: State): State | null {
  return state.kind === 'STATE' && state.countryCode.length === 2 ? state : null
}
