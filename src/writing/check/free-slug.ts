import type { SluggedType } from '../../domain/global-id.ts'
import { slugFrom } from '../../domain/slug.ts'
import type { Inputs } from '../input/inputs.ts'

/** A slug made here has at most so many words of the title, for people type it … */
const MOST_WORDS = 10

/** … and so many characters, which leaves room for a number that tells it from others. */
const LONGEST_WISH = 100

/** The field that a slug is made of. */
const titles: { readonly [Type in SluggedType]: (input: Inputs[Type]) => string } = {
  Meeting: ({ title }) => title,
  Participant: ({ name }) => name,
  Statement: ({ text }) => text,
  Agreement: ({ title }) => title,
  Issue: ({ question }) => question,
  Topic: ({ name }) => name,
  Source: ({ title }) => title,
}

/** The slug for an entry that was given none, if nobody else has it: its first words. */
export function wishedSlug<Type extends SluggedType>(
  type: Type,
  { id, input }: { id: string; input: Inputs[Type] },
): string {
  const words = titles[type](input).trim().split(/\s+/, MOST_WORDS).join(' ')
  const slug = slugFrom(words).slice(0, LONGEST_WISH).replace(/-$/, '')
  // Nothing is left of a title in another script than Latin. Of the ID the end is random: numbers would have to be told
  // from those of all others without a title of their own.
  return slug === '' ? `${type.toLowerCase()}-${id.slice(-8)}` : slug
}

/** The wished slug, or else the first of `summit-2`, `summit-3` … that is free. */
export function freeSlug(wished: string, isTaken: (slug: string) => boolean): string {
  let slug = wished
  for (let number = 2; isTaken(slug); number += 1) slug = `${wished}-${number}`
  return slug
}
