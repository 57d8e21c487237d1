import type { MaybePromise } from '@pothos/core'
import type { Hit, SnippetPart } from '../../reading/search.ts'
import { builder } from '../builder.ts'
import type { Page } from '../connection.ts'
import { connectionDescriptions } from '../connection-type.ts'
import { Entry } from '../entry.ts'
import { PageInfo, pageInfoOf } from '../page.ts'
import type { Typed } from '../related.ts'

/** A page of hits, and what is read of them when it is asked for. */
export interface SearchPage {
  hits(): Promise<Page<Hit>>
  entryOf(hit: Hit): Promise<Typed>
  snippetOf(hit: Hit): Promise<SnippetPart[]>
  totalCount(): MaybePromise<number | null>
}

const SnippetPartType = builder.objectRef<SnippetPart>('SnippetPart').implement({
  description:
    'A piece of the text around a hit, safe to render: the text is plain, and `hit` says what to mark.',
  fields: (t) => ({
    text: t.exposeString('text', { description: 'The text, plain: escape it where it becomes HTML.' }),
    hit: t.exposeBoolean('hit', { description: 'True for the words that were found.' }),
  }),
})

const SearchEdge = builder
  .objectRef<{ hit: Hit; page: SearchPage; cursorOf: Page<Hit>['cursorOf'] }>('SearchEdge')
  .implement({
    description: 'An entry that was found.',
    fields: (t) => ({
      node: t.field({
        type: Entry,
        description: 'The entry.',
        resolve: ({ hit, page }) => page.entryOf(hit),
      }),
      cursor: t.string({
        description: connectionDescriptions.cursor,
        resolve: ({ hit, cursorOf }) => cursorOf(hit),
      }),
      rank: t.float({
        description: 'How well it fits, the higher the better; comparable within one search only.',
        resolve: ({ hit }) => hit.rank,
      }),
      snippet: t.field({
        type: [SnippetPartType],
        description:
          'The text around what was found, in pieces; stretches that lie apart are parted by " … ".',
        resolve: ({ hit, page }) => page.snippetOf(hit),
      }),
    }),
  })

export const SearchConnection = builder.objectRef<SearchPage>('SearchConnection').implement({
  description:
    'What was found, the best fit first. `totalCount` is null where there are more than 10,000 hits.',
  fields: (t) => ({
    edges: t.field({
      type: [SearchEdge],
      description: 'The hits of the page, with rank and snippet.',
      resolve: async (page) => {
        const { rows, cursorOf } = await page.hits()
        return rows.map((hit) => ({ hit, page, cursorOf }))
      },
    }),
    nodes: t.field({
      type: [Entry],
      description: 'The entries of the page, where no ranks are needed.',
      resolve: async (page) => Promise.all((await page.hits()).rows.map((hit) => page.entryOf(hit))),
    }),
    pageInfo: t.field({
      type: PageInfo,
      description: connectionDescriptions.pageInfo,
      resolve: async (page) => pageInfoOf(await page.hits()),
    }),
    totalCount: t.int({
      nullable: true,
      description: 'How many entries are found in all; null where there are more than 10,000.',
      resolve: (page) => page.totalCount(),
    }),
  }),
})
