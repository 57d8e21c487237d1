import type { Plugin } from 'graphql-yoga'

/** What Yoga refuses with a status and an empty body. */
const refusals = new Map([
  [404, { code: 'NOT_FOUND', message: 'There is nothing at this address. GraphQL is at /graphql.' }],
  [
    406,
    {
      code: 'NOT_ACCEPTABLE',
      message:
        'Answers are JSON: send "Accept: application/graphql-response+json, application/json"; ' +
        'those of subscriptions are events: send "Accept: text/event-stream".',
    },
  ],
])

/** Tells clients what to change where they would learn the number of their mistake and no more. */
export function explainedRefusals(): Plugin {
  return {
    onResponse({ response, setResponse, fetchAPI }) {
      const refusal = refusals.get(response.status)
      if (!refusal || response.headers.has('content-type')) return
      const { message, code } = refusal
      const explained = fetchAPI.Response.json(
        { errors: [{ message, extensions: { code } }] },
        { status: response.status, headers: response.headers },
      )
      explained.headers.delete('accept')
      setResponse(explained)
    },
  }
}
