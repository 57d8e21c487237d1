import type { RequestListener } from 'node:http'
import type { Log } from './log.ts'

/**
 * A line for every request, at the level `debug`: what is in front of the service writes such lines as well, the metrics
 * count, and at the usual level nothing is to be paid for each request. Never with the query of an address, in which
 * documents and variables stand.
 */
export function logged(log: Log, answer: RequestListener): RequestListener {
  if (!log.isLevelEnabled('debug')) return answer
  return (request, response) => {
    const begun = performance.now()
    const { method, url = '' } = request
    const [path] = url.split('?')
    response.once('close', () => {
      const milliseconds = Math.round((performance.now() - begun) * 10) / 10
      const status = response.headersSent ? response.statusCode : undefined
      log.debug({ method, path, status, milliseconds }, 'Request')
    })
    answer(request, response)
  }
}
