import { graphql } from 'graphql'
import type { Context } from '../schema/builder.ts'
import { schema } from '../schema/index.ts'
import type { TypedDocumentString } from './generated/graphql.ts'

/** Asks the record, as any client does, and gives data of the type that the document says. */
export type Ask = <Data, Variables extends Record<string, unknown>>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
) => Promise<Data>

/** Asks the schema without a server between. What it throws is a fault: the operations are the program's own. */
export function askSchema(contextValue: Context): Ask {
  return async <Data, Variables extends Record<string, unknown>>(
    document: TypedDocumentString<Data, Variables>,
    variableValues: Variables,
  ) => {
    const { data, errors } = await graphql({ schema, source: String(document), variableValues, contextValue })
    if (errors || !data) throw new AggregateError(errors ?? [], 'A question of the report failed')
    // Which type that is was generated from the schema.
    return data as Data
  }
}
