import type { FirstFaulty } from './first-faulty.ts'

/** Something was wrong with entries that were to be imported. Nothing was written. */
export class InvalidImportError extends Error {
  override readonly name = 'InvalidImportError'
  readonly faulty: FirstFaulty

  constructor(faulty: FirstFaulty) {
    super(`Something is wrong with ${faulty.count} of the entries: nothing was written.`)
    this.faulty = faulty
  }
}
