// Every `prisma` command first looks for a schema engine, a binary that it would download. None of the
// commands used here runs it: migrations run on the engine's WebAssembly build (src/database/migrate.ts).
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath

import { defineConfig } from 'prisma/config'

export default defineConfig({ schema: 'prisma/schema.prisma', migrations: { path: 'prisma/migrations' } })
