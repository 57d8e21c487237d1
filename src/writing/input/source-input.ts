import { z } from 'zod'
import { SourceKind } from '../../generated/prisma/enums.ts'
import { day, fuzzyDate, languageTag, optional, optionalText, slug, text, url } from './fields.ts'
import { citations, externalIds } from './parts.ts'
import { reference } from './structure.ts'

export const sourceInput = z.strictObject({
  slug: optional(slug),
  title: text(),
  kind: z.enum(SourceKind),
  author: optional(reference('Participant')),
  publisher: optionalText(),
  url: optional(url),
  archiveUrl: optional(url),
  published: optional(fuzzyDate),
  retrieved: optional(day),
  language: optional(languageTag),
  externalIds,
  citations,
})

export type SourceInput = z.output<typeof sourceInput>
