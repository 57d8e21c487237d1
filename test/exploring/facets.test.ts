// Facets on the founding record: whole answers, what is left out, and what is refused.
import { expect, test } from 'vitest'
import { beyondLimit } from '../harness/beyond-limit.ts'
import { onFoundingRecord } from '../harness/service.ts'

const service = onFoundingRecord()

test('the four meetings of the founding record, by what they are', async () => {
  expect(
    await service.ask(/* GraphQL */ `
      {
        meetings(first: 1) {
          nodes { slug }
          facets {
            byKind { kind count }
            byCountry { countryCode count }
            byYear { year count }
          }
        }
      }
    `),
  ).toEqual({
    data: {
      meetings: {
        nodes: [{ slug: expect.any(String) }],
        facets: {
          byKind: [
            { kind: 'SUMMIT', count: 1 },
            { kind: 'BILATERAL', count: 1 },
            { kind: 'NEWS_CONFERENCE', count: 1 },
            { kind: 'BRIEFING', count: 1 },
          ],
          byCountry: [
            { countryCode: 'DE', count: 2 },
            { countryCode: 'PL', count: 1 },
          ],
          byYear: [{ year: 2017, count: 4 }],
        },
      },
    },
  })
})

test('a list in which nothing is has no counts', async () => {
  expect(
    await service.ask(/* GraphQL */ `
      {
        meetings(filter: { search: "nowhere" }) { totalCount facets { byKind { kind } byYear { year } byTopic { count } } }
        statements(filter: { speaker: ["nobody"] }) { totalCount facets { byAct { act } bySpeaker { count } } }
      }
    `),
  ).toEqual({
    data: {
      meetings: { totalCount: 0, facets: { byKind: [], byYear: [], byTopic: [] } },
      statements: { totalCount: 0, facets: { byAct: [], bySpeaker: [] } },
    },
  })
})

test.each([
  [-1, 'meetings', 'byTopic', 'MeetingFacets.byTopic: "first" is -1, and a page has 0 to 100.'],
  [101, 'meetings', 'byCountry', 'MeetingFacets.byCountry: "first" is 101, and a page has 0 to 100.'],
  [101, 'statements', 'bySpeaker', 'StatementFacets.bySpeaker: "first" is 101, and a page has 0 to 100.'],
])('%i values are too many or too few', async (first, list, facet, message) => {
  expect(await service.ask(`{ ${list} { facets { ${facet}(first: ${first}) { count } } } }`)).toEqual(
    beyondLimit('MAX_PAGE', message),
  )
})
