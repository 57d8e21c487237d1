import { timingSafeEqual } from 'node:crypto'
import type { Database } from '../database/database.ts'
import { hashOf, idOf, makeKey } from './key.ts'
import { KeyError } from './key-error.ts'
import { readKeyName } from './key-name.ts'
import type { Viewer } from './viewer.ts'

/** What may be known of a key by whoever runs the service. */
export interface KeyOnRecord extends Viewer {
  createdAt: Date
  revokedAt: Date | null
}

/** The one door to the keys. */
export interface Keys {
  /**
   * Makes a key. It is given here and never again: only its hash is kept.
   *
   * @throws {KeyError} where the name is none, or another key has or had it
   */
  create(viewer: Viewer): Promise<string>
  /** All keys, the revoked ones as well, in the order in which they were made. */
  list(): Promise<KeyOnRecord[]>
  /**
   * Ends a key; from the next request on it is a wrong one, and streams that it opened end with what comes next.
   *
   * @returns since when it is revoked, and whether it had been before
   * @throws {KeyError} where no key has the name
   */
  revoke(name: string): Promise<{ revokedAt: Date; wasRevoked: boolean }>
  /** Whom a key lets in; null for a wrong or a revoked one. One statement. */
  viewerOf(key: string): Promise<Viewer | null>
}

/** What a key is compared with where there is none of its id: that takes as long, and tells nothing. */
const NO_HASH = new Uint8Array(32)

export function createKeys(database: Database): Keys {
  const { apiKey } = database.prisma

  return {
    async create({ name: given, role }) {
      const name = readKeyName(given)
      const { id, key } = makeKey()
      const data = { id, name, role, hash: hashOf(key) }
      const { count } = await apiKey.createMany({ data, skipDuplicates: true })
      if (count === 0) {
        throw new KeyError(
          `The name ${JSON.stringify(name)} is taken: a key has its name for good, even when it is revoked, ` +
            'since the change log tells by it who wrote. Choose another.',
        )
      }
      return key
    },

    list() {
      const select = { name: true, role: true, createdAt: true, revokedAt: true }
      return apiKey.findMany({ select, orderBy: [{ createdAt: 'asc' }, { name: 'asc' }] })
    },

    async revoke(given) {
      const name = given.normalize().trim()
      const { count } = await apiKey.updateMany({
        where: { name, revokedAt: null },
        data: { revokedAt: new Date() },
      })
      const key = await apiKey.findUnique({ where: { name } })
      if (!key?.revokedAt) {
        throw new KeyError(`No key is named ${JSON.stringify(name)}: "key list" shows those that there are.`)
      }
      return { revokedAt: key.revokedAt, wasRevoked: count === 0 }
    },

    async viewerOf(key) {
      const id = idOf(key)
      if (id === undefined) return null
      // The secret stays here: what fails in a database may be logged with its parameters.
      const [found] = await database.query<Viewer & { hash: Uint8Array }>(
        'SELECT "name", "role", "hash" FROM "ApiKey" WHERE "id" = $1 AND "revokedAt" IS NULL',
        [id],
      )
      const isRight = timingSafeEqual(hashOf(key), found?.hash ?? NO_HASH)
      return found && isRight ? { name: found.name, role: found.role } : null
    },
  }
}
