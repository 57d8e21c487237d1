import { type State, stateByCode } from '../../domain/states.ts'

/** In some years a code of the corpus stands for another state than the one that has it in ISO 3166-1. */
interface Exception {
  code: string
  from: number
  until: number
  /** The state, by its code. */
  state: string
}

/**
 * The corpus files a seat in the General Assembly under one code throughout, whoever held it. A state that changed its
 * name is one and the same, unless ISO 3166 took it for another; another state is another, even on the same seat.
 */
const EXCEPTIONS: readonly Exception[] = [
  // The Soviet Union spoke in the debate of 1991; Russia continued its membership from 24 December 1991 on.
  // https://www.un.org/en/about-us/member-states/russian-federation
  { code: 'RUS', from: 1946, until: 1991, state: 'SUHH' },
  // The Republic of China held the seat until the resolution of 25 October 1971, which came after that year’s debate.
  // https://undocs.org/A/RES/2758(XXVI)
  { code: 'CHN', from: 1946, until: 1971, state: 'TW' },
  // Yugoslavia has been Serbia and Montenegro since 4 February 2003, by a code of its own in ISO 3166.
  // https://www.un.org/en/about-us/member-states/serbia
  { code: 'YUG', from: 2003, until: 2006, state: 'CSXX' },
]

/** The state on whose behalf somebody spoke whom the corpus files under a code and a year; null for an unknown code. */
export function memberState(code: string, year: number): State | null {
  const exception = EXCEPTIONS.find(
    (other) => other.code === code && other.from <= year && year <= other.until,
  )
  if (exception) return stateByCode(exception.state)
  // Two letters that are not the Union’s are a slip: EC is Ecuador elsewhere.
  return code.length > 2 || code === 'EU' ? stateByCode(code) : null
}
