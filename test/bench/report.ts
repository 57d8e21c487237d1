import type { Figures } from './measure.ts'

const columns: readonly [title: string, text: (figures: Figures) => string][] = [
  ['req/s', ({ requestsPerSecond }) => requestsPerSecond.toFixed(0)],
  ['p50 ms', ({ p50 }) => p50.toFixed(2)],
  ['p99 ms', ({ p99 }) => p99.toFixed(2)],
  ['Node ms', ({ node }) => node.toFixed(2)],
  ['PG ms', ({ postgres }) => postgres.toFixed(2)],
  ['MB', ({ memory }) => memory.toFixed(0)],
]
const LABEL = 20
const WIDTH = 9

/** The service with its answers in memory, while others write. */
export const CACHED_WHILE_WRITTEN = 'cached, 10 writes/s'

/** The titles of the columns. */
export function heading(): string {
  return `  ${' '.repeat(LABEL)}${columns.map(([title]) => title.padStart(WIDTH)).join('')}`
}

export function line(label: string, figures: Figures): string {
  return `  ${label.padEnd(LABEL)}${columns.map(([, text]) => text(figures).padStart(WIDTH)).join('')}`
}

/** How the service compares with the others in requests per second, and the large data with the small in p50. */
export function ratiosOf(figures: ReadonlyMap<string, Figures>): Record<string, number> {
  const ratios: Record<string, number> = {}
  const own = figures.get('summitry')
  for (const other of ['postgraphile', 'limit']) {
    const theirs = figures.get(other)
    if (own && theirs) ratios[`of ${other}`] = own.requestsPerSecond / theirs.requestsPerSecond
  }
  for (const label of ['cached', CACHED_WHILE_WRITTEN]) {
    const [kept, theirs] = [figures.get(label), figures.get('postgraphile')]
    if (kept && theirs)
      ratios[`${label}, of postgraphile`] = kept.requestsPerSecond / theirs.requestsPerSecond
  }
  const [small, large] = [figures.get('S'), figures.get('L')]
  if (small && large) ratios['p50 from S to L'] = large.p50 / small.p50
  return ratios
}
