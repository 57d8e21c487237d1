import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { generateEntries } from '../data/generate.ts'
import type { MadeEntry } from '../data/made.ts'
import { type Numbers, sizes } from '../data/sizes.ts'

/**
 * Writes a data set with so many statements, and the rest in the proportions of the largest, to a file that can be
 * imported.
 *
 * @returns how many entries it has
 */
export async function writeDataSet(file: string, statements: number): Promise<number> {
  const numbers = scaled(statements / sizes.L.Statement)
  let entries = 0
  function* lines() {
    for (const entry of generateEntries(numbers)) {
      entries += 1
      yield lineOf(entry)
    }
  }
  await pipeline(Readable.from(lines()), createWriteStream(file))
  return entries
}

/** No type has fewer entries than the small set: of those it is known that the entries can be made. */
function scaled(share: number): Numbers {
  const number = (type: keyof Numbers) => Math.max(Math.round(sizes.L[type] * share), sizes.S[type])
  return {
    Topic: number('Topic'),
    Participant: number('Participant'),
    Source: number('Source'),
    Issue: number('Issue'),
    Meeting: number('Meeting'),
    Agreement: number('Agreement'),
    Statement: Math.round(sizes.L.Statement * share),
  }
}

/** Inputs that were read have their dates read too: on a line they stand as they are written. */
function lineOf({ type, slug, input }: MadeEntry): string {
  const asWritten = (_: string, value: unknown) =>
    typeof value === 'object' && value !== null && 'edtf' in value ? value.edtf : value
  return `${JSON.stringify({ type, ...input, slug }, asWritten)}\n`
}
