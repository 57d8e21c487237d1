import { expect, it } from 'vitest'
import type { NewEntry } from '../../../src/writing/check/draft.ts'
import { agreement, issue, meeting, onEmptyRecord, participant, source, statement, topic } from '../record.ts'
import { importLines } from './importing.ts'

const record = onEmptyRecord()

/** So many entries of every type, each of which names others. */
function entries(count: number, more: object = {}): NewEntry[] {
  return [
    source('report'),
    participant('speaker'),
    ...Array.from({ length: count }, (_, place) => {
      const externalIds = [{ scheme: 'number', value: String(place) }]
      return [
        statement(`s${place}`, {
          ...more,
          positions: [{ issue: `i${place}`, stance: 'AFFIRMS' }],
          externalIds,
        }),
        issue(`i${place}`, { ...more, topics: [`t${place}`] }),
        agreement(`a${place}`, { ...more, events: [{ kind: 'SIGNED', meeting: `m${place}` }] }),
        meeting(`m${place}`, { ...more, parent: `m${(place % 2) + count}` }),
        source(`r${place}`, { ...more, author: `p${place}` }),
        participant(`p${place}`, { ...more, offices: [{ title: 'Mayor', of: 'speaker' }] }),
        topic(`t${place}`, more),
      ]
    }).flat(),
    meeting(`m${count}`),
    meeting(`m${count + 1}`),
  ]
}

const imported = (lines: NewEntry[]) => record.statementsOf(() => importLines(record.database, lines))

it('an import sends as many statements for many entries as for few: new ones, others, and the same', async () => {
  const citations = { citations: [{ source: 'report' }, { source: 'r0' }] }
  const few = [
    await imported(entries(2)),
    await imported(entries(2, citations)),
    await imported(entries(2, citations)),
  ]
  await record.database.query('TRUNCATE "Topic", "Participant", "Source", "Meeting", "Issue" CASCADE', [])
  const many = [
    await imported(entries(40)),
    await imported(entries(40, citations)),
    await imported(entries(40, citations)),
  ]
  expect(many).toEqual(few)
})
