import type { Format } from './format.ts'
import { interchange } from './interchange.ts'

/** All that can be imported, the format of the record itself first. */
export const formats: readonly Format[] = [interchange]
