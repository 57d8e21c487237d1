import { z } from 'zod'
import { countryCode, fuzzyDate, optional, optionalText, text, withDefault } from './fields.ts'
import { enumValue, typeNames } from './names.ts'
import { citations, externalIds, ownSlug } from './parts.ts'
import { distinctList, list, reference } from './structure.ts'

const office = z
  .strictObject({
    title: text().describe('The title as it is held. Example: `"U.S. Secretary of State"`.'),
    of: optional(reference('Participant')).describe(
      'The state or organization whose office it is: a slug or a global ID. Example: `"united-states"`.',
    ),
    period: optional(fuzzyDate).describe(
      'The time for which it is held; left out where no source says. Example: `"2017-02-01/2018-03-31"`.',
    ),
  })
  .register(typeNames, { name: 'OfficeInput' })
  .describe(
    'A title held for a time. Example: `{ title: "U.S. Secretary of State", of: "united-states", period: "2017-02-01/2018-03-31" }`.',
  )

export const participantInput = z
  .strictObject({
    slug: ownSlug,
    name: text().describe('The name without titles. Example: `"Angela Merkel"`.'),
    aliases: distinctList(text()).describe(
      'Other names by which the sources know them, each once. Example: `["Chancellor Merkel"]`.',
    ),
    kind: enumValue('ParticipantKind').describe('What sort of participant it is. Example: `PERSON`.'),
    isAnonymous: withDefault(z.boolean(), false).describe(
      'True for those whom the sources do not name. Example: `true` for the writer of an unsigned report.',
    ),
    description: optionalText().describe(
      'Who they are, in a sentence. Example: `"Chancellor of Germany when the G20 met in Hamburg."`',
    ),
    countryCode: optional(countryCode).describe(
      'Of a state its code; of a person the state they belong to. Example: `"DE"`.',
    ),
    // The same title can be held twice, at different times.
    offices: list(office).describe(
      'The offices that they hold or held. Example: `[{ title: "Chancellor of Germany", of: "germany" }]`.',
    ),
    externalIds,
    citations,
  })
  .describe('A new participant. Example: `{ name: "Angela Merkel", kind: PERSON, countryCode: "DE" }`.')

export type ParticipantInput = z.output<typeof participantInput>
