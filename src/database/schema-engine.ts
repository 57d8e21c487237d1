import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg'

/**
 * Prisma's schema engine as WebAssembly: the command line's own is a binary that would have to be
 * downloaded. It leaves a timer of ten seconds behind, so a command that used it must exit explicitly.
 */
export async function schemaEngine(adapter: SqlMigrationAwareDriverAdapterFactory) {
  wasmLoaded ??= loadWasm()
  await wasmLoaded
  const engine = await bindings.SchemaEngine.new(
    { datamodels: undefined },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(adapter),
  )
  return Object.assign(engine, { [Symbol.asyncDispose]: async () => engine.free() })
}

// Once a process: the bindings hold one instance, and a second one would pull it away under the first.
let wasmLoaded: Promise<void> | undefined

async function loadWasm() {
  const wasm = createRequire(import.meta.url)
    .resolve('@prisma/schema-engine-wasm/schema_engine_bg')
    .replace(/\.js$/, '.wasm')
  const { instance } = await WebAssembly.instantiate(readFileSync(wasm), {
    './schema_engine_bg.js': { ...bindings },
  })
  bindings.__wbg_set_wasm(instance.exports)
  const start = instance.exports['__wbindgen_start']
  if (typeof start === 'function') start()
}
