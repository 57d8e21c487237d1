import { once } from 'node:events'
import { createServer } from 'node:http'
import { describe, expect, onTestFinished, test } from 'vitest'
import { collector, treeOf } from './collector.ts'
import { foundedFolder } from './founded-folder.ts'
import { start } from './process.ts'

const copyOfFounded = foundedFolder()
const QUERY = /* GraphQL */ `
  query ($search: String!) {
    meetings(filter: { search: $search }, first: 2) { totalCount nodes { slug participants { nodes { name } } } }
  }
`

async function post(url: string, body: object, headers: Record<string, string> = {}) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
  return response.json()
}

describe('traces', () => {
  const trace = { traceId: '0af7651916cd43dd8448eb211c80319c', parent: 'b7ad6b7169203331' }
  const traceparent = `00-${trace.traceId}-${trace.parent}-01`

  test('lead from the request of whoever sends one through the resolvers to the statements', async () => {
    const { url, spans } = await collector()
    const service = await start({ DATA_DIR: copyOfFounded(), OTEL_EXPORTER_OTLP_ENDPOINT: url })
    await post(service.url, { query: QUERY, variables: { search: 'Hamburg' } }, { traceparent })
    service.kill('SIGTERM')
    expect(await service.ended).toMatchObject({ status: 0, stderr: '' })
    const ofRequest = spans.filter(({ traceId }) => traceId === trace.traceId)
    expect(treeOf(ofRequest, trace.parent)).toEqual([
      ['POST /graphql', ['meetings', ['meetings.nodes', ['SELECT']], ['meetings.totalCount', ['SELECT']]]],
    ])
  })

  test('hold neither variables nor keys nor parameters', async () => {
    const { url, spans } = await collector()
    const service = await start({ DATA_DIR: copyOfFounded(), OTEL_EXPORTER_OTLP_ENDPOINT: url })
    const authorization = `Bearer summitry_${'0'.repeat(16)}_${'k'.repeat(43)}`
    await post(service.url, { query: QUERY, variables: { search: 'zeppelin' } }, { traceparent })
    await post(
      service.url,
      { query: QUERY, variables: { search: 'zeppelin' } },
      { authorization, traceparent },
    )
    await fetch(`${service.url}?query=${encodeURIComponent('{ topic(id: "zeppelin") { id } }')}`)
    service.kill('SIGTERM')
    await service.ended
    expect(spans.filter(({ name }) => name.endsWith(' /graphql'))).toHaveLength(3)
    expect(JSON.stringify(spans)).not.toMatch(/zeppelin|kkkk|Bearer/)
  })

  test('are dropped where nobody collects them, and hold nobody up', async () => {
    const refusing = createServer((_request, response) => void response.writeHead(503).end())
    refusing.listen(0, '127.0.0.1')
    await once(refusing, 'listening')
    onTestFinished(() => void refusing.close())
    const port = JSON.stringify(refusing.address()).match(/"port":(\d+)/)?.[1]
    const OTEL_EXPORTER_OTLP_ENDPOINT = `http://127.0.0.1:${port}`
    const service = await start({ DATA_DIR: copyOfFounded(), OTEL_EXPORTER_OTLP_ENDPOINT })
    expect(await post(service.url, { query: '{ topics { totalCount } }' })).toMatchObject({ data: {} })
    service.kill('SIGTERM')
    expect(await service.ended).toMatchObject({ status: 0, stderr: '' })
  })
})

test('the log is lines of JSON on standard error; the metrics are on a port of their own, which it names', async () => {
  const service = await start({ DATA_DIR: copyOfFounded(), METRICS_PORT: '0', LOG_LEVEL: 'debug' })
  await post(service.url, { query: '{ topics { totalCount } }' }, { 'x-request-id': 'one' })
  expect(await (await fetch(new URL('/metrics', service.url))).json()).toMatchObject({
    errors: [{ extensions: { code: 'NOT_FOUND' } }],
  })
  service.kill('SIGTERM')
  const { stderr } = await service.ended
  const common = { time: expect.any(String) }
  const request = { level: 'debug', milliseconds: expect.any(Number), msg: 'Request', ...common }
  expect(
    stderr
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toEqual([
    { level: 'info', port: expect.any(Number), msg: 'Metrics are served', ...common },
    { ...request, requestId: 'one', method: 'POST', path: '/graphql', status: 200 },
    { ...request, requestId: expect.any(String), method: 'GET', path: '/metrics', status: 404 },
  ])
})
