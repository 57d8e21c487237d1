import type { GraphQLResolveInfo } from 'graphql'
import { globalId, type SluggedType } from '../domain/global-id.ts'
import { EntryNotFoundError } from '../writing/errors.ts'
import type { Writer, WrittenEntry } from '../writing/writer.ts'
import { builder, type Context } from './builder.ts'
import { typeNameOf } from './entry.ts'
import { notAllowed } from './errors.ts'
import { hasId } from './ids.ts'
import { createInput, EXAMPLE_UPDATE, updateInput } from './input.ts'
import { selectionFor } from './selection.ts'
import { ConflictError, NotFoundError, ValidationError } from './user-error/type.ts'
import { notFound, orUserError } from './user-error/user-error.ts'

builder.mutationType({
  description:
    'Writes to the record, each done whole or not at all. They take an API key. What an editor can put right comes back as data: as a ValidationError, a ConflictError or a NotFoundError.',
})

export const versionDescription =
  'Which state of it you have read: its `version`. If it has changed since, nothing is written. Example: `1`.'

/** Where a mutation was asked for. */
interface Request {
  context: Context
  info: GraphQLResolveInfo
}

/** Who writes: the name of their key. */
export function actorOf({ viewer }: Context): string {
  if (!viewer) throw notAllowed(viewer, 'EDITOR')
  return viewer.name
}

/**
 * Defines what the mutations of a type give and take, and gives the options of their fields. `one` names one of the
 * type in words, as "a meeting"; `example` is the slug of one.
 */
export function mutationsOf(type: SluggedType, { one, example }: { one: string; example: string }) {
  const result = builder.unionType(`${type}Result`, {
    types: [type, ValidationError, ConflictError, NotFoundError],
    description: `What came of writing ${one}: the entry as it stands now, or what to put right.`,
    resolveType: typeNameOf,
  })
  const field = { type: result, authScopes: { role: 'EDITOR' as const } }

  /** Writes, and reads anew what was asked for of the entry. */
  async function write(
    { context, info }: Request,
    act: (writer: Writer, actor: string) => Promise<WrittenEntry>,
  ) {
    // What cannot be asked for, such as a page of 101, is refused before anything is written.
    const selection = selectionFor(type, { context, info })
    const written = await orUserError(act(context.writer, actorOf(context)))
    if ('__typename' in written) return written
    const row = await context.reader.find(type, { ...selection, where: hasId(type, [written.id]) })
    // Somebody may have deleted it since.
    return row ? { ...row, __typename: type } : notFound(new EntryNotFoundError(globalId(type, written.id)))
  }

  const create = {
    ...field,
    description: `Enters ${one} into the record.`,
    args: builder.args((t) => ({
      input: t.field({
        type: createInput(type),
        required: true,
        description: `What is known of it; Create${type}Input and its fields show examples.`,
      }),
    })),
    resolve: (_root: object, { input }: { input: object }, context: Context, info: GraphQLResolveInfo) =>
      write({ context, info }, (writer, actor) => writer.create({ actor, entry: { type, input } })),
  }

  const update = {
    ...field,
    description: `Changes ${one}: what the input leaves out stays as it is.`,
    args: builder.args((t) => ({
      id: t.id({ required: true, description: `Which: a global ID or a slug. Example: \`${example}\`.` }),
      version: t.int({ required: true, description: versionDescription }),
      input: t.field({
        type: updateInput(type),
        required: true,
        description: `What is to change. Example: ${EXAMPLE_UPDATE}.`,
      }),
    })),
    resolve: (
      _root: object,
      { id, version, input }: { id: string; version: number; input: object },
      context: Context,
      info: GraphQLResolveInfo,
    ) => write({ context, info }, (writer, actor) => writer.update({ actor, type, id, version, input })),
  }

  return { field, write, create, update }
}
