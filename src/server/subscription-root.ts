import {
  type DirectiveNode,
  type DocumentNode,
  GraphQLError,
  Kind,
  OperationTypeNode,
  type SelectionSetNode,
} from 'graphql'
import type { Plugin } from 'graphql-yoga'

/**
 * Refuses subscriptions whose only field may be left out: nothing would be left to follow. The specification forbids
 * it (https://spec.graphql.org/September2025/#sec-Single-Root-Field), but graphql-js 16 fails at it. Ahead of its
 * rules, one of which throws where a variable decides.
 */
export function subscriptionRoot(): Plugin {
  return {
    onParse() {
      return ({ result }) => {
        if (result === null || result instanceof Error) return
        const nodes = conditionsOfRoots(result)
        if (nodes.length === 0) return
        const message = 'The field of a subscription is always selected: leave out @skip and @include.'
        const extensions = { code: 'GRAPHQL_VALIDATION_FAILED', http: { status: 400 } }
        throw new GraphQLError(message, { nodes, extensions })
      }
    },
  }
}

/** What makes the fields of the document's subscriptions depend on something, in fragments too. */
function conditionsOfRoots({ definitions }: DocumentNode): DirectiveNode[] {
  const seen = new Set<string>()

  function conditionsOf({ selections }: SelectionSetNode): DirectiveNode[] {
    return selections.flatMap((selection) => {
      const own = (selection.directives ?? []).filter(({ name }) => ['skip', 'include'].includes(name.value))
      if (selection.kind === Kind.FIELD) return own
      if (selection.kind === Kind.INLINE_FRAGMENT) return [...own, ...conditionsOf(selection.selectionSet)]
      return [...own, ...conditionsOfFragment(selection.name.value)]
    })
  }

  /** Once, since fragments that are not valid yet may contain each other. */
  function conditionsOfFragment(name: string): DirectiveNode[] {
    if (seen.has(name)) return []
    seen.add(name)
    return definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === name
        ? conditionsOf(definition.selectionSet)
        : [],
    )
  }

  return definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION && definition.operation === OperationTypeNode.SUBSCRIPTION
      ? conditionsOf(definition.selectionSet)
      : [],
  )
}
