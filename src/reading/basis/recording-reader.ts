import { ENTRY_TYPE_NAMES } from '../../domain/entry-type.ts'
import { SLUGGED_TYPES } from '../../domain/global-id.ts'
import { everything } from '../condition.ts'
import type { FacetOptions } from '../facets.ts'
import type { Delegates, UniqueQuery } from '../loader.ts'
import { modelOf, relationOf } from '../model.ts'
import type { Reader } from '../reader.ts'
import type { Search } from '../search.ts'
import { restOnCondition, restOnList } from './condition-basis.ts'
import { listBasis } from './list-basis.ts'
import { ownersOf } from './owners.ts'
import { rowBasis } from './row-basis.ts'
import { type Rest, referring, renamed } from './tags.ts'

/** The same door, which tells of all that is read through it what it rests on (tags.ts). */
export function recordingReader(reader: Reader, rest: Rest): Reader {
  const restOnSearch = ({ types }: Search) => {
    const searched = types.length === 0 ? SLUGGED_TYPES : types.map((type) => ENTRY_TYPE_NAMES[type])
    for (const type of searched) rest(type)
  }

  const list: Reader['list'] = async (model, query) => {
    const rows = await reader.list(model, query)
    restOnList({ model, where: query.where ?? everything }, rest)
    const basis = rowBasis(model, query)
    for (const row of rows) basis(row, rest)
    return rows
  }

  return {
    list,
    async find(model, query) {
      const [row] = await list(model, query)
      return row ?? null
    },
    async load(model, query, id) {
      const row = await reader.load(model, query, id)
      rest(id)
      if (row) rowBasis(model, query)(row, rest)
      return row
    },
    count(model, { where = everything }) {
      restOnList({ model, where }, rest)
      return reader.count(model, { where })
    },
    searchHits(options) {
      restOnSearch(options.search)
      return reader.searchHits(options)
    },
    countHits(search) {
      restOnSearch(search)
      return reader.countHits(search)
    },
    searchSnippets(options) {
      for (const { entryId } of options.hits) rest(entryId)
      return reader.searchSnippets(options)
    },
    timelineItems(options) {
      for (const [model, where] of Object.entries(options.where)) restOnList({ model, where }, rest)
      return reader.timelineItems(options)
    },
    async counterparts(options, participantId) {
      const found = await reader.counterparts(options, participantId)
      restOnEncounters(options, participantId, rest)
      for (const { id } of found ?? []) rest(id)
      const isPart = (found?.length ?? 0) >= options.take || options.after || options.before
      // Whoever is not on the page may come onto it by another name.
      if (isPart) rest(renamed('Participant'))
      return found
    },
    countCounterparts(options, participantId) {
      restOnEncounters(options, participantId, rest)
      return reader.countCounterparts(options, participantId)
    },
    facet(options, parent) {
      restOnFacet(options, parent, rest)
      return reader.facet(options, parent)
    },
    get delegates() {
      return recordingDelegates(reader.delegates, rest)
    },
  }
}

/** Who met whom follows from the meetings that name both. */
function restOnEncounters(
  { meeting, participant }: Parameters<Reader['countCounterparts']>[0],
  participantId: string,
  rest: Rest,
) {
  rest(participantId)
  rest(referring('Meeting', participantId))
  restOnCondition({ model: 'Meeting', where: meeting, covers: ['Meeting'] }, rest)
  restOnCondition({ model: 'Participant', where: participant, covers: ['Participant'] }, rest)
  if (!('all' in participant) || participant.all.length > 0) rest('Participant')
}

function restOnFacet({ list }: FacetOptions, parent: string, rest: Rest) {
  const { node, where, of } = list
  if (!of) {
    restOnList({ model: node, where }, rest)
    return
  }
  const model = modelOf(of.model)
  const { column, tagsOf, always, covers } = listBasis(model, of.relation)
  const key: string[] = JSON.parse(parent)
  const value = key[of.key.indexOf(column)]
  for (const tag of [...always, ...(value === undefined ? covers : tagsOf(value))]) rest(tag)
  if (value !== undefined && of.model !== 'Account') rest(value)
  // The account itself is one of a meeting.
  if (of.model === 'Account') rowBasis('Account', {})({ meetingId: key[of.key.indexOf('meetingId')] }, rest)
  restOnCondition({ model: relationOf(model, of.relation).target, where, covers }, rest)
  for (const type of ownersOf(node)) if (!covers.includes(type)) rest(type)
}

function recordingDelegates(delegates: Delegates, rest: Rest): Delegates {
  return new Proxy(delegates, {
    get(target, name) {
      const delegate: unknown = Reflect.get(target, name)
      if (typeof name !== 'string' || !isDelegate(delegate)) return delegate
      const basis = (query: UniqueQuery) =>
        rowBasis(name.charAt(0).toUpperCase() + name.slice(1), selectionIn(query))
      return {
        async findUnique(query: UniqueQuery) {
          const row = await delegate.findUnique(query)
          if (typeof row === 'object' && row !== null) basis(query)(row, rest)
          return row
        },
        async findUniqueOrThrow(query: UniqueQuery) {
          const row = await delegate.findUniqueOrThrow(query)
          if (typeof row === 'object' && row !== null) basis(query)(row, rest)
          return row
        },
      }
    },
  })
}

function selectionIn({ where: _, ...query }: UniqueQuery) {
  return query
}

type Delegate = Exclude<Delegates[string], () => Promise<void>>

function isDelegate(value: unknown): value is Delegate {
  return typeof value === 'object' && value !== null && 'findUnique' in value
}
