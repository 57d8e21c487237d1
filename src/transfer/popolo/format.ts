import type { Format } from '../format.ts'
import type { LineNotice, LineProblem } from '../line.ts'
import { collect } from './collection.ts'
import { meetingsOf } from './meetings.ts'
import { objectsOf } from './objects.ts'
import { participantsOf } from './participants.ts'
import { check, classes } from './popolo.ts'
import type { SluggedLine } from './sources.ts'
import { statementsOf } from './statements.ts'

type Read = SluggedLine | LineProblem | LineNotice

/**
 * People, organizations, what the ones are in the others, events and speeches in Popolo. Files are read twice: for all
 * that the speeches refer to, which is kept, and then for the speeches, which are not.
 */
export const popolo: Format = {
  name: 'popolo',
  description:
    'Popolo in JSON: people, organizations, memberships, posts, events and speeches, as EveryPolitician has them (.json)',
  origin: 'https://www.popoloproject.com/specs/',
  isWhole: false,
  async *read(files) {
    const given = new Set<string>()
    const collection = yield* collect(files)
    yield* once(given, participantsOf(collection))
    yield* once(given, meetingsOf(collection))
    const statements = statementsOf(collection)
    for (const file of files) {
      for await (const object of objectsOf(file)) {
        if (!('value' in object) || object.class !== 'Speech') continue
        const speech = check(classes.Speech, object)
        yield* speech.problems
        if (speech.object) yield* once(given, statements(speech.object))
      }
    }
  },
}

/** What several entries rest on is given once. */
function* once(given: Set<string>, lines: Iterable<Read>): Generator<Read> {
  for (const line of lines) {
    const key = 'input' in line ? `${line.type} ${line.input.slug}` : null
    if (key !== null && given.has(key)) continue
    if (key !== null) given.add(key)
    yield line
  }
}
