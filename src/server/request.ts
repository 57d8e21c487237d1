import type { GraphQLParams, Plugin } from 'graphql-yoga'
import { z } from 'zod'
import type { Limits } from '../limits.ts'
import { httpError } from './errors.ts'
import { isDeeper } from './limits/nesting.ts'
import { overLimit } from './limits/over-limit.ts'

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

/** The same where documents are known by their IDs, which stand where Yoga looks for them. */
const namingParameters = parameters
  .extend({ query: orNothing(z.string()), documentId: orNothing(z.string()) })
  .transform(({ documentId, ...others }) => {
    if (documentId === undefined) return others
    const persistedQuery = { version: 1, sha256Hash: documentId }
    return { ...others, extensions: { ...others.extensions, persistedQuery } }
  })

interface Options {
  limits: Limits
  /** Whether a request may name its document. */
  areDocumentsKnown?: boolean
  hasKey(request: Request): boolean
}

/**
 * Reads JSON posts and GET queries, and nothing else: forms and plain text are what a browser sends to other
 * hosts without asking (https://developer.mozilla.org/en-US/docs/Web/HTTP/Guides/CORS#simple_requests).
 */
export function requestReader({ limits, areDocumentsKnown = false, hasKey }: Options): Plugin {
  return {
    onRequestParse({ request, setRequestParser }) {
      const { method } = request
      if (method !== 'GET' && method !== 'POST') return
      checkAddress(request.url, limits)
      // No promise is made for a GET: it has nothing to wait for.
      setRequestParser((sent) => (method === 'GET' ? read(readAddress(sent)) : readBody(sent).then(read)))
    },
  }

  function read(given: unknown): GraphQLParams {
    const parameters = check(given, { areDocumentsKnown })
    checkVariables(parameters, limits)
    return parameters
  }

  async function readBody(request: Request): Promise<unknown> {
    checkMediaType(request.headers)
    const body = parse(await readText(request, bodyLimit(request)), 'The body')
    if (Array.isArray(body))
      throw httpError('A request is one operation: send them one by one, not in a list.')
    return body
  }

  function bodyLimit(request: Request): BodyLimit {
    return hasKey(request)
      ? { limit: 'MAX_BODY_WITH_KEY', most: limits.MAX_BODY_WITH_KEY, advice: 'Send less at a time.' }
      : {
          limit: 'MAX_BODY',
          most: limits.MAX_BODY,
          advice: `Ask for less at a time; with a key it may have ${limits.MAX_BODY_WITH_KEY}.`,
        }
  }
}

function checkAddress(address: string, { MAX_URL }: Limits) {
  if (address.length <= MAX_URL) return
  const { pathname, search } = new URL(address)
  const { length } = pathname + search
  if (length <= MAX_URL) return
  throw overLimit(
    'MAX_URL',
    `The address has ${length} characters, and it may have ${MAX_URL}. Send the operation by POST.`,
    { code: 'URI_TOO_LONG', status: 414 },
  )
}

function checkVariables({ variables }: GraphQLParams, { MAX_VARIABLES_DEPTH }: Limits) {
  // What holds the variables is no level of theirs.
  if (!isDeeper(variables, MAX_VARIABLES_DEPTH + 1)) return
  throw overLimit('MAX_VARIABLES_DEPTH', `"variables" are nested more than ${MAX_VARIABLES_DEPTH} deep.`)
}

function readAddress(request: Request): object {
  const { searchParams } = new URL(request.url)
  const given = (name: string) => searchParams.get(name) || undefined
  const json = (name: 'variables' | 'extensions') => parse(given(name) ?? 'null', `"${name}"`)
  return {
    query: given('query'),
    documentId: given('documentId'),
    operationName: given('operationName'),
    variables: json('variables'),
    extensions: json('extensions'),
  }
}

/** JSON is sent in UTF-8 (https://www.rfc-editor.org/rfc/rfc8259#section-8.1), and as it is. */
function checkMediaType(headers: Headers) {
  const [type = '', ...parameters] = (headers.get('content-type') ?? '').toLowerCase().split(';')
  const charset = parameters.map((parameter) => parameter.trim()).find((one) => one.startsWith('charset='))
  if (type.trim() !== 'application/json') {
    throw unsupported('A POST has a body of JSON: send it with "Content-Type: application/json", or use GET.')
  }
  if (charset !== undefined && !/^charset="?utf-?8"?$/.test(charset)) {
    throw unsupported('JSON is written in UTF-8: send it so, and leave the "charset" out.')
  }
  if ((headers.get('content-encoding') ?? 'identity').toLowerCase() !== 'identity') {
    throw unsupported('Bodies are not decompressed: send it as it is, without "Content-Encoding".')
  }
}

function unsupported(message: string) {
  return httpError(message, { code: 'UNSUPPORTED_MEDIA_TYPE', status: 415 })
}

/** How many bytes a body may have. Keys are given to people whom somebody knows: theirs may be long. */
interface BodyLimit {
  limit: 'MAX_BODY' | 'MAX_BODY_WITH_KEY'
  most: number
  advice: string
}

/** Keeps no more than the limit, whatever length the request says that it has. */
async function readText(request: Request, { limit, most, advice }: BodyLimit): Promise<string> {
  const { body, headers } = request
  const tooLarge = () =>
    overLimit(limit, `The body has more than ${most} bytes. ${advice}`, {
      code: 'REQUEST_ENTITY_TOO_LARGE',
      status: 413,
    })
  const length = headers.get('content-length')
  if (Number(length) > most) throw tooLarge()
  let size = 0
  const chunks: Uint8Array[] = []
  try {
    // HTTP ends a body at the length that was told, and a body in one piece is read in a fifth of the time.
    if (length !== null) return await request.text()
    // To the end even if it is too large: a client that is cut off while it sends does not hear why.
    for await (const chunk of body ?? []) {
      size += chunk.byteLength
      if (size <= most) chunks.push(chunk)
    }
  } catch {
    throw httpError('The body broke off before its end.')
  }
  if (size > most) throw tooLarge()
  return Buffer.concat(chunks).toString()
}

function parse(text: string, what: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw httpError(`${what} is not valid JSON.`)
  }
}

function check(given: unknown, { areDocumentsKnown }: { areDocumentsKnown: boolean }): GraphQLParams {
  const parsed = (areDocumentsKnown ? namingParameters : parameters).safeParse(given)
  if (parsed.success) return parsed.data
  const wrong = parsed.error.issues[0]?.path[0]
  if (wrong === undefined) throw httpError('The body must be an object: {"query": "…"}.')
  if (wrong === 'documentId') throw httpError('"documentId" must be the ID of a document, as a string.')
  const name = parameters.keyof().parse(wrong)
  throw httpError(`"${name}" must be ${expected[name]}.`)
}
