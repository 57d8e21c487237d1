import { type DocumentNode, Kind, visit } from 'graphql'
import type { GraphQLParams } from 'graphql-yoga'
import type { Viewer } from '../../access/viewer.ts'
import { type Day, today } from '../../domain/day.ts'

/** What is asked, by whoever may see the same: the same text for the same answer. */
export function keyOf(params: GraphQLParams, viewer: Viewer | null): string {
  const { query, operationName, variables } = params
  return JSON.stringify([viewer?.role ?? null, operationName ?? null, canonical(variables ?? {}), query])
}

/** Fields in the order of their names. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical)
  if (typeof value !== 'object' || value === null) return value
  return Object.entries(value)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, inside]) => [name, canonical(inside)])
}

/**
 * The day for which an answer holds, where it may depend on that. Nothing but the status of an agreement does, as a field
 * or in a filter: whatever is asked by that name is taken to.
 */
export function dayOf({ query = '', variables }: GraphQLParams): Day | undefined {
  return query.includes('status') || JSON.stringify(variables ?? {}).includes('status') ? today() : undefined
}

/** Whether an operation asks who asks: its answer is for one alone. */
export function asksForViewer(document: DocumentNode): boolean {
  const known = personal.get(document)
  if (known !== undefined) return known
  let isPersonal = false
  visit(document, {
    [Kind.FIELD]({ name }) {
      if (name.value === 'viewer') isPersonal = true
    },
  })
  personal.set(document, isPersonal)
  return isPersonal
}

/** Yoga keeps the document for the next request with the same text. */
const personal = new WeakMap<DocumentNode, boolean>()
