// What an answer rests on, as tags: plain texts, by which what a change touches meets what answers were made of.
//
//   id                     an entry as it stands: its columns, and all that belongs to it and to nobody else
//   Type:slug              which entry has this slug, if any
//   Type@id                which entries of a type refer to this one, and what those say; also Type@Type:slug
//   Type                   all entries of a type, as a whole
//   Type#column=value      those of them that have a value, or a date in a year (traits.ts)
//   Type~name              whether any entry of a type has another name than before
//   contested@id           what contradicts a statement, or makes a question or a meeting contested
//   accounts@id            what is told of a meeting: the accounts of it, and its questions
//   log                    the change log as a whole

/** Is told of each tag that an answer rests on, some of them more than once. */
export type Rest = (tag: string) => void

/** The whole log. */
export const LOG = 'log'

export function named(type: string, slug: string): string {
  return `${type}:${slug}`
}

/** @param entry the id of an entry, or what `named` gives for it */
export function referring(type: string, entry: string): string {
  return `${type}@${entry}`
}

export function renamed(type: string): string {
  return `${type}~name`
}

export function contested(id: string): string {
  return `contested@${id}`
}

export function accounts(meetingId: string): string {
  return `accounts@${meetingId}`
}
