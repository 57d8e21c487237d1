import type { StatementLinkKind } from '../../generated/prisma/enums.ts'
import type { Row } from '../../reading/reader.ts'
import type { Query, Selection } from '../../reading/selection.ts'
import { builder } from '../builder.ts'
import { describedEnum } from '../enum.ts'
import { oneOf } from '../filter.ts'

const StatementLinkKindEnum = describedEnum<StatementLinkKind>('StatementLinkKind', {
  description: 'How one statement bears on another.',
  values: {
    REPLIES_TO: 'It answers the other.',
    CONTRADICTS: 'Both cannot be true; this holds in both directions.',
    CORROBORATES: 'It bears the other out.',
    CORRECTS: 'It puts right what the other has wrong.',
    REVISES: 'The same side says it anew, differently.',
    ELABORATES: 'It says more on the same.',
  },
})

const LinkDirection = builder.enumType('LinkDirection', {
  description: 'Which of the links of a statement.',
  values: {
    FROM: { description: 'Those that lead from it to others.' },
    TO: { description: 'Those that lead from others to it.' },
    BOTH: { description: 'Those in either direction.' },
  },
})

builder.prismaObject('StatementLink', {
  select: { fromId: true, toId: true, kind: true },
  fields: (t) => ({
    kind: t.expose('kind', { type: StatementLinkKindEnum }),
    from: t.relation('from', { description: 'The statement that bears on the other.' }),
    to: t.relation('to', { description: 'The statement on which it bears.' }),
    note: t.exposeString('note', { nullable: true }),
  }),
})

interface LinkArguments {
  kind?: readonly StatementLinkKind[] | null
  direction?: 'FROM' | 'TO' | 'BOTH' | null
}

const relations = { FROM: ['linksFrom'], TO: ['linksTo'], BOTH: ['linksFrom', 'linksTo'] }

/** The options of the field that gives the links of a statement. */
export const statementLinks = {
  type: ['StatementLink'] as ['StatementLink'],
  description: 'How it bears on other statements, and they on it.',
  args: builder.args((t) => ({
    kind: t.field({
      type: [StatementLinkKindEnum],
      description: 'Only links of these kinds. Example: `[CONTRADICTS]`.',
    }),
    direction: t.field({
      type: LinkDirection,
      defaultValue: 'BOTH',
      description: 'From it, to it, or both. Example: `FROM`.',
    }),
  })),
  extensions: {
    pothosPrismaSelect: (
      { kind, direction }: LinkArguments,
      _context: object,
      nested: (query: Query) => Query,
    ): { select: Selection } => {
      const query = nested({ where: { all: oneOf('kind', kind) } })
      return {
        select: Object.fromEntries(relations[direction ?? 'BOTH'].map((relation) => [relation, query])),
      }
    },
  },
  resolve: (statement: object, { direction }: LinkArguments): Row<'StatementLink'>[] =>
    relations[direction ?? 'BOTH'].flatMap((relation) => Reflect.get(statement, relation)),
}
