import { builder } from '../builder.ts'
import { lookup } from '../lookup.ts'
import { rootList } from '../root-list.ts'
import { statements } from './list.ts'

builder.queryFields((t) => ({
  statement: t.field(lookup('Statement', { one: 'A statement', example: 'tillerson-trump-pressed-putin' })),
  statements: t.field(
    rootList(statements, {
      field: 'Query.statements',
      description: 'Statements, newest first unless asked otherwise.',
    }),
  ),
}))
