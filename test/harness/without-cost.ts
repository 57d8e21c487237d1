/** An answer without the estimate of what it costs, of which tests of its own tell. */
export function withoutCost(answer: unknown): unknown {
  const { extensions, ...rest } = Object(answer)
  const { cost: _cost, ...others } = Object(extensions)
  return Object.keys(others).length === 0 ? rest : { ...rest, extensions: others }
}
