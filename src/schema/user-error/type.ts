import type { ConflictReason } from '../../writing/errors.ts'
import { PROBLEM_CODES, type Problem } from '../../writing/input/problem.ts'
import { builder } from '../builder.ts'
import { Entry } from '../entry.ts'
import { describedEnum } from '../enum.ts'
import { loadNodes } from '../node-loader.ts'
import type { ConflictErrorShape, NotFoundErrorShape, ValidationErrorShape } from './user-error.ts'

/** How many entries that are in the way are told where the client does not say. */
const DEFAULT_BLOCKERS = 20

const UserError = builder.interfaceRef<{ message: string }>('UserError').implement({
  description: 'What stands against a write, and whoever writes can put right. Nothing was written.',
  fields: (t) => ({
    message: t.exposeString('message', {
      description: 'What is wrong, and what to do about it, in words for people.',
    }),
  }),
})

const InputProblem = builder.objectRef<Problem>('InputProblem').implement({
  description: 'A rule that an input breaks.',
  fields: (t) => ({
    path: t.stringList({
      description:
        'The field: its name, and for what is within it the names and the places, from 0, on the way there. Example: `["participants", "0", "roles"]`.',
      resolve: ({ path }) => path,
    }),
    code: t.exposeString('code', {
      description: `What is wrong, in a word that stays the same; there may be more of them later: ${PROBLEM_CODES.join(', ')}.`,
    }),
    message: t.exposeString('message', { description: 'The path, and what would be right.' }),
  }),
})

export const ValidationError = builder.objectRef<ValidationErrorShape>('ValidationError').implement({
  description: 'The input breaks rules: every one it breaks, each with the path of the field.',
  interfaces: [UserError],
  fields: (t) => ({
    problems: t.field({
      type: [InputProblem],
      description: 'The rules that it breaks, all of them.',
      resolve: ({ problems }) => problems,
    }),
  }),
})

const ConflictReasonEnum = describedEnum<ConflictReason>('ConflictReason', {
  description: 'Why a write goes against what is on record.',
  values: {
    SLUG_TAKEN: 'Another entry of the type has the slug: `existing`. Give another, or change that entry.',
    EXTERNAL_ID_TAKEN: 'Another entry has the identifier: `existing`. It may be the one you mean to write.',
    STALE_VERSION: 'The entry has changed since you read it. Look at `existing`, and send its version.',
    IN_USE: 'Other entries rest on it: `blockedBy`. Change or delete those first.',
  },
})

export const ConflictError = builder.objectRef<ConflictErrorShape>('ConflictError').implement({
  description: 'The write goes against what is on record.',
  interfaces: [UserError],
  fields: (t) => ({
    reason: t.field({
      type: ConflictReasonEnum,
      description: 'Why it does.',
      resolve: ({ reason }) => reason,
    }),
    existing: t.field({
      type: Entry,
      nullable: true,
      description: 'The entry as it stands: that which has the slug or the identifier, or was to be changed.',
      resolve: async ({ existing }, _args, context, info) => {
        const found = await loadNodes({ context, info }, [existing])
        return found.get(existing.id) ?? null
      },
    }),
    blockedBy: t.field({
      type: [Entry],
      description:
        'Entries that rest on this one, by type, and those of a type in the order in which they were entered.',
      args: {
        first: t.arg.int({ description: 'How many, 0 to 100; 20 where it is left out. Example: `100`.' }),
      },
      resolve: async ({ blockedBy }, { first }, context, info) => {
        const size = first ?? DEFAULT_BLOCKERS
        const told = blockedBy.slice(0, size)
        const found = await loadNodes({ context, info }, told)
        return told.flatMap(({ id }) => found.get(id) ?? [])
      },
    }),
  }),
})

export const NotFoundError = builder.objectRef<NotFoundErrorShape>('NotFoundError').implement({
  description: 'There is no entry of that name to change.',
  interfaces: [UserError],
  fields: (t) => ({
    requestedId: t.exposeID('requestedId', { description: 'The ID as it was given.' }),
  }),
})
