import type { PothosOutputFieldConfig, SchemaTypes } from '@pothos/core'
import { isExposedField, isRootField, type TracingFieldWrapper } from '@pothos/plugin-tracing'
import type { GraphQLResolveInfo } from 'graphql'

/** Loaded only where traces are exported: elsewhere no resolver is wrapped, and there is nothing to pay for. */
const spans = process.env['OTEL_EXPORTER_OTLP_ENDPOINT'] ? await import('./resolver-spans.ts') : undefined

/**
 * Which fields have spans: those of an operation, and those of the lists that they give, which are read when they are
 * asked for. What is below was read along, and spans of its thousands of fields would say no more.
 */
export function tracingOf<Types extends SchemaTypes>(): {
  default(
    config: PothosOutputFieldConfig<Types>,
  ): boolean | ((parent: unknown, args: object, context: object, info: GraphQLResolveInfo) => boolean)
  wrap: TracingFieldWrapper<Types>
} {
  return {
    default(config) {
      if (!spans || config.parentType === 'Subscription') return false
      if (isRootField(config)) return true
      const isOfList = config.parentType.endsWith('Connection') && !isExposedField(config)
      return isOfList && ((_parent, _args, _context, { path }) => path.prev?.prev === undefined)
    },
    wrap: (resolver) => spans?.traced(resolver) ?? resolver,
  }
}
