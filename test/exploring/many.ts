import type { NewEntry } from '../../src/writing/check/draft.ts'
import { statement, toldBy, topic } from './keep.ts'

/**
 * A record in which everything is there so many times: meetings of three, with statements, topics and countries, and
 * agreements with turns.
 */
export function many(count: number): NewEntry[] {
  return [
    ...toldBy,
    topic('peace', 'Peace talks'),
    ...Array.from({ length: count }, (_, index) => around(index)).flat(),
  ]
}

function around(index: number): NewEntry[] {
  const slug = `n${index + 1}`
  const date = `2017-07-${String((index % 28) + 1).padStart(2, '0')}`
  return [
    { type: 'Participant', input: { slug: `${slug}-host`, name: `Peace host ${slug}`, kind: 'PERSON' } },
    { type: 'Participant', input: { slug: `${slug}-guest`, name: `Guest ${slug}`, kind: 'STATE' } },
    topic(`${slug}-topic`, `On peace ${slug}`),
    { type: 'Issue', input: { slug: `${slug}-issue`, question: `Is there peace ${slug}?` } },
    { type: 'Source', input: { slug: `${slug}-source`, title: `Peace report ${slug}`, kind: 'NEWS_REPORT' } },
    {
      type: 'Meeting',
      input: {
        slug: `${slug}-meeting`,
        title: `Meeting for peace ${slug}`,
        kind: 'BILATERAL',
        date,
        place: { name: 'Geneva', countryCode: 'CH' },
        participants: ['speaker', `${slug}-host`, `${slug}-guest`].map((participant) => ({
          participant,
          roles: ['PRINCIPAL'],
        })),
        topics: ['peace', `${slug}-topic`],
      },
    },
    {
      type: 'Agreement',
      input: {
        slug: `${slug}-agreement`,
        title: `Peace of ${slug}`,
        kind: 'TREATY',
        events: [{ kind: 'SIGNED', date }],
      },
    },
    ...['one', 'two', 'three'].map((name) =>
      statement(`${slug}-${name}`, `There will be peace, says ${slug}.`, {
        speaker: name === 'one' ? `${slug}-host` : `${slug}-guest`,
        meeting: `${slug}-meeting`,
        about: [`Meeting:${slug}-meeting`],
        topics: ['peace', `${slug}-topic`],
        date,
      }),
    ),
  ]
}
