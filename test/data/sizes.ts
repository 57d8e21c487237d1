import type { SluggedType } from '../../src/domain/global-id.ts'

/** How many entries of each type a data set has. */
export type Numbers = Readonly<Record<SluggedType, number>>

export type Size = keyof typeof sizes

/** S is for tests, L for measuring: what a query costs shows at a million statements. */
export const sizes = {
  S: {
    Topic: 24,
    Participant: 80,
    Source: 12,
    Issue: 16,
    Meeting: 200,
    Agreement: 80,
    Statement: 2_000,
  },
  L: {
    Topic: 200,
    Participant: 20_000,
    Source: 500,
    Issue: 2_000,
    Meeting: 50_000,
    Agreement: 20_000,
    Statement: 1_000_000,
  },
} as const satisfies Record<string, Numbers>

export function isSize(text: string | undefined): text is Size {
  return text !== undefined && Object.keys(sizes).includes(text)
}
