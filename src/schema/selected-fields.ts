import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  GraphQLSkipDirective,
  getDirectiveValues,
  isAbstractType,
  Kind,
  SchemaMetaFieldDef,
  type SelectionNode,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
} from 'graphql'

/** What a selection is read with. */
export type Document = Pick<GraphQLResolveInfo, 'schema' | 'fragments' | 'variableValues'>

export interface SelectedField {
  node: FieldNode
  definition: GraphQLField<unknown, unknown>
}

/**
 * The fields that are selected of a type, fragments resolved; one that is selected twice is given twice. A fragment is
 * read once, however often it is spread: of fragments that each spread the next one twice there is no end otherwise.
 */
export function* fieldsOf(
  document: Document,
  { type, selections }: { type: GraphQLObjectType; selections: readonly SelectionNode[] },
  spread = new Set<FragmentDefinitionNode>(),
): Generator<SelectedField> {
  for (const selection of selections) {
    if (isSkipped(document, selection)) continue
    if (selection.kind === Kind.FIELD) {
      const definition = definitionOf(document, type, selection.name.value)
      if (definition) yield { node: selection, definition }
      continue
    }
    const fragment =
      selection.kind === Kind.FRAGMENT_SPREAD ? document.fragments[selection.name.value] : selection
    if (!fragment || !applies(document, fragment.typeCondition?.name.value, type)) continue
    if (fragment.kind === Kind.FRAGMENT_DEFINITION) {
      if (spread.has(fragment)) continue
      spread.add(fragment)
    }
    yield* fieldsOf(document, { type, selections: fragment.selectionSet.selections }, spread)
  }
}

/** The name under which a field stands in the answer. */
export function keyOf(node: FieldNode): string {
  return (node.alias ?? node.name).value
}

function definitionOf({ schema }: Document, type: GraphQLObjectType, name: string) {
  if (name === TypeNameMetaFieldDef.name) return TypeNameMetaFieldDef
  const isRoot = type === schema.getQueryType()
  if (isRoot && name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef
  if (isRoot && name === TypeMetaFieldDef.name) return TypeMetaFieldDef
  return type.getFields()[name]
}

function applies({ schema }: Document, condition: string | undefined, type: GraphQLObjectType): boolean {
  const on = condition === undefined ? type : schema.getType(condition)
  return on === type || (isAbstractType(on) && schema.isSubType(on, type))
}

function isSkipped({ variableValues }: Document, node: SelectionNode): boolean {
  if (!node.directives?.length) return false
  const skip = getDirectiveValues(GraphQLSkipDirective, node, variableValues)
  const include = getDirectiveValues(GraphQLIncludeDirective, node, variableValues)
  return skip?.['if'] === true || include?.['if'] === false
}
