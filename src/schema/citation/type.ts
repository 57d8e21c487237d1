import type { Query, Selection } from '../../reading/selection.ts'
import { builder } from '../builder.ts'
import { Entry } from '../entry.ts'
import { targetOf, targetSelection } from '../related.ts'

const targets = {
  meeting: 'Meeting',
  participant: 'Participant',
  statement: 'Statement',
  agreement: 'Agreement',
  issue: 'Issue',
  topic: 'Topic',
  citedSource: 'Source',
}

builder.prismaObject('Citation', {
  select: { id: true },
  fields: (t) => ({
    source: t.relation('source', { description: 'The source.' }),
    locator: t.exposeString('locator', { nullable: true }),
    quote: t.exposeString('quote', { nullable: true }),
    note: t.exposeString('note', { nullable: true }),
    entry: t.field({
      type: Entry,
      description: 'What it proves; of a turn of an agreement, the agreement.',
      extensions: {
        pothosPrismaSelect: (
          _args: object,
          _context: object,
          nested: (query: Query, path?: { getType: () => string }) => Query,
        ): { select: Selection } => {
          const selection = targetSelection(targets, nested)
          return {
            select: { ...selection, event: { select: targetSelection({ agreement: 'Agreement' }, nested) } },
          }
        },
      },
      resolve: (citation) => {
        const target =
          targetOf(targets, citation) ?? targetOf({ agreement: 'Agreement' }, Reflect.get(citation, 'event'))
        if (!target) throw new Error('A citation proves nothing')
        return target
      },
    }),
  }),
})
