import { type DocumentNode, type ExecutionArgs, getOperationAST, Kind } from 'graphql'
import { isAsyncIterable, type Plugin } from 'graphql-yoga'
import type { Limits } from '../../limits.ts'
import type { Variables } from './amount.ts'
import { type Measured, measure } from './measure.ts'
import { overLimit } from './over-limit.ts'

/**
 * Refuses operations whose arguments go beyond a limit or that may give too many rows, before anything of them is
 * executed, and tells what the others are estimated to give. What is found out about a document goes with it, and is
 * kept as long as Yoga keeps the document.
 */
export function operationLimits(limits: Limits): Plugin {
  const measures = new WeakMap<DocumentNode, Map<string, (variables: Variables) => Measured>>()

  function measureOf({ schema, document, operationName }: ExecutionArgs) {
    const kept = measures.get(document) ?? new Map<string, (variables: Variables) => Measured>()
    measures.set(document, kept)
    const known = kept.get(operationName ?? '')
    if (known) return known
    const operation = getOperationAST(document, operationName)
    if (!operation) return undefined
    const fragments = new Map(
      document.definitions.flatMap((definition) =>
        definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [],
      ),
    )
    const found = measure(operation, { schema, fragments, limits })
    kept.set(operationName ?? '', found)
    return found
  }

  function measured(args: ExecutionArgs): Measured {
    const { rows, problem } = measureOf(args)?.(args.variableValues ?? {}) ?? { rows: 0, problem: null }
    return { rows, problem: problem ?? (rows > limits.MAX_ROWS ? tooManyRows(rows, limits.MAX_ROWS) : null) }
  }

  return {
    onExecute({ args, setResultAndStopExecution }) {
      const { rows, problem } = measured(args)
      if (problem) {
        setResultAndStopExecution({ errors: [problem] })
        return undefined
      }
      if (rows === 0) return undefined
      return {
        onExecuteDone({ result }) {
          if (!isAsyncIterable(result)) result.extensions = { ...result.extensions, cost: rows }
        },
      }
    },
    onSubscribe({ args, setResultAndStopExecution }) {
      const { problem } = measured(args)
      if (problem) setResultAndStopExecution({ errors: [problem] })
    },
  }
}

function tooManyRows(rows: number, most: number) {
  return overLimit(
    'MAX_ROWS',
    `The operation is estimated to give ${rows} rows, and it may give ${most}. Ask for smaller pages, or for fewer lists within lists.`,
  )
}
