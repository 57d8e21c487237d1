import { trace } from '@opentelemetry/api'
import { createOpenTelemetryWrapper } from '@pothos/tracing-opentelemetry'
import type { GraphQLFieldResolver } from 'graphql'

/** An error's text and stack may hold what a client sent: that there was one is told by the span of the request. */
const wrap = createOpenTelemetryWrapper(trace.getTracer('summitry'), { ignoreError: true })

/** The same resolver, in a span that names the field and says nothing of its arguments. */
export function traced<Context extends object>(
  resolver: GraphQLFieldResolver<unknown, Context, Record<string, unknown>>,
): GraphQLFieldResolver<unknown, Context, Record<string, unknown>> {
  return wrap<Context>(resolver, undefined)
}
