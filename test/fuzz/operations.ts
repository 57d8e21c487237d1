import {
  astFromValue,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  getNamedType,
  getNullableType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isRequiredArgument,
  isRequiredInputField,
  print,
} from 'graphql'
import { schema } from '../../src/schema/index.ts'
import type { Random } from '../data/random.ts'

/** An operation that is valid, with its variables. */
export interface Operation {
  query: string
  variables: Record<string, unknown>
}

/** How many fields an operation has at most, and how deep they and the inputs are nested. */
const MOST_FIELDS = 25
const LEVELS = 6
const INPUT_LEVELS = 3

/** Texts of all kinds: names of entries of the founding record among them. */
const TEXTS = [
  'trump-putin-hamburg-2017',
  'donald-trump',
  'Meeting:trump-putin-hamburg-2017',
  'Topic:election-interference',
  'syria-southwest-ceasefire-2017',
  'nobody',
  'cease-fire',
  'Zürich',
  '2017-07-07',
  '2017-07',
  '2017?',
  '../2017-07-09',
  'en',
  'DE',
  'https://example.org/',
  'wikidata',
  'Q22686',
  '%',
  '',
  '日本',
]

/** A query or a mutation made at random from what the schema has. */
export function randomOperation(random: Random, kind: 'query' | 'mutation'): Operation {
  const declarations: string[] = []
  const variables: Record<string, unknown> = {}
  let fields = 0
  let aliases = 0

  const oneOf = <Value>(values: readonly Value[]): Value => {
    const value = values[random.below(values.length)]
    if (value === undefined) throw new Error('There is one to choose')
    return value
  }

  function selection(type: GraphQLNamedType, levels: number): string {
    if (isAbstractType(type)) {
      const possible = schema.getPossibleTypes(type).filter(() => random.chance(0.4))
      const parts = possible.map((each) => `... on ${each.name} ${selectionOf(each, levels, true)}`)
      return `{ __typename ${parts.join(' ')} }`
    }
    if (!('getFields' in type) || isInputObjectType(type)) return ''
    return selectionOf(type, levels, false)
  }

  /** Below a type that stands for several, each field has a name of its own: their types may differ. */
  function selectionOf(type: GraphQLObjectType, levels: number, isAliased: boolean): string {
    const chosen = Object.values(type.getFields())
      .filter((field) => levels > 0 || isLeafType(getNamedType(field.type)))
      .filter(() => random.chance(0.35))
    const parts = chosen.flatMap((field) => {
      if (fields >= MOST_FIELDS) return []
      fields += 1
      const alias = isAliased ? `a${aliases++}: ` : ''
      return [`${alias}${fieldOf(field, levels)}`]
    })
    return `{ __typename ${parts.join(' ')} }`
  }

  function fieldOf(field: GraphQLField<unknown, unknown>, levels: number): string {
    const hasLast = random.chance(0.3)
    const given = field.args.filter((argument) => {
      if (isRequiredArgument(argument)) return true
      // The size of a page always, and never from both ends.
      if (argument.name === 'first') return !(hasLast && field.args.some(({ name }) => name === 'last'))
      if (argument.name === 'last') return hasLast
      return random.chance(0.4)
    })
    const written = given.map((argument) => `${argument.name}: ${argumentOf(argument)}`).join(', ')
    return `${field.name}${written && `(${written})`} ${selection(getNamedType(field.type), levels - 1)}`
  }

  function argumentOf(argument: GraphQLArgument): string {
    const value = inputOf(argument.type, argument.name, INPUT_LEVELS)
    // A list within an object within a variable is said otherwise than in the document.
    if (random.chance(0.5)) {
      const name = `v${declarations.length}`
      declarations.push(`$${name}: ${argument.type}`)
      variables[name] = value
      return `$${name}`
    }
    const ast = astFromValue(value, argument.type)
    return ast ? print(ast) : 'null'
  }

  function inputOf(type: GraphQLInputType, name: string, levels: number): unknown {
    if (!isNonNullType(type) && random.chance(0.05)) return null
    const nullable = getNullableType(type)
    if (isListType(nullable)) {
      const count = levels > 0 ? random.below(4) : 0
      return Array.from({ length: count }, () => inputOf(nullable.ofType, name, levels - 1))
    }
    if (isEnumType(nullable)) return oneOf(nullable.getValues()).value
    if (isInputObjectType(nullable)) {
      const parts = Object.values(nullable.getFields()).filter(
        (part) => isRequiredInputField(part) || (levels > 0 && random.chance(0.3)),
      )
      return Object.fromEntries(parts.map((part) => [part.name, inputOf(part.type, part.name, levels - 1)]))
    }
    switch (nullable.name) {
      case 'Int':
        return random.below(4)
      case 'Float':
        return random.between(-90, 90)
      case 'Boolean':
        return random.chance(0.5)
      default:
        return oneOf(TEXTS)
    }
  }

  const root = kind === 'query' ? schema.getQueryType() : schema.getMutationType()
  if (!root) throw new Error(`The schema has a ${kind}`)
  const roots = Object.values(root.getFields())
  const asked = kind === 'query' ? [oneOf(roots), oneOf(roots)] : [oneOf(roots)]
  const body = [...new Set(asked)].map((field) => fieldOf(field, LEVELS)).join(' ')
  const declared = declarations.length > 0 ? `(${declarations.join(', ')})` : ''
  return { query: `${kind} ${declared} { ${body} }`, variables }
}
