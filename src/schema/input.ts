import { z } from 'zod'
import type { SluggedType } from '../domain/global-id.ts'
import { inputs } from '../writing/input/inputs.ts'
import { defaults, type TypeName, typeNames } from '../writing/input/names.ts'
import { references } from '../writing/input/structure.ts'
import { requiredPart } from '../writing/input/walk.ts'
import { builder } from './builder.ts'

type Rules = z.core.$ZodType
type Fields = Readonly<Record<string, Rules>>
type FieldType = TypeName | 'String' | 'Boolean' | 'ID'

/** An update that any type of entry takes. */
export const EXAMPLE_UPDATE = '`{ citations: [{ source: "hamburg-meeting-report-2017" }] }`'

/** The input that creates an entry of a type: the rules for writing one, in the words of this schema. */
export function createInput(type: SluggedType) {
  const rules = inputs[type]
  return inputType(`Create${type}Input`, { fields: rules.shape, description: descriptionOf(rules) })
}

/** The input that changes one: the same fields, any of which can be left out; a slug stays what it is. */
export function updateInput(type: SluggedType) {
  const { slug: _stays, ...fields } = inputs[type].shape
  return inputType(`Update${type}Input`, {
    fields,
    isPartial: true,
    description: `What is to change of a ${type.toLowerCase()}: a field that is left out stays as it is, null clears it, and a list replaces the list, of which rows that stay the same keep their ids. Example: ${EXAMPLE_UPDATE}.`,
  })
}

/** Fields of a partial input can all be left out, and are nothing where they are. */
function inputType(
  name: string,
  options: { fields: Fields; description: string | undefined; isPartial?: boolean },
) {
  const { description, isPartial = false } = options
  const fields = Object.entries(options.fields).map(([name, rules]) => ({ name, rules, type: typeOf(rules) }))
  return builder.inputType(name, {
    description,
    fields: (t) =>
      Object.fromEntries(
        fields.map(({ name, rules, type }) => [
          name,
          t.field({
            type,
            description: descriptionOf(rules),
            required: !isPartial && !mayBeLeftOut(rules),
            defaultValue: isPartial ? undefined : defaults.get(rules)?.value,
          }),
        ]),
      ),
  })
}

function typeOf(rules: Rules): FieldType | [FieldType] {
  const part = requiredPart(rules)
  return part instanceof z.ZodArray ? [nameOf(requiredPart(part.element))] : nameOf(part)
}

function nameOf(part: Rules): FieldType {
  const name = typeNames.get(part)?.name
  if (name && part instanceof z.ZodObject) define(name, part)
  if (name) return name
  if (references.get(part)) return 'ID'
  if (part instanceof z.ZodString) return 'String'
  if (part instanceof z.ZodBoolean) return 'Boolean'
  throw new Error(`A field of an input has rules without a name: ${part._zod.def.type}`)
}

const defined = new Set<TypeName>()

/** Defines the type of an object within inputs, which several of them have. */
function define(name: TypeName, rules: z.ZodObject) {
  if (defined.has(name)) return
  defined.add(name)
  inputType(name, { fields: rules.shape, description: descriptionOf(rules) })
}

function descriptionOf(rules: Rules): string | undefined {
  return z.globalRegistry.get(rules)?.description
}

function mayBeLeftOut(rules: Rules): boolean {
  return z.safeParse(rules, undefined).success
}
