import { z } from 'zod'
import { countryCode, degrees, optional, optionalText, refuse, text } from './fields.ts'
import { list, listDistinctBy, reference } from './structure.ts'

/** Rules about several fields at once are looked at even where one of the fields breaks a rule of its own. */
export const always = { when: ({ value }: { value: unknown }) => typeof value === 'object' && value !== null }

export const place = z
  .strictObject({
    name: text(),
    countryCode: optional(countryCode),
    latitude: optional(degrees(90)),
    longitude: optional(degrees(180)),
  })
  .superRefine(({ latitude, longitude }, context) => {
    const missing = latitude === null ? 'latitude' : 'longitude'
    if ((latitude === null) !== (longitude === null)) {
      refuse(context, 'REQUIRED', 'is missing: latitude and longitude come in pairs', [missing])
    }
  }, always)

export const externalIds = listDistinctBy(z.strictObject({ scheme: text(), value: text() }), [
  'scheme',
  'value',
])

export const citations = list(
  z.strictObject({
    source: reference('Source'),
    locator: optionalText(),
    quote: optionalText(),
    note: optionalText(),
  }),
)

export type Place = z.output<typeof place>
export type Citation = z.output<typeof citations>[number]
export type ExternalId = z.output<typeof externalIds>[number]
