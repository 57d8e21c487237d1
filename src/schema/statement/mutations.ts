import { builder } from '../builder.ts'
import { mutationsOf } from '../mutation.ts'

const { create, update } = mutationsOf('Statement', {
  one: 'a statement',
  example: 'tillerson-trump-pressed-putin',
})

builder.mutationFields((t) => ({
  createStatement: t.field(create),
  updateStatement: t.field(update),
}))
