import { describe, expect, test } from 'vitest'
import { readConfig } from '../src/config.ts'

test('without settings the service is on an embedded database in .data, and answers this machine on port 4000', () => {
  expect(readConfig({})).toEqual({
    database: { directory: '.data' },
    host: '127.0.0.1',
    port: 4000,
    isReadingRestricted: false,
    readPath: 'compiled',
    seed: true,
  })
})

test('each setting changes what it names', () => {
  const env = {
    DATA_DIR: '/var/lib/summitry',
    HOST: '::',
    PORT: '0',
    READ_ACCESS: 'key',
    READ_PATH: 'prisma',
    SEED: 'off',
  }
  expect(readConfig(env)).toEqual({
    database: { directory: '/var/lib/summitry' },
    host: '::',
    port: 0,
    isReadingRestricted: true,
    readPath: 'prisma',
    seed: false,
  })
})

test('DATABASE_URL goes before DATA_DIR', () => {
  const url = 'postgresql://summitry@db.example:5432/record'
  expect(readConfig({ DATABASE_URL: url, DATA_DIR: '.data' }).database).toEqual({ url })
})

test('variables that are no settings are left alone', () => {
  expect(readConfig({ PATH: '/bin', port: 'x' })).toEqual(readConfig({}))
})

describe('a wrong setting is named, with what it takes', () => {
  const PORT = 'PORT must be a whole number from 0 to 65535, not'
  const HOST = 'HOST must be a host name or an address to listen on, such as 127.0.0.1 or ::, not'
  const DATABASE_URL =
    'DATABASE_URL must be the address of a PostgreSQL database, postgresql://user@host:5432/name.'
  test.each([
    [{ PORT: '' }, `${PORT} "".`],
    [{ PORT: '-1' }, `${PORT} "-1".`],
    [{ PORT: '65536' }, `${PORT} "65536".`],
    [{ PORT: '4e3' }, `${PORT} "4e3".`],
    [{ HOST: '' }, `${HOST} "".`],
    [{ HOST: 'localhost/graphql' }, `${HOST} "localhost/graphql".`],
    [{ DATA_DIR: '' }, 'DATA_DIR must be the folder in which the embedded database lies, not "".'],
    [{ READ_ACCESS: 'closed' }, 'READ_ACCESS must be open or key, not "closed".'],
    [{ READ_PATH: 'sql' }, 'READ_PATH must be compiled or prisma, not "sql".'],
    [{ SEED: 'false' }, 'SEED must be on or off, not "false".'],
    // Never with what it was: there may be a password in it.
    [{ DATABASE_URL: '' }, DATABASE_URL],
    [{ DATABASE_URL: 'mysql://root:secret@localhost/record' }, DATABASE_URL],
    [{ DATABASE_URL: 'postgresql://root:secret@[/record' }, DATABASE_URL],
  ])('%j', (env, message) => {
    expect(() => readConfig(env)).toThrow(expect.objectContaining({ name: 'ConfigError', message }))
  })
})
