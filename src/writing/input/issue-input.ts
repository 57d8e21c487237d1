import { z } from 'zod'
import { optional, slug, text } from './fields.ts'
import { citations } from './parts.ts'
import { distinctList, reference } from './structure.ts'

export const issueInput = z.strictObject({
  slug: optional(slug),
  question: text(),
  topics: distinctList(reference('Topic')),
  citations,
})

export type IssueInput = z.output<typeof issueInput>
