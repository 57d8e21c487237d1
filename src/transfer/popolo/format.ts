import path from 'node:path'
import { problemAt } from '../../writing/input/problem.ts'
import { eachOnce } from '../each-once.ts'
import type { Format, InputFile } from '../format.ts'
import { collect } from './collection.ts'
import { meetingsOf } from './meetings.ts'
import { objectsOf } from './objects.ts'
import { participantsOf } from './participants.ts'
import { check, classes } from './popolo.ts'
import { statementsOf } from './statements.ts'

const READ_ONCE =
  'has speeches and can be read only once: name a file, which can be read again for what they refer to'

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
  async *read(all) {
    const files = all.filter(isJson)
    for (const { name } of all.filter((file) => !isJson(file))) {
      yield { file: name, line: 1, notice: 'is not named like a file in JSON: it is left out' }
    }
    const once = eachOnce()
    const collection = yield* collect(files)
    yield* once(participantsOf(collection))
    yield* once(meetingsOf(collection))
    const statements = statementsOf(collection)
    for (const file of files) {
      let missing = collection.speechCounts.get(file) ?? 0
      if (missing === 0) continue
      for await (const object of objectsOf(file)) {
        if (!('value' in object) || object.class !== 'Speech') continue
        missing -= 1
        const speech = check(classes.Speech, object)
        yield* speech.problems
        if (speech.object) yield* once(statements(speech.object))
      }
      if (missing !== 0) yield { file: file.name, line: 1, ...problemAt([], 'INVALID', READ_ONCE) }
    }
  },
}

/** Also what has no name that would tell. */
function isJson({ name }: InputFile): boolean {
  return /\.json(?:\.gz)?$/i.test(name) || path.extname(name) === ''
}
