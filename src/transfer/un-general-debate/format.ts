import path from 'node:path'
import { type State, withArticle } from '../../domain/states.ts'
import { problemAt, quoted } from '../../writing/input/problem.ts'
import { eachOnce } from '../each-once.ts'
import type { Format, InputFile } from '../format.ts'
import type { EntryLine, LineNotice, LineProblem } from '../line.ts'
import { type Debate, debateInput, debateSlug, UNITED_NATIONS, yearsInOrder } from './debate.ts'
import { memberState } from './member-state.ts'
import { delegationInput, personLine, stateInput } from './participants.ts'
import { readSheet, type SpeakerRow } from './sheet.ts'
import { citationOf, SOURCE } from './source.ts'
import { type Speaker, speakersOf } from './speakers.ts'
import { readSpeeches, type Speech } from './speeches.ts'

type Read = EntryLine | LineProblem | LineNotice

/**
 * The speeches of the general debates of the United Nations since 1946, and the sheet that names the speakers. In which
 * capacity somebody spoke belongs to the session: since when they held the office, or until when, nothing here says.
 */
export const unGeneralDebate: Format = {
  name: 'un-general-debate',
  description:
    'speeches of the UN General Debate: the archive of texts (.tar, .tar.gz, .tgz) and the sheet of speakers, saved as .csv',
  origin: 'https://doi.org/10.7910/DVN/0TJX8Y',
  isWhole: false,
  async *read(files) {
    const rows: SpeakerRow[] = []
    for (const file of files.filter(isSheet)) {
      for (const read of await readSheet(file)) {
        if ('state' in read) rows.push(read)
        else yield read
      }
    }
    for (const { name } of files.filter((file) => !isSheet(file) && !isArchive(file))) {
      yield { file: name, line: 1, notice: 'is neither an archive nor a sheet in CSV: it is left out' }
    }
    const archives = files.filter(isArchive)
    if (archives.length > 0) return yield* readDebates(archives, rows)
    for (const { name } of files.filter(isSheet)) {
      yield { file: name, line: 1, notice: 'comes without an archive of speeches: it is left out' }
    }
  },
}

function isSheet({ name }: InputFile): boolean {
  return /\.csv(?:\.gz)?$/i.test(name)
}

/** Also what has no name that would tell. */
function isArchive({ name }: InputFile): boolean {
  return /\.(?:tar|tar\.gz|tgz)$/i.test(name) || path.extname(name) === ''
}

/** What the sheet says, and what only all of the speeches tell. */
interface Progress {
  /** The rows for each state and year. */
  rows: ReadonlyMap<string, readonly SpeakerRow[]>
  speakers: ReadonlyMap<SpeakerRow, Speaker>
  yearsInOrder: ReadonlySet<number>
  /** The states and years of which there was a speech. */
  heard: Set<string>
  debates: Map<number, Debate>
  /** The slugs of the speeches. */
  slugs: Set<string>
  /** Gives on what several speeches rest on. */
  once: ReturnType<typeof eachOnce>
}

async function* readDebates(
  archives: readonly InputFile[],
  rows: readonly SpeakerRow[],
): AsyncGenerator<Read> {
  const progress: Progress = {
    rows: Map.groupBy(rows, ({ state, year }) => seat(state, year)),
    speakers: speakersOf(rows),
    yearsInOrder: yearsInOrder(rows),
    heard: new Set(),
    debates: new Map(),
    slugs: new Set(),
    once: eachOnce(),
  }
  const [{ name: file } = { name: '' }] = archives
  if (rows.length === 0) yield { file, line: 1, notice: 'there is no sheet of speakers: nobody is named' }
  for (const archive of archives) {
    const at = { file: archive.name, line: 1 }
    yield* progress.once([
      { ...at, type: 'Source', input: SOURCE },
      { ...at, type: 'Participant', input: UNITED_NATIONS },
    ])
    for await (const speech of readSpeeches(archive)) {
      if ('text' in speech) yield* readSpeech(speech, progress)
      else yield speech
    }
  }
  for (const debate of progress.debates.values()) {
    yield { file: debate.file, line: 1, type: 'Meeting', input: debateInput(debate) }
  }
  for (const { file, line, state, year, name } of rows) {
    if (progress.heard.has(seat(state, year))) continue
    yield {
      file,
      line,
      notice: `no speech of ${withArticle(state.name)} in ${year}: ${name?.name ?? 'nobody'} is left out`,
    }
  }
}

function seat(state: State, year: number): string {
  return `${state.slug} ${year}`
}

function* readSpeech(speech: Speech, progress: Progress): Generator<Read> {
  const { file, line, name, code, session, year, text } = speech
  const state = memberState(code, year)
  if (!state) {
    yield { file, line, ...problemAt(['onBehalfOf'], 'INVALID', `${quoted(code)} is the code of no state`) }
    return
  }
  const slug = `${debateSlug(session)}-${code.toLowerCase()}`
  if (progress.slugs.has(slug)) {
    yield { file, line, ...problemAt(['slug'], 'DUPLICATE', `${slug} was read before, from another file`) }
    return
  }
  progress.slugs.add(slug)
  progress.heard.add(seat(state, year))
  yield* progress.once([{ file, line, type: 'Participant', input: stateInput(state) }])
  const { row, notice } = rowOf(progress, { state, year })
  if (notice !== null) yield { file, line, notice }
  const speaker = row ? progress.speakers.get(row) : undefined
  const spoke = speaker
    ? personLine(speaker)
    : { file, line, type: 'Participant' as const, input: delegationInput(state) }
  yield* progress.once([spoke])
  const debate = debateOf(progress, speech)
  debate.states.add(state)
  if (!debate.speakers.has(spoke.input.slug)) {
    debate.speakers.set(spoke.input.slug, { capacity: row?.post ?? row?.name?.capacity ?? null, state })
  }
  yield {
    file,
    line,
    type: 'Statement',
    input: {
      slug,
      text,
      language: 'en',
      wording: 'DIRECT',
      act: 'ASSERT',
      speaker: spoke.input.slug,
      onBehalfOf: state.slug,
      date: String(year),
      meeting: debateSlug(session),
      ordinal: row && progress.yearsInOrder.has(year) ? row.place : null,
      citations: [citationOf(name)],
    },
  }
}

/** The row that says who spoke; null, and why, where none does, or several do. */
function rowOf(
  { rows, speakers }: Progress,
  { state, year }: { state: State; year: number },
): { row: SpeakerRow | null; notice: string | null } {
  const named = (rows.get(seat(state, year)) ?? []).filter((row) => speakers.has(row))
  const [row] = named
  if (!row && rows.size === 0) return { row: null, notice: null }
  if (!row)
    return { row: null, notice: `the sheet names no speaker of ${withArticle(state.name)} in ${year}` }
  if (named.every((other) => speakers.get(other) === speakers.get(row))) return { row, notice: null }
  const names = named.map(({ name }) => name?.name).join(', ')
  return {
    row: null,
    notice: `the sheet names several speakers of ${withArticle(state.name)} in ${year}: ${names}`,
  }
}

function debateOf({ debates }: Progress, { session, year, file }: Speech): Debate {
  const known = debates.get(session)
  if (known) return known
  const debate: Debate = { session, year, file, states: new Set(), speakers: new Map() }
  debates.set(session, debate)
  return debate
}
