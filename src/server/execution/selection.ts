import {
  defaultFieldResolver,
  defaultTypeResolver,
  type FieldNode,
  type GraphQLCompositeType,
  GraphQLError,
  type GraphQLLeafType,
  type GraphQLList,
  type GraphQLObjectType,
  type GraphQLOutputType,
  getArgumentValues,
  isLeafType,
  isListType,
  isNonNullType,
  isNullableType,
  isObjectType,
  type SelectionNode,
} from 'graphql'
import { type Document, fieldsOf, keyOf } from '../../schema/selected-fields.ts'
import type { Answer, Complete, Field, Fields, Info, Place, Run } from './compiled.ts'
import { FieldInfo } from './info.ts'
import { fail, located, putLater } from './run.ts'

export interface Selected {
  type: GraphQLObjectType
  selections: readonly SelectionNode[]
}

const NO_ARGS = Object.freeze({})
type NullableType = GraphQLLeafType | GraphQLCompositeType | GraphQLList<GraphQLOutputType>

/** What answers inherit from: a field may be called as anything is that other objects inherit. */
const NOTHING = Object.freeze(Object.create(null))

/** An object of the answer. @throws {GraphQLError} where there can be none */
export function fill(
  run: Run,
  fields: Fields,
  { source, parent }: { source: unknown; parent: Place | undefined },
): Answer {
  const answer: Answer = Object.create(NOTHING)
  for (const field of fields) {
    const info = new FieldInfo(run, field, { parent, holder: answer })
    try {
      const value: unknown = field.resolve(source, argsOf(run, field), run.context, info)
      if (isPromise(value)) {
        // The fields of an object stand in the order in which they were asked for.
        answer[field.key] = null
        putLater(run, { field, place: info.path, value }, (found) => field.complete(run, found, info))
      } else {
        answer[field.key] = field.complete(run, value, info)
      }
    } catch (error) {
      answer[field.key] = fail(run, info.path, located(error, field, info.path))
    }
  }
  return answer
}

function argsOf(run: Run, { argsPlace, definition, nodes: [node] }: Field): Record<string, unknown> {
  if (argsPlace === undefined || !node) return NO_ARGS
  const args = run.args[argsPlace] ?? getArgumentValues(definition, node, run.variableValues)
  run.args[argsPlace] = args
  return args
}

/** Compiles what an operation selects: all of it that is the same for every request and every row. */
export function compileFields(document: Document, selected: Selected): Fields {
  let takingArgs = 0

  function fieldsFor(type: GraphQLObjectType, selections: readonly SelectionNode[]): Fields {
    const byKey = Map.groupBy(fieldsOf(document, { type, selections }), ({ node }) => keyOf(node))
    return [...byKey].flatMap(([key, [first, ...others]]) => {
      if (!first) return []
      const { definition } = first
      const nodes = [first, ...others].map(({ node }) => node)
      return {
        key,
        nodes,
        definition,
        parentType: type,
        resolve: definition.resolve ?? defaultFieldResolver,
        argsPlace: definition.args.length > 0 ? takingArgs++ : undefined,
        isNullable: isNullableType(definition.type),
        complete: completing(definition.type, nodes),
      }
    })
  }

  function completing(type: GraphQLOutputType, nodes: readonly FieldNode[]): Complete {
    const isNullable = isNullableType(type)
    const some = completingSome(isNonNullType(type) ? type.ofType : type, nodes)
    return (run, value, info, place) => {
      if (value === null || value === undefined) {
        if (isNullable) return null
        throw new Error(`Cannot return null for non-nullable field ${info.parentType}.${info.fieldName}.`)
      }
      if (value instanceof Error) throw value
      return some(run, value, info, place)
    }
  }

  /** For a value that is there. */
  function completingSome(type: NullableType, nodes: readonly FieldNode[]): Complete {
    if (isLeafType(type)) return (_run, value) => serialized(type, value)
    if (isListType(type)) return completingList(type.ofType, nodes)
    // Of an interface or a union by far not all types come.
    const compiled = new Map<GraphQLObjectType, Fields>()
    return (run, source, info, place = info.path) => {
      const found = typeOf(type, { value: source, run, info })
      const fields =
        compiled.get(found) ??
        fieldsFor(
          found,
          nodes.flatMap(({ selectionSet }) => selectionSet?.selections ?? []),
        )
      compiled.set(found, fields)
      return fill(run, fields, { source, parent: place })
    }
  }

  function completingList(type: GraphQLOutputType, nodes: readonly FieldNode[]): Complete {
    const isNullable = isNullableType(type)
    const completeItem = completing(type, nodes)
    return (run, value, info, place = info.path) => {
      if (!isIterable(value)) throw new Error(`${info.parentType}.${info.fieldName} gives no list.`)
      const list: unknown[] = []
      for (const item of value) {
        const at: Place = { prev: place, key: list.length, typename: undefined, holder: list, isNullable }
        list.push(completedItem(run, { item, info, at }, completeItem))
      }
      return list
    }
  }

  return fieldsFor(selected.type, selected.selections)
}

function completedItem(
  run: Run,
  { item, info, at }: { item: unknown; info: Info; at: Place },
  complete: Complete,
): unknown {
  const { field } = info
  try {
    if (!isPromise(item)) return complete(run, item, info, at)
    putLater(run, { field, place: at, value: item }, (found) => complete(run, found, info, at))
    return null
  } catch (error) {
    return fail(run, at, located(error, field, at))
  }
}

function serialized(type: GraphQLLeafType, value: unknown): unknown {
  try {
    const found: unknown = type.serialize(value)
    if (found !== null && found !== undefined) return found
  } catch (error) {
    // What the service gave is wrong then, and not what the client asked for, of which such an error speaks.
    throw error instanceof GraphQLError ? new Error(error.message) : error
  }
  throw new Error(`A value of ${type} is written as nothing.`)
}

/** The type of an object, where its field can give several. */
function typeOf(
  type: GraphQLCompositeType,
  { value, run, info }: { value: unknown; run: Run; info: Info },
): GraphQLObjectType {
  if (isObjectType(type)) return type
  const name: unknown = (type.resolveType ?? defaultTypeResolver)(value, run.context, info, type)
  const found = typeof name === 'string' ? info.schema.getType(name) : undefined
  if (isObjectType(found) && info.schema.isSubType(type, found)) return found
  throw new Error(`${info.parentType}.${info.fieldName} gives something that is no ${type}: ${name}`)
}

function isPromise(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function'
}

function isIterable(value: unknown): value is Iterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.iterator in value
}
