import { builder } from '../builder.ts'
import { relatedNodes } from '../related.ts'

builder.prismaObject('Provision', {
  select: { id: true },
  fields: (t) => ({
    ordinal: t.exposeInt('ordinal'),
    text: t.exposeString('text'),
    obliges: t.field(
      relatedNodes('Participant', {
        relation: 'obliges',
        through: 'participant',
        description: 'Whom it obliges; nobody in particular where it is empty.',
      }),
    ),
  }),
})
