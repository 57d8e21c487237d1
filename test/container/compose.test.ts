// What compose.yaml says, as far as it can be checked without an engine.
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { readConfig } from '../../src/config.ts'

const root = path.join(import.meta.dirname, '../..')
const read = (file: string) => readFile(path.join(root, file), 'utf8')

const service = z.looseObject({
  image: z.string(),
  ports: z.array(z.string()).optional(),
  environment: z.record(z.string(), z.string()).optional(),
  volumes: z.array(z.string()).optional(),
  depends_on: z.union([z.array(z.string()), z.record(z.string(), z.unknown())]).optional(),
})
const composition = z.looseObject({
  services: z.record(z.string(), service),
  volumes: z.record(z.string(), z.null()),
})
const { services, volumes } = composition.parse(parse(await read('compose.yaml'), { merge: true }))
const of = (name: string) => service.parse(services[name])

test('there are two instances of one image, alike, and no password without being told one', async () => {
  expect(of('one')).toEqual(of('two'))
  const { DATABASE_URL = '', ...environment } = of('one').environment ?? {}
  expect(DATABASE_URL).toContain('${POSTGRES_PASSWORD:?')
  expect(of('database').environment?.['POSTGRES_PASSWORD']).toMatch(/^\$\{POSTGRES_PASSWORD:\?/)
  const url = DATABASE_URL.replace(/\$\{.*?\}/, 'secret')
  expect(readConfig({ ...environment, DATABASE_URL: url })).toMatchObject({
    database: { url: 'postgresql://summitry:secret@database:5432/summitry' },
    metricsPort: 9464,
    rates: { trustedProxies: ['uniquelocal'], redisUrl: 'redis://counter:6379' },
  })
})

test('nothing but the proxy is open to the outside', () => {
  const open = Object.entries(services).filter(([, { ports }]) => ports !== undefined)
  expect(open.map(([name]) => name)).toEqual(['proxy'])
})

test('whatever is named is there', async () => {
  for (const { depends_on: needs = [] } of Object.values(services)) {
    expect(Object.keys(services)).toEqual(
      expect.arrayContaining(Array.isArray(needs) ? needs : Object.keys(needs)),
    )
  }
  const mounted = Object.values(services).flatMap((one) => one.volumes ?? [])
  const named = mounted.map((volume) => volume.split(':')[0] ?? '').filter((name) => !name.startsWith('.'))
  expect(named.sort()).toEqual(Object.keys(volumes).sort())
  for (const file of mounted.filter((volume) => volume.startsWith('./'))) {
    await read(file.split(':')[0] ?? '')
  }
})

test('the proxy asks both instances whether they are ready, and chooses the ID of a request', async () => {
  const caddyfile = await read('Caddyfile')
  const [, targets] = caddyfile.match(/reverse_proxy (.*) \{/) ?? []
  expect(targets).toBe('one:4000 two:4000')
  expect(await read('Dockerfile')).toContain('PORT=4000')
  expect(caddyfile).toContain('health_uri /ready')
  expect(caddyfile).toContain('header_up X-Request-Id')
})
