import {
  type DocumentNode,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  visit,
} from 'graphql'
import type { Operation } from './compiled.ts'
import { compileFields } from './selection.ts'

interface Compiled {
  fragments: GraphQLResolveInfo['fragments']
  /** The variables that say what is selected: those of directives. */
  deciding: readonly string[]
  /** By the values of these variables. */
  operations: Map<string, Operation>
}

/** They go with the document, which Yoga keeps for the next request with the same text. */
const compiled = new WeakMap<OperationDefinitionNode, Compiled>()

/** How many forms of one operation are kept. */
const MOST_KEPT = 20

/** The operation, as it is compiled for these variables. */
export function compiledOperation(
  schema: GraphQLSchema,
  { document, node, variableValues }: Pick<Operation, 'node'> & Asked,
): Operation {
  const known = compiled.get(node) ?? { ...read(document), operations: new Map() }
  compiled.set(node, known)
  const { fragments, deciding, operations } = known
  const key = JSON.stringify(deciding.map((name) => variableValues[name]))
  const found = operations.get(key)
  if (found) return found
  const type = schema.getQueryType()
  const { selections } = node.selectionSet
  const fields = type ? compileFields({ schema, fragments, variableValues }, { type, selections }) : []
  if (operations.size === MOST_KEPT) operations.clear()
  const operation = { schema, node, fragments, fields }
  operations.set(key, operation)
  return operation
}

interface Asked {
  document: DocumentNode
  variableValues: GraphQLResolveInfo['variableValues']
}

function read(document: DocumentNode): Pick<Compiled, 'fragments' | 'deciding'> {
  const deciding = new Set<string>()
  visit(document, {
    Directive(directive) {
      visit(directive, { Variable: ({ name }) => void deciding.add(name.value) })
    },
  })
  const fragments = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
  return {
    fragments: Object.fromEntries(fragments.map((fragment) => [fragment.name.value, fragment])),
    deciding: [...deciding],
  }
}
