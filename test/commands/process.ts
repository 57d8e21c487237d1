import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Writable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import { onTestFinished } from 'vitest'
import { withoutCost } from '../harness/without-cost.ts'

const main = path.join(import.meta.dirname, '../../src/main.ts')
/** Node keeps what it compiled, for the next process of a suite that starts many. */
const compileCache = path.join(tmpdir(), 'summitry_test_compile_cache')

/** What a process left behind: its status or the signal that ended it, and all that it printed. */
export interface Ended {
  status: number | null
  signal: NodeJS.Signals | null
  stdout: string
  stderr: string
}

/** A real process of the service; it is gone when its test is. */
export interface Process {
  pid: number | undefined
  stdin: Writable
  kill(signal: NodeJS.Signals): void
  /** Resolves when it is gone. */
  ended: Promise<Ended>
  /** Resolves with the line that says where it answers. */
  line: Promise<string>
  /** Resolves as soon as it has taken a folder for its own, or is gone. */
  opened(directory: string): Promise<void>
}

/** A folder that is gone when its test is. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'summitry_test_'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Runs the command line as people do, in a folder and with settings of its own, on any free port. */
export function run(settings: NodeJS.ProcessEnv, ...command: string[]): Process {
  const child = spawn(process.execPath, [main, ...command], {
    cwd: tmpdir(),
    env: { PATH: process.env['PATH'], NODE_COMPILE_CACHE: compileCache, PORT: '0', ...settings },
    stdio: 'pipe',
  })
  const printed = Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  const ended = printed.then(([stdout, stderr]) => {
    return { status: child.exitCode, signal: child.signalCode, stdout, stderr }
  })
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await ended
  })
  const started = once(child.stdout, 'data').then(([data]) => String(data).trim())
  const failed = ended.then(({ stderr }) => Promise.reject(new Error(`It ended without a word: ${stderr}`)))
  const line = Promise.race([started, failed])
  line.catch(() => undefined)
  async function opened(directory: string) {
    const owner = path.join(directory, 'pid')
    const isOwner = () => existsSync(owner) && readFileSync(owner, 'utf8') === String(child.pid)
    while (child.exitCode === null && !isOwner()) await wait(5)
  }
  return { pid: child.pid, stdin: child.stdin, ended, line, opened, kill: (signal) => child.kill(signal) }
}

/** Starts the service and waits for it to answer. */
export async function start(settings: NodeJS.ProcessEnv) {
  const service = run(settings)
  const line = await service.line
  const url = line.match(/http:\S+/)?.[0]
  if (url === undefined) throw new Error(`It does not say where it answers: ${line}`)
  return { ...service, line, url }
}

/** Asks a service, with a key where one is given, and gives the response's JSON, whole. */
export async function ask(url: string, query: string, key?: string): Promise<unknown> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(key && { authorization: `Bearer ${key}` }) },
    body: JSON.stringify({ query }),
  })
  return withoutCost(await response.json())
}
