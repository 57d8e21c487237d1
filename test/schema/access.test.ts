// Who may do what is declared on the schema: what is added without saying so is found here.
import {
  GraphQLBoolean,
  type GraphQLNamedType,
  GraphQLObjectType,
  GraphQLSchema,
  isObjectType,
} from 'graphql'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { schema } from '../../src/schema/index.ts'

/** What Pothos keeps of how something was declared. */
const declared = z.object({
  pothosOptions: z.object({
    authScopes: z.object({ role: z.enum(['READER', 'EDITOR', 'ADMIN']) }).optional(),
    skipTypeScopes: z.boolean().optional(),
  }),
})

function optionsOf({ extensions }: Pick<GraphQLNamedType, 'extensions'>) {
  return declared.parse(extensions).pothosOptions
}

function fieldsOf(type: GraphQLNamedType | null | undefined) {
  return isObjectType(type) ? Object.values(type.getFields()) : []
}

/** The mutations that do not say which role they take, or less than they must. */
function undeclared(found: GraphQLSchema): string[] {
  const bare = fieldsOf(found.getMutationType()).filter((field) => {
    const role = optionsOf(field).authScopes?.role
    return field.name.startsWith('delete') ? role !== 'ADMIN' : role !== 'EDITOR' && role !== 'ADMIN'
  })
  return bare.map(({ name }) => name)
}

test('every mutation declares that it takes an EDITOR, or an ADMIN where it deletes', () => {
  expect(undeclared(schema)).toEqual([])
})

test('a mutation that declares nothing, or too little, is found', () => {
  const taking = (role?: string) => ({
    type: GraphQLBoolean,
    extensions: { pothosOptions: role === undefined ? {} : { authScopes: { role } } },
  })
  const mutation = new GraphQLObjectType({
    name: 'Mutation',
    fields: {
      createTopic: taking(),
      updateTopic: taking('READER'),
      deleteTopic: taking('EDITOR'),
      createIssue: taking('EDITOR'),
      deleteIssue: taking('ADMIN'),
    },
  })
  expect(undeclared(new GraphQLSchema({ mutation }))).toEqual(['createTopic', 'updateTopic', 'deleteTopic'])
})

test('reading takes a READER, save for asking who one is', () => {
  const roots = [schema.getQueryType(), schema.getSubscriptionType()].filter((type) => type != null)
  expect(roots.map((type) => optionsOf(type).authScopes)).toEqual(roots.map(() => ({ role: 'READER' })))
  const open = roots.flatMap(fieldsOf).filter((field) => optionsOf(field).skipTypeScopes)
  expect(open.map(({ name }) => name)).toEqual(['viewer'])
})
