/** The command line asks for what cannot be done; the message is one line that says what can. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
