const decoder = new TextDecoder('windows-1252')

/** Characters that no text has, where what Windows means by its bytes was taken for Latin-1. */
const CONTROLS = /[\u0080-\u009f]/g

/** A text with the characters of Windows-1252 in place of the control characters that some of them became: "Dra\x9aković". */
export function withoutControls(text: string): string {
  return text.replace(CONTROLS, (control) => decoder.decode(Uint8Array.of(control.charCodeAt(0))))
}
