import proxyAddr from 'proxy-addr'
import { z } from 'zod'
import { eachLimit, type Limits } from './limits.ts'

/** How much is logged: each level with all that are worse. */
const LOG_LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

const setting = {
  port: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .refine((port) => port <= 65_535),
  postgresUrl: z
    .string()
    .regex(/^postgres(ql)?:\/\/./)
    .refine(URL.canParse),
  bytes: z
    .string()
    .regex(/^\d{1,12}$/)
    .transform(Number),
  proxies: z
    .string()
    .transform((text) => text.split(',').map((address) => address.trim()))
    .refine(areAddresses),
  limit: ({ default: value, least = 1 }: { default: number; least?: number }) =>
    z
      .string()
      .regex(/^\d{1,9}$/)
      .transform(Number)
      .refine((limit) => limit >= least)
      .default(value),
}

const environment = z.object({
  CACHE_BYTES: setting.bytes.default(64_000_000),
  DATABASE_CONNECTIONS: setting.limit({ default: 15, least: 2 }),
  DATABASE_REPLICA_URL: setting.postgresUrl.optional(),
  DATABASE_URL: setting.postgresUrl.optional(),
  DATA_DIR: z.string().min(1).default('.data'),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/)
    .default('127.0.0.1'),
  LOG_LEVEL: z.enum(LOG_LEVELS).default('info'),
  METRICS_PORT: setting.port.optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  PORT: setting.port.default(4000),
  RATE_LIMIT: z.enum(['on', 'off']).default('on'),
  READ_ACCESS: z.enum(['open', 'key']).default('open'),
  READ_PATH: z.enum(['compiled', 'prisma']).default('compiled'),
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  SEED: z.enum(['on', 'off']).default('on'),
  TRUSTED_DOCUMENTS: z.string().min(1).optional(),
  TRUST_PROXY: setting.proxies.optional(),
  ...eachLimit((_name, limit) => setting.limit(limit)),
})

/** Whether a list has addresses, networks and their names only. */
function areAddresses(addresses: readonly string[]): boolean {
  try {
    proxyAddr.compile([...addresses])
    return true
  } catch {
    return false
  }
}

/** The name of a setting: a variable of the environment. */
export type Setting = keyof z.infer<typeof environment>

/** The names of all settings. */
export const settings = environment.keyof().options

/** What each setting takes, for the line that a wrong one is answered with. */
const expected: Record<Setting, string> = {
  CACHE_BYTES: 'a number of bytes, 0 for none',
  DATABASE_CONNECTIONS: 'a whole number from 2 to 999999999',
  DATABASE_REPLICA_URL: 'the address of a replica of it, postgresql://user@host:5432/name',
  DATABASE_URL: 'the address of a PostgreSQL database, postgresql://user@host:5432/name',
  DATA_DIR: 'the folder in which the embedded database lies',
  HOST: 'a host name or an address to listen on, such as 127.0.0.1 or ::',
  LOG_LEVEL: LOG_LEVELS.join(', ').replace(/,(?!.*,)/, ' or'),
  METRICS_PORT: 'a whole number from 0 to 65535',
  OTEL_EXPORTER_OTLP_ENDPOINT: 'the address of a collector, such as http://localhost:4318',
  PORT: 'a whole number from 0 to 65535',
  RATE_LIMIT: 'on or off',
  READ_ACCESS: 'open or key',
  READ_PATH: 'compiled or prisma',
  REDIS_URL: 'the address of a Redis server, such as redis://localhost:6379',
  SEED: 'on or off',
  TRUSTED_DOCUMENTS: 'the file of a manifest of persisted documents',
  TRUST_PROXY:
    'addresses or networks with commas between them, such as 10.0.0.0/8, or loopback, linklocal, uniquelocal',
  ...eachLimit((_name, { least = 1 }) => `a whole number from ${least} to 999999999`),
}

/** The settings of a process, as its environment gives them. */
export interface Config {
  /** About how many bytes of finished answers are kept in memory; 0 for none. */
  cacheBytes: number
  /** Where the record is kept: a PostgreSQL server's address, or a folder for the embedded database. */
  database: { url: string } | { directory: string }
  /** How many connections to a PostgreSQL server there are for statements. */
  databaseConnections: number
  /** The address of a copy of the database, from which it may be read. */
  replicaUrl: string | undefined
  host: string
  logLevel: LogLevel
  /** Where the figures are served; 0 asks the system for a free port, undefined keeps none. */
  metricsPort: number | undefined
  /** Whether traces are exported; the exporter reads by itself where to. */
  isTraced: boolean
  /** 0 asks the system for a free port. */
  port: number
  /** Whether reading takes a key as well as writing. */
  isReadingRestricted: boolean
  /** By what rows are read: by compiled statements, or by Prisma wherever it can. */
  readPath: 'compiled' | 'prisma'
  /** Whether an empty database is given the founding record. */
  seed: boolean
  limits: Limits
  /** How often something may be asked is limited by these; undefined where it is not. */
  rates: RateSettings | undefined
  /** The file with the only documents that are executed; undefined where all are. */
  trustedDocuments: string | undefined
}

export interface RateSettings {
  /** The proxies that are believed whom they pass on a request for. */
  trustedProxies: readonly string[]
  /** Where instances count together. */
  redisUrl: string | undefined
}

/** A setting that cannot be used, as its value or the machine has it; the message is one line that names it. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'

  constructor(setting: Setting, problem: string) {
    super(`${setting} ${problem}`)
  }
}

/**
 * Reads the settings once, at start.
 *
 * @throws {ConfigError} at the first setting that is wrong
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const parsed = environment.safeParse(env)
  if (!parsed.success) {
    const wrong = environment.keyof().parse(parsed.error.issues[0]?.path[0])
    // Such an address may hold a password: it is not repeated.
    const found = /_URL$/.test(wrong) ? '' : `, not ${JSON.stringify(env[wrong])}`
    throw new ConfigError(wrong, `must be ${expected[wrong]}${found}.`)
  }
  const {
    CACHE_BYTES: cacheBytes,
    DATABASE_CONNECTIONS: databaseConnections,
    DATABASE_REPLICA_URL: replicaUrl,
    DATABASE_URL: url,
    DATA_DIR: directory,
    HOST: host,
    LOG_LEVEL: logLevel,
    METRICS_PORT: metricsPort,
    OTEL_EXPORTER_OTLP_ENDPOINT: collector,
    PORT: port,
    RATE_LIMIT,
    READ_ACCESS,
    READ_PATH,
    REDIS_URL: redisUrl,
    SEED,
    TRUSTED_DOCUMENTS: trustedDocuments,
    TRUST_PROXY: trustedProxies = [],
    ...limits
  } = parsed.data
  return {
    cacheBytes,
    database: url === undefined ? { directory } : { url },
    databaseConnections,
    replicaUrl,
    host,
    logLevel,
    metricsPort,
    isTraced: collector !== undefined,
    port,
    isReadingRestricted: READ_ACCESS === 'key',
    readPath: READ_PATH,
    seed: SEED === 'on',
    limits,
    rates: RATE_LIMIT === 'on' ? { trustedProxies, redisUrl } : undefined,
    trustedDocuments,
  }
}
