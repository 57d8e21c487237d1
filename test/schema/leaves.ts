import {
  type GraphQLField,
  type GraphQLNamedType,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  isRequiredArgument,
} from 'graphql'

/** The fields of a type; of unions, which have none, none. */
export function fieldsOf(type: GraphQLNamedType): GraphQLField<unknown, unknown>[] {
  return isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : []
}

/** All of a type that is no object itself, and the name of its type. */
export function leavesOf(type: GraphQLNamedType): string {
  const leaves = fieldsOf(type).filter((field) => !isCompositeType(getNamedType(field.type)) && isFree(field))
  return ['__typename', ...leaves.map(({ name }) => name)].join(' ')
}

/** Whether a field can be asked for without arguments. */
export function isFree({ args }: GraphQLField<unknown, unknown>): boolean {
  return !args.some(isRequiredArgument)
}
