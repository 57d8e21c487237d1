// How queries are executed: an operation is compiled when it is first asked for (operation.ts, selection.ts), and then
// each request only calls the resolvers of its fields and puts together what they give (run.ts). graphql-js finds out
// anew for each row what was selected, which arguments there are and of which types they all are, and that took longer
// than what the resolvers do.
//
// The answers are those of graphql-js, errors included. Mutations and subscriptions are left to it, which are few, and
// so are requests whose variables are not what they should be.
import {
  type ExecutionArgs,
  type ExecutionResult,
  GraphQLError,
  getOperationAST,
  getVariableValues,
  OperationTypeNode,
} from 'graphql'
import type { Run } from './compiled.ts'
import { compiledOperation } from './operation.ts'
import { fill } from './selection.ts'

/** The answer to a query; nothing where that is left to graphql-js. */
export function executeQuery(args: ExecutionArgs): ExecutionResult | Promise<ExecutionResult> | undefined {
  const { schema, document, operationName, contextValue } = args
  const node = getOperationAST(document, operationName)
  if (node?.operation !== OperationTypeNode.QUERY) return undefined
  const { coerced } = getVariableValues(schema, node.variableDefinitions ?? [], args.variableValues ?? {})
  if (!coerced) return undefined
  const operation = compiledOperation(schema, { document, node, variableValues: coerced })
  const { promise, resolve } = Promise.withResolvers<void>()
  const run: Run = {
    operation,
    context: Object(contextValue),
    variableValues: coerced,
    args: [],
    data: null,
    errors: [],
    open: 0,
    close: resolve,
  }
  try {
    run.data = fill(run, operation.fields, { source: undefined, parent: undefined })
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error
    run.errors.push(error)
  }
  return run.open === 0 ? resultOf(run) : promise.then(() => resultOf(run))
}

function resultOf({ data, errors }: Run): ExecutionResult {
  return errors.length === 0 ? { data } : { errors, data }
}
