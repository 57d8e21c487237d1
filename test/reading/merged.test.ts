import { beforeAll, expect, it } from 'vitest'
import { globalId } from '../../src/domain/global-id.ts'
import { createWriter } from '../../src/writing/writer.ts'
import { createEntries } from '../harness/create-entries.ts'
import { onEmptyRecord } from '../harness/service.ts'
import { meeting, participant, source, statement } from '../writing/record.ts'

const service = onEmptyRecord()
let formerId = ''

beforeAll(async () => {
  const [, former] = await service.database.transaction((tx) =>
    createEntries(tx, [
      participant('angela-merkel'),
      participant('a-merkel'),
      participant('speaker'),
      source('report'),
      meeting('summit', { participants: [{ participant: 'a-merkel', roles: ['HOST'] }] }),
      statement('said', { speaker: 'a-merkel', about: ['Participant:a-merkel'], addressees: ['a-merkel'] }),
    ]),
  )
  formerId = globalId('Participant', former?.id ?? '')
  const merge = { actor: 'ben', keep: 'angela-merkel', duplicate: 'a-merkel', version: 1 }
  await createWriter(service.database).mergeParticipants(merge)
})

it('a participant is found by the slug and the ID of one who was merged into it', async () => {
  const kept = { slug: 'angela-merkel' }
  const query = `query ($id: ID!) {
    bySlug: participant(id: "a-merkel") { slug }
    byId: participant(id: $id) { slug }
    node(id: $id) { ... on Participant { slug } }
    nodes(ids: [$id]) { ... on Participant { slug } }
  }`
  expect(await service.ask(query, { id: formerId })).toEqual({
    data: { bySlug: kept, byId: kept, node: kept, nodes: [kept] },
  })
})

it('lists are filtered by either name of a participant', async () => {
  const query = `query ($name: ID!, $typed: ID!) {
    meetings(filter: { participants: { all: [$name] } }) { nodes { slug } }
    any: meetings(filter: { participants: { any: [$name, "nobody"] } }) { nodes { slug } }
    none: meetings(filter: { participants: { none: [$name] } }) { nodes { slug } }
    speaker: statements(filter: { speaker: [$name] }) { nodes { slug } }
    addressees: statements(filter: { addressees: { all: [$name] } }) { nodes { slug } }
    about: statements(filter: { about: [$typed] }) { nodes { slug } }
  }`
  const summit = { nodes: [{ slug: 'summit' }] }
  const said = { nodes: [{ slug: 'said' }] }
  const answer = {
    data: {
      meetings: summit,
      any: summit,
      none: { nodes: [] },
      speaker: said,
      addressees: said,
      about: said,
    },
  }
  for (const name of ['a-merkel', 'angela-merkel']) {
    expect(await service.ask(query, { name, typed: `Participant:${name}` })).toEqual(answer)
  }
  expect(await service.ask(query, { name: formerId, typed: formerId })).toEqual(answer)
})

it('the history of one who was merged is part of the history of the one kept, and leads there', async () => {
  const query = `{ participant(id: "angela-merkel") { history { nodes { action slug entry { slug } } } } }`
  expect(await service.ask(query)).toEqual({
    data: {
      participant: {
        history: {
          nodes: [
            { action: 'CREATE', slug: 'angela-merkel', entry: { slug: 'angela-merkel' } },
            { action: 'CREATE', slug: 'a-merkel', entry: { slug: 'angela-merkel' } },
            { action: 'UPDATE', slug: 'angela-merkel', entry: { slug: 'angela-merkel' } },
            { action: 'DELETE', slug: 'a-merkel', entry: { slug: 'angela-merkel' } },
          ],
        },
      },
    },
  })
})
