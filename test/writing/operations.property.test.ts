import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Transaction } from '../../src/database/transaction.ts'
import { Prisma } from '../../src/generated/prisma/client.ts'
import { deleteEntry } from '../../src/writing/delete-entry.ts'
import { ConflictError } from '../../src/writing/errors.ts'
import { InvalidEntriesError } from '../../src/writing/invalid-entries-error.ts'
import { mergeParticipants } from '../../src/writing/merge-participants.ts'
import { updateEntry } from '../../src/writing/update-entry.ts'
import { createEntries } from '../harness/create-entries.ts'
import type { ModelRecord, ModelStatement } from '../model/record.ts'
import {
  cast,
  derived,
  expected,
  PARTICIPANTS,
  records,
  statementEntry,
  statementNumber,
} from './modelled.ts'
import { onEmptyRecord } from './record.ts'

const record = onEmptyRecord()
const actor = 'ben'
const MOST_OPERATIONS = 6
const MAX_CHAIN = 5

/** Something that is done to the record; places count round the statements and the participants that there are. */
type Operation =
  | { do: 'restate'; place: number; as: ModelStatement; reportedIn: number | null }
  | { do: 'delete'; place: number }
  | { do: 'hide'; place: number }
  | { do: 'merge'; place: number; into: number }

const operation: fc.Arbitrary<Operation> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('restate' as const),
      place: fc.nat(),
      as: statementNumber(0),
      reportedIn: fc.option(fc.nat()),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('delete' as const), place: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('hide' as const), place: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('merge' as const), place: fc.nat(), into: fc.nat() }) },
)

/** A record, and to whom the names of those lead who were merged into others. */
interface MergedRecord extends ModelRecord {
  leads: ReadonlyMap<string, string>
}

function pick<Member>(members: readonly Member[], place: number): Member | undefined {
  return members[place % Math.max(members.length, 1)]
}

/** The record as an operation leaves it; null where the rules forbid it. */
function after(model: MergedRecord, operation: Operation): MergedRecord | null {
  const { participants, statements } = model
  if (operation.do === 'hide') {
    const hidden = pick(participants, operation.place)
    return {
      ...model,
      participants: participants.map((one) =>
        one === hidden ? { ...one, isAnonymous: !one.isAnonymous } : one,
      ),
    }
  }
  if (operation.do === 'merge') return afterMerge(model, operation)
  const target = pick(statements, operation.place)
  if (!target) return model
  if (operation.do === 'delete') {
    const isNamed = statements.some(
      ({ reportedIn, contradicts }) => reportedIn === target.slug || contradicts.includes(target.slug),
    )
    return isNamed ? null : { ...model, statements: statements.filter((one) => one !== target) }
  }
  const restated = restatement(model, operation)
  const next = {
    ...model,
    statements: statements.map((one) => (one === target && restated ? restated : one)),
  }
  return next.statements.every((one) => chainLength(next, one) <= MAX_CHAIN) ? next : null
}

function restatement(
  { statements, leads }: MergedRecord,
  { place, as, reportedIn }: Extract<Operation, { do: 'restate' }>,
): ModelStatement | undefined {
  const target = pick(statements, place)
  const known = (slug: string) => leads.get(slug) ?? slug
  return (
    target && {
      ...as,
      speaker: known(as.speaker),
      onBehalfOf: as.onBehalfOf === null ? null : known(as.onBehalfOf),
      slug: target.slug,
      contradicts: target.contradicts,
      reportedIn: reportedIn === null ? null : (pick(statements, reportedIn)?.slug ?? null),
    }
  )
}

function afterMerge(
  model: MergedRecord,
  { place, into }: Extract<Operation, { do: 'merge' }>,
): MergedRecord | null {
  const [duplicate, keep] = [pick(model.participants, place), pick(model.participants, into)]
  if (!duplicate || !keep || duplicate === keep) return null
  const renamed = (slug: string) => (slug === duplicate.slug ? keep.slug : slug)
  return {
    ...model,
    leads: new Map([...PARTICIPANTS.map((slug) => [slug, renamed(model.leads.get(slug) ?? slug)] as const)]),
    participants: model.participants.filter((one) => one !== duplicate),
    statements: model.statements.map((one) => {
      const speaker = renamed(one.speaker)
      const onBehalfOf = one.onBehalfOf === null ? null : renamed(one.onBehalfOf)
      return { ...one, speaker, onBehalfOf: onBehalfOf === speaker ? null : onBehalfOf }
    }),
  }
}

/** Infinite where the way outward goes round in a circle. */
function chainLength({ statements }: ModelRecord, statement: ModelStatement): number {
  let length = 1
  let outer = statements.find(({ slug }) => slug === statement.reportedIn)
  while (outer && length <= statements.length) {
    length += 1
    const { reportedIn } = outer
    outer = statements.find(({ slug }) => slug === reportedIn)
  }
  return outer ? Number.POSITIVE_INFINITY : length
}

async function perform(tx: Transaction, model: MergedRecord, operation: Operation) {
  const version = async (table: string, slug: string) => {
    const [row] = await tx.query<{ version: number }>`
      SELECT "version" FROM ${Prisma.raw(`"${table}"`)} WHERE "slug" = ${slug}`
    return row?.version ?? 0
  }
  if (operation.do === 'hide' || operation.do === 'merge') {
    const one = pick(model.participants, operation.place)
    const keep = operation.do === 'merge' ? pick(model.participants, operation.into) : undefined
    if (!one) return
    if (keep) {
      const merge = { keep: keep.slug, duplicate: one.slug, version: await version('Participant', keep.slug) }
      await mergeParticipants(tx, { actor, ...merge })
      return
    }
    await updateEntry(tx, {
      actor,
      type: 'Participant',
      id: one.slug,
      version: await version('Participant', one.slug),
      input: { isAnonymous: !one.isAnonymous },
    })
    return
  }
  const target = pick(model.statements, operation.place)
  if (!target) return
  const seen = await version('Statement', target.slug)
  if (operation.do === 'delete') {
    await deleteEntry(tx, { actor, id: `Statement:${target.slug}`, version: seen })
    return
  }
  const restated = restatement(model, operation)
  if (!restated) return
  const { input } = statementEntry(restated)
  await updateEntry(tx, { actor, type: 'Statement', id: target.slug, version: seen, input })
}

/** The entries as the log leaves them, told from it alone. */
async function replayed(tx: Transaction) {
  const changes = await tx.query<{ entryId: string; before: object | null; after: object | null }>`
    SELECT "entryId", "before", "after" FROM "Change" ORDER BY "setId", "ordinal"`
  const entries = new Map<string, object>()
  for (const { entryId, before, after } of changes) {
    expect(before).toEqual(entries.get(entryId) ?? null)
    if (after) entries.set(entryId, after)
    else entries.delete(entryId)
  }
  return entries
}

async function lines(tx: Transaction) {
  const rows = await tx.query<{ id: string; line: object }>`SELECT "id", "line" FROM "EntryLine"`
  return new Map(rows.map(({ id, line }) => [id, line]))
}

it('whatever is done to a record, what is derived is right, and the log tells all of it', async () => {
  const histories = fc.tuple(records, fc.array(operation, { minLength: 1, maxLength: MOST_OPERATIONS }))
  await fc.assert(
    fc.asyncProperty(histories, async ([first, operations]) => {
      await record.try(async (tx) => {
        await createEntries(tx, [...cast(first), ...first.statements.map(statementEntry)])
        let model: MergedRecord = { ...first, leads: new Map() }
        for (const operation of operations) {
          const next = after(model, operation)
          const refusal = await perform(tx, model, operation).catch((error: unknown) => error)
          if (refusal !== undefined && !isRefusal(refusal)) throw refusal
          expect(refusal === undefined).toBe(next !== null)
          model = next ?? model
          expect(await derived(tx)).toEqual(expected(model))
        }
        expect(await lines(tx)).toEqual(await replayed(tx))
      })
    }),
    { numRuns: 25 },
  )
}, 120_000)

function isRefusal(error: unknown): boolean {
  return error instanceof InvalidEntriesError || error instanceof ConflictError
}
