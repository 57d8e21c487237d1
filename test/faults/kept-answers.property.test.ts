import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { NewEntry } from '../../src/writing/check/draft.ts'
import { ConflictError, EntryNotFoundError } from '../../src/writing/errors.ts'
import { InvalidEntriesError } from '../../src/writing/invalid-entries-error.ts'
import { createEntries } from '../harness/create-entries.ts'
import { wholeRecords } from '../model/input-arbitraries.ts'
import { seed } from '../reading/property.ts'
import { onKeptAnswers } from '../server/cache/kept-service.ts'
import { questionsOn } from './questions.ts'

const service = onKeptAnswers()
const FACTOR = Number(process.env['FC_FACTOR'] ?? 1)
/** How many writes are tried, and how many questions are asked after each: FC_FACTOR multiplies both. */
const WRITES = Math.round(12 * FACTOR)
const QUESTIONS = Math.round(60 * FACTOR)

/** Writes of every kind, as far as the rules let them. */
async function write({ type, input }: NewEntry, turn: number): Promise<boolean> {
  const { writer } = service.doors
  const actor = 'a test'
  const slug = String(Reflect.get(Object(input), 'slug'))
  const version = await service.versionOf(type, slug)
  try {
    if (version === 0) await writer.create({ actor, entry: { type, input } })
    else if (type === 'Participant' && turn % 2 === 0) {
      const duplicate = slug === 'participant-0' ? 'participant-1' : 'participant-0'
      await writer.mergeParticipants({ actor, keep: slug, duplicate, version })
    } else if (turn % 5 === 4) await writer.delete({ actor, id: `${type}:${slug}`, version })
    else await writer.update({ actor, type, id: slug, version, input: { ...Object(input), slug: undefined } })
    return true
  } catch (error) {
    const refusals = [ConflictError, InvalidEntriesError, EntryNotFoundError]
    if (refusals.some((refusal) => error instanceof refusal)) return false
    throw error
  }
}

/** Of one kind, so that they can be merged. */
function ofOneKind(entry: NewEntry): NewEntry {
  return entry.type === 'Participant'
    ? { ...entry, input: { ...Object(entry.input), kind: 'PERSON' } }
    : entry
}

test('whatever is written, the answers that stay are those that the record gives', {
  timeout: 600_000,
}, async () => {
  const [first = [], ...others] = fc.sample(wholeRecords, { numRuns: 1 + Math.ceil(WRITES / 21), seed })
  const questions = fc.sample(
    fc.shuffledSubarray(questionsOn(3), { minLength: QUESTIONS, maxLength: QUESTIONS }),
    {
      numRuns: 1,
      seed,
    },
  )
  const asked = questions.flat()
  await service.fresh.database.transaction((tx) => createEntries(tx, first.map(ofOneKind)))
  await service.doors.cache?.following.caughtUp()
  for (const question of asked) await service.ask(question)

  let stayed = 0
  for (const [turn, entry] of others.flat().slice(0, WRITES).entries()) {
    const written = ofOneKind(entry)
    if (!(await write(written, turn))) continue
    for (const question of asked) {
      let answer: unknown
      const statements = await service.fresh.statementsOf(async () => {
        answer = await service.ask(question)
      })
      if (statements.length > 0) continue
      stayed += 1
      expect(answer, `${question}\nafter ${JSON.stringify(written)}`).toEqual(
        await service.fresh.ask(question),
      )
    }
  }
  // Or nothing was tried.
  expect(stayed).toBeGreaterThan(QUESTIONS)
})
