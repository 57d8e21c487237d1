import { z } from 'zod'
import { day, fuzzyDate, languageTag, optional, optionalText, text, url } from './fields.ts'
import { enumValue } from './names.ts'
import { citations, externalIds, ownSlug } from './parts.ts'
import { reference } from './structure.ts'

export const sourceInput = z
  .strictObject({
    slug: ownSlug,
    title: text().describe(
      'What the source is called. Example: `"Declaration of the G20 leaders, Hamburg"`.',
    ),
    kind: enumValue('SourceKind').describe('What sort of source it is. Example: `OFFICIAL_DOCUMENT`.'),
    author: optional(reference('Participant')).describe(
      'Who wrote or made it: a slug or a global ID. Example: `"g20"`.',
    ),
    publisher: optionalText().describe('Who published it. Example: `"Federal Government of Germany"`.'),
    url: optional(url).describe('Where it is found. Example: `"https://www.g20germany.de/"`.'),
    archiveUrl: optional(url).describe(
      'Where a copy is kept. Example: `"https://web.archive.org/web/2017/https://www.g20germany.de/"`.',
    ),
    published: optional(fuzzyDate).describe('When it was published. Example: `"2017-07-08"`.'),
    retrieved: optional(day).describe(
      'The day on which it was read at its address. Example: `"2017-07-09"`.',
    ),
    language: optional(languageTag).describe('The language it is in. Example: `"en"`.'),
    externalIds,
    citations,
  })
  .describe(
    'A new source. Example: `{ title: "News report on the G20 summit", kind: NEWS_REPORT, language: "en" }`.',
  )

export type SourceInput = z.output<typeof sourceInput>
