import { queryFromInfo } from '@pothos/plugin-prisma'
import { getLoaderMapping, type Mappings } from '@pothos/selection-mapper'
import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  getNamedType,
  isAbstractType,
  isObjectType,
  type SelectionNode,
  visit,
} from 'graphql'
import { today } from '../domain/day.ts'
import type { Query, Selection } from '../reading/selection.ts'
import type { Context } from './builder.ts'
import { fieldsOf, keyOf } from './selected-fields.ts'

/** Fields below a connection, as plugin-prisma follows them. */
export type Path = { name: string }[]

interface Planned {
  typeName: string
  info: GraphQLResolveInfo
  paths: Path[]
  select: Selection
}

type Plan = Pick<Query, 'select' | 'include' | 'isWhole'>

/**
 * The plans of the operations that were asked for, by the field below which they select. They go with the document,
 * which Yoga keeps for the next request with the same text.
 */
const plans = new WeakMap<FieldNode, Map<string, Plan | null>>()

/** How many plans of one field are kept: as many as it is asked for with different variables below it. */
const MOST_KEPT = 20
/** How long a key may be, in characters: what stands in it is the client's. */
const LONGEST_KEY = 10_000

/**
 * What an operation selects below a field, as plugin-prisma finds it out: once for all its requests with the same
 * variables. Rows that are read by it are whole (whole-rows.ts): only a plan is kept that took in all that was selected.
 * Where two fields want one relation with different arguments the second is not in it, and plugin-prisma has to be asked
 * each time, so that it knows what to read anew.
 */
export function planOf(planned: Planned, context: Context): Plan {
  const [field, ...others] = planned.info.fieldNodes
  if (!field || others.length > 0) return makePlan(planned, context)
  const kept = plans.get(field) ?? new Map<string, Plan | null>()
  plans.set(field, kept)
  const key = JSON.stringify([
    // A filter may ask for what holds today.
    today(),
    planned.typeName,
    planned.paths,
    planned.select,
    variablesBelow(field, planned.info),
  ])
  if (key.length > LONGEST_KEY) return makePlan(planned, context)
  let plan = kept.get(key)
  if (plan === undefined) {
    if (kept.size === MOST_KEPT) kept.clear()
    plan = makeLastingPlan(planned)
    kept.set(key, plan)
  }
  return plan ?? makePlan(planned, context)
}

function makePlan({ typeName, info, paths, select }: Planned, context: object): Plan {
  // plugin-prisma hands on the queries that the fields of this schema made, in the words of this door, and types
  // them as anybody's.
  return queryFromInfo({
    context,
    info,
    typeName,
    paths,
    select: { ...select } as Record<string, boolean>,
  }) as Plan
}

/** A plan for whoever asks; null where it does not take in all that is selected. */
function makeLastingPlan(planned: Planned): Plan | null {
  const context = nobodysContext()
  const plan = makePlan(planned, context)
  return isWhole(planned, context) ? { ...plan, isWhole: true } : null
}

/** What a field selects must not hang on who asks where it is kept for all: a look at the context is a mistake. */
function nobodysContext(): object {
  return new Proxy(
    {},
    {
      get(_, name) {
        if (typeof name === 'symbol') return undefined
        throw new Error(`A selection looks at the context: ${name}`)
      },
    },
  )
}

/** The values of the variables that stand below a field, by their names. */
function variablesBelow(field: FieldNode, info: GraphQLResolveInfo): Record<string, unknown> {
  let names = variableNames.get(field)
  if (!names) {
    names = new Set(field.selectionSet ? namesOfVariables(field.selectionSet.selections, info.fragments) : [])
    variableNames.set(field, names)
  }
  return Object.fromEntries([...names].map((name) => [name, info.variableValues[name]]))
}

const variableNames = new WeakMap<FieldNode, ReadonlySet<string>>()

function namesOfVariables(
  selections: readonly SelectionNode[],
  fragments: GraphQLResolveInfo['fragments'],
): string[] {
  const names: string[] = []
  const spread = new Set<FragmentDefinitionNode>()
  const visitor = {
    Variable({ name }: { name: { value: string } }) {
      names.push(name.value)
    },
    FragmentSpread({ name }: { name: { value: string } }) {
      const fragment = fragments[name.value]
      if (!fragment || spread.has(fragment)) return
      spread.add(fragment)
      visit(fragment, visitor)
    },
  }
  for (const selection of selections) visit(selection, visitor)
  return names
}

/** What plugin-prisma has noted of the fields that it took into a plan. */
interface Taken {
  /** Of a field of a type, by the keys that lead to it in the response. */
  at(type: string, keys: readonly string[]): { nested: Mappings } | null | undefined
  /** Whether it may have taken in anything of a type. */
  hasAny(type: string): boolean
}

function takenBelow(nested: Mappings): Taken {
  const names = Object.keys(nested)
  return {
    at: (type, keys) => nested[`${type}@${keys.join('.')}`],
    hasAny: (type) => names.some((name) => name.startsWith(`${type}@`)),
  }
}

/** Whether a plan takes in every field that selects anything of a row, at the paths and below. */
function isWhole({ typeName, info, paths }: Planned, context: object): boolean {
  const taken: Taken = {
    at(type, keys) {
      const path = keys.reduce(
        (prev: GraphQLResolveInfo['path'], key) => ({ prev, key, typename: undefined }),
        info.path,
      )
      return getLoaderMapping(context, path, type)
    },
    hasAny: () => true,
  }
  const type = info.schema.getType(typeName)
  const root = getNamedType(info.returnType)
  if (!isObjectType(type)) return false
  return info.fieldNodes.every((field) => {
    const selections = field.selectionSet?.selections ?? []
    if (paths.length === 0) return takesIn({ info, type, selections, taken, path: [] })
    return paths.every(
      (names) =>
        isObjectType(root) &&
        [...selectedAt({ info, type: root, selections, path: [] }, names)].every((found) =>
          takesIn({ ...found, type, taken }),
        ),
    )
  })
}

interface Level {
  info: GraphQLResolveInfo
  type: GraphQLObjectType
  selections: readonly SelectionNode[]
  /** The keys in the response below the field that has the plan, or below the one that was taken into it. */
  path: readonly string[]
}

/** What is selected at the end of a path below a level. */
function* selectedAt(level: Level, path: Path): Generator<Level> {
  const [step, ...rest] = path
  if (!step) yield level
  for (const { node, definition } of fieldsOf(level.info, level)) {
    const type = getNamedType(definition.type)
    if (node.name.value !== step?.name) continue
    const below = {
      ...level,
      selections: node.selectionSet?.selections ?? [],
      path: [...level.path, keyOf(node)],
    }
    if (rest.length === 0) yield below
    else if (isObjectType(type)) yield* selectedAt({ ...below, type }, rest)
  }
}

function takesIn(level: Level & { taken: Taken }): boolean {
  const { info, type, path, taken } = level
  for (const { node, definition } of fieldsOf(level.info, level)) {
    const selections = node.selectionSet?.selections ?? []
    let below = { taken, path: [...path, keyOf(node)] }
    if (definition.extensions['pothosPrismaSelect'] !== undefined) {
      const found = taken.at(type.name, below.path)
      if (!found) return false
      below = { taken: takenBelow(found.nested), path: [] }
    } else if (type.extensions['pothosPrismaModel'] !== undefined) {
      // Whatever it gives was read by itself.
      continue
    }
    const given = getNamedType(definition.type)
    const possible = isAbstractType(given)
      ? info.schema.getPossibleTypes(given)
      : isObjectType(given)
        ? [given]
        : []
    // Of an interface only those stand there of which anything was planned.
    const types = isAbstractType(given) ? possible.filter(({ name }) => below.taken.hasAny(name)) : possible
    if (!types.every((one) => takesIn({ info, type: one, selections, ...below }))) return false
  }
  return true
}
