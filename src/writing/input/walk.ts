import { z } from 'zod'
import { SLUGGED_TYPES, type SluggedType } from '../../domain/global-id.ts'
import { inputs } from './inputs.ts'
import { distinctLists, references } from './structure.ts'

export type Path = readonly (string | number)[]

/** What tells the members of a list apart: one of their fields, or the whole member; a reference has its types. */
export interface Mark {
  field: string | null
  types: readonly SluggedType[] | null
}

/** Told of what an input holds that only the record can judge. */
export interface Visitor {
  reference?(text: string, at: { types: readonly SluggedType[]; path: Path }): void
  distinctList?(members: readonly unknown[], at: { marks: readonly Mark[]; path: Path }): void
}

type Walk = (value: unknown, path: Path, visitor: Visitor) => void

/**
 * Goes through an input for the references and the lists without duplicates that its rules tell of, whether or not
 * the rest of it is right: so all that is wrong with an input comes to light at once.
 */
export function walkInput(type: SluggedType, options: { input: unknown; visitor: Visitor }) {
  walks.get(type)?.(options.input, [], options.visitor)
}

/** The rules of a field without what allows it to be left out. */
export function requiredPart(schema: z.core.$ZodType): z.core.$ZodType {
  if (schema instanceof z.ZodPipe) return requiredPart(schema.in)
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return requiredPart(schema.unwrap())
  return schema
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Null where there is nothing to be found. */
function walkOf(schema: z.core.$ZodType): Walk | null {
  const part = requiredPart(schema)
  if (part instanceof z.ZodObject) return walkOfObject(part)
  if (part instanceof z.ZodArray) return walkOfList(part)
  const types = references.get(part)?.types
  if (!types) return null
  return (value, path, visitor) => {
    if (typeof value === 'string') visitor.reference?.(value, { types, path })
  }
}

function walkOfObject(schema: z.ZodObject): Walk | null {
  const fields = Object.entries(schema.shape).flatMap(([name, field]) => {
    const walk = walkOf(field)
    return walk ? [{ name, walk }] : []
  })
  if (fields.length === 0) return null
  return (value, path, visitor) => {
    if (!isRecord(value)) return
    for (const { name, walk } of fields) walk(value[name], [...path, name], visitor)
  }
}

function walkOfList(schema: z.ZodArray): Walk | null {
  const walk = walkOf(schema.element)
  const marks = marksOf(schema)
  if (!walk && !marks) return null
  return (value, path, visitor) => {
    if (!Array.isArray(value)) return
    if (walk) for (const [place, member] of value.entries()) walk(member, [...path, place], visitor)
    if (marks) visitor.distinctList?.(value, { marks, path })
  }
}

function marksOf(schema: z.ZodArray): Mark[] | null {
  const by = distinctLists.get(schema)?.by
  if (!by) return null
  const member = requiredPart(schema.element)
  if (!(member instanceof z.ZodObject)) return [{ field: null, types: references.get(member)?.types ?? null }]
  const shape: Record<string, z.core.$ZodType> = member.shape
  return by.map((field) => {
    const schema = shape[field]
    return { field, types: (schema && references.get(requiredPart(schema))?.types) ?? null }
  })
}

const walks = new Map(SLUGGED_TYPES.map((type) => [type, walkOf(inputs[type])]))
