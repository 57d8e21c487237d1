import { createYoga, type Plugin } from 'graphql-yoga'
import { defaultLimits, type Limits } from '../limits.ts'
import type { Context } from '../schema/builder.ts'
import { schema } from '../schema/index.ts'
import { accessByKey } from './access.ts'
import { createByRequest } from './cache/by-request.ts'
import { keptAnswers } from './cache/plugin.ts'
import { documentCache } from './document-cache.ts'
import type { Doors } from './doors.ts'
import { errorMask } from './errors.ts'
import { eventStreams } from './event-stream.ts'
import { compiledExecution } from './execution/plugin.ts'
import { operationDeadline } from './limits/deadline.ts'
import { documentLimits } from './limits/document.ts'
import { limitInProgress } from './limits/in-progress.ts'
import { operationLimits } from './limits/operation.ts'
import { negotiation } from './negotiation.ts'
import { operationCheck } from './operation.ts'
import { playground } from './playground/plugin.ts'
import type { RateLimits } from './rates/rate-limits.ts'
import { explainedRefusals } from './refusals.ts'
import { requestReader } from './request.ts'
import { subscriptionRoot } from './subscription-root.ts'
import { type TrustedDocuments, trustedDocuments } from './trusted-documents.ts'
import { unavailability } from './unavailability.ts'

const ENDPOINT = '/graphql'

interface Options {
  /** Whether reading takes a key as well as writing. */
  isReadingRestricted?: boolean
  limits?: Limits
  /** Is told of the faults that clients are not told of. */
  log?: (fault: unknown) => void
  /** What observes the operations. */
  plugins?: Plugin[]
  /** How often something may be asked; without it, as often as anybody likes. */
  rates?: RateLimits | undefined
  /** The only documents that are executed; without them, whatever is sent. */
  trusted?: TrustedDocuments | undefined
}

/** The service as a function from requests to responses; it does not listen. */
export function buildYoga(
  { reader, readPath, writer, keys, feed, cache }: Doors,
  {
    log = console.error,
    isReadingRestricted = false,
    limits = defaultLimits,
    plugins = [],
    rates,
    trusted,
  }: Options = {},
) {
  const access = accessByKey(keys)
  const byRequest =
    cache && createByRequest(cache.answers, { endpoint: ENDPOINT, bytes: Math.ceil(cache.bytes / 4) })
  const kept = keptAnswers({
    answers: cache?.answers,
    byRequest,
    viewerOf: access.viewerOf,
    isReadingRestricted,
  })
  const inProgress = limitInProgress(limits)
  const yoga = createYoga({
    schema,
    context: ({ request }): Context => ({
      reader: kept.readerFor(request, reader),
      writer,
      feed,
      viewer: access.viewerOf(request),
      isReadingRestricted,
      lastEvent: { id: request.headers.get('last-event-id') || null },
    }),
    graphqlEndpoint: ENDPOINT,
    plugins: [
      ...plugins,
      playground(ENDPOINT),
      negotiation(),
      access.plugin,
      requestReader({
        limits,
        areDocumentsKnown: trusted !== undefined,
        hasKey: (request) => access.viewerOf(request) !== null,
      }),
      ...(trusted ? [trustedDocuments(trusted)] : []),
      operationCheck(),
      ...documentLimits(limits),
      subscriptionRoot(),
      explainedRefusals(),
      operationLimits(limits),
      ...(rates ? [rates.plugin] : []),
      ...(readPath === 'compiled' ? [compiledExecution()] : []),
      operationDeadline(limits),
      inProgress.plugin,
      eventStreams({ log, refusalOf: access.refusalOf }),
      kept.plugin,
      unavailability(),
    ],
    parserAndValidationCache: documentCache(),
    maskedErrors: { maskError: errorMask(log, limits) },
    logging: false,
    // The reader of requests has a limit of its own, whose error names it.
    maxRequestBodySize: false,
    multipart: false,
    // The playground is a page of the service's own.
    graphiql: false,
    landingPage: false,
    // Anybody's page may read the record: no cookie or password comes along with its requests, and a key only where
    // the page has it. Which headers a page may send is not restricted.
    cors: {
      origin: '*',
      credentials: false,
      methods: ['GET', 'POST', 'OPTIONS'],
      exposedHeaders: ['RateLimit', 'RateLimit-Policy', 'Retry-After', 'X-Request-Id'],
    },
  })
  return Object.assign(yoga, { byRequest, guarded: inProgress.guarded })
}
