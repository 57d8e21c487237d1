// `npm run bench`: the service beside PostGraphile 5 and beside hand-written SQL, on one database: first that all three
// give the same data, then what each takes for it. It prints figures and holds nobody to them. DATABASE_URL names the
// server, which runs on this machine, since its processor time is looked up here; the database is made at first, and
// kept. With `--growth` it measures the service alone, on the data of both sizes.
import { writeFileSync } from 'node:fs'
import { availableParallelism, cpus, loadavg, release } from 'node:os'
import { parseArgs } from 'node:util'
import { isSize, type Size } from '../data/sizes.ts'
import { installPeers } from './contenders.ts'
import { openCountingProxy } from './counting-proxy.ts'
import { dataSet } from './data-set.ts'
import { type Field, openField } from './field.ts'
import { median, milliseconds, percentile } from './figures.ts'
import { type Entrant, type Figures, measure } from './measure.ts'
import { PROVED } from './proof.ts'
import { questions } from './questions/all.ts'
import type { Question } from './questions/question.ts'
import { CACHED_WHILE_WRITTEN, heading, line, ratiosOf } from './report.ts'
import { timesToBeSeen, writingElsewhere } from './writing-elsewhere.ts'

const { values } = parseArgs({
  options: {
    size: { type: 'string', default: 'L' },
    growth: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '4' },
    connections: { type: 'string', default: '16' },
    queries: { type: 'string', default: questions.map(({ name }) => name).join() },
    prefix: { type: 'string', default: 'summitry_bench' },
    json: { type: 'string' },
  },
})
const { size, prefix, growth } = values
const WRITES_PER_SECOND = 10
/** How many writes another instance is timed by. */
const SEEN_WRITES = 50
const serverUrl = process.env['DATABASE_URL']
if (serverUrl === undefined || !isSize(size)) {
  console.error('DATABASE_URL names the PostgreSQL server to measure on; --size is S or L.')
  process.exit(1)
}
const options = {
  rounds: Number(values.rounds),
  duration: Number(values.seconds) * 1_000,
  connections: Number(values.connections),
}
// As all of them run where they serve.
process.env['NODE_ENV'] = 'production'
process.env['GRAPHILE_ENV'] = 'production'
installPeers()

await using fields = new AsyncDisposableStack()
const names = ['summitry', 'cached', 'postgraphile', 'limit'] as const
async function open(size: Size): Promise<Field> {
  const field = await openField(await dataSet(serverUrl ?? '', { prefix, size }), names)
  fields.defer(field.close)
  return field
}

async function entrantsOfBothSizes(): Promise<Entrant[]> {
  const sizes = ['S', 'L'] as const
  const opened: Entrant[] = []
  for (const label of sizes) {
    const field = await open(label)
    for (const contender of field.contenders) {
      if (contender.name === 'summitry') opened.push({ label, field, contender })
    }
  }
  return opened
}

async function contendersAsEntrants(): Promise<Entrant[]> {
  const field = await open(isSize(size) ? size : 'L')
  return field.contenders.flatMap((contender): Entrant[] => {
    const entrant = { label: contender.name, field, contender }
    if (contender.name !== 'cached') return [entrant]
    // What is asked for most, as it is in a cache.
    const cached = { ...entrant, isFor: ({ name }: Question) => ['Q1', 'Q2'].includes(name) }
    const meanwhile = () => writingElsewhere(field.databaseUrl, WRITES_PER_SECOND)
    return [cached, { ...cached, label: CACHED_WHILE_WRITTEN, meanwhile }]
  })
}

const entrants = growth ? await entrantsOfBothSizes() : await contendersAsEntrants()
const machine = `${cpus()[0]?.model ?? ''}, ${availableParallelism()} cores, Linux ${release()}, Node ${process.version}`
console.log(
  `${machine}; load ${loadavg()
    .map((load) => load.toFixed(1))
    .join(' ')}. The cores are shared by the one who is asked, PostgreSQL and the one who asks.`,
)
console.log(
  `${growth ? 'Sizes S and L' : `Size ${size}`}, ${options.connections} connections, medians of ${options.rounds} rounds of ${values.seconds} s.`,
)

const chosen = questions.filter(({ name }) => values.queries.split(',').includes(name))
const results: { question: string; figures: Record<string, Figures>; ratios: Record<string, number> }[] = []
for (const question of chosen) {
  console.log(`\n${question.name}: ${question.description}`)
  for (const field of new Set(entrants.map(({ field }) => field))) await field.prove(question)
  console.log(`  the same data from all, for ${PROVED} inputs\n${heading()}`)
  const figures = await measure(question, entrants, options)
  for (const [label, measured] of figures) console.log(line(label, measured))
  const ratios = ratiosOf(figures)
  for (const [what, ratio] of Object.entries(ratios)) console.log(`  ${what}: ${ratio.toFixed(2)}`)
  results.push({ question: question.name, figures: Object.fromEntries(figures), ratios })
}
let seen: { p50: number; p99: number } | undefined
const [first] = entrants
if (!growth && first) {
  const times = await timesToBeSeen(first.field.databaseUrl, SEEN_WRITES)
  seen = { p50: median(times), p99: percentile(times, 99) }
  console.log(
    `\nAnother instance, with the answer in memory, sees a write ${milliseconds(seen.p50)} after its commit (p99 ${milliseconds(seen.p99)})`,
  )
}
await fields.disposeAsync()

const statements: Record<string, Record<string, number>> = {}
if (!growth) {
  console.log('\nSQL statements of a request')
  // In processes of their own, which speak to the server through somebody who counts.
  const proxy = await openCountingProxy(serverUrl)
  const field = await openField(proxy.through(await dataSet(serverUrl, { prefix, size })), names)
  for (const question of chosen) {
    const made = await field.statements(question, proxy.count)
    console.log(`  ${question.name}: ${[...made].map(([name, count]) => `${name} ${count}`).join(', ')}`)
    statements[question.name] = Object.fromEntries(made)
  }
  await field.close()
  await proxy.close()
}
if (values.json !== undefined) {
  const measured = { machine, size: growth ? 'S and L' : size, ...options, results, seen, statements }
  writeFileSync(values.json, `${JSON.stringify(measured, null, 2)}\n`)
}
// The schema's modules leave timers behind.
process.exit(0)
