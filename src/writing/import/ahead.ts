/**
 * The same members, each asked for while the one before it is being worked on: so what makes them and what uses them
 * need not wait for each other.
 */
export async function* ahead<Member>(members: AsyncIterable<Member>): AsyncGenerator<Member> {
  const iterator = members[Symbol.asyncIterator]()
  let next = iterator.next()
  for (;;) {
    const { value, done } = await next
    if (done) return
    next = iterator.next()
    // Whoever asks for it hears of its failure; until then nobody does.
    next.catch(() => undefined)
    yield value
  }
}
