/** Chance that comes out the same on every machine, every time. */
export interface Random {
  /** From 0 up to, and without, 1. */
  fraction(): number
  /** A whole number from 0 up to, and without, the bound. */
  below(bound: number): number
  /** A whole number between two, both included. */
  between(least: number, most: number): number
  /** True so often: `chance(0.02)` in 2 % of all cases. */
  chance(probability: number): boolean
  pick<Member>(members: readonly [Member, ...Member[]]): Member
  /** Skewed: the first of n are much more frequent than the last; number 0 comes once in √n times. */
  early(bound: number): number
}

/**
 * A generator of its own for each name, so that a change to what one part draws leaves the others alone.
 * Only operations that IEEE 754 rounds exactly: Math.pow and the like differ from machine to machine.
 */
export function createRandom(name: string): Random {
  const next = sfc32(name)
  const fraction = () => next() / 2 ** 32
  const below = (bound: number) => Math.floor(fraction() * bound)
  return {
    fraction,
    below,
    between: (least, most) => least + below(most - least + 1),
    chance: (probability) => fraction() < probability,
    pick: (members) => members[below(members.length)] ?? members[0],
    early(bound) {
      const drawn = fraction()
      return Math.floor(drawn * drawn * bound)
    },
  }
}

/** Values with their weights, made something to draw from. */
export function weighted<Value>(
  weights: readonly [readonly [Value, number], ...(readonly [Value, number])[]],
): (random: Random) => Value {
  const sum = weights.reduce((total, [, weight]) => total + weight, 0)
  return (random) => {
    let left = random.fraction() * sum
    for (const [value, weight] of weights) {
      left -= weight
      if (left < 0) return value
    }
    return weights[0][0]
  }
}

/** Draws until there are so many different ones, or until it has gone on for long enough. */
export function distinct<Value>(count: number, draw: () => Value): Value[] {
  const found = new Set<Value>()
  for (let tries = 0; found.size < count && tries < count * 5; tries += 1) found.add(draw())
  return [...found]
}

/** Chris Doty-Humphrey's Small Fast Counter, of PractRand. */
function sfc32(name: string): () => number {
  let [a, b, c, counter] = [0x9e37_79b9, 0x243f_6a88, 0xb7e1_5162, 1]
  for (const character of name) c = Math.imul(c ^ (character.codePointAt(0) ?? 0), 0x0100_0193)
  const next = () => {
    const drawn = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + drawn
    return drawn >>> 0
  }
  // The first numbers of names that are alike are alike.
  for (let warmUp = 0; warmUp < 20; warmUp += 1) next()
  return next
}
