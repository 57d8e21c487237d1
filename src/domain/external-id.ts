/** Where a system shows what it knows under an identifier, and what its identifiers look like. */
interface Scheme {
  pattern: RegExp
  url: (value: string) => string
}

/** The identifiers of one system, each at the end of the same address. */
function at(base: string, pattern: RegExp): Scheme {
  return { pattern, url: (value) => base + value.split('/').map(encodeURIComponent).join('/') }
}

const SCHEMES: ReadonlyMap<string, Scheme> = new Map([
  // https://www.wikidata.org/wiki/Wikidata:Identifiers
  ['wikidata', at('https://www.wikidata.org/wiki/', /^Q[1-9]\d{0,11}$/)],
  ['viaf', at('https://viaf.org/viaf/', /^[1-9]\d{0,21}$/)],
  // Printed in groups of four, written in addresses without the spaces between.
  [
    'isni',
    {
      pattern: /^(?:\d{4} ?){3}\d{3}[\dX]$/,
      url: (value) => `https://isni.org/isni/${value.replaceAll(' ', '')}`,
    },
  ],
  ['orcid', at('https://orcid.org/', /^(?:\d{4}-){3}\d{3}[\dX]$/)],
  // https://www.doi.org/doi-handbook/HTML/encoding-rules-for-urls.html: everything but the slashes is
  // encoded.
  ['doi', at('https://doi.org/', /^10\.\d{4,9}(?:\.\d+)*\/\S+$/)],
  ['handle', at('https://hdl.handle.net/', /^[\w.]+\/\S+$/)],
  ['lccn', at('https://lccn.loc.gov/', /^[a-z]{0,3}\d{8,10}$/)],
  ['gnd', at('https://d-nb.info/gnd/', /^\d{1,10}-?[\dX]$/)],
  ['ror', at('https://ror.org/', /^0[a-z\d]{6}\d{2}$/)],
  ['geonames', at('https://www.geonames.org/', /^[1-9]\d{0,11}$/)],
])

/** The longest identifier that is looked at, in characters. */
const MAX_LENGTH = 500

/**
 * The page of another system about what it calls by this identifier; null for a scheme that is not known
 * here, and for a value that is none of its identifiers. Schemes: wikidata, viaf, isni, orcid, doi, handle,
 * lccn, gnd, ror, geonames.
 */
export function externalIdUrl(scheme: string, value: string): string | null {
  const known = SCHEMES.get(scheme.toLowerCase())
  if (!known || value.length > MAX_LENGTH || !value.isWellFormed() || !known.pattern.test(value)) return null
  return known.url(value)
}
