import { readPrintableName } from '../domain/printable-name.ts'
import { KeyError } from './key-error.ts'

/**
 * The name of a new key, as the change log will show it.
 *
 * @throws {KeyError} where it is none
 */
export function readKeyName(given: string): string {
  const name = readPrintableName(given)
  if (name === null) {
    throw new KeyError(
      'A key is named for who has it, in 1 to 100 printable characters, as in "Map project".',
    )
  }
  return name
}
