/** Made at the first call, and the same from then on. */
export function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/** Made once for the same arguments: a field of many rows is given those of its operation for each of them. */
export function perArguments<Args extends object, T>(make: (args: Args) => T): (args: Args) => T {
  const made = new WeakMap<Args, { value: T }>()
  return (args) => {
    const known = made.get(args) ?? { value: make(args) }
    made.set(args, known)
    return known.value
  }
}
