/** The corpus, as a source. */
export const SOURCE = {
  slug: 'un-general-debate-corpus',
  title: 'Jankin, Baturo and Dasandi: United Nations General Debate Corpus',
  kind: 'DATASET',
  publisher: 'Harvard Dataverse',
  url: 'https://doi.org/10.7910/DVN/0TJX8Y',
  language: 'en',
  externalIds: [{ scheme: 'doi', value: '10.7910/DVN/0TJX8Y' }],
}

/** What the corpus proves, at a place in it where there is one: the file of a speech, or a row of the sheet. */
export function citationOf(locator?: string) {
  return { source: SOURCE.slug, ...(locator === undefined ? {} : { locator }) }
}
