import {
  type DirectiveNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLError,
  type GraphQLField,
  GraphQLIncludeDirective,
  type GraphQLNamedType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  print,
  SchemaMetaFieldDef,
  type SelectionNode,
  type SelectionSetNode,
  TypeMetaFieldDef,
  type ValueNode,
  valueFromASTUntyped,
} from 'graphql'
import type { Limits } from '../../limits.ts'
import { DEFAULT_SIZE } from '../../schema/page.ts'
import { type Amount, amountIn, productOf, shared, sumOf, type Variables } from './amount.ts'
import { type Check, checkOf, hasVariables, isPageSize } from './argument.ts'

/** How many rows a list is taken to have that is no page. */
const PLAIN_LIST = 10

/** What an operation asks for in a request. */
export interface Measured {
  /** How many rows it gives at most, as far as that can be told beforehand. */
  rows: number
  /** The first thing that is wrong with its arguments. */
  problem: GraphQLError | null
}

/** How many rows a page of a connection has. */
interface Size {
  /** Tells sizes apart. */
  key: string
  rows: Amount
}

const NO_SIZE: Size = { key: '', rows: PLAIN_LIST }

/**
 * Measures a valid operation: each field and each fragment once, however often it is spread. Whatever a request's
 * variables decide is left open: what is returned takes them.
 */
export function measure(
  operation: OperationDefinitionNode,
  options: { schema: GraphQLSchema; fragments: ReadonlyMap<string, FragmentDefinitionNode>; limits: Limits },
): (variables: Variables) => Measured {
  const { schema, fragments, limits } = options
  const checks: Check[] = []
  const measured = new Map<string, Amount>()
  const sizes = new Map<string, Size>()

  function amountOf(node: ValueNode, read: (value: unknown) => number): Amount {
    if (!hasVariables(node)) return read(valueFromASTUntyped(node))
    return (variables) => read(valueFromASTUntyped(node, variables))
  }

  /** The rows below a field: `size` is how many a page of it has, where it is a connection. */
  function rowsOf(selectionSet: SelectionSetNode, parent: GraphQLNamedType | undefined, size: Size): Amount {
    return sumOf(
      selectionSet.selections.map((selection) =>
        productOf(inclusionOf(selection.directives), rowsOfSelection(selection, parent, size)),
      ),
    )
  }

  function rowsOfSelection(
    selection: SelectionNode,
    parent: GraphQLNamedType | undefined,
    size: Size,
  ): Amount {
    if (selection.kind === Kind.FIELD) return rowsOfField(selection, parent, size)
    if (selection.kind === Kind.FRAGMENT_SPREAD) return rowsOfFragment(selection.name.value, size)
    const condition = selection.typeCondition?.name.value
    return rowsOf(selection.selectionSet, condition === undefined ? parent : schema.getType(condition), size)
  }

  function rowsOfFragment(name: string, size: Size): Amount {
    // The rows of a connection hang on its page as well.
    const key = `${name} ${size.key}`
    const known = measured.get(key)
    if (known !== undefined) return known
    const fragment = fragments.get(name)
    if (!fragment) return 0
    const type = schema.getType(fragment.typeCondition.name.value)
    const rows = shared(rowsOf(fragment.selectionSet, type, size))
    measured.set(key, rows)
    return rows
  }

  function rowsOfField(node: FieldNode, parent: GraphQLNamedType | undefined, size: Size): Amount {
    const field = definitionOf(node, parent)
    if (!field) return 0
    const name = `${parent?.name}.${field.name}`
    // What is written has rules of its own.
    if (parent !== schema.getMutationType()) {
      for (const argument of node.arguments ?? []) {
        const definition = field.args.find((one) => one.name === argument.name.value)
        if (definition) checks.push(checkOf({ field: node, name, definition, argument }, limits))
      }
    }
    const type = getNamedType(field.type)
    if (!node.selectionSet || !isCompositeType(type)) return 0
    const ownSize = sizeOf(node, field)
    const below = rowsOf(node.selectionSet, type, ownSize ?? NO_SIZE)
    if (isConnection(type)) return below
    const each = isPartOfPage(type) ? below : sumOf([1, below])
    if (!isListType(getNullableType(field.type))) return each
    const isPage = isConnection(parent) && (field.name === 'nodes' || field.name === 'edges')
    return productOf(isPage ? size.rows : (ownSize?.rows ?? lengthOf(node) ?? PLAIN_LIST), each)
  }

  function definitionOf(node: FieldNode, parent: GraphQLNamedType | undefined) {
    const name = node.name.value
    if (parent === schema.getQueryType()) {
      if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef
      if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef
    }
    return isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined
  }

  /** How many rows a field was asked for; undefined where it takes no such question. */
  function sizeOf(node: FieldNode, field: GraphQLField<unknown, unknown>): Size | undefined {
    if (!field.args.some((argument) => argument.name === 'first')) return undefined
    const given = (node.arguments ?? []).filter((argument) => isPageSize(argument.name.value))
    const key = given.map(({ value }) => print(value)).join(' ')
    const size = sizes.get(key) ?? { key, rows: rowsOfPage(given.map(({ value }) => value)) }
    sizes.set(key, size)
    return size
  }

  /** Of two sizes one must be null. */
  function rowsOfPage(given: readonly ValueNode[]): Amount {
    const read = (variables?: Variables) => {
      const values = given.map((value) => valueFromASTUntyped(value, variables))
      const size = values.find((value) => value !== null && value !== undefined)
      // What is beyond the limit is refused for that. A page of nothing counts as one row: how to read what is selected
      // in it is found out all the same, and of fragments below such pages that would have no end.
      return Math.min(Math.max(1, Number(size ?? DEFAULT_SIZE) || 1), limits.MAX_PAGE)
    }
    return given.some(hasVariables) ? read : read()
  }

  /** How many are asked for by their ids. */
  function lengthOf(node: FieldNode): Amount | undefined {
    const ids = node.arguments?.find((argument) => argument.name.value === 'ids')
    return ids && amountOf(ids.value, (value) => (Array.isArray(value) ? value.length : 1))
  }

  function inclusionOf(directives: readonly DirectiveNode[] = []): Amount {
    return directives.reduce<Amount>((included, { name, arguments: given }) => {
      const condition = given?.find((argument) => argument.name.value === 'if')?.value
      if (!condition) return included
      if (name.value === GraphQLIncludeDirective.name) {
        return productOf(
          included,
          amountOf(condition, (value) => (value === false ? 0 : 1)),
        )
      }
      if (name.value === GraphQLSkipDirective.name) {
        return productOf(
          included,
          amountOf(condition, (value) => (value === true ? 0 : 1)),
        )
      }
      return included
    }, 1)
  }

  const roots = {
    query: schema.getQueryType(),
    mutation: schema.getMutationType(),
    subscription: schema.getSubscriptionType(),
  }
  const rows = rowsOf(operation.selectionSet, roots[operation.operation] ?? undefined, NO_SIZE)
  const defaults = defaultsOf(operation)

  return (given) => {
    const variables = defaults ? { ...defaults, ...given } : given
    return { rows: amountIn(rows, variables), problem: problemIn(checks, variables) }
  }
}

/** The values of the variables that a request leaves out; undefined where none has one. */
function defaultsOf({ variableDefinitions = [] }: OperationDefinitionNode): Variables | undefined {
  const values = variableDefinitions.flatMap(({ variable, defaultValue }) =>
    defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)] as const] : [],
  )
  return values.length === 0 ? undefined : Object.fromEntries(values)
}

function problemIn(checks: readonly Check[], variables: Variables): GraphQLError | null {
  for (const check of checks) {
    const problem = check(variables)
    if (problem) return problem
  }
  return null
}

function isConnection(type: GraphQLNamedType | undefined): boolean {
  return isObjectType(type) && 'pageInfo' in type.getFields()
}

/** Whether a type only says how rows hang together. */
function isPartOfPage(type: GraphQLNamedType): boolean {
  if (!isObjectType(type)) return false
  const fields = type.getFields()
  return 'hasNextPage' in fields || ('cursor' in fields && 'node' in fields)
}
