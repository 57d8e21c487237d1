import { createHash, randomBytes } from 'node:crypto'

/** A key begins with the service's name, so that whoever finds one, people or scanners of code, knows what it opens. */
const FORM = /^summitry_([\da-f]{16})_[\w-]{43}$/

/** A key, and the part of it that is no secret, by which it is looked up. */
export interface NewKey {
  key: string
  id: string
}

export function makeKey(): NewKey {
  const id = randomBytes(8).toString('hex')
  return { id, key: `summitry_${id}_${randomBytes(32).toString('base64url')}` }
}

/** The part of a key by which it is looked up; nothing where the text has not the form of a key. */
export function idOf(key: string): string | undefined {
  return FORM.exec(key)?.[1]
}

/**
 * What is kept of a key. A slow hash is for passwords, which people choose and others guess; nobody guesses 256 random
 * bits, however fast they try.
 */
export function hashOf(key: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(key).digest())
}
