import type { GraphQLError } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import type { Keys } from '../access/keys.ts'
import type { Viewer } from '../access/viewer.ts'
import { httpError } from './errors.ts'

/** The scheme is the same in any case (https://www.rfc-editor.org/rfc/rfc9110#name-authentication-scheme). */
const BEARER = /^bearer +(\S+)$/i

export interface Access {
  plugin: Plugin
  /** Who a request acts as; null for an anonymous reader. */
  viewerOf(request: Request): Viewer | null
  /** What is wrong by now with the key of a request that it let in: it was revoked. Null where all is well. */
  refusalOf(request: Request): Promise<GraphQLError | null>
}

/**
 * Finds out who asks before anything else of a request is read. A key that is wrong is refused whatever it is for:
 * whoever sends one believes that it works.
 */
export function accessByKey(keys: Keys): Access {
  const viewers = new WeakMap<Request, Viewer>()

  async function lookUp(authorization: string): Promise<Viewer | null> {
    const key = BEARER.exec(authorization)?.[1]
    return key === undefined ? null : keys.viewerOf(key)
  }

  async function admit(request: Request, authorization: string) {
    const viewer = await lookUp(authorization)
    if (!viewer) throw wrongKey()
    viewers.set(request, viewer)
  }

  return {
    plugin: {
      // No promise is made for a request without a key: it has nothing to wait for.
      onRequestParse({ request }) {
        const authorization = request.headers.get('authorization')
        return authorization === null ? undefined : admit(request, authorization)
      },
    },
    viewerOf: (request) => viewers.get(request) ?? null,
    async refusalOf({ headers }) {
      const authorization = headers.get('authorization')
      return authorization === null || (await lookUp(authorization)) ? null : wrongKey()
    },
  }
}

function wrongKey() {
  return httpError(
    'The "Authorization" header holds no key of this service: send "Authorization: Bearer KEY" with one that was not revoked, or leave the header out.',
    { code: 'UNAUTHENTICATED', status: 401, headers: { 'www-authenticate': 'Bearer' } },
  )
}
