import type { Parameter } from '../database/database.ts'

/** The parameters of one statement, numbered as they are bound. */
export interface Parameters {
  readonly values: readonly Parameter[]
  /** Gives the place-holder of a value, cast to a type: `$3::uuid`. */
  bind(value: Exclude<Parameter, readonly string[]>, type: string): string
  /**
   * Of a list: `$3::text[]::uuid[]`. Every driver can send texts, and not all know the enums. Enums are cast one by
   * one, `ARRAY[$3::text::"Stance"]`: into a cast of all at once the planner does not look, and takes them for ten.
   */
  bindList(values: readonly (string | number | boolean)[], type: string): string
}

/** Numbered after those that are there already. */
export function createParameters(before: readonly Parameter[] = []): Parameters {
  const values: Parameter[] = [...before]
  const bind: Parameters['bind'] = (value, type) => {
    // Sent as text, whatever it is: the two drivers agree on nothing else.
    values.push(value === null ? null : String(value))
    return `$${values.length}::text::${type}`
  }
  return {
    values,
    bind,
    bindList(list, type) {
      if (isEnum(type)) {
        const members = [...new Set(list)].map((value) => bind(value, type))
        return `ARRAY[${members.join(', ')}]::${type}[]`
      }
      values.push(list.map(String))
      return `$${values.length}::text[]::${type}[]`
    },
  }
}

/** Of PostgreSQL's own types none is written in quotes. */
function isEnum(type: string): boolean {
  return type.startsWith('"')
}
