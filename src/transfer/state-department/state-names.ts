import type { HistorianState } from './historian-states.ts'

/** States whose names have an article in a sentence. */
const WITH_ARTICLE =
  /^(?:Bahamas|Central African Republic|Comoros|Cook Islands|Democratic Republic|Dominican Republic|Gambia|Holy See|Ivory Coast|Kingdom|Maldives|Marshall Islands|Netherlands|Philippines|Republic|Seychelles|Solomon Islands|Soviet Union|United)/

/** The name of a state as it stands behind "of": "the Netherlands". */
export function inSentence({ name }: Pick<HistorianState, 'name'>): string {
  return WITH_ARTICLE.test(name) ? `the ${name}` : name
}
