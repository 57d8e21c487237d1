import type { Plugin } from 'graphql-yoga'

/**
 * Takes posts of JSON alone: forms and plain text are what a browser sends to other hosts without asking
 * (https://developer.mozilla.org/en-US/docs/Web/HTTP/Guides/CORS#simple_requests).
 */
export function jsonPostsOnly(): Plugin {
  return {
    onRequest({ request, endResponse, fetchAPI }) {
      if (request.method !== 'POST') return
      const [type] = (request.headers.get('content-type') ?? '').split(';')
      if (type?.trim().toLowerCase() === 'application/json') return
      const error = {
        message: 'A POST has a body of JSON: send it with "Content-Type: application/json", or use GET.',
        extensions: { code: 'UNSUPPORTED_MEDIA_TYPE' },
      }
      endResponse(
        new fetchAPI.Response(JSON.stringify({ errors: [error] }), {
          status: 415,
          headers: { 'content-type': 'application/json; charset=utf-8', accept: 'application/json' },
        }),
      )
    },
  }
}
