import { once } from 'node:events'
import { get } from 'node:http'

export interface Subscriber {
  close(): void
}

/** Subscribes to the changes, and calls back with the slug of each as it arrives: as little work as a client can do. */
export async function subscribe(url: string, onChange: (slug: string) => void): Promise<Subscriber> {
  const address = new URL(url)
  address.searchParams.set('query', 'subscription { changes { slug } }')
  const request = get(address, { headers: { accept: 'text/event-stream' }, agent: false })
  request.on('error', () => undefined)
  const [response] = await once(request, 'response')
  let rest = ''
  response.setEncoding('utf8').on('data', (chunk: string) => {
    const events = (rest + chunk).split('\n\n')
    rest = events.pop() ?? ''
    for (const event of events) {
      const slug = event.match(/"slug":"([^"]+)"/)?.[1]
      if (slug) onChange(slug)
    }
  })
  return { close: () => request.destroy() }
}
