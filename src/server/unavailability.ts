import { isAsyncIterable, type Plugin } from 'graphql-yoga'
import { UNAVAILABLE } from './database-errors.ts'

/** After how long it is worth to ask again, in seconds: connections are tried anew at every request. */
export const RETRY_AFTER = '1'

/**
 * Answers with status 503 what could not be answered at all since the database is away, for whoever stands between the
 * client and the service. What could be answered in part is an answer.
 */
export function unavailability(): Plugin {
  return {
    onResultProcess({ result, setResult }) {
      if (isAsyncIterable(result) || Array.isArray(result)) return
      const { data, errors = [] } = result
      if (data || !errors.some(({ extensions }) => extensions?.['code'] === UNAVAILABLE)) return
      const http = { status: 503, headers: { 'retry-after': RETRY_AFTER } }
      setResult({ ...result, extensions: { ...result.extensions, http } })
    },
  }
}
