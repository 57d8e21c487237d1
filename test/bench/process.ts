import { spawn } from 'node:child_process'
import { once } from 'node:events'

/** A server in a process of its own. */
export interface Running {
  /** Where it answers. */
  url: string
  pid: number
  stop: () => Promise<void>
}

/** Starts a script that serves HTTP, and says where in its first line. */
export async function startProcess(script: string, env: NodeJS.ProcessEnv): Promise<Running> {
  const child = spawn(process.execPath, [script], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = await Promise.race([once(child.stdout, 'data'), once(child, 'exit')])
  const url = String(line).match(/http:\S+/)?.[0]
  if (url === undefined || child.pid === undefined) throw new Error(`${script} did not start`)
  return {
    url: url.replace('localhost', '127.0.0.1'),
    pid: child.pid,
    async stop() {
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}
