/** A key cannot be made or revoked as it was asked for; the message is one line that says what can. */
export class KeyError extends Error {
  override readonly name = 'KeyError'
}
