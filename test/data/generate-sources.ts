import { SourceKind } from '../../src/generated/prisma/enums.ts'
import { anyDay, fuzzyDateAt } from './dates.ts'
import type { Cast } from './generate-participants.ts'
import { numberedSlug } from './ids.ts'
import type { Made } from './made.ts'
import { externalIdsOf } from './proofs.ts'
import { createRandom, weighted } from './random.ts'
import { spaced, title } from './texts.ts'
import { PUBLISHERS } from './words.ts'

const drawKind = weighted<SourceKind>([
  [SourceKind.NEWS_REPORT, 50],
  [SourceKind.TRANSCRIPT, 20],
  [SourceKind.OFFICIAL_DOCUMENT, 15],
  [SourceKind.SPEECH, 5],
  [SourceKind.INTERVIEW, 5],
  [SourceKind.DATASET, 2],
  [SourceKind.OTHER, 3],
])

/** What proves the rest; gives the slugs. */
export function* generateSources(count: number, { persons }: Cast): Generator<Made<'Source'>, string[]> {
  const random = createRandom('sources')
  const slugs: string[] = []
  for (let number = 0; number < count; number += 1) {
    const name = title(random)
    const slug = numberedSlug(name, number)
    slugs.push(slug)
    yield {
      type: 'Source',
      number,
      slug,
      input: {
        slug,
        title: name,
        kind: drawKind(random),
        author: random.chance(0.6) ? (persons[random.early(persons.length)]?.slug ?? null) : null,
        publisher: random.chance(0.8) ? spaced(random.pick(PUBLISHERS)) : null,
        url: random.chance(0.7) ? `https://sources.example/${slug}` : null,
        archiveUrl: random.chance(0.2) ? `https://archive.example/${number}` : null,
        published: fuzzyDateAt(random, anyDay(random)),
        retrieved: random.chance(0.5) ? '2025-12-31' : null,
        language: random.chance(0.9) ? 'en' : null,
        externalIds: externalIdsOf(random, { share: 0.2, scheme: 'doi', number }),
        citations: [],
      },
    }
  }
  return slugs
}
