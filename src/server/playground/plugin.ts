import type { Plugin } from 'graphql-yoga'
import { wantsPage } from './accepts.ts'
import { siteLoader } from './load-site.ts'
import { answerWith } from './respond.ts'
import { ASSETS } from './site.ts'

/** Shows people in a browser a playground with worked examples, where programs find the service. */
export function playground(endpoint: string): Plugin {
  const loadSite = siteLoader(endpoint)

  async function answer(path: string, request: Request) {
    const file = (await loadSite()).get(path)
    if (!file) return undefined
    return path === endpoint
      ? answerWith(file, request, { vary: 'Accept, Accept-Encoding', cacheControl: 'no-cache' })
      : // The path changes with the content.
        answerWith(file, request, {
          vary: 'Accept-Encoding',
          cacheControl: 'public, max-age=31536000, immutable',
        })
  }

  return {
    // No promise is made for a query: it is not to wait for what does not concern it.
    onRequest({ request, url, fetchAPI, endResponse }) {
      if (request.method !== 'GET' && request.method !== 'HEAD') return undefined
      if (url.pathname === '/') {
        endResponse(new fetchAPI.Response(null, { status: 302, headers: { location: endpoint } }))
        return undefined
      }
      const isPage = url.pathname === endpoint && wantsPage(request.headers.get('accept'))
      if (!isPage && !url.pathname.startsWith(ASSETS)) return undefined
      return answer(url.pathname, request).then((answered) => {
        if (answered) endResponse(new fetchAPI.Response(answered.body, answered.init))
      })
    },
  }
}
