import SchemaBuilder, { type PothosOutputFieldConfig, type SchemaTypes } from '@pothos/core'
import prismaPlugin, { PothosPrismaPlugin } from '@pothos/plugin-prisma'
import type { GraphQLFieldResolver } from 'graphql'
import { WHOLE } from '../reading/row.ts'

/**
 * plugin-prisma looks up for each field of each row whether the row was read with what the field selects, and reads it
 * anew where it was not. Of rows that are whole that is known, and the looking up took longer than all else.
 */
class WholeRowsPlugin<Types extends SchemaTypes> extends PothosPrismaPlugin<Types> {
  override wrapResolve(
    resolver: GraphQLFieldResolver<unknown, Types['Context'], object>,
    fieldConfig: PothosOutputFieldConfig<Types>,
  ): GraphQLFieldResolver<unknown, Types['Context'], object> {
    const looked = super.wrapResolve(resolver, fieldConfig)
    if (looked === resolver) return resolver
    return (parent, args, context, info) => (isWhole(parent) ? resolver : looked)(parent, args, context, info)
  }
}

function isWhole(row: unknown): boolean {
  return typeof row === 'object' && row !== null && WHOLE in row
}

SchemaBuilder.allowPluginReRegistration = true
SchemaBuilder.registerPlugin(prismaPlugin, WholeRowsPlugin)
SchemaBuilder.allowPluginReRegistration = false
