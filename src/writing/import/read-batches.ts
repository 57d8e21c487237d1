import type { Problem } from '../input/problem.ts'
import { CHARACTERS_AT_ONCE, ENTRIES_AT_ONCE } from './batch-size.ts'
import type { FaultyEntry } from './first-faulty.ts'
import type { ReadEntry } from './stage-lines.ts'

/** Something that was read and cannot be an entry at all. */
export interface ReadProblem {
  origin: string
  problem: Problem
}

/** What is read one after the other: an entry, or what is wrong where there should be one. */
export type ReadLine = Omit<ReadEntry, 'place'> | ReadProblem

/** What is read, so much of it at a time as memory holds. */
export async function* readBatches(
  lines: AsyncIterable<ReadLine>,
): AsyncGenerator<{ entries: ReadEntry[]; problems: FaultyEntry[] }> {
  let [entries, problems]: [ReadEntry[], FaultyEntry[]] = [[], []]
  let place = 0
  let characters = 0
  for await (const line of lines) {
    if ('problem' in line) problems.push({ place, origin: line.origin, problems: [line.problem] })
    else {
      entries.push({ ...line, place })
      characters += JSON.stringify(line.input).length
    }
    place += 1
    if (entries.length + problems.length < ENTRIES_AT_ONCE && characters < CHARACTERS_AT_ONCE) continue
    yield { entries, problems }
    ;[entries, problems, characters] = [[], [], 0]
  }
  yield { entries, problems }
}
