import { z } from 'zod'
import { text } from './fields.ts'
import { citations, ownSlug, topics } from './parts.ts'

export const issueInput = z
  .strictObject({
    slug: ownSlug,
    question: text().describe(
      'The question, so put that a statement can affirm or deny it. Example: `"Did Russia interfere in the American election of 2016?"`',
    ),
    topics,
    citations,
  })
  .describe(
    'A new issue. Example: `{ question: "Did Russia interfere in the American election of 2016?", topics: ["election-interference"] }`.',
  )

export type IssueInput = z.output<typeof issueInput>
