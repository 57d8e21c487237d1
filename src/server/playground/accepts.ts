/**
 * Whether the client is a browser that opens an address: it names HTML, and likes it better than JSON.
 * Whoever takes anything, as programs do, means JSON.
 */
export function wantsPage(accept: string | null): boolean {
  const html = quality(accept, 'text/html')
  return (
    html > quality(accept, 'application/json') && html > quality(accept, 'application/graphql-response+json')
  )
}

/** The best encoding that the client takes, of those in which files are kept. */
export function encodingFor(acceptEncoding: string | null): 'br' | 'gzip' | undefined {
  if (quality(acceptEncoding, 'br') > 0) return 'br'
  return quality(acceptEncoding, 'gzip') > 0 ? 'gzip' : undefined
}

/** How much the client likes what it names, from 0 to 1. */
function quality(header: string | null, name: string): number {
  for (const range of (header ?? '').toLowerCase().split(',')) {
    const [value, ...parameters] = range.split(';').map((part) => part.trim())
    if (value !== name) continue
    const weight = parameters.find((parameter) => parameter.startsWith('q='))
    return weight === undefined ? 1 : Number(weight.slice(2)) || 0
  }
  return 0
}
