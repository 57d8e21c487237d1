import {
  type ArgumentNode,
  type FieldNode,
  type GraphQLArgument,
  type GraphQLError,
  type GraphQLInputType,
  getNullableType,
  isInputObjectType,
  isListType,
  Kind,
  type ValueNode,
  valueFromASTUntyped,
  visit,
} from 'graphql'
import type { LimitName, Limits } from '../../limits.ts'
import { isSearched } from '../../schema/filter.ts'
import type { Variables } from './amount.ts'
import { overLimit } from './over-limit.ts'

/** What is wrong with the value of an argument in a request; null where nothing is. */
export type Check = (variables: Variables) => GraphQLError | null

/** Where an argument stands. */
export interface Place {
  field: FieldNode
  /** The field's name with that of its type, as in Query.meetings. */
  name: string
  definition: GraphQLArgument
  argument: ArgumentNode
}

/** Whether an argument says how many rows a page has. */
export function isPageSize(name: string): boolean {
  return name === 'first' || name === 'last'
}

/** Checks an argument of a field that reads: the size of a page, or how long and how deep a value is. */
export function checkOf({ field, name, definition, argument }: Place, limits: Limits): Check {
  const problemOf = (value: unknown): GraphQLError | null =>
    isPageSize(definition.name)
      ? problemOfSize({ name: `${name}: "${definition.name}"`, value, most: limits.MAX_PAGE, node: field })
      : problemOfValue({ ...definition, value, node: field, levels: 1 }, limits)
  if (hasVariables(argument.value)) {
    return (variables) => problemOf(valueFromASTUntyped(argument.value, variables))
  }
  const problem = problemOf(valueFromASTUntyped(argument.value))
  return () => problem
}

export function hasVariables(value: ValueNode): boolean {
  let found = false
  visit(value, {
    [Kind.VARIABLE]() {
      found = true
    },
  })
  return found
}

function problemOfSize(size: { name: string; value: unknown; most: number; node: FieldNode }) {
  const { name, value, most, node } = size
  // What is no number of GraphQL's is refused for that.
  if (!isInt(value) || (value >= 0 && value <= most)) return null
  return overLimit('MAX_PAGE', `${name} is ${value}, and a page has 0 to ${most}.`, { nodes: [node] })
}

function isInt(value: unknown): value is number {
  return Number.isInteger(value) && value === (Number(value) | 0)
}

interface Given {
  name: string
  type: GraphQLInputType
  extensions: Readonly<Record<string, unknown>>
  value: unknown
  node: FieldNode
  /** How many levels the value is nested in the argument. */
  levels: number
}

function problemOfValue(given: Given, limits: Limits): GraphQLError | null {
  const { name, value, node, levels } = given
  const type = getNullableType(given.type)
  if (levels > limits.MAX_VARIABLES_DEPTH) {
    const most = limits.MAX_VARIABLES_DEPTH
    return overLimit('MAX_VARIABLES_DEPTH', `"${name}" is nested more than ${most} deep.`, { nodes: [node] })
  }
  if (typeof value === 'string') {
    const limit: LimitName = isSearched(given) ? 'MAX_SEARCH' : 'MAX_TEXT'
    return tooMany({ name, limit, count: value.length, unit: 'characters', node }, limits)
  }
  if (Array.isArray(value)) {
    const problem = tooMany({ name, limit: 'MAX_LIST', count: value.length, unit: 'values', node }, limits)
    const item = isListType(type) ? type.ofType : type
    return problem ?? firstOf(value, (one) => problemOfValue({ ...given, type: item, value: one }, limits))
  }
  if (typeof value !== 'object' || value === null || !isInputObjectType(type)) {
    // A single value stands for a list of it.
    return isListType(type) ? problemOfValue({ ...given, type: type.ofType }, limits) : null
  }
  const fields = type.getFields()
  return firstOf(Object.entries(value), ([key, below]) => {
    const field = Object.hasOwn(fields, key) ? fields[key] : undefined
    return field ? problemOfValue({ ...field, value: below, node, levels: levels + 1 }, limits) : null
  })
}

function tooMany(
  found: { name: string; limit: LimitName; count: number; unit: string; node: FieldNode },
  limits: Limits,
): GraphQLError | null {
  const { name, limit, count, unit, node } = found
  const most = limits[limit]
  if (count <= most) return null
  return overLimit(limit, `"${name}" has ${count} ${unit}, and it may have ${most}.`, { nodes: [node] })
}

function firstOf<Value>(values: readonly Value[], problemOf: (value: Value) => GraphQLError | null) {
  for (const value of values) {
    const problem = problemOf(value)
    if (problem) return problem
  }
  return null
}
