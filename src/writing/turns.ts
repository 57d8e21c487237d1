/** Lets an act begin once it is its turn. */
export type Turns = <Result>(act: () => Promise<Result>) => Promise<Result>

/** Lets so many acts go on at once; whoever comes then waits, and they begin in the order in which they came. */
export function turnsOf(most: number): Turns {
  const waiting: (() => void)[] = []
  let free = most
  return async (act) => {
    if (free > 0) free -= 1
    // Whoever ends hands their place on to the first who waits.
    else await new Promise<void>((begin) => waiting.push(begin))
    try {
      return await act()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else free += 1
    }
  }
}
