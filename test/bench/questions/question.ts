import type pg from 'pg'
import type { Name } from '../contenders.ts'

/** What is asked of all contenders, each in its own words. */
export interface Question<Input = unknown> {
  name: string
  description: string
  /** The keys to ask with, at least 20: found in the data, the same at every run. */
  inputs(means: Means): Promise<Input[]>
  summitry: Operation<Input>
  /** Left out where PostGraphile has nothing of the kind. */
  postgraphile?: Operation<Input>
  limit: Statement<Input>
  /** Lists that the contenders give in orders of their own. */
  unordered?: readonly string[]
}

/** A GraphQL operation. */
export interface Operation<Input> {
  query: string
  variables(input: Input): object
}

/** The one statement that answers the question, with a column "answer" of JSON as text. */
export interface Statement<Input> {
  sql: string
  parameters(input: Input): readonly (string | number | null | undefined)[]
}

export interface Means {
  client: pg.Client
  /** Asks a contender that speaks GraphQL, and gives the data. */
  ask(name: Exclude<Name, 'limit'>, query: string, variables: object): Promise<unknown>
}

/** Keeps the type of the inputs to itself: outside, a question's inputs are only handed back to it. */
export function defineQuestion<Input>(question: Question<Input>): Question {
  return question as Question
}
