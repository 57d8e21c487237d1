/** A word of running text, or a mark between words: `,` `;` `:` `(` `)`. */
export type Token = string

/** Words that end in a full stop without ending the sentence. */
const ABBREVIATIONS =
  /^(?:(?:\p{Lu}\.)+|Jr|Sr|Dr|Mr|Mrs|Ms|St|Gen|Lt|Col|Sen|Rep|Gov|Adm|Amb|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Va|Ga|Md|Mich|vs|No)\.?$/u

/**
 * The sentences of a text in words and marks. Misprints that part what belongs together are put right: a hyphen with a
 * blank beside it, an office without a blank behind it.
 */
export function sentencesOf(text: string): Token[][] {
  const sentences: Token[][] = [[]]
  for (const piece of tidied(text).match(/[,;:()“”"[\]]|[^\s,;:()“”"[\]]+/g) ?? []) {
    const sentence = sentences.at(-1) ?? []
    if (/^[“”"]$/.test(piece)) continue
    if (/[.!?]$/.test(piece) && (!ABBREVIATIONS.test(piece) || isOrdinalOf(piece, sentence))) {
      const word = piece.replace(/[.!?]+$/, '')
      if (word !== '') sentence.push(word)
      sentences.push([])
    } else {
      sentence.push(piece)
    }
  }
  return sentences.filter((sentence) => sentence.length > 0)
}

/** "King Olaf V." ends a sentence, "V. Holt" does not. */
function isOrdinalOf(piece: string, sentence: readonly Token[]): boolean {
  return /^[IVX]+\.$/.test(piece) && /^(?:King|Queen|Pope|Emperor|Prince|Shah)$/.test(sentence.at(-2) ?? '')
}

/** Misprints of offices. */
const MISPRINTS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:Ministe|Ministere|Minster|MInister)\b/g, 'Minister'],
  [/(?<=\b(?:Minister|President|Secretary|Chancellor))\/(?=\p{Lu})/gu, ' and '],
  [/\bEconomic and Cooperation\b/g, 'Economic Cooperation'],
  [/\bDato’ Sri\b/g, 'Dato’'],
  [/\b(President|Minister|Chancellor|Premier|King|Secretary)(?=\p{Lu}\p{Ll})/gu, '$1 '],
  [/\b(President|Chancellor|Minister|Premier) ?[-–] ?(elect|designate)\b/gi, '$1-$2'],
  [/\bMinister-Prince\b/g, 'Minister Prince'],
  [/\b([Aa]l|[Ee]l|[Uu]l|[Uu]d|[Aa]s|[Aa]n|[Aa]d|[Aa]sh|[Aa]t) ?[-–] ?(?=\p{Lu})/gu, '$1-'],
]

function tidied(text: string): string {
  const plain = text
    .normalize('NFC')
    .replace(/[‘ʼ'`]/g, '’')
    .replace(/\s+/g, ' ')
  return MISPRINTS.reduce((put, [misprint, right]) => put.replace(misprint, right), plain)
}

/** Whether a token is a mark. */
export function isMark(token: Token | undefined): boolean {
  return token !== undefined && /^[,;:()[\]]$/.test(token)
}
