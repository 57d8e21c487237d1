import { createYoga } from 'graphql-yoga'
import type { Context } from '../schema/builder.ts'
import { schema } from '../schema/index.ts'
import { maskError } from './errors.ts'
import { documentLimits, MAX_BODY } from './limits.ts'
import { jsonPostsOnly } from './media-types.ts'

/** The service as a function from requests to responses; it does not listen. */
export function buildYoga(context: Context) {
  return createYoga({
    schema,
    context,
    plugins: [jsonPostsOnly(), ...documentLimits()],
    maskedErrors: { maskError, isDev: false },
    maxRequestBodySize: MAX_BODY,
    multipart: false,
    graphiql: false,
    landingPage: false,
    // Anybody's page may read the record: no cookie or password comes along with its requests.
    cors: { origin: '*', credentials: false, methods: ['GET', 'POST', 'OPTIONS'] },
  })
}
