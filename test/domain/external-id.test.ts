import { describe, expect, it } from 'vitest'
import { externalIdUrl } from '../../src/domain/external-id.ts'

describe('externalIdUrl', () => {
  it.each([
    ['wikidata', 'Q22686', 'https://www.wikidata.org/wiki/Q22686'],
    ['Wikidata', 'Q22686', 'https://www.wikidata.org/wiki/Q22686'],
    ['viaf', '49272447', 'https://viaf.org/viaf/49272447'],
    ['isni', '0000 0001 2103 2683', 'https://isni.org/isni/0000000121032683'],
    ['orcid', '0000-0002-1825-0097', 'https://orcid.org/0000-0002-1825-0097'],
    ['doi', '10.7910/DVN/0TJX8Y', 'https://doi.org/10.7910/DVN/0TJX8Y'],
    ['doi', '10.1000/a<b>?#c', 'https://doi.org/10.1000/a%3Cb%3E%3F%23c'],
    ['lccn', 'n79043402', 'https://lccn.loc.gov/n79043402'],
    ['gnd', '118540238', 'https://d-nb.info/gnd/118540238'],
    ['gnd', '2004173-6', 'https://d-nb.info/gnd/2004173-6'],
    ['ror', '02nr0ka47', 'https://ror.org/02nr0ka47'],
    ['geonames', '2911298', 'https://www.geonames.org/2911298'],
  ])('finds %s %s at %s', (scheme, value, url) => {
    expect(externalIdUrl(scheme, value)).toBe(url)
  })

  it.each([
    ['unknown', '1'],
    ['constructor', '1'],
    ['wikidata', 'hamburg'],
    ['wikidata', 'Q1/../../evil'],
    ['doi', '10.1000/\ud800'],
    ['doi', `10.1000/${'a'.repeat(500)}`],
    ['viaf', ''],
  ])('knows no page for %s %j', (scheme, value) => {
    expect(externalIdUrl(scheme, value)).toBeNull()
  })
})
