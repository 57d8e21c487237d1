import { GraphQLError, Kind } from 'graphql'
import { builder } from './builder.ts'

// These scalars take any string as input: whether it is a date, an address or a code is told by whoever
// reads it, with the path of the field and what would be right, and not by refusing the whole operation.
const texts = {
  Date: {
    description: 'A calendar day in ISO 8601, UTC. Example: `2017-07-07`.',
    specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339#section-5.6',
  },
  EDTF: {
    description:
      'A date as precisely as it is known: Extended Date/Time Format (ISO 8601-2), levels 0 and 1, days and coarser, ' +
      'years 0001 to 9999. Examples: `2017-07-07`, `2017-07`, `2017-07-06/2017-07-08` (from the first to the last day), ' +
      '`2017-07-09/..` (open end), `1985~` (about), `1985?` (uncertain), `198X` (some year of the 1980s), `2017-22` (summer).',
    specifiedByURL: 'https://www.loc.gov/standards/datetime/',
  },
  URL: {
    description: 'An absolute http or https address. Example: `https://www.un.org/en/ga/`.',
    specifiedByURL: 'https://url.spec.whatwg.org/',
  },
  CountryCode: {
    description:
      'A state: ISO 3166-1 alpha-2, the reserved `EU`, or the four letters of ISO 3166-3 for a former state. ' +
      'Examples: `DE`, `EU`, `SUHH` (Soviet Union), `DDDE` (German Democratic Republic).',
    specifiedByURL: 'https://www.iso.org/iso-3166-country-codes.html',
  },
  LanguageTag: {
    description: 'A language: BCP 47. Examples: `en`, `pt-BR`, `zh-Hans`.',
    specifiedByURL: 'https://www.rfc-editor.org/info/bcp47',
  },
} as const

for (const name of Object.keys(texts).filter((key): key is keyof typeof texts => key in texts)) {
  builder.scalarType(name, {
    ...texts[name],
    serialize: (value) => value,
    parseValue: (value) => textOf(name, value),
    parseLiteral: (node) => textOf(name, node.kind === Kind.STRING ? node.value : undefined),
  })
}

builder.scalarType('DateTime', {
  description: 'An instant in UTC, RFC 3339. Example: `2026-11-23T20:48:00.000Z`.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339',
  serialize: (value) => value.toISOString(),
  parseValue: (value) => textOf('DateTime', value),
})

builder.scalarType('JSON', {
  description:
    'Any JSON value. Example: `{ "type": "Topic", "slug": "arms-control", "name": "Arms control" }`, an entry as a line of the interchange format.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc8259',
  serialize: (value) => value,
})

function textOf(scalar: string, value: unknown): string {
  if (typeof value === 'string') return value
  throw new GraphQLError(`${scalar} is written as a string.`, { extensions: { code: 'BAD_USER_INPUT' } })
}
