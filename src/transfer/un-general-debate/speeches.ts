import path from 'node:path'
import { problemAt, quoted } from '../../writing/input/problem.ts'
import type { InputFile } from '../format.ts'
import type { LineNotice, LineProblem } from '../line.ts'
import { reread } from '../windows-1252.ts'
import { filesOf } from './archive.ts'
import { speechText } from './speech-text.ts'

/** A speech as the archive holds it. */
export interface Speech {
  file: string
  line: number
  /** The name of its file in the archive: "USA_79_2024.txt". */
  name: string
  code: string
  session: number
  year: number
  text: string
}

const NAME = /^([A-Z]{2,4})_(\d{1,3})_(\d{4})\.txt$/

/** What systems and tools leave behind, and the corpus’ own account of itself. */
const BESIDE = /^(?:\.|readme)/i

/** Reads an archive of speeches, one after the other. */
export async function* readSpeeches(archive: InputFile): AsyncGenerator<Speech | LineNotice | LineProblem> {
  for await (const read of filesOf(archive, (file) => !BESIDE.test(path.posix.basename(file)))) {
    if ('bytes' in read) yield readSpeech(archive, read)
    else yield read
  }
}

function readSpeech(
  archive: InputFile,
  read: { path: string; bytes: ArrayBuffer },
): Speech | LineNotice | LineProblem {
  const name = path.posix.basename(read.path)
  const at = { file: `${archive.name}/${read.path}`, line: 1 }
  const [, code, session, year] = NAME.exec(name) ?? []
  if (code === undefined) {
    return { ...at, notice: `${quoted(name)} is not named like a speech (USA_79_2024.txt): it is left out` }
  }
  const text = decode(read.bytes)
  if (text === null) return { ...at, ...problemAt(['text'], 'INVALID', 'the speech is not UTF-8') }
  return { ...at, name, code, session: Number(session), year: Number(year), text: speechText(text) }
}

/** Without the byte order mark that many of the files begin with. Null where it is not UTF-8. */
function decode(bytes: ArrayBuffer): string | null {
  try {
    return reread(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}
