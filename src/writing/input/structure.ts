import { z } from 'zod'
import type { SluggedType } from '../../domain/global-id.ts'

/** The most members of a list. */
const MOST_MEMBERS = 1_000

/** The fields that name another entry, and the types that it can be of. */
export const references = z.registry<{ types: SluggedType[] }>()

/** The lists that hold nothing twice; `by` are the fields that tell members apart, none where they are no objects. */
export const distinctLists = z.registry<{ by: string[] }>()

/** The slug or the global ID of an entry of one type. */
export function reference(type: SluggedType) {
  return z.string().register(references, { types: [type] })
}

/** `Type:slug`, or the global ID, of an entry of one of several types. */
export function typedReference(types: SluggedType[]) {
  return z.string().register(references, { types })
}

/** A list; left out or null it is empty. */
export function list<Member extends z.ZodType>(member: Member) {
  return orEmpty(z.array(member).max(MOST_MEMBERS))
}

/** A list of texts, references or values of an enum that holds none of them twice. */
export function distinctList<Member extends z.ZodType>(member: Member) {
  return orEmpty(requiredDistinctList(member))
}

/** The same, where the list itself has to be there. */
export function requiredDistinctList<Member extends z.ZodType>(member: Member) {
  return z.array(member).max(MOST_MEMBERS).register(distinctLists, { by: [] })
}

/** A list of objects no two of which have the same values in these fields. */
export function listDistinctBy<Shape extends z.core.$ZodShape>(
  member: z.ZodObject<Shape, z.core.$strict>,
  by: (keyof Shape & string)[],
) {
  return orEmpty(z.array(member).max(MOST_MEMBERS).register(distinctLists, { by }))
}

function orEmpty<Member extends z.ZodType>(members: z.ZodArray<Member>) {
  return members.nullish().transform((value) => value ?? [])
}
