import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { DockerfileParser, type Instruction } from 'dockerfile-ast'

const run = promisify(execFile)

/** What an image is to be started as, with everything in folders of the machine's. */
export interface Image {
  /** Where a path within the image lies. */
  locate(inside: string): string
  env: Record<string, string>
  workdir: string
  user: number
  command: string[]
  healthcheck: string[]
  volumes: string[]
}

interface Stage extends Image {
  name: string
}

/**
 * Follows the steps of a Dockerfile without an engine: each stage is a folder, into which its steps copy and in which
 * they run, by the Node.js and the shell of the machine. Absolute paths in commands are those of the stage.
 */
export async function buildImage({ context, into }: { context: string; into: string }): Promise<Image> {
  const dockerfile = DockerfileParser.parse(readFileSync(path.join(context, 'Dockerfile'), 'utf8'))
  const stages: Stage[] = []
  for (const instruction of dockerfile.getInstructions()) {
    if (instruction.getKeyword() === 'FROM') stages.push(newStage(instruction, into, stages.length))
    else await step(instruction, { context, stages })
  }
  return last(stages)
}

function newStage(instruction: Instruction, into: string, ordinal: number): Stage {
  const [, , name = String(ordinal)] = wordsOf(instruction)
  const folder = path.join(into, name)
  mkdirSync(folder)
  const locate = (inside: string) => path.join(folder, inside)
  return { name, locate, env: {}, workdir: '/', user: 0, command: [], healthcheck: [], volumes: [] }
}

async function step(instruction: Instruction, { context, stages }: { context: string; stages: Stage[] }) {
  const stage = last(stages)
  const words = wordsOf(instruction)
  const [first = ''] = words
  switch (instruction.getKeyword()) {
    case 'ENV':
      for (const word of words) {
        const [name = '', ...value] = word.split('=')
        stage.env[name] = value.join('=')
      }
      return
    case 'WORKDIR':
      stage.workdir = first
      mkdirSync(stage.locate(first), { recursive: true })
      return
    case 'USER':
      stage.user = Number(first)
      return
    case 'VOLUME':
      stage.volumes = words
      return
    case 'COPY':
      return copy(words, { stage, context, stages })
    case 'RUN':
      await run('sh', ['-euc', textOf(instruction).replace(/(?<=\s)\/\w+/g, stage.locate)], {
        cwd: stage.locate(stage.workdir),
        // The way to the registry of packages is the machine's.
        env: { ...process.env, NODE_ENV: undefined, ...stage.env },
        maxBuffer: 64_000_000,
      })
      return
    case 'CMD':
      stage.command = JSON.parse(textOf(instruction))
      return
    case 'HEALTHCHECK':
      stage.healthcheck = JSON.parse(textOf(instruction).replace(/^.*? CMD /, ''))
      return
    case 'EXPOSE':
      return
    default:
      throw new Error(`A step that is not known here: ${instruction.getKeyword()}`)
  }
}

function copy(
  words: string[],
  { stage, context, stages }: { stage: Stage; context: string; stages: readonly Stage[] },
) {
  const from = words.find((word) => word.startsWith('--from='))?.slice('--from='.length)
  const paths = words.filter((word) => !word.startsWith('--'))
  const target = path.join(stage.locate(stage.workdir), paths.at(-1) ?? '')
  const other = stages.find(({ name }) => name === from)
  for (const source of paths.slice(0, -1)) {
    // A folder's content is copied, a file under its name.
    if (other) cpSync(other.locate(source), target, { recursive: true })
    else if (path.extname(source) === '') copyFromContext(source, target)
    else copyFromContext(source, path.join(target, source))
  }

  function copyFromContext(source: string, to: string) {
    const isSent = sentOf(context)
    cpSync(path.join(context, source), to, {
      recursive: true,
      filter: (file) => isSent(path.relative(context, file)),
    })
  }
}

/** Whether a file of the context is sent to the engine: the last line of .dockerignore that fits it says. */
function sentOf(context: string): (file: string) => boolean {
  const rules = readFileSync(path.join(context, '.dockerignore'), 'utf8').trim().split('\n')
  return (file) => {
    const rule = rules.findLast((line) => fits(file, line.replace(/^!/, '')))
    return rule === undefined || rule.startsWith('!')
  }
}

function fits(file: string, pattern: string): boolean {
  return pattern === '*' || file === pattern || file.startsWith(`${pattern}/`)
}

function textOf(instruction: Instruction): string {
  // With its flags, which the parser's own list of arguments leaves out.
  return instruction.getTextContent().slice(instruction.getKeyword().length).replaceAll('\\\n', ' ')
}

function wordsOf(instruction: Instruction): string[] {
  return textOf(instruction).trim().split(/\s+/)
}

function last(stages: readonly Stage[]): Stage {
  const stage = stages.at(-1)
  if (!stage) throw new Error('A Dockerfile begins with FROM')
  return stage
}
