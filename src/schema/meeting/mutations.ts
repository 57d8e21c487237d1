import { builder } from '../builder.ts'
import { mutationsOf } from '../mutation.ts'

const { create, update } = mutationsOf('Meeting', { one: 'a meeting', example: 'trump-putin-hamburg-2017' })

builder.mutationFields((t) => ({
  createMeeting: t.field(create),
  updateMeeting: t.field(update),
}))
