import { z } from 'zod'
import { optional, optionalText, text } from './fields.ts'
import { citations, ownSlug } from './parts.ts'
import { reference } from './structure.ts'

export const topicInput = z
  .strictObject({
    slug: ownSlug,
    name: text().describe('What the topic is called. Example: `"Arms control"`.'),
    description: optionalText().describe(
      'What belongs to it. Example: `"Limits on weapons, and their verification."`',
    ),
    broader: optional(reference('Topic')).describe(
      'The topic of which it is a part: a slug or a global ID. Example: `"diplomacy"`.',
    ),
    citations,
  })
  .describe('A new topic. Example: `{ name: "Arms control", broader: "diplomacy" }`.')

export type TopicInput = z.output<typeof topicInput>
