import type { MeetingKind } from '../../generated/prisma/enums.ts'
import type { FacetCount } from '../../reading/facets.ts'
import type { Row } from '../../reading/reader.ts'
import { builder, type NodeModel } from '../builder.ts'
import type { NodeConnection } from '../connection.ts'
import { MeetingKindEnum } from '../meeting/filter.ts'
import { countDescription, facetArguments, inOrderOfYears, TopicCount, valuesOf, YearCount } from './count.ts'

const MeetingKindCount = builder.objectRef<FacetCount>('MeetingKindCount').implement({
  description: 'How many meetings are of a kind.',
  fields: (t) => ({
    kind: t.field({
      type: MeetingKindEnum,
      description: 'The kind.',
      resolve: ({ value }) => value as MeetingKind,
    }),
    count: t.exposeInt('count', { description: countDescription }),
  }),
})

const CountryCount = builder.objectRef<FacetCount>('CountryCount').implement({
  description: 'How many meetings took place in a country.',
  fields: (t) => ({
    countryCode: t.field({ type: 'CountryCode', description: 'The country.', resolve: ({ value }) => value }),
    count: t.exposeInt('count', { description: countDescription }),
  }),
})

const MeetingFacets = builder.objectRef<NodeConnection<Row<NodeModel>>>('MeetingFacets').implement({
  description:
    'Counts over the whole filtered list of meetings, not only the page. What has no value is left out.',
  fields: (t) => ({
    byKind: t.field({
      type: [MeetingKindCount],
      description: 'By kind, the most frequent first.',
      resolve: (meetings) => meetings.facet({ column: 'kind' }),
    }),
    byCountry: t.field({
      type: [CountryCount],
      description: 'By the country of the place, the most frequent first.',
      args: facetArguments,
      resolve: (meetings, { first }) => meetings.facet({ column: 'placeCountryCode' }, valuesOf(first)),
    }),
    byYear: t.field({
      type: [YearCount],
      description: 'By the year of the earliest day, in the order of years.',
      resolve: async (meetings) => inOrderOfYears(await meetings.facet({ yearOf: 'date' })),
    }),
    byTopic: t.field({
      type: [TopicCount],
      description: 'By topic, the most frequent first. A meeting counts for each of its topics.',
      args: facetArguments,
      resolve: (meetings, { first }) =>
        meetings.facet({ relation: 'topics', column: 'topicId' }, valuesOf(first)),
    }),
  }),
})

builder.objectField('MeetingConnection', 'facets', (t) =>
  t.field({
    type: MeetingFacets,
    nullable: true,
    description: 'Counts over the whole filtered list. Only those that are asked for are made.',
    resolve: (connection) => connection,
  }),
)
