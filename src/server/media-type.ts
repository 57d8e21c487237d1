/** What answers come as, the most usual first. */
const OFFERED = [
  'application/json',
  'application/graphql-response+json',
  'text/event-stream',
  'multipart/mixed',
]

/** What is asked for when nothing that is offered is taken. */
const NOTHING = 'application/x-nothing'

/**
 * What a client takes of what is offered, as it prefers it: Yoga takes whatever it finds first in the header, whatever
 * weight that has, and for each of its ranges notes all that there is
 * (https://www.rfc-editor.org/rfc/rfc9110#name-accept).
 */
export function acceptedTypes(accept: string): string {
  const ranges = accept.toLowerCase().split(',').map(readRange)
  const weighed = OFFERED.map((type) => ({ type, ...weightOf(type, ranges) })).filter(
    ({ weight }) => weight > 0,
  )
  // Of what is liked as much, what was named first, or more closely, is meant.
  weighed.sort((one, other) => other.weight - one.weight || one.place - other.place)
  return weighed.length === 0 ? NOTHING : weighed.map(({ type }) => type).join(', ')
}

interface Range {
  type: string
  weight: number
}

function readRange(text: string): Range {
  const [type = '', ...parameters] = text.split(';').map((part) => part.trim())
  const weight = parameters.find((parameter) => parameter.startsWith('q='))
  const charset = parameters.find((parameter) => parameter.startsWith('charset='))
  if (charset !== undefined && !/^charset="?utf-?8"?$/.test(charset)) return { type, weight: 0 }
  return { type, weight: weight === undefined ? 1 : Number(weight.slice(2)) || 0 }
}

/** By the closest of the ranges that a type is in. */
function weightOf(type: string, ranges: readonly Range[]): { weight: number; place: number } {
  const around = `${type.slice(0, type.indexOf('/'))}/*`
  for (const name of [type, around, '*/*']) {
    const place = ranges.findIndex((range) => range.type === name)
    const found = ranges[place]
    if (found) return { weight: found.weight, place }
  }
  return { weight: 0, place: -1 }
}
