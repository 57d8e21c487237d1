import fc from 'fast-check'

/** What chance starts from: the same on every run, unless FC_SEED says otherwise. */
export const seed = Number(process.env['FC_SEED'] ?? 1985)

/** Holds a property against so many examples. One that fails is shrunk only where FC_SHRINK is set: that takes long. */
export function holds<Example>(
  examples: fc.Arbitrary<Example>,
  options: { runs: number; test: (example: Example) => Promise<void> },
): Promise<void> {
  const numRuns = Math.max(1, Math.round(options.runs * Number(process.env['FC_FACTOR'] ?? 1)))
  return fc.assert(fc.asyncProperty(examples, options.test), {
    seed,
    numRuns,
    endOnFailure: process.env['FC_SHRINK'] === undefined,
  })
}
