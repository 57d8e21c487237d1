import { numberedSlug } from './ids.ts'
import type { Made } from './made.ts'
import { citationsOf, topicsOf } from './proofs.ts'
import { createRandom } from './random.ts'
import { adjective, noun } from './texts.ts'
import { STATES } from './words.ts'

/** A question, and whether there are two sides to it: on most of them all who speak agree. */
export interface Question {
  slug: string
  isDisputed: boolean
}

export function* generateIssues(
  count: number,
  { topics, sources }: { topics: readonly string[]; sources: readonly string[] },
): Generator<Made<'Issue'>, Question[]> {
  const random = createRandom('issues')
  const questions: Question[] = []
  for (let number = 0; number < count; number += 1) {
    const state = STATES[random.below(STATES.length)]?.name ?? ''
    const question = `Did ${state} break the ${adjective(random)} ${noun(random)} on the ${noun(random)}?`
    const slug = numberedSlug(question, number)
    questions.push({ slug, isDisputed: random.chance(0.3) })
    yield {
      type: 'Issue',
      number,
      slug,
      input: {
        slug,
        question,
        topics: topicsOf(random, topics, 0.9),
        citations: citationsOf(random, sources, random.between(0, 2)),
      },
    }
  }
  return questions
}
