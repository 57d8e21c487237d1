import type { GraphQLParams, Plugin } from 'graphql-yoga'
import { z } from 'zod'
import { httpError } from './errors.ts'

/** The size of a request's body, in bytes. Keys are given to people whom somebody knows: theirs may be long. */
const MAX_BODY = { anonymous: 1_000_000, withKey: 8_000_000 }

/** What a request may say (https://graphql.github.io/graphql-over-http); whatever else it says is ignored. */
const parameters = z.object({
  query: z.string(),
  operationName: orNothing(z.string()),
  variables: orNothing(z.record(z.string(), z.unknown())),
  extensions: orNothing(z.record(z.string(), z.unknown())),
})

/** What each of them takes, for the error that a wrong one is answered with. */
const expected: Record<keyof GraphQLParams, string> = {
  query: 'a GraphQL document, as a string',
  operationName: 'the name of one of the operations of "query", as a string, or left out',
  variables: 'an object, or left out',
  extensions: 'an object, or left out',
}

function orNothing<Type extends z.ZodType>(type: Type) {
  return type.nullish().transform((value) => value ?? undefined)
}

/**
 * Reads JSON posts and GET queries, and nothing else: forms and plain text are what a browser sends to other
 * hosts without asking (https://developer.mozilla.org/en-US/docs/Web/HTTP/Guides/CORS#simple_requests).
 */
export function requestReader({ hasKey }: { hasKey: (request: Request) => boolean }): Plugin {
  return {
    onRequestParse({ request, setRequestParser }) {
      if (request.method === 'GET') setRequestParser(readAddress)
      if (request.method === 'POST') setRequestParser((post) => readBody(post, hasKey(post)))
    },
  }
}

function readAddress(request: Request): GraphQLParams {
  const { searchParams } = new URL(request.url)
  const given = (name: string) => searchParams.get(name) || undefined
  const json = (name: 'variables' | 'extensions') => parse(given(name) ?? 'null', `"${name}"`)
  return check({
    query: given('query'),
    operationName: given('operationName'),
    variables: json('variables'),
    extensions: json('extensions'),
  })
}

async function readBody(request: Request, hasKey: boolean): Promise<GraphQLParams> {
  const [type = ''] = (request.headers.get('content-type') ?? '').split(';')
  if (type.trim().toLowerCase() !== 'application/json') {
    throw httpError('A POST has a body of JSON: send it with "Content-Type: application/json", or use GET.', {
      code: 'UNSUPPORTED_MEDIA_TYPE',
      status: 415,
    })
  }
  const body = parse(await readText(request, hasKey), 'The body')
  if (Array.isArray(body)) throw httpError('A request is one operation: send them one by one, not in a list.')
  return check(body)
}

/** Keeps no more than the limit, whatever length the request says that it has. */
async function readText(request: Request, hasKey: boolean): Promise<string> {
  const { body, headers } = request
  const limit = hasKey ? MAX_BODY.withKey : MAX_BODY.anonymous
  const length = headers.get('content-length')
  if (Number(length) > limit) throw tooLarge(hasKey)
  let size = 0
  const chunks: Uint8Array[] = []
  try {
    // HTTP ends a body at the length that was told, and a body in one piece is read in a fifth of the time.
    if (length !== null) return await request.text()
    // To the end even if it is too large: a client that is cut off while it sends does not hear why.
    for await (const chunk of body ?? []) {
      size += chunk.byteLength
      if (size <= limit) chunks.push(chunk)
    }
  } catch {
    throw httpError('The body broke off before its end.')
  }
  if (size > limit) throw tooLarge(hasKey)
  return Buffer.concat(chunks).toString()
}

function tooLarge(hasKey: boolean) {
  const message = hasKey
    ? `The body has more than ${MAX_BODY.withKey} bytes. Send less at a time.`
    : `The body has more than ${MAX_BODY.anonymous} bytes. Ask for less at a time; with a key it may have ${MAX_BODY.withKey}.`
  return httpError(message, { code: 'REQUEST_ENTITY_TOO_LARGE', status: 413 })
}

function parse(text: string, what: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw httpError(`${what} is not valid JSON.`)
  }
}

function check(given: unknown): GraphQLParams {
  const parsed = parameters.safeParse(given)
  if (parsed.success) return parsed.data
  const wrong = parsed.error.issues[0]?.path[0]
  if (wrong === undefined) throw httpError('The body must be an object: {"query": "…"}.')
  const name = parameters.keyof().parse(wrong)
  throw httpError(`"${name}" must be ${expected[name]}.`)
}
