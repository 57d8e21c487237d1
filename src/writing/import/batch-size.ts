/**
 * How many entries memory holds at a time, and how much of them in characters. Prisma's client keeps the parameters of its
 * last hundred statements: larger batches are hardly faster and take a gigabyte.
 */
export const ENTRIES_AT_ONCE = 2_500
export const CHARACTERS_AT_ONCE = 4_000_000
