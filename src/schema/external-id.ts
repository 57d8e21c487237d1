import { externalIdUrl } from '../domain/external-id.ts'
import { builder } from './builder.ts'

builder.prismaObject('ExternalId', {
  select: { id: true },
  fields: (t) => ({
    scheme: t.exposeString('scheme'),
    value: t.exposeString('value'),
    url: t.field({
      type: 'URL',
      nullable: true,
      description: 'Where the other system shows it; null for systems whose addresses are not known here.',
      select: { scheme: true, value: true },
      resolve: ({ scheme, value }) => externalIdUrl(scheme, value),
    }),
  }),
})
