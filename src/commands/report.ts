import path from 'node:path'
import { Readable } from 'node:stream'
import type { Config } from '../config.ts'
import { openDatabase } from '../database/open.ts'
import { type Ask, askSchema } from '../report/ask.ts'
import { meetingPage } from '../report/meeting/page.ts'
import { readMeeting } from '../report/meeting/read.ts'
import { participantPage } from '../report/participant/page.ts'
import { readParticipant } from '../report/participant/read.ts'
import { similarSlugs } from '../report/similar-slugs.ts'
import { openDoors } from '../server/doors.ts'
import { loadFoundingRecord } from '../transfer/founding-record.ts'
import { STANDARD_OUTPUT, writeOutput } from '../transfer/output-file.ts'
import { interruption } from './interruption.ts'
import { readOptions } from './options.ts'
import { UsageError } from './usage-error.ts'

const USAGE = 'Write "report --participant SLUG [FILE]" or "report --meeting SLUG [FILE]".'

const OPTIONS = { participant: { type: 'string' }, meeting: { type: 'string' } } as const

/** What a page is about, and the file it goes to. */
interface Wanted {
  type: 'PARTICIPANT' | 'MEETING'
  slug: string
  file: string
}

/** Writes a page of HTML about a participant or a meeting, with plots, and says where. */
export async function report(config: Config, ...rest: string[]): Promise<void> {
  const { file, ...wanted } = readArguments(rest)
  const signal = interruption()
  const page = await onRecord(config, (ask) => pageOf(ask, wanted))
  await writeOutput(file, { pieces: Readable.from([page]), signal })
  if (file !== STANDARD_OUTPUT) console.log(`Wrote ${path.resolve(file)}.`)
  // As after migrating.
  process.exit(0)
}

function readArguments(args: string[]): Wanted {
  const { positionals, values } = readOptions(args, { options: OPTIONS, usage: USAGE })
  const { participant, meeting } = values
  const [file, ...more] = positionals
  if (participant !== undefined && meeting !== undefined) throw wrongUse('A page is about one of them.')
  if (more.length > 0) throw wrongUse('One file holds it all.')
  const type = participant === undefined ? 'MEETING' : 'PARTICIPANT'
  const slug = participant ?? meeting ?? ''
  if (slug === '') throw wrongUse('About whom or what?')
  return { type, slug, file: file ?? `${slug}.html` }
}

/** Asks the record, which is founded first where there is none, as when the service starts. */
async function onRecord<Answer>(config: Config, act: (ask: Ask) => Promise<Answer>): Promise<Answer> {
  await using open = new AsyncDisposableStack()
  const database = await openDatabase(config.database)
  open.defer(() => database.close())
  await database.migrate()
  if (config.seed) await loadFoundingRecord(database)
  const doors = openDoors(database)
  open.defer(() => doors.feed.close())
  // Whoever may open the database may read it. Awaited here: what is open is closed as soon as this returns.
  return await act(askSchema({ ...doors, viewer: null, isReadingRestricted: false, lastEvent: { id: null } }))
}

async function pageOf(ask: Ask, { type, slug }: Omit<Wanted, 'file'>): Promise<string> {
  if (type === 'PARTICIPANT') {
    const record = await readParticipant(ask, slug)
    if (record) return participantPage(record)
  } else {
    const record = await readMeeting(ask, slug)
    if (record) return meetingPage(record)
  }
  const similar = await similarSlugs(ask, type, slug)
  const hint = similar.length > 0 ? ` Among those that there are: ${similar.join(', ')}.` : ''
  throw new UsageError(`There is no ${type.toLowerCase()} ${JSON.stringify(slug)}.${hint}`)
}

function wrongUse(problem: string): UsageError {
  return new UsageError(`${problem} ${USAGE}`)
}
