import { z } from 'zod'
import { countryCode, degrees, optional, optionalText, refuse, slug, text } from './fields.ts'
import { typeNames } from './names.ts'
import { distinctList, list, listDistinctBy, reference } from './structure.ts'

/** Rules about several fields at once are looked at even where one of the fields breaks a rule of its own. */
export const always = { when: ({ value }: { value: unknown }) => typeof value === 'object' && value !== null }

export const ownSlug = optional(slug).describe(
  'The stable key that people type, unique within its type: words of a-z and 0-9 with single hyphens between, at most 120 characters. Made of the first words of the entry where it is left out, and never changed. Example: `"g20-hamburg-2017"`.',
)

export const place = z
  .strictObject({
    name: text().describe('What the place is called. Example: `"Hamburg"`.'),
    countryCode: optional(countryCode).describe('The state in which it lies. Example: `"DE"`.'),
    latitude: optional(degrees(90)).describe(
      'Degrees north of the equator, -90 to 90; only together with the longitude. Example: `53.5503`.',
    ),
    longitude: optional(degrees(180)).describe(
      'Degrees east of Greenwich, -180 to 180; only together with the latitude. Example: `9.9937`.',
    ),
  })
  .superRefine(({ latitude, longitude }, context) => {
    const missing = latitude === null ? 'latitude' : 'longitude'
    if ((latitude === null) !== (longitude === null)) {
      refuse(context, 'REQUIRED', 'is missing: latitude and longitude come in pairs', [missing])
    }
  }, always)
  .register(typeNames, { name: 'PlaceInput' })
  .describe(
    'A place, as the sources call it. Example: `{ name: "Hamburg", countryCode: "DE", latitude: 53.5503, longitude: 9.9937 }`.',
  )

export const topics = distinctList(reference('Topic')).describe(
  'The topics that it is on, each once: slugs or global IDs. Example: `["summit-diplomacy"]`.',
)

/** An index of PostgreSQL, which sees to it that no other entry has it, takes 2,704 bytes in all. */
const LONGEST_SCHEME = 100
const LONGEST_IDENTIFIER = 500

const externalId = z
  .strictObject({
    scheme: text(LONGEST_SCHEME).describe('The system. Example: `"wikidata"`.'),
    value: text(LONGEST_IDENTIFIER).describe('The identifier there. Example: `"Q22686"`.'),
  })
  .register(typeNames, { name: 'ExternalIdInput' })
  .describe(
    'What another system calls an entry; no two entries have the same. Example: `{ scheme: "wikidata", value: "Q22686" }`.',
  )

export const externalIds = listDistinctBy(externalId, ['scheme', 'value']).describe(
  'What other systems call it. Example: `[{ scheme: "wikidata", value: "Q22686" }]`.',
)

const citation = z
  .strictObject({
    source: reference('Source').describe(
      'The source: a slug or a global ID. Example: `"hamburg-meeting-report-2017"`.',
    ),
    locator: optionalText().describe('The place in the source. Example: `"paragraph 4"`.'),
    quote: optionalText().describe(
      'The words of the source at that place. Example: `"on more than one occasion"`',
    ),
    note: optionalText().describe(
      'What had to be inferred. Example: `"The report says only Friday: taken to be 7 July 2017."`',
    ),
  })
  .register(typeNames, { name: 'CitationInput' })
  .describe(
    'A place in a source that proves something. Example: `{ source: "hamburg-meeting-report-2017", locator: "paragraph 4" }`.',
  )

export const citations = list(citation).describe(
  'The places in sources that prove it. Example: `[{ source: "hamburg-meeting-report-2017", locator: "paragraph 4" }]`.',
)

export type Place = z.output<typeof place>
export type Citation = z.output<typeof citation>
export type ExternalId = z.output<typeof externalId>
