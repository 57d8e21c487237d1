import type { TestService } from '../harness/service.ts'
import { listAt, textAt } from '../reading/answer.ts'

const FOUND = /* GraphQL */ `
  query Found($text: String!) { search(text: $text, first: 100) { totalCount nodes { slug } } }
`

/** The slugs of what a search finds, in the order of the alphabet. */
export async function find(service: TestService, text: string): Promise<string[]> {
  const answer = await service.ask(FOUND, { text })
  return listAt(answer, 'data', 'search', 'nodes')
    .map((node) => textAt(node, 'slug'))
    .toSorted()
}

/** The whole answer of a search that finds these, in this order. */
export function finds(...slugs: string[]) {
  return { data: { search: { totalCount: slugs.length, nodes: slugs.map((slug) => ({ slug })) } } }
}

export function askFound(service: TestService, text: string): Promise<unknown> {
  return service.ask(FOUND, { text })
}
