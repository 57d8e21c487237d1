/** What ends a line: also alone, or the other way round, as some of the files have it. */
const LINE_END = /\r\n?|\n\r?|[\f\v\u2028\u2029]/

const SENTENCE_END = /[.!?:;…][”"’'»)\]]*$/

/** Some records number the paragraphs: "41. As we consider …". */
const NUMBERED = /^\d{1,4}\.\s/

const FIRST_WORD = /^\S+/
const WORD = /\p{L}+(?:[-’']\p{L}+)*/gu

/** A hyphen that is there only where a line ends, as copies of such texts show it within a line. */
const SOFT_HYPHEN = /(?<=(\p{L}+))[¬\u00ad]\s*(\p{Ll}+)/gu
const CUT_WORD = /(?<=(\p{L}+))-$/u
const REST_OF_WORD = /^\p{Ll}+/u

/** Where more of the lines than this end within a sentence, lines are of print, and not paragraphs. */
const WRAPPED = 0.6

/** A line of the file, and whether a blank one stands before it. */
interface PrintedLine {
  text: string
  afterBlank: boolean
}

/**
 * The text of a speech, its paragraphs parted by a blank line, as far as the layout of the file tells them. Nothing but
 * white space changes, and the hyphen of a word that a line cut in two, where the speech has the word whole elsewhere.
 *
 * Most files have a paragraph a line; there a line that ends within a sentence is continued by one that begins with a
 * small letter. In the others lines are of print: a paragraph ends with a sentence, before a blank line, a numbered
 * paragraph, or a line whose first word would still have fitted.
 */
export function speechText(file: string): string {
  const knows = vocabularyOf(file)
  const lines = linesOf(
    file.replace(SOFT_HYPHEN, (_, left, right) => join({ left, right, mark: '', knows }).slice(left.length)),
  )
  const endsParagraph = isWrapped(lines) ? endsPrintedParagraph(usualLength(lines)) : endsLineParagraph
  const pieces: string[] = []
  for (const [place, line] of lines.entries()) {
    const before = lines[place - 1]
    const last = pieces.pop()
    if (before === undefined || last === undefined) pieces.push(line.text)
    else if (endsParagraph(before, line)) pieces.push(last, '\n\n', line.text)
    else pieces.push(...continued({ last, line: line.text, knows }))
  }
  return pieces.join('')
}

function linesOf(file: string): PrintedLine[] {
  const lines = file.split(LINE_END).map((line) => line.trim())
  return lines.flatMap((text, place) =>
    text === '' ? [] : [{ text, afterBlank: place > 0 && lines[place - 1] === '' }],
  )
}

function isWrapped(lines: readonly PrintedLine[]): boolean {
  const followed = lines.slice(0, -1)
  return followed.filter(({ text }) => !SENTENCE_END.test(text)).length > WRAPPED * followed.length
}

/** The median. */
function usualLength(lines: readonly PrintedLine[]): number {
  const lengths = lines.map(({ text }) => text.length).sort((one, other) => one - other)
  return lengths[Math.floor(lengths.length / 2)] ?? 0
}

function endsLineParagraph(line: PrintedLine, next: PrintedLine): boolean {
  return SENTENCE_END.test(line.text) || !/^\p{Ll}/u.test(next.text)
}

function endsPrintedParagraph(width: number) {
  return (line: PrintedLine, next: PrintedLine): boolean => {
    if (!SENTENCE_END.test(line.text)) return false
    const [word = ''] = FIRST_WORD.exec(next.text) ?? []
    return next.afterBlank || NUMBERED.test(next.text) || line.text.length + 1 + word.length < width
  }
}

type Vocabulary = (word: string) => boolean

/** The words of a text, looked up only where a hyphen asks for them. */
function vocabularyOf(text: string): Vocabulary {
  let words: ReadonlySet<string> | null = null
  return (word) => {
    words ??= new Set(text.toLowerCase().match(WORD))
    return words.has(word.toLowerCase())
  }
}

/** A line with the one that goes on from it: what parts them, and a word that was cut in two. */
function continued(options: { last: string; line: string; knows: Vocabulary }): string[] {
  const { last, line, knows } = options
  const [cut, left = ''] = CUT_WORD.exec(last) ?? []
  if (cut === undefined) return [last, ' ', line]
  const [right] = REST_OF_WORD.exec(line) ?? []
  if (right === undefined) return [last, line]
  const word = join({ left, right, mark: '-', knows })
  return [last.slice(0, -cut.length - left.length), word + line.slice(right.length)]
}

/** The two halves of a word: whole or with a hyphen, as the speech has it elsewhere, else with the mark. */
function join(options: { left: string; right: string; mark: '' | '-'; knows: Vocabulary }): string {
  const { left, right, mark, knows } = options
  const other = mark === '' ? '-' : ''
  return knows(left + other + right) ? left + other + right : left + mark + right
}
