export type Direction = 'ASC' | 'DESC'

/**
 * One term of an order. Its columns are compared together, in one direction; where they are null the row comes
 * after all others, in either direction.
 */
export interface OrderTerm {
  columns: readonly string[]
  direction: Direction
  isNullable: boolean
  /** The to-one relation whose columns they are, where they are not the row's own. */
  through?: string
}

/** An order ends in a unique key, so that it has no ties and pages join up. */
export type Order = readonly OrderTerm[]

/** Where a row stands in an order: the values of the terms' columns. */
export type Key = readonly (string | number | null)[]

/** The other way round: from the last row to the first. */
export function reversed(order: Order): Order {
  return order.map((term) => ({ ...term, direction: term.direction === 'ASC' ? 'DESC' : 'ASC' }))
}

/** The relations that an order goes through. */
export function throughOf(order: Order = []): string[] {
  return [...new Set(order.flatMap(({ through }) => through ?? []))]
}

const by = (column: string, through?: string): OrderTerm => ({
  columns: [column],
  direction: 'ASC',
  isNullable: false,
  ...(through === undefined ? {} : { through }),
})

/** The order of the lists that are read whole: as they were given, or by name. */
const natural: Readonly<Record<string, Order>> = {
  Office: [by('ordinal')],
  AgreementEvent: [
    { columns: ['dateEarliest', 'dateLatest'], direction: 'ASC', isNullable: true },
    by('ordinal'),
  ],
  AgreementEventParticipant: [by('ordinal')],
  AgreementPhase: [by('from')],
  Provision: [by('ordinal')],
  ProvisionObligation: [by('ordinal')],
  StatementAddressee: [by('ordinal')],
  StatementAbout: [by('ordinal')],
  StatementLink: [by('kind'), by('slug', 'from'), by('slug', 'to')],
  Position: [by('slug', 'issue'), by('slug', 'statement')],
  MeetingTopic: [by('nameKey', 'topic'), by('slug', 'topic')],
  StatementTopic: [by('nameKey', 'topic'), by('slug', 'topic')],
  AgreementTopic: [by('nameKey', 'topic'), by('slug', 'topic')],
  IssueTopic: [by('nameKey', 'topic'), by('slug', 'topic')],
  Topic: [by('nameKey'), by('slug')],
  Citation: [by('ordinal'), by('id')],
  ParticipantRedirect: [by('id')],
  ExternalId: [by('scheme'), by('value')],
  Attribution: [by('distance')],
  Account: [by('nameKey', 'side'), by('slug', 'side')],
  AccountSilence: [by('slug', 'issue')],
  History: [by('place'), by('ordinal')],
}

/** @throws {Error} for a model whose lists are only ever read by the page */
export function naturalOrder(model: string): Order {
  const order = natural[model]
  if (!order) throw new Error(`A list of ${model} says in which order it wants them`)
  return order
}
