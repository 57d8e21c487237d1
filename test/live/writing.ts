import type { Database } from '../../src/database/database.ts'
import { createEntries } from '../harness/create-entries.ts'
import { withoutCost } from '../harness/without-cost.ts'
import { at, listAt, textAt } from '../reading/answer.ts'
import type { RunningService } from './running-service.ts'

export const topic = (slug: string) => ({ type: 'Topic' as const, input: { slug, name: slug } })

/** Writes topics, each in a transaction of its own. */
export async function write(database: Database, ...slugs: string[]): Promise<void> {
  for (const slug of slugs) await database.transaction((tx) => createEntries(tx, [topic(slug)]))
}

/** The slugs of the whole log, as it is read page by page. */
export async function readWholeLog({
  url,
}: RunningService): Promise<{ slugs: string[]; end: string | undefined }> {
  const query = `query ($after: String) {
    changes(first: 100, after: $after) { edges { cursor node { slug } } pageInfo { hasNextPage } }
  }`
  const slugs: string[] = []
  let end: string | undefined
  for (;;) {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables: { after: end } }),
    })
    const answer: unknown = withoutCost(await response.json())
    for (const edge of listAt(answer, 'data', 'changes', 'edges')) {
      slugs.push(textAt(edge, 'node', 'slug'))
      end = textAt(edge, 'cursor')
    }
    if (at(answer, 'data', 'changes', 'pageInfo', 'hasNextPage') !== true) return { slugs, end }
  }
}
