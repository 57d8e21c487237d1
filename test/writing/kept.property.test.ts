import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Transaction } from '../../src/database/transaction.ts'
import { InvalidEntriesError } from '../../src/writing/invalid-entries-error.ts'
import { createEntries } from '../harness/create-entries.ts'
import { meeting, onEmptyRecord, participant, source, statement, topic } from './record.ts'

const record = onEmptyRecord()

/** Texts of all that Unicode has, halves of characters, NUL and much that does not compress included. */
const anyText = fc.oneof(
  { weight: 5, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) },
  { weight: 1, arbitrary: fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 }).map(ofUnits) },
  { weight: 1, arbitrary: fc.nat().map(incompressible) },
)

/** 10,000 characters of 20,000 different ones. */
function incompressible(seed: number): string {
  let state = seed
  const next = () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31
    return String.fromCharCode(0x4e00 + (state % 20_000))
  }
  return Array.from({ length: 10_000 }, next).join('')
}

function ofUnits(units: readonly number[]): string {
  return String.fromCharCode(...units)
}

async function lineOf(tx: Transaction, id: string) {
  const [row] = await tx.query<{ line: object }>`SELECT "line" FROM "EntryLine" WHERE "id" = ${id}::uuid`
  return row?.line
}

const url = fc.nat().map((seed) => `https://example.org/${incompressible(seed).slice(0, 1_900)}`)

it('whatever text is accepted is kept and found again as it was; whatever is not is told of', async () => {
  const entries = fc.oneof(
    anyText.map((title) => meeting('e', { title })),
    anyText.map((name) => meeting('e', { place: { name } })),
    anyText.map((name) => participant('e', { name })),
    anyText.map((alias) => participant('e', { aliases: [alias] })),
    anyText.map((title) => participant('e', { offices: [{ title }] })),
    anyText.map((name) => topic('e', { name })),
    anyText.map((text) => statement('e', { text })),
    anyText.map((title) => source('e', { title })),
    anyText.map((publisher) => source('e', { publisher })),
    url.map((address) => source('e', { url: address })),
    fc.tuple(anyText, anyText).map(([scheme, value]) => meeting('e', { externalIds: [{ scheme, value }] })),
  )
  await fc.assert(
    fc.asyncProperty(entries, async (entry) => {
      await record.try(async (tx) => {
        await createEntries(tx, [participant('speaker'), source('report')])
        try {
          const [created] = await createEntries(tx, [entry])
          expect(await lineOf(tx, created?.id ?? '')).toMatchObject(said(entry.input))
        } catch (error) {
          expect(error).toBeInstanceOf(InvalidEntriesError)
        }
      })
    }),
    { numRuns: 60, endOnFailure: true },
  )
})

/** What an input says: blank texts that may be left out say nothing. */
function said(input: unknown): object {
  return Object.fromEntries(
    Object.entries(Object(input)).filter(([, value]) => typeof value !== 'string' || value.trim() !== ''),
  )
}
