import type { Viewer } from '../../access/viewer.ts'
import type { Role } from '../../generated/prisma/enums.ts'
import { builder } from '../builder.ts'
import { describedEnum } from '../enum.ts'

const RoleEnum = describedEnum<Role>('Role', {
  description: 'What a key allows: each role all that those before it allow.',
  values: {
    READER: 'To read, also where the service takes a key for that.',
    EDITOR: 'To create and update entries.',
    ADMIN: 'To delete entries.',
  },
})

export const ViewerType = builder.objectRef<Viewer>('Viewer').implement({
  description: 'Who a request acts as.',
  fields: (t) => ({
    name: t.exposeString('name', {
      description: 'The name of the key, which the change log shows with all that is written with it.',
    }),
    role: t.expose('role', { type: RoleEnum, description: 'What the key allows.' }),
  }),
})
