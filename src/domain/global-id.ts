import { isSlug } from './slug.ts'

/** The types that have global IDs, each with the letter that its IDs begin with. The letters never change. */
const LETTERS = {
  Meeting: 'M',
  Participant: 'P',
  Statement: 'S',
  Agreement: 'A',
  Issue: 'I',
  Topic: 'T',
  Source: 'R',
  AgreementEvent: 'E',
  Change: 'C',
} as const

/** A type whose objects have global IDs. */
export type NodeType = keyof typeof LETTERS

/** The types of entries. */
export const SLUGGED_TYPES = [
  'Meeting',
  'Participant',
  'Statement',
  'Agreement',
  'Issue',
  'Topic',
  'Source',
] as const

/** A type whose objects have slugs too: an entry of the record. */
export type SluggedType = (typeof SLUGGED_TYPES)[number]

const TYPE_BY_LETTER: ReadonlyMap<string, NodeType> = new Map([
  ...SLUGGED_TYPES.map((type) => [LETTERS[type], type] as const),
  [LETTERS.AgreementEvent, 'AgreementEvent'],
  [LETTERS.Change, 'Change'],
])

const SLUGGED_TYPE_BY_NAME: ReadonlyMap<string, SluggedType> = new Map(
  SLUGGED_TYPES.map((type) => [type, type]),
)

/** A letter, an underscore, and 16 bytes in base64url: of its last digit only two bits are used. */
const GLOBAL_ID = /^[A-Z]_[\w-]{21}[AQgw]$/

/** Whether a text is a UUID as the record writes it. */
export function isUuid(text: string): boolean {
  return /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(text)
}

/** Longer texts are not looked at, in characters. */
const MAX_LENGTH = 300

/**
 * The opaque ID of an object, unique among all types: a letter for the type, `_`, and the 16 bytes of its
 * UUID in base64url. It always holds an underscore, which no slug does. Throws a RangeError for what is not a
 * UUID.
 */
export function globalId(type: NodeType, uuid: string): string {
  const bytes = Buffer.from(uuid.replaceAll('-', ''), 'hex')
  if (uuid.length !== 36 || bytes.length !== 16) throw new RangeError(`${uuid} is not a UUID`)
  return `${LETTERS[type]}_${bytes.toString('base64url')}`
}

/**
 * The type and the UUID, in lower case, of a global ID; null for what is none, written exactly as `globalId`
 * does.
 */
export function decodeGlobalId(text: string): { type: NodeType; id: string } | null {
  if (text.length !== 24 || !GLOBAL_ID.test(text)) return null
  const type = TYPE_BY_LETTER.get(text.charAt(0))
  if (!type) return null
  const hex = Buffer.from(text.slice(2), 'base64url').toString('hex')
  const id = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join(
    '-',
  )
  return { type, id }
}

/**
 * What an ID stands for where it can only be of one type: a global ID of that type, or a slug. Null for
 * anything else, a global ID of another type included.
 */
export function readReference(text: string, type: NodeType): { id: string } | { slug: string } | null {
  if (text.length > MAX_LENGTH) return null
  const decoded = decodeGlobalId(text)
  if (decoded) return decoded.type === type ? { id: decoded.id } : null
  return SLUGGED_TYPE_BY_NAME.has(type) && isSlug(text) ? { slug: text } : null
}

/**
 * What an ID stands for where it can be of several types: a global ID, or `Type:slug`. Null for anything
 * else.
 */
export function readTypedReference(
  text: string,
): { type: NodeType; id: string } | { type: SluggedType; slug: string } | null {
  if (text.length > MAX_LENGTH) return null
  const colon = text.indexOf(':')
  if (colon < 0) return decodeGlobalId(text)
  const type = SLUGGED_TYPE_BY_NAME.get(text.slice(0, colon))
  const slug = text.slice(colon + 1)
  return type && isSlug(slug) ? { type, slug } : null
}
