import { builder } from './builder.ts'

/** Defines an enum of the schema from an enum of the database, with a description of each value. */
export function describedEnum<Value extends string>(
  name: string,
  options: { description: string; values: Readonly<Record<Value, string>> },
) {
  const values = Object.entries<string>(options.values).map(([value, description]) => [
    value,
    { description },
  ])
  return builder.enumType<string, Record<Value, { description: string }>>(name, {
    description: options.description,
    values: Object.fromEntries(values),
  })
}
