import { builder } from '../builder.ts'
import { mutationsOf } from '../mutation.ts'

const { create, update } = mutationsOf('Topic', { one: 'a topic', example: 'summit-diplomacy' })

builder.mutationFields((t) => ({
  createTopic: t.field(create),
  updateTopic: t.field(update),
}))
