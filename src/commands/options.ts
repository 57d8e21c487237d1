import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import { nearest } from '../domain/nearest.ts'
import { UsageError } from './usage-error.ts'

/**
 * The options of a command, and what else it is given, in order.
 *
 * @param usage how it is written
 * @throws {UsageError} where there is an option that it does not have, or one without its value
 */
export function readOptions<const Options extends ParseArgsOptionsConfig>(
  args: string[],
  { options, usage }: { options: Options; usage: string },
) {
  try {
    return parseArgs({ args, options, allowPositionals: true })
  } catch (error) {
    if (!isOfArguments(error)) throw error
    // What Node goes on to advise is for its own users.
    const [problem] = error.message.split(/\.?\n|\. |\.$/)
    throw new UsageError(`${problem}. ${usage}`)
  }
}

function isOfArguments(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
}

/** There is nothing of that name: the error says which is likely meant, or else all that there are. */
export function noSuch(
  what: string,
  { name, known }: { name: string; known: readonly string[] },
): UsageError {
  const meant = nearest(name, known)
  const advice = meant ? `is it ${meant}?` : `there are ${known.join(', ')}.`
  return new UsageError(`There is no ${what} ${JSON.stringify(name)}: ${advice}`)
}
