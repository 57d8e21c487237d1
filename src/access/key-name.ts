import { KeyError } from './key-error.ts'

/** What can be seen, and no signs that make one name look like another, such as those that turn its direction. */
const PRINTABLE = /^[^\p{C}\p{Zl}\p{Zp}]{1,100}$/u

/**
 * The name of a new key, as the change log will show it.
 *
 * @throws {KeyError} where it is none
 */
export function readKeyName(given: string): string {
  const name = given.normalize().trim()
  if (!PRINTABLE.test(name)) {
    throw new KeyError(
      'A key is named for who has it, in 1 to 100 printable characters, as in "Map project".',
    )
  }
  return name
}
