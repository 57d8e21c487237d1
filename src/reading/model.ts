import { getDatamodel } from '../generated/pothos.ts'

/** The tables and views of the record as prisma/schema.prisma declares them: what a selection may name. */
export interface Model {
  name: string
  columns: ReadonlyMap<string, Column>
  relations: ReadonlyMap<string, Relation>
}

export interface Column {
  name: string
  /** The PostgreSQL type to which a parameter is cast; an enum's is its name. */
  type: string
  isList: boolean
  isNullable: boolean
}

export interface Relation {
  name: string
  target: string
  isList: boolean
  /** The columns that meet: of this model, and of the target. */
  join: readonly { own: string; other: string; otherIsNullable: boolean }[]
}

const fieldsOf = getDatamodel().datamodel.models
type Field = (typeof fieldsOf)[string]['fields'][number]

const models = new Map(Object.keys(fieldsOf).map((name) => [name, readModel(name)]))

/** @throws {Error} where there is no such model: a mistake in the code, never in a request */
export function modelOf(name: string): Model {
  return found(models.get(name), `model ${name}`)
}

export function columnOf(model: Model, name: string): Column {
  return found(model.columns.get(name), `column ${model.name}.${name}`)
}

export function relationOf(model: Model, name: string): Relation {
  return found(model.relations.get(name), `relation ${model.name}.${name}`)
}

/** The columns that tell the rows of a model apart. */
export function keyOf(model: string): readonly string[] {
  const { primaryKey, uniqueIndexes, fields } = found(fieldsOf[model], `model ${model}`)
  const id = fields.find((field) => field.isId)
  return id ? [id.name] : found(primaryKey ?? uniqueIndexes[0], `key of ${model}`).fields
}

/** Double quotes, as PostgreSQL writes identifiers with capitals. Names come from the datamodel, never from a request. */
export function quoted(identifier: string): string {
  return `"${identifier}"`
}

function readModel(name: string): Model {
  const fields = found(fieldsOf[name], `model ${name}`).fields
  const foreignKeys = new Set(fields.flatMap((field) => field.relationFromFields ?? []))
  const columns = fields
    .filter((field) => field.kind !== 'object')
    .map((field) => readColumn(field, foreignKeys))
  const relations = fields
    .filter((field) => field.kind === 'object')
    .map((field) => readRelation(name, field))
  return {
    name,
    columns: new Map(columns.map((column) => [column.name, column])),
    relations: new Map(relations.map((relation) => [relation.name, relation])),
  }
}

function readColumn(field: Field, foreignKeys: ReadonlySet<string>): Column {
  const isKey = field.isId || foreignKeys.has(field.name)
  return {
    name: field.name,
    type: isKey ? 'uuid' : field.kind === 'enum' ? quoted(field.type) : scalarType(field),
    isList: field.isList,
    isNullable: !field.isRequired,
  }
}

function scalarType(field: Field): string {
  switch (field.type) {
    case 'DateTime':
      // Instants are named for what happened at them; every other date is a day.
      return field.name.endsWith('At') ? 'timestamptz' : 'date'
    case 'Int':
      return 'integer'
    case 'BigInt':
      return 'bigint'
    case 'Float':
      return 'double precision'
    case 'Boolean':
      return 'boolean'
    case 'Json':
      return 'json'
    default:
      return 'text'
  }
}

function readRelation(name: string, field: Field): Relation {
  const holder = holdsKey(field) ? field : oppositeOf(name, field)
  const keys = holder.relationFromFields ?? []
  // A single foreign key refers to an id, several to the columns of the same names.
  const pairs = keys.map((key) => ({ from: key, to: keys.length === 1 ? 'id' : key }))
  const nullable = (column: string) =>
    found(fieldsOf[field.type], field.type).fields.some((other) => other.name === column && !other.isRequired)
  return {
    name: field.name,
    target: field.type,
    isList: field.isList,
    join: pairs.map(({ from, to }) => {
      const [own, other] = holder === field ? [from, to] : [to, from]
      return { own, other, otherIsNullable: nullable(other) }
    }),
  }
}

function oppositeOf(name: string, field: Field): Field {
  const candidates = found(fieldsOf[field.type], field.type).fields
  return found(
    candidates.find(
      (other) => other.relationName === field.relationName && other.type === name && holdsKey(other),
    ),
    `opposite of ${name}.${field.name}`,
  )
}

function holdsKey(field: Field): boolean {
  return (field.relationFromFields?.length ?? 0) > 0
}

function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`The datamodel has no ${what}`)
  return value
}
