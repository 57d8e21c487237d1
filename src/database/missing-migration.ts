import { PGlite } from '@electric-sql/pglite'
import { PrismaPGlite } from 'pglite-prisma-adapter'
import { migrationList, prismaSchema } from './migration-files.ts'
import { schemaEngine } from './schema-engine.ts'

/** What the engine says where there is nothing to say. */
const NOTHING = '-- This is an empty migration.'

/**
 * The SQL that leads from the migrations to prisma/schema.prisma; nothing when they say all of it. They are applied
 * to a scratch database: an embedded one, since the engine cannot read one on a server back.
 */
export async function missingMigration(): Promise<string | undefined> {
  const scratch = await PGlite.create()
  try {
    await using engine = await schemaEngine(new PrismaPGlite(scratch))
    const { stdout } = await engine.diff({
      from: { tag: 'migrations', ...migrationList() },
      to: { tag: 'schemaDatamodel', ...prismaSchema() },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    })
    return stdout?.trim() === NOTHING ? undefined : (stdout ?? undefined)
  } finally {
    await scratch.close()
  }
}
