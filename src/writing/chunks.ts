/** A list in pieces of at most so many members, in order. */
export function* chunksOf<Member>(members: readonly Member[], size: number): Generator<Member[]> {
  for (let start = 0; start < members.length; start += size) yield members.slice(start, start + size)
}
