import { z } from 'zod'
import { optional, optionalText, slug, text } from './fields.ts'
import { citations } from './parts.ts'
import { reference } from './structure.ts'

export const topicInput = z.strictObject({
  slug: optional(slug),
  name: text(),
  description: optionalText(),
  broader: optional(reference('Topic')),
  citations,
})

export type TopicInput = z.output<typeof topicInput>
