/** The values of the variables of a request, as they were sent. */
export type Variables = Readonly<Record<string, unknown>>

/** A number that a document tells, or that takes the variables of a request. */
export type Amount = number | ((variables: Variables) => number)

export function amountIn(amount: Amount, variables: Variables): number {
  return typeof amount === 'number' ? amount : amount(variables)
}

export function sumOf(amounts: readonly Amount[]): Amount {
  const open = amounts.filter((amount) => typeof amount === 'function')
  const known = amounts.reduce<number>((sum, amount) => (typeof amount === 'number' ? sum + amount : sum), 0)
  if (open.length === 0) return known
  return (variables) => open.reduce((sum, amount) => sum + amount(variables), known)
}

export function productOf(one: Amount, other: Amount): Amount {
  if (one === 0 || other === 0) return 0
  if (typeof one === 'number' && typeof other === 'number') return one * other
  return (variables) => amountIn(one, variables) * amountIn(other, variables)
}

/** Of a part that stands at several places: found out once for each request, however often it is asked for. */
export function shared(amount: Amount): Amount {
  if (typeof amount === 'number') return amount
  let last: { variables: Variables; value: number } | undefined
  return (variables) => {
    if (last?.variables !== variables) last = { variables, value: amount(variables) }
    return last.value
  }
}
