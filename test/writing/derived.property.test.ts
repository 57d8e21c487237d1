import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { NewEntry } from '../../src/writing/check/draft.ts'
import { createEntries } from '../harness/create-entries.ts'
import { type ModelAgreement, statusOn } from '../model/agreement.ts'
import { cast, derived, expected, PARTICIPANTS, records, statementEntry } from './modelled.ts'
import { agreement, onEmptyRecord, participant } from './record.ts'

const record = onEmptyRecord()

function inBatches<Member>(members: readonly Member[], batches: number): Member[][] {
  const size = Math.ceil(members.length / batches)
  return Array.from({ length: batches }, (_, batch) => members.slice(batch * size, (batch + 1) * size))
}

describe('what is derived', () => {
  it('is what the description says of the whole record, however it was written', async () => {
    const shuffled = fc.tuple(records, fc.integer({ min: 1, max: 4 }), fc.boolean())
    await fc.assert(
      fc.asyncProperty(shuffled, async ([model, batches, isBackward]) => {
        const found = await record.try(async (tx) => {
          await createEntries(tx, cast(model))
          for (const batch of inBatches(model.statements, batches)) {
            const entries = batch.map(statementEntry)
            await createEntries(tx, isBackward ? entries.toReversed() : entries)
          }
          return derived(tx)
        })
        expect(found).toEqual(expected(model))
      }),
      { numRuns: 25 },
    )
  })
})

const KINDS = [
  'PROPOSED',
  'NEGOTIATED',
  'AGREED',
  'ANNOUNCED',
  'SIGNED',
  'RATIFIED',
  'ENTERED_INTO_FORCE',
  'VIOLATED',
  'SUSPENDED',
  'RESUMED',
  'AMENDED',
  'TERMINATED',
  'EXPIRED',
  'REJECTED',
  'WITHDRAWN',
  'WITHDRAWN',
]
const DAYS = Array.from({ length: 5 }, (_, index) => `2017-07-0${index + 2}`)

const event = fc.record({
  kind: fc.constantFrom(...KINDS),
  date: fc.option(fc.constantFrom(...DAYS), { freq: 6 }),
  participants: fc.uniqueArray(fc.constantFrom(...PARTICIPANTS), { maxLength: 2 }),
})

const agreements: fc.Arbitrary<ModelAgreement[]> = fc
  .array(
    fc.record({
      parties: fc.uniqueArray(fc.constantFrom(...PARTICIPANTS), { minLength: 2 }),
      events: fc.array(event, { maxLength: 6 }),
    }),
    { minLength: 1, maxLength: 30 },
  )
  .map((all) => all.map((one, index) => ({ ...one, slug: `a${index}` })))

function agreementEntry({ slug, parties, events }: ModelAgreement): NewEntry {
  return agreement(slug, {
    parties: parties.map((participant) => ({ participant, role: 'PARTY' })),
    events,
  })
}

describe('an agreement’s status', () => {
  it('is on every day what its events come to by then', async () => {
    const days = ['0001-01-01', '2017-07-01', ...DAYS, '2017-07-07', '9999-12-31']
    await fc.assert(
      fc.asyncProperty(agreements, async (models) => {
        const found = await record.try(async (tx) => {
          await createEntries(
            tx,
            PARTICIPANTS.map((slug) => participant(slug)),
          )
          await createEntries(tx, models.map(agreementEntry))
          return tx.agreementPhase.findMany({
            select: {
              agreement: { select: { slug: true } },
              from: true,
              until: true,
              status: true,
              event: { select: { ordinal: true } },
            },
          })
        })
        const statusFound = (slug: string, day: string) => {
          const at = new Date(`${day}T00:00:00Z`)
          const phases = found.filter(
            ({ agreement, from, until }) => agreement.slug === slug && from <= at && at <= until,
          )
          return phases.map(({ status, event }) => ({ status, event: event.ordinal - 1 }))
        }
        for (const model of models) {
          for (const day of days) {
            const status = statusOn(model, day)
            expect(statusFound(model.slug, day)).toEqual(status ? [status] : [])
          }
        }
      }),
      { numRuns: 15 },
    )
  })
})
