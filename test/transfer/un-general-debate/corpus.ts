import { packTar } from 'modern-tar'
import { z } from 'zod'
import type { InputFile } from '../../../src/transfer/format.ts'
import { unGeneralDebate } from '../../../src/transfer/un-general-debate/format.ts'
import { readInput } from '../../../src/writing/input/read-input.ts'

export const HEADER = 'Year,Session,ISO Code,Country,Name of Person Speaking,Post'

export function inputFile(name: string, content: string | Uint8Array): InputFile {
  return {
    name,
    async *bytes() {
      yield Buffer.from(content)
    },
  }
}

/** An archive of speeches: texts by their paths. */
export async function archive(texts: Record<string, string | Uint8Array>): Promise<InputFile> {
  const entries = Object.entries(texts).map(([name, text]) => {
    const body = Buffer.from(text)
    return { header: { name, size: body.length }, body }
  })
  return inputFile('corpus.tar', await packTar(entries))
}

export function sheet(...rows: string[]): InputFile {
  return inputFile('speakers.csv', [HEADER, ...rows].join('\r\n'))
}

const fields = z.record(z.string(), z.unknown())

/** What the format reads from files: entries by type, each of them checked, and what else there is to say. */
export async function read(...files: InputFile[]) {
  const lines = await Array.fromAsync(unGeneralDebate.read(files))
  const entries = lines.flatMap((line) =>
    'input' in line ? [{ ...line, input: fields.parse(line.input) }] : [],
  )
  const problems = entries.flatMap(({ type, input }) => readInput(type, input).problems)
  const of = (type: string) => entries.flatMap((line) => (line.type === type ? [line.input] : []))
  return {
    entries,
    statements: of('Statement'),
    meetings: of('Meeting'),
    participants: of('Participant'),
    sources: of('Source'),
    notices: lines.flatMap((line) => ('notice' in line ? [`${line.file}:${line.line}: ${line.notice}`] : [])),
    problems: [
      ...problems.map(({ message }) => message),
      ...lines.flatMap((line) => ('code' in line ? [`${line.file}:${line.line}: ${line.message}`] : [])),
    ],
  }
}
