import { numberedSlug } from './ids.ts'
import type { Made } from './made.ts'
import { createRandom } from './random.ts'
import { adjective, capitalized, noun, sentence } from './texts.ts'

/** A hierarchy of three levels: of twenty topics one is at the top, four below it, fifteen below those. */
export function* generateTopics(count: number): Generator<Made<'Topic'>, string[]> {
  const random = createRandom('topics')
  const [broad, middle] = [Math.ceil(count / 20), Math.ceil(count / 4)]
  const slugs: string[] = []
  for (let number = 0; number < count; number += 1) {
    const name = capitalized(number < broad ? noun(random) : `${adjective(random)} ${noun(random)}`)
    const slug = numberedSlug(name, number)
    const above =
      number < broad ? undefined : number < middle ? number % broad : broad + (number % (middle - broad))
    slugs.push(slug)
    yield {
      type: 'Topic',
      number,
      slug,
      input: {
        slug,
        name,
        description: random.chance(0.7) ? sentence(random) : null,
        broader: above === undefined ? null : (slugs[above] ?? null),
        citations: [],
      },
    }
  }
  return slugs
}
