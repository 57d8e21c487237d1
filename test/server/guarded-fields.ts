// Adds to the schema, before it is built, fields that take a role and whose inputs have a rule.
import { builder } from '../../src/schema/builder.ts'
import { badUserInput } from '../../src/schema/errors.ts'

builder.queryFields((t) => ({
  forEditors: t.string({
    nullable: true,
    authScopes: { role: 'EDITOR' },
    args: { word: t.arg.string({ required: true }) },
    resolve: (_root, { word }) => {
      if (word === '') throw badUserInput('"word" is empty. Write one.')
      return word
    },
  }),
  forAdmins: t.string({ nullable: true, authScopes: { role: 'ADMIN' }, resolve: () => 'done' }),
}))
