/** A text in lines of so many letters; longer words stand alone. */
export function wrapped(text: string, length: number): string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/)) {
    const line = lines.at(-1)
    if (line === undefined || line.length + 1 + word.length > length) lines.push(word)
    else lines[lines.length - 1] = `${line} ${word}`
  }
  return lines
}

/** A text of at most so many letters; what is left out shows as an ellipsis. */
export function shortened(text: string, length: number): string {
  const letters = [...text]
  return letters.length <= length ? text : `${letters.slice(0, Math.floor(length) - 1).join('')}…`
}
