/** A limit of what may be asked of the service: a setting with a default. */
interface Limit {
  readonly default: number
  /** The least that it may be set to, where that is not 1. */
  readonly least?: number
  /** What it limits, with its unit, as the README says it. */
  readonly meaning: string
}

/** Every limit, by the name of its setting. */
export const limits = {
  MAX_ALIASES: { default: 30, meaning: 'the aliases of an operation, fragments resolved' },
  MAX_BODY: { default: 1_000_000, meaning: "the bytes of a request's body" },
  MAX_BODY_WITH_KEY: { default: 8_000_000, meaning: "the bytes of a request's body with a key" },
  MAX_CONNECTION_WAIT_MS: {
    default: 2_000,
    meaning: 'the milliseconds for which a connection to a PostgreSQL server is waited for',
  },
  MAX_DEPTH: {
    default: 15,
    meaning: 'the levels to which fields are nested, fragments resolved; the schema may be asked for deeper',
  },
  MAX_DIRECTIVES: { default: 30, meaning: 'the directives of an operation, fragments resolved' },
  MAX_HEADERS_MS: {
    default: 5_000,
    meaning: 'the milliseconds within which the headers of a request have to come',
  },
  MAX_IN_PROGRESS: {
    default: 100,
    meaning:
      'the queries and mutations that are executed at a time; those that come meanwhile are refused at once, but for answers from memory',
  },
  MAX_LIST: { default: 100, meaning: 'the values of a list that an argument for reading takes' },
  MAX_OPERATION_MS: { default: 5_000, meaning: 'the milliseconds that an operation may take' },
  MAX_PAGE: {
    default: 100,
    // Without a size a page has 20.
    least: 20,
    meaning: 'the rows of a page, which has 20 where `first` and `last` are left out; at least 20',
  },
  MAX_READS_PER_MINUTE: {
    default: 600,
    meaning:
      'the requests of an address in a minute, whatever they are; of a network of 2^64 where it is of version 6',
  },
  MAX_REQUEST_MS: {
    default: 10_000,
    meaning: 'the milliseconds within which a request has to come, headers and body',
  },
  MAX_ROWS: {
    default: 50_000,
    meaning:
      'the rows that an operation is estimated to give at most: `first` multiplies what is below it, by 1 at least, and a plain list counts as 10. The estimate of an answer is its `extensions.cost`',
  },
  MAX_SEARCH: { default: 200, meaning: 'the characters of a text to search for' },
  MAX_STATEMENT_MS: {
    default: 3_000,
    meaning: 'the milliseconds that a PostgreSQL server may take for a statement of an operation',
  },
  MAX_STREAMS: { default: 20, meaning: 'the streams of events that an address may have open at an instance' },
  MAX_TEXT: {
    default: 10_000,
    meaning: 'the characters of any other text that an argument for reading takes',
  },
  MAX_TOKENS: { default: 1_000, meaning: 'the tokens of a document, names and signs alike' },
  MAX_URL: { default: 8_000, meaning: 'the characters of the address of a request' },
  MAX_VARIABLES_DEPTH: {
    default: 20,
    meaning: 'the levels to which the value of a variable or argument is nested',
  },
  MAX_WRITES_PER_MINUTE: { default: 60, meaning: 'the mutations of a key in a minute' },
} as const satisfies Record<string, Limit>

/** The name of a limit: a variable of the environment. */
export type LimitName = keyof typeof limits

/** What each limit is set to. */
export type Limits = Readonly<Record<LimitName, number>>

export const limitNames = Object.keys(limits).filter((name): name is LimitName => name in limits)

/** What the limits are where nothing else is set. */
export const defaultLimits: Limits = eachLimit((name) => limits[name].default)

/** Gives every limit what a function says of it. */
export function eachLimit<Value>(say: (name: LimitName, limit: Limit) => Value): Record<LimitName, Value> {
  const values: Partial<Record<LimitName, Value>> = {}
  for (const name of limitNames) values[name] = say(name, limits[name])
  // Each of them has one now.
  return values as Record<LimitName, Value>
}
