import type { Format, InputFile } from '../format.ts'
import type { EntryLine, LineNotice, LineProblem } from '../line.ts'
import { type ListedElement, readElements } from './elements.ts'
import { record } from './record.ts'
import { isListed, readRow } from './row.ts'
import { survey } from './survey.ts'

/** The travels and visits that the Office of the Historian of the US Department of State keeps, in XML. */
export const stateDepartment: Format = {
  name: 'state-department',
  description:
    'trips abroad of the presidents and secretaries of state of the United States, and visits of foreign leaders, in XML: the folders of both, in one import',
  origin: 'https://github.com/HistoryAtState',
  isWhole: false,
  read,
}

/** Reads the files twice: first for who is who in all of them together, then for what is said in each row. */
async function* read(files: readonly InputFile[]): AsyncGenerator<EntryLine | LineProblem | LineNotice> {
  const lists = files.filter(isXml)
  for (const { name } of files.filter((file) => !isXml(file))) {
    yield { file: name, line: 1, notice: 'is not named like a file in XML: it is left out' }
  }
  const { meetingOf, gathered } = record(await survey(lists))
  for (const file of lists) {
    let isOther = false
    for await (const element of readElements(file)) {
      if ('code' in element) yield element
      else if (isListed(element)) yield* rowOf(element, meetingOf)
      else if (!isOther) {
        isOther = true
        yield {
          file: file.name,
          line: element.line,
          notice: `a list of ${element.list}, not of trips or visits: left out`,
        }
      }
    }
  }
  yield* gathered()
}

/** Nothing else is read: files are read twice, which standard input and pipes cannot be. */
function isXml({ name }: InputFile): boolean {
  return /\.xml(?:\.gz)?$/i.test(name)
}

function* rowOf(
  element: ListedElement,
  meetingOf: ReturnType<typeof record>['meetingOf'],
): Generator<EntryLine | LineProblem | LineNotice> {
  const row = readRow(element)
  if ('code' in row) yield row
  else yield* meetingOf(row)
}
