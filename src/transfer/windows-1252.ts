const windows = new TextDecoder('windows-1252')
const utf8 = new TextDecoder('utf-8', { fatal: true })

/** The byte of Windows-1252 that stands for a character. */
const bytes: ReadonlyMap<string, number> = new Map(
  Array.from({ length: 256 }, (_, byte) => [windows.decode(Uint8Array.of(byte)), byte]),
)

/** Characters that no text has: control characters, where bytes of Windows-1252 were taken for Latin-1. */
const CONTROLS = /[\u0080-\u009f]/g

/** Two or three characters that can be one, where UTF-8 was taken for Windows-1252: "Ã©" is é, "â€”" a dash. */
const TAKEN_APART = /[Â-ß][\u0080-\uffff]|[à-ï][\u0080-\uffff]{2}/g

/** What they are then: letters of Latin-1, dashes and quotation marks. Anything else is meant as it stands. */
const LIKELY = /^[\u00a0-\u00ff\u2010-\u2026]$/

/** A text without the traces of having been taken for Windows-1252, or that for Latin-1: "Dra\x9aković", "JosÃ©". */
export function reread(text: string): string {
  return text
    .replace(TAKEN_APART, together)
    .replace(CONTROLS, (control) => windows.decode(Uint8Array.of(control.charCodeAt(0))))
}

function together(characters: string): string {
  const encoded = [...characters].flatMap((character) => bytes.get(character) ?? [])
  if (encoded.length !== characters.length) return characters
  try {
    const meant = utf8.decode(Uint8Array.from(encoded))
    return LIKELY.test(meant) ? meant : characters
  } catch (error) {
    if (error instanceof TypeError) return characters
    throw error
  }
}
