import { type DocumentNode, type GraphQLError, getOperationAST, Kind } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { httpError } from './errors.ts'

/** Refuses requests that leave open which operation of their document is meant, and says which there are. */
export function operationCheck(): Plugin {
  return {
    onParse() {
      return ({ result, context }) => {
        if (result === null || result instanceof Error) return
        const { operationName } = context.params
        if (!getOperationAST(result, operationName)) throw unresolved(result, operationName)
      }
    },
  }
}

function unresolved({ definitions }: DocumentNode, wanted: string | undefined): GraphQLError {
  const operations = definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION)
  const names = operations.flatMap(({ name }) => name?.value ?? []).join(', ')
  return httpError(whatToChange(wanted, names), { code: 'OPERATION_RESOLUTION_FAILURE' })
}

function whatToChange(wanted: string | undefined, names: string): string {
  if (wanted === undefined && names === '') return 'The document has no operation: add one, as "query { … }".'
  if (wanted === undefined)
    return `The document has several operations: set "operationName" to one of ${names}.`
  const has = names === '' ? 'none that has a name: leave "operationName" out' : names
  return `The document has no operation named ${JSON.stringify(wanted)}. It has ${has}.`
}
