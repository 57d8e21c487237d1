/** What an answer holds at a path of names and indexes; undefined where it does not go that far. */
export function at(answer: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (value, step) => (typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined),
    answer,
  )
}

export function listAt(answer: unknown, ...path: readonly (string | number)[]): unknown[] {
  const found = at(answer, ...path)
  if (!Array.isArray(found)) throw new Error(`no list at ${path.join('.')} of ${JSON.stringify(answer)}`)
  return found
}

export function textAt(answer: unknown, ...path: readonly (string | number)[]): string {
  const found = at(answer, ...path)
  if (typeof found !== 'string') throw new Error(`no text at ${path.join('.')} of ${JSON.stringify(answer)}`)
  return found
}
