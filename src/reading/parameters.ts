import type { Parameter } from '../database/database.ts'

/** The parameters of one statement, numbered as they are bound. */
export interface Parameters {
  readonly values: readonly Parameter[]
  /** Whether the planner is told the values, and not asked for one plan that does for all. */
  readonly areKnown: boolean
  /** Gives the place-holder of a value, cast to a type: `$3::uuid`. */
  bind(value: Exclude<Parameter, readonly string[]>, type: string): string
  /**
   * Of a list: `$3::text[]::uuid[]`. Every driver can send texts, and not all know the enums. Enums are cast one by
   * one, `ARRAY[$3::text::"Stance"]`: into a cast of all at once the planner does not look, and takes them for ten.
   */
  bindList(values: readonly (string | number | boolean)[], type: string): string
}

/** Numbered after those that are there already. */
export function createParameters({
  before = [],
  areKnown = true,
}: {
  before?: readonly Parameter[]
  areKnown?: boolean
} = {}): Parameters {
  const values: Parameter[] = [...before]
  const bind: Parameters['bind'] = (value, type) => {
    // Sent as text, whatever it is: the two drivers agree on nothing else.
    values.push(value === null ? null : String(value))
    return `$${values.length}::text::${type}`
  }
  return {
    values,
    areKnown,
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

/** Parameters of a query that is itself a parameter (page_ids in the migrations): `($1)[3]::uuid`. */
export function createGivenParameters(): Parameters & { readonly values: readonly string[] } {
  const values: string[] = []
  const bind: Parameters['bind'] = (value, type) => `($1)[${values.push(String(value))}]::${type}`
  return {
    values,
    areKnown: true,
    bind,
    bindList: (list, type) => `ARRAY[${list.map((value) => bind(value, type)).join(', ')}]::${type}[]`,
  }
}

/** Of PostgreSQL's own types none is written in quotes. */
function isEnum(type: string): boolean {
  return type.startsWith('"')
}
