import { z } from 'zod'

const targets = z.array(z.object({ webSocketDebuggerUrl: z.string() }))
const reply = z.object({ id: z.number(), result: z.unknown() })
const usage = z.object({ usedSize: z.number() })

/** What a process keeps that listens to an inspector on a port, in bytes, after all that can go was collected. */
export async function heapOf(inspectorPort: number): Promise<number> {
  const response = await fetch(`http://127.0.0.1:${inspectorPort}/json/list`)
  const [target] = targets.parse(await response.json())
  if (!target) throw new Error('The process can be inspected')
  const socket = new WebSocket(target.webSocketDebuggerUrl)
  const opened = Promise.withResolvers<void>()
  socket.addEventListener('open', () => opened.resolve())
  await opened.promise
  let sent = 0
  function call(method: string): Promise<unknown> {
    sent += 1
    const id = sent
    const answered = Promise.withResolvers<unknown>()
    socket.addEventListener('message', ({ data }) => {
      const told = reply.safeParse(JSON.parse(String(data)))
      if (told.data?.id === id) answered.resolve(told.data.result)
    })
    socket.send(JSON.stringify({ id, method }))
    return answered.promise
  }
  // What is to be finalized is gone at the second time.
  await call('HeapProfiler.collectGarbage')
  await call('HeapProfiler.collectGarbage')
  const { usedSize } = usage.parse(await call('Runtime.getHeapUsage'))
  socket.close()
  return usedSize
}
