import { SLUGGED_TYPES } from '../../domain/global-id.ts'
import { builder } from '../builder.ts'
import { Entry } from '../entry.ts'
import { unfiltered } from '../list.ts'
import { by } from '../order.ts'
import { pageArguments } from '../page.ts'
import { relatedList } from '../related-list.ts'
import { changes } from './list.ts'

const description =
  'What was written of it, oldest first; of a participant also what was written of those who were merged into it.'

builder.interfaceField(Entry, 'history', (t) =>
  t.field({ type: 'ChangeConnection', description, args: pageArguments }),
)

for (const type of SLUGGED_TYPES) {
  builder.prismaObjectField(type, 'history', (t) =>
    t.field(
      relatedList(unfiltered(changes), {
        field: `${type}.history`,
        of: type,
        relation: 'history',
        through: 'change',
        // The rows of the view bring the places of the changes along.
        order: [by('place'), by('ordinal')],
        description,
      }),
    ),
  )
}
