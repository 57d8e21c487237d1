import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll } from 'vitest'

const root = path.join(import.meta.dirname, '../..')
const commands = path.join(root, 'node_modules/.bin')

const compilerOptions = {
  target: 'esnext',
  module: 'esnext',
  moduleResolution: 'bundler',
  moduleDetection: 'force',
  types: ['node'],
  strict: true,
  noUncheckedIndexedAccess: true,
  allowImportingTsExtensions: true,
  skipLibCheck: true,
  noEmit: true,
}

/** Somebody else's project in a folder of its own, with this one's packages and schema.graphql. */
export interface Workshop {
  /** Runs a package's command there; gives its exit code and all that it printed. */
  run(command: string, ...parameters: string[]): Promise<{ code: number; output: string }>
  /** What TypeScript says about the files there: nothing where they are right. */
  compile(): Promise<string>
  read(file: string): Promise<string>
  write(file: string, text: string): Promise<void>
  /** Where a file there is. */
  path(file: string): string
}

/** A workshop for all tests of a file or `describe`, with these files and copies of this project's. */
export function workshop(files: Record<string, string>, copies: string[] = []): Workshop {
  let folder = ''
  const at = (file: string) => path.join(folder, file)
  const write = async (file: string, text: string) => {
    await mkdir(path.dirname(at(file)), { recursive: true })
    await writeFile(at(file), text)
  }
  const run = (command: string, ...parameters: string[]) => execute(folder, command, parameters)

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'summitry_workshop_'))
    await symlink(path.join(root, 'node_modules'), at('node_modules'))
    for (const file of ['schema.graphql', ...copies]) await cp(path.join(root, file), at(file))
    await write('package.json', JSON.stringify({ type: 'module' }))
    await write('tsconfig.json', JSON.stringify({ compilerOptions }))
    for (const [file, text] of Object.entries(files)) await write(file, text)
  })
  afterAll(() => rm(folder, { recursive: true }))

  return {
    run,
    write,
    compile: async () => (await run('tsc')).output,
    read: (file) => readFile(at(file), 'utf8'),
    path: at,
  }
}

function execute(cwd: string, command: string, parameters: string[]) {
  const env = {
    ...process.env,
    PATH: `${commands}${path.delimiter}${process.env['PATH']}`,
    NO_COLOR: '1',
    // graphql-codegen is silent about what is wrong where it takes itself for tested.
    NODE_ENV: 'development',
  }
  return new Promise<{ code: number; output: string }>((resolve) => {
    const child = execFile(path.join(commands, command), parameters, { cwd, env }, (_, stdout, stderr) =>
      resolve({ code: child.exitCode ?? -1, output: stdout + stderr }),
    )
  })
}
