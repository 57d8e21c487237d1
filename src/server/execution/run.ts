import { type GraphQLError, locatedError, responsePathAsArray } from 'graphql'
import type { Field, Place, Run } from './compiled.ts'

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
