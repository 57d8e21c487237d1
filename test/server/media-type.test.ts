import { expect, test } from 'vitest'
import { acceptedTypes } from '../../src/server/media-type.ts'

const JSON_TYPE = 'application/json'
const RESPONSE = 'application/graphql-response+json'
const EVENTS = 'text/event-stream'

test.each([
  [JSON_TYPE, JSON_TYPE],
  [`${RESPONSE}, ${JSON_TYPE};q=0.9`, `${RESPONSE}, ${JSON_TYPE}`],
  [`${RESPONSE};q=0.1, ${JSON_TYPE};q=0.9`, `${JSON_TYPE}, ${RESPONSE}`],
  [`${RESPONSE};q=0, */*`, `${JSON_TYPE}, ${EVENTS}, multipart/mixed`],
  ['*/*;q=0.1, text/*', `${EVENTS}, ${JSON_TYPE}, ${RESPONSE}, multipart/mixed`],
  ['Application/JSON ; Charset=UTF-8', JSON_TYPE],
  ['application/json; charset=utf-16', 'application/x-nothing'],
  ['application/json;q=high', 'application/x-nothing'],
  ['application/xml', 'application/x-nothing'],
  ['', 'application/x-nothing'],
  ['a/b,'.repeat(3_000), 'application/x-nothing'],
])('of %j is taken %s', (accept, accepted) => {
  expect(acceptedTypes(accept)).toBe(accepted)
})
