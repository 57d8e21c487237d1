import { expect, onTestFinished, test } from 'vitest'
import { listenForMetrics } from '../../src/server/metrics/listen.ts'
import { createMetrics, type Metrics } from '../../src/server/metrics/metrics.ts'
import { onEmptyRecord } from '../harness/service.ts'
import { runObserved } from './observed.ts'

const service = onEmptyRecord()

/** The figures of a name, but for those of buckets. */
async function figures({ text }: Metrics, name: string): Promise<string[]> {
  return (await text()).split('\n').filter((line) => line.startsWith(name) && !line.includes('_bucket'))
}

test('requests are counted by what they ask for and how they are answered', async () => {
  const { url, metrics, post } = await runObserved(service.database, 'info')
  await post({ query: '{ topics { totalCount } }' })
  await post({ query: 'query A { __typename } mutation B { __typename }', operationName: 'B' })
  await post({ query: '{ nothing }' })
  await post({ query: '{' })
  await fetch(`${url}/nowhere`)
  await expect
    .poll(() => figures(metrics, 'summitry_http_requests_total'))
    .toEqual([
      'summitry_http_requests_total{operation="query",status="200"} 2',
      'summitry_http_requests_total{operation="mutation",status="200"} 1',
      'summitry_http_requests_total{operation="none",status="200"} 1',
      'summitry_http_requests_total{operation="none",status="404"} 1',
    ])
  expect(await figures(metrics, 'summitry_http_request_duration_seconds_count')).toEqual([
    'summitry_http_request_duration_seconds_count{operation="query"} 2',
    'summitry_http_request_duration_seconds_count{operation="mutation"} 1',
    'summitry_http_request_duration_seconds_count{operation="none"} 2',
  ])
})

test('errors are counted by their codes', async () => {
  const { metrics, post } = await runObserved(service.database, 'info')
  await post({ query: '{ a b }' })
  await post({ query: '{' })
  expect(await figures(metrics, 'summitry_graphql_errors_total')).toEqual([
    'summitry_graphql_errors_total{code="GRAPHQL_VALIDATION_FAILED"} 2',
    'summitry_graphql_errors_total{code="GRAPHQL_PARSE_FAILED"} 1',
  ])
})

test('statements are counted', async () => {
  const metrics = createMetrics()
  metrics.onStatement('SELECT 1')
  metrics.onStatement('SELECT 1', 3)
  expect(await figures(metrics, 'summitry_sql')).toEqual(['summitry_sql_statements_total 2'])
})

test('who follows, the pools and the cache are looked up when they are asked for', async () => {
  const metrics = createMetrics()
  const feed = { followers: 0 }
  const pool = { name: 'planned', total: 3, idle: 1, waiting: 0 }
  const cache = { hits: 5, misses: 2, entries: 2, bytes: 700 }
  metrics.watch({ database: { pools: () => [pool] }, feed, cache: () => cache })
  await metrics.text()
  feed.followers = 2
  pool.waiting = 4
  cache.hits = 6
  expect(await figures(metrics, 'summitry_subscribers')).toEqual(['summitry_subscribers 2'])
  expect(await figures(metrics, 'summitry_database')).toEqual([
    'summitry_database_connections{pool="planned",state="all"} 3',
    'summitry_database_connections{pool="planned",state="idle"} 1',
    'summitry_database_waiting{pool="planned"} 4',
  ])
  expect(await figures(metrics, 'summitry_cache')).toEqual([
    'summitry_cache_requests_total{result="hit"} 6',
    'summitry_cache_requests_total{result="miss"} 2',
    'summitry_cache_entries 2',
    'summitry_cache_bytes 700',
  ])
})

test('where no answers are kept, there are no figures of them', async () => {
  const { metrics } = await runObserved(service.database, 'info')
  expect(await figures(metrics, 'summitry_cache')).toEqual([])
})

test('a stream is counted when it ends, and not timed', async () => {
  const { url, metrics } = await runObserved(service.database, 'info')
  const address = `${url}?query=${encodeURIComponent('subscription { changes { slug } }')}`
  const { body } = await fetch(address, { headers: { accept: 'text/event-stream' } })
  expect(await figures(metrics, 'summitry_http')).toEqual([])
  await body?.cancel()
  await expect
    .poll(() => figures(metrics, 'summitry_http'))
    .toEqual(['summitry_http_requests_total{operation="subscription",status="200"} 1'])
})

test('the figures have a port of their own, with those of the process', async () => {
  const server = await listenForMetrics(createMetrics(), { host: '127.0.0.1', port: 0 })
  onTestFinished(server.close)
  const response = await fetch(`http://127.0.0.1:${server.port}/metrics`)
  expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8')
  expect(await response.text()).toContain('\nprocess_resident_memory_bytes ')
  expect(await fetch(`http://127.0.0.1:${server.port}/graphql`)).toMatchObject({ status: 404 })
  await expect(listenForMetrics(createMetrics(), { host: '127.0.0.1', port: server.port })).rejects.toThrow(
    `METRICS_PORT ${server.port} cannot be listened on: listen EADDRINUSE: address already in use`,
  )
})
