/** The most characters that go to the database at once: long statements are long, and a text of JavaScript has an end. */
const MOST_CHARACTERS = 16_000_000

/** Objects as lists in JSON, in order, each of so many members at most and not too long. */
export function* jsonBatches(members: Iterable<object>, most: number): Generator<string> {
  let batch: string[] = []
  let characters = 0
  for (const member of members) {
    const json = JSON.stringify(member)
    if (batch.length === most || (batch.length > 0 && characters + json.length > MOST_CHARACTERS)) {
      yield `[${batch.join(',')}]`
      batch = []
      characters = 0
    }
    batch.push(json)
    characters += json.length
  }
  if (batch.length > 0) yield `[${batch.join(',')}]`
}
