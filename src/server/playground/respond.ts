import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { encodingFor } from './accepts.ts'
import type { SiteFile } from './site.ts'

/** Scripts, styles and connections are this service's own; the editor styles its lines inline. */
const SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** What becomes of the parts of a response: `init` as in `new Response(body, init)`. */
export interface Answer {
  body: Uint8Array<ArrayBuffer> | null
  init: { status: number; headers: Record<string, string> }
}

/** Answers a GET or HEAD for a file: compressed as the client takes it, or not at all where it has it already. */
export async function answerWith(
  file: SiteFile,
  request: Request,
  { cacheControl, vary }: { cacheControl: string; vary: string },
): Promise<Answer> {
  const etag = `W/"${file.hash}"`
  const headers = {
    etag,
    vary,
    'cache-control': cacheControl,
    'content-security-policy': SECURITY_POLICY,
    'x-content-type-options': 'nosniff',
  }
  if (has(request.headers.get('if-none-match'), etag)) return { body: null, init: { status: 304, headers } }

  const encoding = encodingFor(request.headers.get('accept-encoding'))
  const body = encoding ? file[encoding] : await promisify(gunzip)(file.gzip)
  return {
    body: request.method === 'HEAD' ? null : body,
    init: {
      status: 200,
      headers: {
        ...headers,
        'content-type': file.type,
        'content-length': String(body.byteLength),
        ...(encoding && { 'content-encoding': encoding }),
      },
    },
  }
}

function has(ifNoneMatch: string | null, etag: string): boolean {
  const opaque = (tag: string) => tag.trim().replace(/^W\//, '')
  return (ifNoneMatch ?? '').split(',').some((tag) => tag.trim() === '*' || opaque(tag) === opaque(etag))
}
