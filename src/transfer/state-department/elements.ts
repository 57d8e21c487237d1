import sax from 'sax'
import { problemAt } from '../../writing/input/problem.ts'
import type { InputFile } from '../format.ts'
import type { Line, LineProblem } from '../line.ts'

/** A child of the root element of a file, its own children as texts. */
export interface ListedElement extends Line {
  /** The name of the root element. */
  list: string
  /** What stands in each of its children, by name: white space made single, elements within taken for text. */
  texts: ReadonlyMap<string, string>
  /** The `id` attributes of its children, by name. */
  ids: ReadonlyMap<string, string>
}

/**
 * Reads an XML file piece by piece: the children of its root, in order. Where it is not well-formed there is a problem,
 * and nothing from there on.
 */
export async function* readElements(file: InputFile): AsyncGenerator<ListedElement | LineProblem> {
  const read: (ListedElement | LineProblem)[] = []
  const parser = parserInto(read, file.name)
  const decoder = new TextDecoder()
  for await (const bytes of file.bytes()) {
    parser.write(decoder.decode(bytes, { stream: true }))
    yield* read.splice(0)
    if (parser.error) return
  }
  parser.write(decoder.decode())
  if (!parser.error) parser.end()
  yield* read
}

/** The depth of the children of the root, and of their children. */
const ELEMENT = 2
const CHILD = 3

function parserInto(read: (ListedElement | LineProblem)[], file: string): sax.SAXParser {
  const parser = sax.parser(true)
  const open: string[] = []
  let isFaulty = false
  let line = 0
  let texts = new Map<string, string>()
  let ids = new Map<string, string>()

  parser.onopentagstart = ({ name }) => {
    open.push(name)
    if (open.length === ELEMENT) {
      line = parser.line + 1
      texts = new Map()
      ids = new Map()
    }
    // An element that is there twice is read as one: what was written of it comes together.
    if (open.length === CHILD) texts.set(name, texts.has(name) ? `${texts.get(name)} ` : '')
  }
  parser.onattribute = ({ name, value }) => {
    const child = open[CHILD - 1]
    if (name === 'id' && open.length === CHILD && child !== undefined) ids.set(child, value.trim())
  }
  const addText = (text: string) => {
    const child = open[CHILD - 1]
    if (child !== undefined) texts.set(child, (texts.get(child) ?? '') + text)
  }
  parser.ontext = addText
  parser.oncdata = addText
  parser.onclosetag = () => {
    if (open.length === ELEMENT && !isFaulty)
      read.push({ file, line, list: open[0] ?? '', texts: tidied(texts), ids })
    open.pop()
  }
  parser.onerror = (error) => {
    // Only the first fault says something: what follows comes of it.
    if (isFaulty) return
    isFaulty = true
    const [fault = 'not well-formed'] = error.message.split('\n')
    read.push({ file, line: parser.line + 1, ...problemAt([], 'INVALID', `is no XML: ${fault}`) })
  }
  return parser
}

function tidied(texts: ReadonlyMap<string, string>): Map<string, string> {
  return new Map([...texts].map(([name, text]) => [name, text.replace(/\s+/g, ' ').trim()]))
}
