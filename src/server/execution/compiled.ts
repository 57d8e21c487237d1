import type {
  FieldNode,
  GraphQLError,
  GraphQLField,
  GraphQLFieldResolver,
  GraphQLObjectType,
  GraphQLResolveInfo,
  GraphQLSchema,
  OperationDefinitionNode,
} from 'graphql'

/** A query, compiled. */
export interface Operation {
  schema: GraphQLSchema
  node: OperationDefinitionNode
  fragments: GraphQLResolveInfo['fragments']
  fields: Fields
}

/** The fields of an object of the answer. */
export type Fields = readonly Field[]

/** A field of an object of the answer, with all that is the same for every such object. */
export interface Field {
  key: string
  nodes: readonly FieldNode[]
  definition: GraphQLField<unknown, unknown>
  parentType: GraphQLObjectType
  resolve: GraphQLFieldResolver<unknown, unknown>
  /** Its place among the fields that take arguments. */
  argsPlace: number | undefined
  isNullable: boolean
  complete: Complete
}

/**
 * Makes of a value what stands for it in the answer. The place is that of the field unless it is told: of most values
 * nobody asks for it, and it is not made.
 *
 * @throws where nothing can stand for it
 */
export type Complete = (run: Run, value: unknown, info: Info, place?: Place) => unknown

/** What a resolver is told of its field. */
export interface Info extends GraphQLResolveInfo {
  readonly path: Place
  readonly field: Field
}

/** An object of the answer. */
export type Answer = Record<string, unknown>

/** One execution of an operation. */
export interface Run {
  operation: Operation
  context: object
  variableValues: GraphQLResolveInfo['variableValues']
  /** The arguments of fields, by their places in the operation: the same for every row. */
  args: (Record<string, unknown> | undefined)[]
  /** The answer. */
  data: Answer | null
  errors: GraphQLError[]
  /** How many values are waited for. */
  open: number
  /** Called when none is any more. */
  close(): void
}

/** Where a value goes in the answer; to resolvers it is the path that graphql-js hands them. */
export interface Place {
  prev: Place | undefined
  key: string | number
  typename: string | undefined
  /** The object or the list in which the value stands. */
  holder: object
  isNullable: boolean
}
