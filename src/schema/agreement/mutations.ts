import { builder } from '../builder.ts'
import { mutationsOf } from '../mutation.ts'

const { create, update } = mutationsOf('Agreement', {
  one: 'an agreement',
  example: 'syria-southwest-ceasefire-2017',
})

builder.mutationFields((t) => ({
  createAgreement: t.field(create),
  updateAgreement: t.field(update),
}))
