interface Batch<Value> {
  ids: Set<string>
  values: Promise<ReadonlyMap<string, Value>>
}

/**
 * Makes one read of all that is asked for in one tick with the same options: of the rows of a list each asks for
 * itself, and one statement answers them all. Options are told apart as JSON.
 */
export function createBatches<Options, Value>(
  load: (options: Options, ids: readonly string[]) => Promise<ReadonlyMap<string, Value>>,
): (options: Options, id: string) => Promise<Value | undefined> {
  const batches = new Map<string, Batch<Value>>()

  function open(name: string, options: Options): Batch<Value> {
    const ids = new Set<string>()
    const values = new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
      batches.delete(name)
      return load(options, [...ids])
    })
    const batch = { ids, values }
    batches.set(name, batch)
    return batch
  }

  return async (options, id) => {
    const name = JSON.stringify(options)
    const batch = batches.get(name) ?? open(name, options)
    batch.ids.add(id)
    return (await batch.values).get(id)
  }
}
