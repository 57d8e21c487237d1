/** What can be seen, and no signs that make one name look like another, such as those that turn its direction. */
const PRINTABLE = /^[^\p{C}\p{Zl}\p{Zp}]{1,100}$/u

/** A name of 1 to 100 printable characters, without spaces around it; null for what is none. */
export function readPrintableName(given: string): string | null {
  const name = given.normalize().trim()
  return PRINTABLE.test(name) ? name : null
}
