import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { CriticalityLevel, DiffRule, diff } from '@graphql-inspector/core'
import { buildSchema } from 'graphql'

const run = promisify(execFile)
const root = path.join(import.meta.dirname, '../..')

export interface SchemaChange {
  message: string
  isBreak: boolean
}

/** What a schema changes of another, both in SDL: first what breaks clients, but for what was deprecated before. */
export async function schemaChanges(before: string, after: string): Promise<SchemaChange[]> {
  const changes = await diff(buildSchema(before), buildSchema(after), [
    DiffRule.suppressRemovalOfDeprecatedField,
  ])
  return changes
    .map(({ message, criticality }) => ({
      message,
      isBreak: criticality.level === CriticalityLevel.Breaking,
    }))
    .sort((one, other) => Number(other.isBreak) - Number(one.isBreak))
}

/** The tag of the newest release, such as v1.2.0, that this commit comes after; undefined where there is none. */
export async function newestTag(): Promise<string | undefined> {
  const { stdout } = await run('git', ['tag', '--list', 'v*', '--merged', 'HEAD', '--sort=-creatordate'], {
    cwd: root,
  })
  return stdout.split('\n').find((tag) => tag !== '')
}

/** The schema as it was printed at a commit or a tag. */
export async function schemaAt(tag: string): Promise<string> {
  const options = { cwd: root, maxBuffer: 64_000_000 }
  return (await run('git', ['show', `${tag}:schema.graphql`], options)).stdout
}
