import { createHash } from 'node:crypto'

/** The mark of an answer as it is sent: the same for the same bytes of the same type. */
export function etagOf(body: string | Buffer, contentType: string): string {
  return `"${createHash('sha256').update(contentType).update('\n').update(body).digest('base64url').slice(0, 27)}"`
}

/**
 * Whether a client that has the answers with these marks has this one: the comparison of If-None-Match, for which a mark
 * that was weakened on the way is the same (https://www.rfc-editor.org/rfc/rfc9110#name-if-none-match).
 */
export function isUnchanged(ifNoneMatch: string | null | undefined, etag: string | undefined): boolean {
  if (!ifNoneMatch || etag === undefined) return false
  return ifNoneMatch.split(',').some((mark) => ['*', etag].includes(mark.trim().replace(/^W\//, '')))
}

/** The headers of an answer that is not sent again. */
export function withoutContent(headers: Readonly<Record<string, string>>): Record<string, string> {
  const { 'content-type': _type, 'content-length': _length, ...others } = headers
  return others
}
