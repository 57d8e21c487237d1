/**
 * What is made of each member, in their order. While one is used, those that come next are being made: so what makes
 * them, what uses them and the database need not wait for each other.
 *
 * @param options.most how many are made at once
 */
export async function* ahead<Member, Made>(
  members: AsyncIterable<Member>,
  { make, most }: { make: (member: Member) => Promise<Made>; most: number },
): AsyncGenerator<Made> {
  const iterator = members[Symbol.asyncIterator]()
  const begun: Promise<Made>[] = []
  let coming = iterator.next()
  // Whoever asks for it hears of its failure; until then nobody does.
  coming.catch(() => undefined)
  for (;;) {
    while (begun.length < most) {
      const { value, done } = await coming
      if (done) return yield* begun
      const made = make(value)
      made.catch(() => undefined)
      begun.push(made)
      coming = iterator.next()
      coming.catch(() => undefined)
    }
    const [next] = begun.splice(0, 1)
    if (next) yield await next
  }
}
