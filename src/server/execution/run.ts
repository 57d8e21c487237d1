import { type GraphQLError, type GraphQLResolveInfo, locatedError, responsePathAsArray } from 'graphql'
import type { Operation } from './operation.ts'
import type { Field } from './selection.ts'

/** An object of the answer. */
export type Answer = Record<string, unknown>

/** One execution of an operation. */
export interface Run {
  operation: Operation
  context: object
  variableValues: GraphQLResolveInfo['variableValues']
  /** The arguments of fields, by their places in the operation: the same for every row. */
  args: (Record<string, unknown> | undefined)[]
  /** The answer. */
  data: Answer | null
  errors: GraphQLError[]
  /** How many values are waited for. */
  open: number
  /** Called when none is any more. */
  close(): void
}

/** Where a value goes in the answer; to resolvers it is the path that graphql-js hands them. */
export interface Place {
  prev: Place | undefined
  key: string | number
  typename: string | undefined
  /** The object or the list in which the value stands. */
  holder: object
  isNullable: boolean
}

/** Puts a value where it goes once it is there. */
export function putLater(
  run: Run,
  { field, place, value }: { field: Field; place: Place; value: PromiseLike<unknown> },
  complete: (value: unknown) => unknown,
): void {
  run.open += 1
  Promise.resolve(value)
    .then((found) => Reflect.set(place.holder, place.key, complete(found)))
    .catch((error) => failLater(run, place, located(error, field, place)))
    .then(() => {
      run.open -= 1
      if (run.open === 0) run.close()
    })
}

/**
 * An error of a field: where the field can be null it is, and nothing else of the answer is.
 *
 * @throws {GraphQLError} where it cannot be, for whoever completes what it stands in
 */
export function fail(run: Run, place: Place, error: GraphQLError): null {
  if (!place.isNullable) throw error
  run.errors.push(error)
  return null
}

/** The same where whatever the field stands in was completed already. */
function failLater(run: Run, place: Place, error: GraphQLError): void {
  let nulled: Place | undefined = place
  while (nulled && !nulled.isNullable) nulled = nulled.prev
  const { holder, key } = nulled ?? { holder: run, key: 'data' }
  // Of several errors for which one value is null, the first is told.
  if (nulled !== place && Reflect.get(holder, key) === null) return
  Reflect.set(holder, key, null)
  run.errors.push(error)
}

export function located(error: unknown, { nodes }: Field, place: Place): GraphQLError {
  const raised = error instanceof Error ? error : new Error(String(error))
  return locatedError(raised, nodes, responsePathAsArray(place))
}
