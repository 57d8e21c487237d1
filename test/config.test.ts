import { describe, expect, test } from 'vitest'
import { readConfig } from '../src/config.ts'
import { defaultLimits, limitNames } from '../src/limits.ts'

test('without settings the service is on an embedded database in .data, and answers this machine on port 4000', () => {
  expect(readConfig({})).toEqual({
    cacheBytes: 64_000_000,
    database: { directory: '.data' },
    databaseConnections: 15,
    replicaUrl: undefined,
    host: '127.0.0.1',
    logLevel: 'info',
    metricsPort: undefined,
    isTraced: false,
    port: 4000,
    isReadingRestricted: false,
    readPath: 'compiled',
    seed: true,
    limits: defaultLimits,
    rates: { trustedProxies: [], redisUrl: undefined },
    trustedDocuments: undefined,
  })
})

test('each setting changes what it names', () => {
  const env = {
    CACHE_BYTES: '0',
    DATABASE_CONNECTIONS: '4',
    DATABASE_REPLICA_URL: 'postgresql://replica/record',
    DATA_DIR: '/var/lib/summitry',
    HOST: '::',
    LOG_LEVEL: 'debug',
    METRICS_PORT: '9464',
    OTEL_EXPORTER_OTLP_ENDPOINT: 'http://localhost:4318',
    PORT: '0',
    READ_ACCESS: 'key',
    READ_PATH: 'prisma',
    REDIS_URL: 'rediss://cache.example:6380',
    SEED: 'off',
    TRUSTED_DOCUMENTS: 'persisted-documents.json',
    TRUST_PROXY: 'loopback, 10.0.0.0/8,2001:db8::1',
  }
  expect(readConfig(env)).toEqual({
    cacheBytes: 0,
    database: { directory: '/var/lib/summitry' },
    databaseConnections: 4,
    replicaUrl: 'postgresql://replica/record',
    host: '::',
    logLevel: 'debug',
    metricsPort: 9464,
    isTraced: true,
    port: 0,
    isReadingRestricted: true,
    readPath: 'prisma',
    seed: false,
    limits: defaultLimits,
    rates: {
      trustedProxies: ['loopback', '10.0.0.0/8', '2001:db8::1'],
      redisUrl: 'rediss://cache.example:6380',
    },
    trustedDocuments: 'persisted-documents.json',
  })
  expect(readConfig({ RATE_LIMIT: 'off' }).rates).toBeUndefined()
})

test.each(limitNames)('%s is a setting', (name) => {
  expect(readConfig({ [name]: '123' }).limits).toEqual({ ...defaultLimits, [name]: 123 })
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
    [{ LOG_LEVEL: 'all' }, 'LOG_LEVEL must be silent, fatal, error, warn, info or debug, not "all".'],
    [{ METRICS_PORT: 'on' }, 'METRICS_PORT must be a whole number from 0 to 65535, not "on".'],
    [
      { OTEL_EXPORTER_OTLP_ENDPOINT: 'localhost:4318' },
      'OTEL_EXPORTER_OTLP_ENDPOINT must be the address of a collector, such as http://localhost:4318, not "localhost:4318".',
    ],
    [{ CACHE_BYTES: '64M' }, 'CACHE_BYTES must be a number of bytes, 0 for none, not "64M".'],
    [{ PORT: '' }, `${PORT} "".`],
    [{ PORT: '-1' }, `${PORT} "-1".`],
    [{ PORT: '65536' }, `${PORT} "65536".`],
    [{ PORT: '4e3' }, `${PORT} "4e3".`],
    [{ HOST: '' }, `${HOST} "".`],
    [{ HOST: 'localhost/graphql' }, `${HOST} "localhost/graphql".`],
    [{ DATA_DIR: '' }, 'DATA_DIR must be the folder in which the embedded database lies, not "".'],
    [{ READ_ACCESS: 'closed' }, 'READ_ACCESS must be open or key, not "closed".'],
    [{ READ_PATH: 'sql' }, 'READ_PATH must be compiled or prisma, not "sql".'],
    [{ MAX_DEPTH: '0' }, 'MAX_DEPTH must be a whole number from 1 to 999999999, not "0".'],
    [{ MAX_ROWS: '1e6' }, 'MAX_ROWS must be a whole number from 1 to 999999999, not "1e6".'],
    [{ MAX_PAGE: '19' }, 'MAX_PAGE must be a whole number from 20 to 999999999, not "19".'],
    [{ RATE_LIMIT: '600' }, 'RATE_LIMIT must be on or off, not "600".'],
    [
      { TRUST_PROXY: 'loopback,everybody' },
      'TRUST_PROXY must be addresses or networks with commas between them, such as 10.0.0.0/8, or loopback, linklocal, uniquelocal, not "loopback,everybody".',
    ],
    [{ SEED: 'false' }, 'SEED must be on or off, not "false".'],
    // Never with what it was: there may be a password in it.
    [{ DATABASE_URL: '' }, DATABASE_URL],
    [
      { REDIS_URL: 'http://:secret@cache.example' },
      'REDIS_URL must be the address of a Redis server, such as redis://localhost:6379.',
    ],
    [{ DATABASE_URL: 'mysql://root:secret@localhost/record' }, DATABASE_URL],
    [{ DATABASE_URL: 'postgresql://root:secret@[/record' }, DATABASE_URL],
  ])('%j', (env, message) => {
    expect(() => readConfig(env)).toThrow(expect.objectContaining({ name: 'ConfigError', message }))
  })
})
