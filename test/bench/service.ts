import path from 'node:path'
import { type Running, startProcess } from './process.ts'

const main = path.join(import.meta.dirname, '../../src/main.ts')

/** Starts the service in a process of its own, on any free port, without the founding record, that answers as often as it is asked. */
export function startService(databaseUrl: string, settings: NodeJS.ProcessEnv = {}): Promise<Running> {
  const env = {
    DATABASE_URL: databaseUrl,
    PORT: '0',
    HOST: '127.0.0.1',
    SEED: 'off',
    RATE_LIMIT: 'off',
    ...settings,
  }
  return startProcess(main, env)
}
