import type { ExecutionArgs } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { executeQuery } from './execute.ts'

/** Has queries executed as they are compiled (execute.ts). */
export function compiledExecution(): Plugin {
  return {
    onExecute({ executeFn, setExecuteFn }) {
      setExecuteFn((args: ExecutionArgs) => executeQuery(args) ?? executeFn(args))
    },
  }
}
