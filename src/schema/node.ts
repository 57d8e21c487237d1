import { decodeGlobalId } from '../domain/global-id.ts'
import { builder } from './builder.ts'
import { Entry, Node } from './entry.ts'
import { hasId } from './ids.ts'
import { loadNodes } from './node-loader.ts'
import { selectionFor } from './selection.ts'

builder.queryFields((t) => ({
  node: t.field({
    type: Node,
    nullable: true,
    description: 'Whatever has this global ID; null where nothing has.',
    args: { id: t.arg.id({ required: true, description: 'A global ID, as the field `id` gives it.' }) },
    resolve: async (_root, { id }, context, info) => {
      const found = decodeGlobalId(id)
      if (!found) return null
      const where = hasId(found.type, [found.id])
      const row = await context.reader.find(found.type, {
        ...selectionFor(found.type, { context, info }),
        where,
      })
      return row && { ...row, __typename: found.type }
    },
  }),
  nodes: t.field({
    type: [Node],
    nullable: { list: false, items: true },
    description:
      'Whatever has these global IDs, in their order; null in the places of those that nothing has.',
    args: { ids: t.arg.idList({ required: true, description: 'Up to 100 global IDs.' }) },
    resolve: async (_root, { ids }, context, info) => {
      const wanted = ids.map(decodeGlobalId)
      const found = await loadNodes(
        { context, info },
        wanted.filter((one) => one !== null),
      )
      return wanted.map((one) => (one && found.get(one.id)) ?? null)
    },
  }),
  byExternalId: t.field({
    type: Entry,
    nullable: true,
    description: 'The entry that bears an identifier of another system; null where none does.',
    args: {
      scheme: t.arg.string({ required: true, description: 'The system. Example: `wikidata`.' }),
      value: t.arg.string({ required: true, description: 'The identifier there. Example: `Q22686`.' }),
    },
    resolve: async (_root, { scheme, value }, context, info) => {
      if (!isStorable(scheme) || !isStorable(value)) return null
      const where = {
        all: [
          { column: 'scheme', in: [scheme] },
          { column: 'value', in: [value] },
        ],
      }
      const bearer = await context.reader.find('ExternalId', { where })
      if (!bearer) return null
      for (const [type, id] of bearers(bearer)) {
        if (id === null) continue
        const row = await context.reader.find(type, {
          ...selectionFor(type, { context, info }),
          where: { column: 'id', in: [id] },
        })
        return row && { ...row, __typename: type }
      }
      return null
    },
  }),
}))

function bearers(
  row: Record<'meetingId' | 'participantId' | 'statementId' | 'agreementId' | 'sourceId', string | null>,
) {
  return [
    ['Meeting', row.meetingId],
    ['Participant', row.participantId],
    ['Statement', row.statementId],
    ['Agreement', row.agreementId],
    ['Source', row.sourceId],
  ] as const
}

/** Whether a database can hold the text at all. */
function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0')
}
