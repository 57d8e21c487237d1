import { builder } from '../builder.ts'
import { mutationsOf, versionDescription } from '../mutation.ts'

const { create, update, write, field } = mutationsOf('Participant', {
  one: 'a participant',
  example: 'sergei-lavrov',
})

builder.mutationFields((t) => ({
  createParticipant: t.field(create),
  updateParticipant: t.field(update),
  mergeParticipants: t.field({
    ...field,
    description:
      "Says that two participants are the same: all that the record has of the duplicate moves to the one that is kept, and the duplicate's slug and global ID lead to that from then on.",
    args: {
      keep: t.arg.id({
        required: true,
        description: 'The one to keep: a global ID or a slug. Example: `sergei-lavrov`.',
      }),
      duplicate: t.arg.id({
        required: true,
        description: 'The one that is the same: a global ID or a slug. Example: `sergey-lavrov`.',
      }),
      version: t.arg.int({ required: true, description: `Of the one to keep. ${versionDescription}` }),
    },
    resolve: (_root, { keep, duplicate, version }, context, info) =>
      write({ context, info }, (writer, actor) =>
        writer.mergeParticipants({ actor, keep, duplicate, version }),
      ),
  }),
}))
