import type { TestService } from '../harness/service.ts'
import { compareBy, ended, type Term } from '../model/reading-order.ts'
import type { ReadingRecord } from '../model/reading-record.ts'
import { at, listAt } from './answer.ts'
import type { Filters, ListKind, ListRow } from './list-kinds.ts'

export interface PageArguments {
  first?: number
  after?: string
  last?: number
  before?: string
}

/** Which list is asked for, and how. */
export interface Asked {
  record: ReadingRecord
  kind: ListKind
  parent: string
  orderBy: readonly Term[]
  filters: Filters
  /** The filter as it is sent. */
  sent: unknown
}

/** A page as it is answered, and as it is compared: cursors are opaque. */
export interface AnsweredPage {
  answer: unknown
  cursors: string[]
  startCursor: unknown
  endCursor: unknown
}

/** The whole list as the model has it, sorted. */
export function wholeList({ record, kind, parent, orderBy, filters }: Asked): ListRow[] {
  const compare = compareBy(orderBy.length > 0 ? ended(orderBy) : kind.order)
  return kind.rows(record, parent, filters).toSorted((one, other) => compare(one.keys, other.keys))
}

export async function askPage(
  service: TestService,
  { kind, parent, orderBy, sent }: Asked,
  page: PageArguments,
): Promise<AnsweredPage> {
  const [id = '', side] = parent.split(' ')
  const field = kind.field.slice(kind.field.indexOf('.') + 1)
  const { ordered } = kind
  const list = `list: ${field}(first: $first, after: $after, last: $last, before: $before ${ordered ? ', filter: $filter, orderBy: $orderBy' : ''}) {
    totalCount
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    nodes { ${kind.node} }
    edges { cursor ${kind.edge} node { ${kind.node} } }
  }`
  const variables = ordered ? `, $filter: ${ordered}Filter, $orderBy: [${ordered}Order!]` : ''
  const answer = await service.ask(
    `query Page($first: Int, $after: String, $last: Int, $before: String ${variables}) {
      ${kind.path.replace('ID', id).replace('LIST', list)}
    }`,
    { ...page, ...(ordered ? { filter: sent, orderBy } : {}) },
  )
  const found = at(answer, 'data', ...kind.answerAt)
  const own = Array.isArray(found)
    ? at(
        found.find((account) => at(account, 'side', 'slug') === side),
        'list',
      )
    : found
  if (typeof own !== 'object' || own === null) throw new Error(JSON.stringify(answer))
  return {
    answer: own,
    cursors: listAt(own, 'edges').map((edge) => String(at(edge, 'cursor'))),
    startCursor: at(own, 'pageInfo', 'startCursor'),
    endCursor: at(own, 'pageInfo', 'endCursor'),
  }
}

/** A page as it has to be answered, but for its cursors, which are taken as they came. */
export function expectedPage(
  rows: readonly ListRow[],
  options: { totalCount: number; hasNextPage: boolean; hasPreviousPage: boolean; cursors: readonly string[] },
) {
  const { totalCount, hasNextPage, hasPreviousPage, cursors } = options
  return {
    totalCount,
    pageInfo: {
      hasNextPage,
      hasPreviousPage,
      startCursor: cursors[0] ?? null,
      endCursor: cursors.at(-1) ?? null,
    },
    nodes: rows.map(({ node }) => node),
    edges: rows.map(({ node, edge }, index) => ({ cursor: cursors[index], node, ...edge })),
  }
}
