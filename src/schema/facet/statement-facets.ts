import type { StatementAct } from '../../generated/prisma/enums.ts'
import type { FacetCount } from '../../reading/facets.ts'
import type { Row } from '../../reading/reader.ts'
import { builder, type NodeModel } from '../builder.ts'
import type { NodeConnection } from '../connection.ts'
import { StatementActEnum } from '../statement/filter.ts'
import {
  countDescription,
  facetArguments,
  inOrderOfYears,
  ParticipantCount,
  TopicCount,
  valuesOf,
  YearCount,
} from './count.ts'

const StatementActCount = builder.objectRef<FacetCount>('StatementActCount').implement({
  description: 'How many statements do something.',
  fields: (t) => ({
    act: t.field({
      type: StatementActEnum,
      description: 'What they do.',
      resolve: ({ value }) => value as StatementAct,
    }),
    count: t.exposeInt('count', { description: countDescription }),
  }),
})

const StatementFacets = builder.objectRef<NodeConnection<Row<NodeModel>>>('StatementFacets').implement({
  description:
    'Counts over the whole filtered list of statements, not only the page. What has no value is left out.',
  fields: (t) => ({
    byAct: t.field({
      type: [StatementActCount],
      description: 'By what the speaker does by saying it, the most frequent first.',
      resolve: (statements) => statements.facet({ column: 'act' }),
    }),
    bySpeaker: t.field({
      type: [ParticipantCount],
      description: 'By speaker, the most frequent first.',
      args: facetArguments,
      resolve: (statements, { first }) => statements.facet({ column: 'speakerId' }, valuesOf(first)),
    }),
    byTopic: t.field({
      type: [TopicCount],
      description: 'By topic, the most frequent first. A statement counts for each of its topics.',
      args: facetArguments,
      resolve: (statements, { first }) =>
        statements.facet({ relation: 'topics', column: 'topicId' }, valuesOf(first)),
    }),
    byYear: t.field({
      type: [YearCount],
      description: 'By the year of the earliest day, in the order of years.',
      resolve: async (statements) => inOrderOfYears(await statements.facet({ yearOf: 'date' })),
    }),
  }),
})

builder.objectField('StatementConnection', 'facets', (t) =>
  t.field({
    type: StatementFacets,
    nullable: true,
    description: 'Counts over the whole filtered list. Only those that are asked for are made.',
    resolve: (connection) => connection,
  }),
)
