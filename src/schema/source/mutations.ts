import { builder } from '../builder.ts'
import { mutationsOf } from '../mutation.ts'

const { create, update } = mutationsOf('Source', { one: 'a source', example: 'hamburg-meeting-report-2017' })

builder.mutationFields((t) => ({
  createSource: t.field(create),
  updateSource: t.field(update),
}))
