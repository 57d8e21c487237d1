/**
 * A stream that ends as soon as its reader has had enough, even while it waits for what comes next. A generator alone
 * would go on waiting: it hears of the end only where it yields.
 */
export function endable<T>(
  generate: (signal: AbortSignal) => AsyncGenerator<T, void>,
): AsyncIterableIterator<T, void> {
  const ending = new AbortController()
  const generator = generate(ending.signal)
  return {
    next: () => generator.next(),
    return() {
      ending.abort()
      return generator.return()
    },
    [Symbol.asyncIterator]() {
      return this
    },
  }
}
