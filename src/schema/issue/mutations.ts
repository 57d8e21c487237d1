import { builder } from '../builder.ts'
import { mutationsOf } from '../mutation.ts'

const { create, update } = mutationsOf('Issue', { one: 'an issue', example: 'us-election-interference-2016' })

builder.mutationFields((t) => ({
  createIssue: t.field(create),
  updateIssue: t.field(update),
}))
