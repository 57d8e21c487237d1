/**
 * The fields in an answer that no object in it has a value for, as paths: null everywhere, or a list that is
 * empty everywhere. A worked example that asks for something in vain is not worked.
 */
export function unanswered(answer: unknown): string[] {
  const hasValue = new Map<string, boolean>()
  function look(value: unknown, path: string) {
    const isThere = value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0)
    hasValue.set(path, isThere || hasValue.get(path) === true)
    if (Array.isArray(value)) {
      for (const item of value) look(item, path)
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, child] of Object.entries(value)) look(child, `${path}.${key}`)
    }
  }
  look(answer, 'answer')
  return [...hasValue].filter(([, has]) => !has).map(([path]) => path)
}
