import type { Field, Info, Place, Run } from './compiled.ts'

/**
 * What a resolver is told of its field. A class, since one is made for each field of each row, and mostly nobody looks
 * into it: what is asked for is looked up then.
 */
export class FieldInfo implements Info {
  readonly #run: Run
  readonly #parent: Place | undefined
  readonly #holder: object
  readonly field: Field
  #path: Place | undefined

  constructor(run: Run, field: Field, { parent, holder }: { parent: Place | undefined; holder: object }) {
    this.#run = run
    this.field = field
    this.#parent = parent
    this.#holder = holder
  }

  get path(): Place {
    this.#path ??= {
      prev: this.#parent,
      key: this.field.key,
      typename: this.field.parentType.name,
      holder: this.#holder,
      isNullable: this.field.isNullable,
    }
    return this.#path
  }

  get fieldName() {
    return this.field.definition.name
  }
  get fieldNodes() {
    return this.field.nodes
  }
  get returnType() {
    return this.field.definition.type
  }
  get parentType() {
    return this.field.parentType
  }
  get schema() {
    return this.#run.operation.schema
  }
  get fragments() {
    return this.#run.operation.fragments
  }
  get operation() {
    return this.#run.operation.node
  }
  get variableValues() {
    return this.#run.variableValues
  }
  get rootValue() {
    return undefined
  }
}
