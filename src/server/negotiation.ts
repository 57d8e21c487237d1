import type { Plugin } from 'graphql-yoga'
import { acceptedTypes } from './media-type.ts'

/** Has answers come as the client likes them best. */
export function negotiation(): Plugin {
  return {
    onRequestParse({ request }) {
      const accept = request.headers.get('accept')
      if (accept !== null && accept !== '*/*') request.headers.set('accept', acceptedTypes(accept))
    },
  }
}
