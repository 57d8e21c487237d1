import type { ExecutionResult, GraphQLError } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import type { Limits } from '../../limits.ts'
import { overLimit } from './over-limit.ts'

/**
 * Answers an operation that takes too long without what it has found so far. Nobody waits any more for
 * what the database is still doing for it.
 */
export function operationDeadline({ MAX_OPERATION_MS }: Limits): Plugin {
  return {
    onExecute({ executeFn, setExecuteFn }) {
      setExecuteFn((args) => {
        const result = executeFn(args)
        return result instanceof Promise ? orTooLate(result, MAX_OPERATION_MS) : result
      })
    },
  }
}

function orTooLate<Result>(result: Promise<Result>, most: number): Promise<Result | ExecutionResult> {
  const { promise, resolve, reject } = Promise.withResolvers<Result | ExecutionResult>()
  const timer = setTimeout(() => resolve({ errors: [tooLate(most)] }), most)
  result.then(resolve, reject).finally(() => clearTimeout(timer))
  return promise
}

function tooLate(most: number): GraphQLError {
  return overLimit(
    'MAX_OPERATION_MS',
    `The operation took longer than ${most} ms. Ask for less at a time; what it writes may have been written.`,
    { code: 'TIMEOUT' },
  )
}
