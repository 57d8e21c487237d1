import type { Parameter } from '../database/database.ts'

/** The parameters of one statement, numbered as they are bound. */
export interface Parameters {
  readonly values: readonly Parameter[]
  /** Gives the place-holder of a value, cast to a type: `$3::uuid`. */
  bind(value: Exclude<Parameter, readonly string[]>, type: string): string
  /** Of a list: `$3::text[]::uuid[]`. Every driver can send texts, and not all know the enums. */
  bindList(values: readonly (string | number | boolean)[], type: string): string
}

export function createParameters(): Parameters {
  const values: Parameter[] = []
  return {
    values,
    bind(value, type) {
      // Sent as text, whatever it is: the two drivers agree on nothing else.
      values.push(value === null ? null : String(value))
      return `$${values.length}::text::${type}`
    },
    bindList(list, type) {
      values.push(list.map(String))
      return `$${values.length}::text[]::${type}[]`
    },
  }
}
