import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { createKeys, type Keys } from '../../src/access/keys.ts'
import { onEmptyRecord } from '../harness/service.ts'

const service = onEmptyRecord()
let keys: Keys

beforeAll(() => {
  keys = createKeys(service.database)
})

function keyError(message: string) {
  return expect.objectContaining({ name: 'KeyError', message })
}

describe('a key', () => {
  test('lets in whom it was made for', async () => {
    const key = await keys.create({ name: 'Map project', role: 'EDITOR' })
    expect(key).toMatch(/^summitry_[\da-f]{16}_[\w-]{43}$/)
    expect(await keys.viewerOf(key)).toEqual({ name: 'Map project', role: 'EDITOR' })
  })

  test('is kept as its hash, and nothing else of its secret', async () => {
    const key = await keys.create({ name: 'hashed', role: 'READER' })
    const [, id = '', secret = ''] = key.split(/_(?=[\da-f]{16}_)|(?<=_[\da-f]{16})_/)
    const [row] = await service.database.query<{ hash: Uint8Array; text: string }>(
      `SELECT "hash", row_to_json("ApiKey")::text AS "text" FROM "ApiKey" WHERE "id" = $1`,
      [id],
    )
    expect(Buffer.from(row?.hash ?? [])).toEqual(createHash('sha256').update(key).digest())
    expect(secret).toHaveLength(43)
    expect(row?.text).not.toContain(secret)
  })

  test('is another one each time', async () => {
    const made = [
      await keys.create({ name: 'one', role: 'READER' }),
      await keys.create({ name: 'another', role: 'READER' }),
    ]
    expect(new Set(made.map((key) => key.slice(-43))).size).toBe(2)
  })
})

describe('a wrong key lets nobody in', () => {
  let right: string
  beforeAll(async () => {
    right = await keys.create({ name: 'right', role: 'ADMIN' })
  })

  test.each([
    ['of another secret', (key: string) => `${key.slice(0, -43)}${'A'.repeat(43)}`],
    ['of another last sign', (key: string) => `${key.slice(0, -1)}${key.endsWith('A') ? 'B' : 'A'}`],
    ['that nobody has', () => `summitry_${'0'.repeat(16)}_${'A'.repeat(43)}`],
    ['in upper case', (key: string) => key.toUpperCase()],
    ['with more behind it', (key: string) => `${key}A`],
    ['with a line behind it', (key: string) => `${key}\n`],
    ['that is its hash', (key: string) => createHash('sha256').update(key).digest('hex')],
    ['that is no text', () => '\0'],
    ['that is empty', () => ''],
  ])('%s', async (_what, change) => {
    expect(await keys.viewerOf(change(right))).toBeNull()
  })

  test('that was revoked', async () => {
    const key = await keys.create({ name: 'gone', role: 'ADMIN' })
    await keys.revoke('gone')
    expect(await keys.viewerOf(key)).toBeNull()
  })
})

test('a key is looked up by one statement, whether there is one of its id or not, and never with its secret', async () => {
  const key = await keys.create({ name: 'counted', role: 'READER' })
  const unknown = `summitry_${'0'.repeat(16)}_${'A'.repeat(43)}`
  const [right, wrong] = [
    await service.statementsOf(() => keys.viewerOf(key)),
    await service.statementsOf(() => keys.viewerOf(unknown)),
  ]
  expect(right).toEqual([expect.stringContaining('WHERE "id" = $1')])
  expect(wrong).toEqual(right)
})

describe('a name', () => {
  test.each(['X', 'Press desk', 'Zoë’s desk (2026)', '地図', 'x'.repeat(100), '🗺'.repeat(100)])(
    'may be %j',
    async (name) => {
      await keys.create({ name, role: 'READER' })
      expect(await keys.list()).toContainEqual(expect.objectContaining({ name }))
    },
  )

  test.each([
    '',
    ' ',
    'x'.repeat(101),
    'two\nlines',
    'bell\u0007',
    'nul\0',
    'turned\u202eround',
    'seamless\u200bseam',
    '\ud800',
  ])('may not be %j', async (name) => {
    await expect(keys.create({ name, role: 'READER' })).rejects.toThrow(
      keyError('A key is named for who has it, in 1 to 100 printable characters, as in "Map project".'),
    )
  })

  test('is given once, and not again when its key is revoked', async () => {
    const taken = keyError(
      'The name "José" is taken: a key has its name for good, even when it is revoked, since the change log tells by it who wrote. Choose another.',
    )
    await keys.create({ name: 'José', role: 'READER' })
    await expect(keys.create({ name: 'José', role: 'ADMIN' })).rejects.toThrow(taken)
    // What looks the same is the same.
    await expect(keys.create({ name: ' Jose\u0301 ', role: 'ADMIN' })).rejects.toThrow(taken)
    await keys.revoke('Jose\u0301')
    await expect(keys.create({ name: 'José', role: 'READER' })).rejects.toThrow(taken)
  })

  test('is given to one of two who ask at once', async () => {
    const both = await Promise.allSettled([
      keys.create({ name: 'contested', role: 'READER' }),
      keys.create({ name: 'contested', role: 'READER' }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })
})

describe('to revoke a key', () => {
  test('again changes nothing, and says since when it is', async () => {
    await keys.create({ name: 'twice', role: 'READER' })
    const first = await keys.revoke('twice')
    expect(first).toEqual({ revokedAt: expect.any(Date), wasRevoked: false })
    expect(await keys.revoke('twice')).toEqual({ ...first, wasRevoked: true })
  })

  test('there must be one of that name', async () => {
    await expect(keys.revoke('nobody')).rejects.toThrow(
      keyError('No key is named "nobody": "key list" shows those that there are.'),
    )
  })
})

test('the list shows names, roles and times, and nothing of a secret', async () => {
  await keys.create({ name: 'listed', role: 'ADMIN' })
  expect((await keys.list()).find(({ name }) => name === 'listed')).toEqual({
    name: 'listed',
    role: 'ADMIN',
    createdAt: expect.any(Date),
    revokedAt: null,
  })
})
