import pg from 'pg'
import { PrismaPg } from '@prisma/adapter-pg'
import { applyMigrations } from '../../src/database/migrate.ts'
const single = new pg.Pool({ connectionString: 'postgresql://postgres@127.0.0.1:5432/summitry_plans', options: '-c TimeZone=UTC', max: 1, idleTimeoutMillis: 0 })
const orig = pg.Client.prototype.query
pg.Client.prototype.query = function (...a: any[]) { const q = a[0]; console.log('Q', String(q?.text ?? q).slice(0, 300).replace(/\s+/g,' ')); const r = (orig as any).apply(this, a); if (r?.catch) r.catch((e: any) => console.log('ERR', e.message)); return r } as any
await single.query('BEGIN')
try { console.log(await applyMigrations(new PrismaPg(single))) } catch (e) { console.log(e) }
await single.query('ROLLBACK')
process.exit(0)
