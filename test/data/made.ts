import type { SluggedType } from '../../src/domain/global-id.ts'
import type { Evidence } from '../../src/generated/prisma/enums.ts'
import type { Inputs } from '../../src/writing/input/inputs.ts'

/** An entry of the data set, as an input that has been read. It refers to others by their slugs. */
export interface Made<Type extends SluggedType = SluggedType> {
  type: Type
  /** Which of its type it is, from 0. */
  number: number
  slug: string
  input: Inputs[Type]
}

/** A statement, with what its chain comes to: src/writing asks the database for it, here it is at hand. */
export interface MadeStatement extends Made<'Statement'> {
  outermost: string
  evidence: Evidence
}

/** Any entry of the data set. */
export type MadeEntry =
  | MadeStatement
  | { [Type in Exclude<SluggedType, 'Statement'>]: Made<Type> }[Exclude<SluggedType, 'Statement'>]
