// The steps of the Dockerfile, followed without an engine, and the service that they make.
import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { ask } from '../commands/process.ts'
import { SIZES, wholeRecord } from '../commands/whole-record.ts'
import { freePort } from '../harness/free-port.ts'
import { buildImage, type Image } from './image.ts'

const context = path.join(import.meta.dirname, '../..')
const read = (file: string) => JSON.parse(readFileSync(path.join(context, file), 'utf8'))
const { dependencies } = read('package.json')
const { packages }: { packages: Record<string, { dev?: boolean }> } = read('package-lock.json')

let into: string | undefined
let built: Image | undefined
beforeAll(async () => {
  into = mkdtempSync(path.join(tmpdir(), 'summitry_test_image_'))
  // The service's user is nobody who may look into the folders of whoever tests.
  chmodSync(into, 0o755)
  built = await buildImage({ context, into })
}, 600_000)
afterAll(() => into && rmSync(into, { recursive: true, force: true }))

function image(): Image {
  if (!built) throw new Error('The image is there from the first test of the file on')
  return built
}

test('the image has the Node.js that the service is developed with', () => {
  const bases = readFileSync(path.join(context, 'Dockerfile'), 'utf8').match(/^FROM \S+/gm)
  expect(bases).toEqual([`FROM node:${dependencies.node}-slim`, `FROM node:${dependencies.node}-slim`])
})

test('the image holds what the service runs by, and nothing else', () => {
  const { locate, workdir } = image()
  expect(readdirSync(locate(workdir)).sort()).toEqual([
    'node_modules',
    'package-lock.json',
    'package.json',
    'prisma',
    'prisma.config.ts',
    'src',
  ])
  const isInstalled = (name: string) => existsSync(locate(`app/node_modules/${name}`))
  expect(Object.keys(dependencies).filter((name) => !isInstalled(name))).toEqual([])
  // Some that are for development here are wanted by the service's own dependencies too: the lock file knows.
  const forDevelopment = Object.entries(packages).filter(([, { dev }]) => dev)
  expect(forDevelopment.length).toBeGreaterThan(100)
  expect(forDevelopment.filter(([folder]) => existsSync(locate(`app/${folder}`)))).toEqual([])
})

describe('the service', () => {
  test('runs as a user without rights, is healthy, and ends when it is told to', async () => {
    const { locate, env, workdir, user, command, healthcheck, volumes } = image()
    expect(user).toBeGreaterThan(0)
    expect(volumes).toEqual([env['DATA_DIR']])
    const [program = '', ...args] = command
    expect([program, healthcheck[0]]).toEqual(['node', 'node'])
    // That of the image's base is the same version.
    const node = locate('app/node_modules/node/bin/node')
    const settings = {
      ...env,
      PORT: String(await freePort()),
      HOST: '127.0.0.1',
      DATA_DIR: locate(env['DATA_DIR'] ?? ''),
    }
    // Whoever tests may be nobody who may become somebody else.
    const as = process.getuid?.() === 0 ? { uid: user, gid: user } : {}
    const options = { cwd: locate(workdir), env: settings, ...as }

    const service = spawn(node, args, options)
    onTestFinished(() => void service.kill('SIGKILL'))
    const ended = once(service, 'close')
    const url = `http://127.0.0.1:${settings.PORT}/graphql`
    await expect.poll(() => ask(url, SIZES).catch(() => 'not yet'), { timeout: 60_000 }).toEqual(wholeRecord)
    await promisify(execFile)(node, healthcheck.slice(1), options)
    service.kill('SIGTERM')
    expect(await ended).toEqual([0, null])
    await expect(promisify(execFile)(node, healthcheck.slice(1), options)).rejects.toMatchObject({ code: 1 })
  }, 120_000)
})
