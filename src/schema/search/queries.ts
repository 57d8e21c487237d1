import { ENTRY_TYPE_NAMES } from '../../domain/entry-type.ts'
import { isUuid } from '../../domain/global-id.ts'
import { readSearch } from '../../domain/search-query.ts'
import type { Hit } from '../../reading/search.ts'
import { builder } from '../builder.ts'
import { noCursor, openCursor, sealCursor } from '../cursor.ts'
import { EntryType } from '../entry.ts'
import { searched } from '../filter.ts'
import { nodeLoader } from '../node-loader.ts'
import { once } from '../once.ts'
import { pageOf, readSize } from '../page.ts'
import { EDGE_NODES, NODES } from '../selection.ts'
import { SearchConnection } from './type.ts'

const FIELD = 'Query.search'

builder.queryField('search', (t) =>
  t.field({
    type: SearchConnection,
    description:
      'Ranked full-text search over every entry: titles and names weigh more than texts, English words are found in all their forms, case and accents do not matter, and "cease-fire", "ceasefire" and "cease fire" find each other.',
    args: {
      text: t.arg.string({
        required: true,
        extensions: searched,
        description:
          'What to look for, up to 200 characters. All the words must be there; `"…"` is a phrase, `-` means not, `or` means either. Example: `"trust but verify" or reagan -gorbachev`.',
      }),
      types: t.arg({
        type: [EntryType],
        description: 'Only entries of these types. Example: `[STATEMENT]`.',
      }),
      first: t.arg.int({ description: 'How many, 0 to 100; 20 where it is left out.' }),
      after: t.arg.string({
        description: 'Only what comes after this cursor: the `endCursor` of the page before.',
      }),
    },
    resolve: (_root, args, context, info) => {
      const query = readSearch(args.text)
      const search = query === null ? null : { query, types: args.types ?? [] }
      const list = [FIELD, query, args.types ?? []]
      const size = readSize(FIELD, { first: args.first })
      const after = typeof args.after === 'string' ? readCursor(list, args.after) : undefined

      const hits = once(async () => {
        const rows = search ? await context.reader.searchHits({ search, take: size.take, after }) : []
        return pageOf(rows, { ...size, after }, (hit) => sealCursor(list, [hit.rank, hit.entryId]))
      })
      const snippets = once(async () =>
        context.reader.searchSnippets({ query: query ?? '', hits: (await hits()).rows }),
      )
      const load = nodeLoader({ context, info, paths: [NODES, EDGE_NODES] }, async () =>
        (await hits()).rows.map(({ entryType, entryId }) => ({
          type: ENTRY_TYPE_NAMES[entryType],
          id: entryId,
        })),
      )
      return {
        hits,
        entryOf: ({ entryType, entryId }: Hit) => load({ type: ENTRY_TYPE_NAMES[entryType], id: entryId }),
        snippetOf: async ({ entryId }: Hit) => (await snippets()).get(entryId) ?? [],
        totalCount: () => (search ? context.reader.countHits(search) : 0),
      }
    },
  }),
)

function readCursor(list: readonly unknown[], text: string): Pick<Hit, 'rank' | 'entryId'> {
  const [rank, entryId] = openCursor(list, { field: FIELD, argument: 'after', text })
  if (typeof rank !== 'number' || typeof entryId !== 'string' || !isUuid(entryId))
    throw noCursor(FIELD, 'after')
  return { rank, entryId }
}
