import { type Model, modelOf } from './model.ts'
import { createParameters, type Parameters } from './parameters.ts'

/** A table in a statement, under the name that it has there. */
export interface Table {
  model: Model
  alias: string
  /** What its columns' names begin with, where they stand among those of another table. */
  prefix?: string
}

/** Where in a statement one is: at a table, with what all of the statement has in common. */
export interface Scope {
  table: Table
  parameters: Parameters
  /** Gives names to tables, none twice in a statement. */
  nextAlias(): string
  /** True where only a page of the rows that meet a condition is read. */
  isPage?: boolean
  /** True where rows are marked as WHOLE (row.ts). */
  isWhole?: boolean
}

/** What a statement has come to: parameters that are bound, names that are given. */
export interface Progress {
  values: Parameters['values']
  aliases: number
}

/** The scope of a statement's first table; of one that goes on from where another has come to. */
export function openScope(
  model: string,
  { areKnown = true, from = { values: [], aliases: 1 } }: { areKnown?: boolean; from?: Progress } = {},
): Scope & { progress(): Progress } {
  let { aliases } = from
  const parameters = createParameters({ before: from.values, areKnown })
  return {
    table: { model: modelOf(model), alias: 't1' },
    parameters,
    nextAlias: () => `t${++aliases}`,
    progress: () => ({ values: [...parameters.values], aliases }),
  }
}
