import type { Format } from './format.ts'
import { interchange } from './interchange.ts'
import { popolo } from './popolo/format.ts'
import { stateDepartment } from './state-department/format.ts'
import { unGeneralDebate } from './un-general-debate/format.ts'

/** All that can be imported, the format of the record itself first. */
export const formats: readonly Format[] = [interchange, stateDepartment, unGeneralDebate, popolo]
