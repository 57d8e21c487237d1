// A process of its own, so that nobody is measured who waits for its work: writes many entries in one transaction,
// and keeps that open for a while.
import { setTimeout as wait } from 'node:timers/promises'
import { openServer } from '../../src/database/server.ts'
import type { NewEntry } from '../../src/writing/check/draft.ts'
import { createEntries } from '../../src/writing/create-entries.ts'

const [url = '', entries = '0', milliseconds = '0'] = process.argv.slice(2)
const database = await openServer({ url })

const many = Array.from({ length: Number(entries) }, (_, place): NewEntry => {
  const slug = `long-${place}`
  return place % 2 === 0
    ? { type: 'Topic', input: { slug, name: slug } }
    : { type: 'Participant', input: { slug, name: slug, kind: 'PERSON' } }
})
await database.transaction(async (tx) => {
  await createEntries(tx, { actor: 'a long import', entries: many })
  process.send?.('open')
  await wait(Number(milliseconds))
  process.send?.('committing')
})
await database.close()
process.exit(0)
