import { fold } from '../../domain/folding.ts'
import { slugFrom } from '../../domain/slug.ts'
import type { LineNotice, SluggedLine } from '../line.ts'
import type { Collection } from './collection.ts'
import { dateOf, problemOfDate } from './dates.ts'
import type { Speech } from './popolo.ts'
import { slugGiver } from './slugs.ts'
import { proofOf } from './sources.ts'

/** The parts of a transcript that nobody speaks. */
const UNSPOKEN: ReadonlySet<string> = new Set(['scene', 'narrative'])

/** The longest beginning of a slug, in characters, so that what tells speeches apart has room behind it. */
const LONGEST_HEAD = 70

/** Turns speeches into statements, one after the other. */
export function statementsOf({ persons, events, countedFromZero }: Collection) {
  const giveSlug = slugGiver()
  return function* (speech: Speech): Generator<SluggedLine | LineNotice> {
    const { file, line, id, creator_id, audience_id, event_id, text } = speech
    const kind = fold(speech.type ?? speech.classification ?? '')
    const name = id === null ? 'a speech' : `speech ${id}`
    const speaker = creator_id === null ? undefined : persons.get(creator_id)
    if (text === null || UNSPOKEN.has(kind)) {
      yield {
        file,
        line,
        notice: `${name} ${text === null ? 'has no text' : `is a ${kind}`}: it is left out`,
      }
      return
    }
    if (!speaker) {
      const whose = creator_id === null ? 'names no speaker' : `is by ${creator_id}, who is no person here`
      yield { file, line, notice: `${name} ${whose}: it is left out` }
      return
    }
    const meeting = event_id === null ? undefined : events.get(event_id)
    if (event_id !== null && !meeting)
      yield { file, line, notice: `${name} is from ${event_id}, which is no event here` }
    const audience = audience_id === null ? undefined : persons.get(audience_id)
    if (audience_id !== null && !audience)
      yield { file, line, notice: `${name} is to ${audience_id}, who is no person here` }
    const date = dateOf(speech.date)
    const problem = problemOfDate(date)
    if (problem !== null) yield { file, line, notice: `${name}: ${problem}` }
    const ordinal =
      speech.position == null ? null : speech.position + (countedFromZero.has(event_id ?? '') ? 1 : 0)
    const isPlace = ordinal !== null && Number.isInteger(ordinal) && ordinal > 0
    if (ordinal !== null && !isPlace)
      yield { file, line, notice: `${name}: ${ordinal} is no place in an order` }
    const tail = id ?? speech.position ?? date ?? ''
    const slug = giveSlug({ name: `${headOf((meeting ?? speaker).slug)} speech ${tail}`, id: '' })
    if (slug === null) return
    const { sources, citations } = proofOf(speech)
    yield* sources
    const input = {
      slug,
      text,
      wording: kind === 'summary' ? 'SUMMARY' : 'DIRECT',
      act: kind === 'question' ? 'ASK' : 'ASSERT',
      speaker: speaker.slug,
      addressees: audience ? [audience.slug] : [],
      date: problem === null ? date : null,
      meeting: meeting?.slug ?? null,
      ordinal: meeting && isPlace ? ordinal : null,
      citations,
    }
    yield { file, line, type: 'Statement', input }
  }
}

function headOf(slug: string): string {
  return slug.length <= LONGEST_HEAD ? slug : slugFrom(slug.slice(0, LONGEST_HEAD))
}
