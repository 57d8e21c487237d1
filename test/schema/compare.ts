// Says what the schema changes since the last release, or since any tag or commit: `node test/schema/compare.ts [TAG]`.
// Fails where it breaks clients.
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { newestTag, schemaAt, schemaChanges } from './schema-changes.ts'

const tag = process.argv[2] ?? (await newestTag())
if (tag === undefined) {
  console.log('There is no release to compare schema.graphql with.')
  process.exit(0)
}
const schema = await readFile(path.join(import.meta.dirname, '../../schema.graphql'), 'utf8')
const changes = await schemaChanges(await schemaAt(tag), schema)
for (const { message, isBreak } of changes) console.log(`${isBreak ? 'BREAKS' : 'changes'}: ${message}`)
const breaks = changes.filter(({ isBreak }) => isBreak).length
console.log(`Since ${tag}: ${changes.length} changes, of which ${breaks} break clients.`)
process.exit(breaks === 0 ? 0 : 1)
