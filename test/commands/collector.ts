import { once } from 'node:events'
import { createServer } from 'node:http'
import { json } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'
import { z } from 'zod'

/** A span, as a collector of OpenTelemetry is sent it (https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding). */
const span = z.object({
  name: z.string(),
  traceId: z.string(),
  spanId: z.string(),
  parentSpanId: z.string().optional(),
  attributes: z.array(z.object({ key: z.string(), value: z.record(z.string(), z.unknown()) })),
})
const sent = z.object({
  resourceSpans: z.array(z.object({ scopeSpans: z.array(z.object({ spans: z.array(span) })) })),
})
export type Span = z.infer<typeof span>

/** A collector of traces, which keeps what it is sent. */
export async function collector(): Promise<{ url: string; spans: Span[] }> {
  const spans: Span[] = []
  const server = createServer(async (request, response) => {
    const { resourceSpans } = sent.parse(await json(request))
    spans.push(...resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans)))
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('It listens on a port')
  return { url: `http://127.0.0.1:${address.port}`, spans }
}

/** The spans of one trace as a tree: each with its name, what it is about, and those within it. */
export function treeOf(spans: readonly Span[], parent: string): unknown[] {
  return spans
    .filter(({ parentSpanId }) => parentSpanId === parent)
    .map(({ name, spanId, attributes }) => {
      const about = attributes.find(({ key }) => key === 'graphql.field.path')?.value['stringValue']
      return [about ?? name, ...treeOf(spans, spanId)]
    })
    .sort()
}
