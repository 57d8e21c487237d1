import { builder } from '../builder.ts'
import { relatedNode } from '../related.ts'
import { StanceEnum } from '../statement/filter.ts'

builder.prismaObject('Position', {
  description:
    'The stance of a statement on an issue. It is held by the side on whose behalf the statement was made, else by its speaker.',
  select: { statementId: true, issueId: true },
  fields: (t) => ({
    issue: t.relation('issue', { description: 'The question.' }),
    statement: t.relation('statement', { description: 'The statement that takes the stance.' }),
    stance: t.expose('stance', { type: StanceEnum }),
    side: t.field(
      relatedNode('Participant', {
        path: ['statement', 'side'],
        description: 'Who holds it: on whose behalf the statement was made, else its speaker.',
      }),
    ),
    accordingTo: t.field({
      type: 'Participant',
      nullable: true,
      description:
        'Whose word there is for it, where the statement is only reported: the speaker at the outer end of its chain.',
      select: (_args, _context, nested) => ({
        statement: { select: { reportedInId: true, outermost: { select: { speaker: nested() } } } },
      }),
      resolve: ({ statement }) => (statement.reportedInId === null ? null : statement.outermost.speaker),
    }),
  }),
})
