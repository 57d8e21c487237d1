import { z } from 'zod'
import { ParticipantKind } from '../../generated/prisma/enums.ts'
import { countryCode, fuzzyDate, optional, optionalText, slug, text, withDefault } from './fields.ts'
import { citations, externalIds } from './parts.ts'
import { distinctList, list, reference } from './structure.ts'

const office = z.strictObject({
  title: text(),
  of: optional(reference('Participant')),
  period: optional(fuzzyDate),
})

export const participantInput = z.strictObject({
  slug: optional(slug),
  name: text(),
  aliases: distinctList(text()),
  kind: z.enum(ParticipantKind),
  isAnonymous: withDefault(z.boolean(), false),
  description: optionalText(),
  countryCode: optional(countryCode),
  // The same title can be held twice, at different times.
  offices: list(office),
  externalIds,
  citations,
})

export type ParticipantInput = z.output<typeof participantInput>
