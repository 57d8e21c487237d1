import type { TypedDocumentString } from './generated/graphql.ts'

/** Asks the service, and gives data of the type that the document says. @throws where it answers errors. */
export async function ask<Data, Variables>(
  url: string,
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
): Promise<Data> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: document, variables }),
  })
  const { data, errors }: { data?: Data | null; errors?: { message: string }[] } = await response.json()
  if (errors || !data) throw new Error(errors?.map(({ message }) => message).join('\n') ?? 'No data came')
  return data
}
