import { run } from '../../commands/process.ts'

/** What every service of these tests is told: they ask more than anybody may who is counted. */
export const RATE_LIMIT = 'off'

/** Makes a key of an editor's for the database that settings name; on an embedded one, nobody else may have it. */
export async function makeKey(settings: NodeJS.ProcessEnv): Promise<string> {
  const { stdout, stderr } = await run(settings, 'key', 'create', 'editor', '--role', 'EDITOR').ended
  if (!stdout.startsWith('summitry_')) throw new Error(stderr)
  return stdout.trim()
}
