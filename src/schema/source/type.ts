import { dayOf } from '../../domain/day.ts'
import { builder } from '../builder.ts'
import { citations } from '../citation/list.ts'
import { Entry, Node } from '../entry.ts'
import { fuzzyDateField } from '../fuzzy-date.ts'
import { relatedList } from '../related-list.ts'
import { SourceKindEnum } from './filter.ts'

builder.prismaObject('Source', {
  interfaces: [Entry, Node],
  select: { id: true },
  fields: (t) => ({
    title: t.exposeString('title'),
    kind: t.expose('kind', { type: SourceKindEnum }),
    author: t.relation('author', {
      nullable: true,
      description: 'Who wrote or made it; anonymous where nobody is named.',
    }),
    publisher: t.exposeString('publisher', { nullable: true }),
    url: t.expose('url', { type: 'URL', nullable: true }),
    archiveUrl: t.expose('archiveUrl', { type: 'URL', nullable: true }),
    published: t.field(fuzzyDateField('published', 'When it was published.')),
    retrieved: t.field({
      type: 'Date',
      nullable: true,
      description: 'The day on which it was read at its address.',
      select: { retrieved: true },
      resolve: ({ retrieved }) => retrieved && dayOf(retrieved),
    }),
    language: t.expose('language', { type: 'LanguageTag', nullable: true }),
    proves: t.field(
      relatedList(citations, {
        field: 'Source.proves',
        of: 'Source',
        relation: 'proves',
        description: 'The entries that this source proves, in the order in which they were recorded.',
      }),
    ),
    externalIds: t.relation('externalIds', { description: 'What other systems call it.' }),
  }),
})
