import { entryTypeOf } from '../domain/entry-type.ts'
import { globalId } from '../domain/global-id.ts'
import type { WrittenEntry } from '../writing/writer.ts'
import { builder } from './builder.ts'
import { EntryType, typeNameOf } from './entry.ts'
import { actorOf, versionDescription } from './mutation.ts'
import { ConflictError, NotFoundError } from './user-error/type.ts'
import { orRefusal } from './user-error/user-error.ts'

const Deleted = builder.objectRef<WrittenEntry>('Deleted').implement({
  description: 'An entry that was deleted.',
  fields: (t) => ({
    deletedId: t.id({
      description: 'The global ID that it had.',
      resolve: ({ type, id }) => globalId(type, id),
    }),
    entryType: t.field({
      type: EntryType,
      description: 'Of which type it was.',
      resolve: ({ type }) => entryTypeOf(type),
    }),
    slug: t.exposeString('slug', { description: 'The slug that it had.' }),
  }),
})

const DeleteResult = builder.unionType('DeleteResult', {
  types: [Deleted, ConflictError, NotFoundError],
  description: 'What came of deleting an entry: that it is gone, or why it stays.',
  resolveType: typeNameOf,
})

builder.mutationField('deleteEntry', (t) =>
  t.field({
    type: DeleteResult,
    authScopes: { role: 'ADMIN' },
    description:
      'Deletes an entry that nothing else rests on; the log keeps what it held. It takes the role ADMIN.',
    args: {
      id: t.arg.id({
        required: true,
        description: 'Which: a global ID, or `Type:slug`. Example: `Topic:summit-diplomacy`.',
      }),
      version: t.arg.int({ required: true, description: versionDescription }),
    },
    resolve: async (_root, { id, version }, context) => {
      const deleted = await orRefusal(context.writer.delete({ actor: actorOf(context), id, version }))
      return '__typename' in deleted ? deleted : { ...deleted, __typename: 'Deleted' }
    },
  }),
)
