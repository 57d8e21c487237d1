import { JSONParser, TokenType } from '@streamparser/json'
import { problemAt } from '../../writing/input/problem.ts'
import type { InputFile } from '../format.ts'
import type { LineProblem } from '../line.ts'

/** An object of a file in JSON. */
export interface JsonItem {
  /** The key of the list that it is in; null where the file is one list or one object. */
  list: string | null
  value: unknown
  /** The line on which it begins. */
  line: number
}

const LINE_FEED = 0x0a
const BYTE_ORDER_MARK = 0xef
const SPACE = 0x20
const BRACKET = 0x5b

/**
 * The objects of a file in JSON, one after the other: the members of its lists of these keys, of the list that it is, or
 * the one object that it is; in the end what is wrong with it. No more than an object is kept of a file of lists.
 */
export async function* itemsOf(
  file: InputFile,
  keys: readonly string[],
): AsyncGenerator<JsonItem | LineProblem> {
  let found = 0
  try {
    for await (const item of parse(file, keys)) {
      found += 1
      yield item
    }
    // One object is small enough to be read at once.
    if (found === 0) yield* parse(file, null)
  } catch (error) {
    if (!(error instanceof JsonError)) throw error
    yield { file: file.name, line: error.line, ...problemAt([], 'INVALID', `is not JSON: ${error.message}`) }
  }
}

class JsonError extends Error {
  override readonly name = 'JsonError'
  readonly line: number

  constructor(line: number, message: string) {
    super(message)
    this.line = line
  }
}

/** With no keys the whole of an object; of a list nothing. */
async function* parse(file: InputFile, keys: readonly string[] | null): AsyncGenerator<JsonItem> {
  let parser: JSONParser | null = null
  let items: JsonItem[] = []
  let line = 1
  for await (const bytes of linesOf(file)) {
    parser ??= parserFor({ bytes, keys, lineNow: () => line, give: (item) => items.push(item) })
    parser?.write(bytes)
    if (bytes.at(-1) === LINE_FEED) line += 1
    yield* items
    items = []
  }
  if (!parser) throw new JsonError(line, 'it is empty')
  if (!parser.isEnded) parser.end()
}

/** The parser for a file that begins with these bytes; null where they are blank. */
function parserFor(options: {
  bytes: Uint8Array
  keys: readonly string[] | null
  lineNow: () => number
  give: (item: JsonItem) => void
}): JSONParser | null {
  const { bytes, keys, lineNow, give } = options
  const bracket = bytes.find((byte) => byte > SPACE)
  if (bracket === undefined) return null
  const inObject = keys?.map((key) => `$.${key}.*`) ?? ['$']
  const inList = keys ? ['$.*'] : []
  const parser = new JSONParser({ paths: bracket === BRACKET ? inList : inObject, keepStack: false })
  const begun: number[] = []
  let first = 1
  parser.onToken = ({ token }) => {
    if (token === TokenType.LEFT_BRACE) begun.push(lineNow())
    else if (token === TokenType.RIGHT_BRACE) first = begun.pop() ?? lineNow()
  }
  parser.onValue = ({ value, stack }) => {
    const list = stack.length === 2 ? stack[1]?.key : null
    give({ list: typeof list === 'string' ? list : null, value, line: first })
  }
  parser.onError = ({ message }) => {
    throw new JsonError(lineNow(), message)
  }
  return parser
}

/** The bytes in pieces that end where a line does, or earlier, without a byte order mark. */
async function* linesOf(file: InputFile): AsyncGenerator<Uint8Array> {
  let isBeginning = true
  for await (const chunk of file.bytes()) {
    let start = isBeginning && chunk[0] === BYTE_ORDER_MARK ? 3 : 0
    isBeginning &&= chunk.length === 0
    while (start < chunk.length) {
      const end = chunk.indexOf(LINE_FEED, start) + 1 || chunk.length
      yield chunk.subarray(start, end)
      start = end
    }
  }
}
