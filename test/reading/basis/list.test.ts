import { describe, expect, test } from 'vitest'
import { restOnList } from '../../../src/reading/basis/condition-basis.ts'
import { traitsOf } from '../../../src/reading/basis/traits.ts'
import { type Condition, everything } from '../../../src/reading/condition.ts'

const ID = '0192f1c0-2776-7952-8c2d-8f46384df216'

function tagsOf(model: string, where: Condition): string[] {
  const tags = new Set<string>()
  restOnList({ model, where }, (tag) => tags.add(tag))
  return [...tags]
}

const speaks = (...slugs: string[]): Condition => ({
  column: 'speakerId',
  refersTo: { model: 'Participant', ids: [], slugs },
})
const isKind: Condition = { column: 'kind', in: ['SUMMIT', 'CALL'] }
const within = (from: string, until: string): Condition => ({
  span: 'date',
  within: { from, until },
  match: 'POSSIBLY',
})
const attends: Condition = {
  some: 'attendances',
  where: { column: 'participantId', refersTo: { model: 'Participant', ids: [ID], slugs: [] } },
}

describe('a list rests on', () => {
  test.each<[what: string, model: string, where: Condition, tags: string[]]>([
    ['all of its type, where nothing is asked', 'Meeting', everything, ['Meeting']],
    ['all of its owner, where its rows are parts', 'AgreementEvent', everything, ['Agreement']],
    ['the log, where nobody writes its rows', 'Change', everything, ['log']],
    ['those that are named', 'Meeting', { column: 'slug', in: ['a', 'b'] }, ['Meeting:a', 'Meeting:b']],
    ['those that have the values', 'Meeting', isKind, ['Meeting#kind=SUMMIT', 'Meeting#kind=CALL']],
    [
      'those that have a date in the years',
      'Meeting',
      { all: [isKind, within('1985-11-01', '1986-02-01')] },
      ['Meeting#date=any', 'Meeting#date=1985', 'Meeting#date=1986'],
    ],
    ['all of its type, where the years are many', 'Meeting', within('1900-01-01', '1985-01-01'), ['Meeting']],
    [
      'those that refer to somebody, and whom the name leads to',
      'Statement',
      { all: [{ column: 'act', in: ['DENY'] }, speaks('ann')] },
      ['Statement@Participant:ann', 'Participant:ann'],
    ],
    ['those that refer to somebody by what belongs to them', 'Meeting', attends, [`Meeting@${ID}`, ID]],
    [
      'those that any of the alternatives leaves',
      'Statement',
      { any: [speaks('ann'), speaks('ben')] },
      ['Statement@Participant:ann', 'Statement@Participant:ben', 'Participant:ann', 'Participant:ben'],
    ],
    [
      'all of its type, where an alternative leaves any',
      'Statement',
      { any: [speaks('ann'), everything] },
      ['Statement', 'Participant:ann'],
    ],
    ['all of its type, where something is not to be', 'Meeting', { not: isKind }, ['Meeting']],
    ['nothing, where nothing meets it', 'Meeting', { any: [] }, []],
    [
      'all topics, where a topic stands for narrower ones',
      'Topic',
      { column: 'broaderId', refersTo: { model: 'Topic', ids: [], slugs: ['war'] }, narrower: true },
      ['Topic', 'Topic:war'],
    ],
    [
      'all entries of a type that is looked at',
      'Meeting',
      { some: 'agreements', where: { some: 'parties', where: everything } },
      ['Meeting', 'Agreement'],
    ],
    [
      'all statements, where it is asked what is contested',
      'Issue',
      { column: 'isContested', in: [true] },
      ['Issue', 'Statement'],
    ],
    [
      'all that evidence follows from',
      'Statement',
      { column: 'evidence', in: ['HEARSAY'] },
      ['Statement', 'Participant'],
    ],
  ])('%s', (_, model, where, tags) => {
    expect(tagsOf(model, where)).toEqual(tags)
  })
})

test('an entry has a trait for each of its values, and for each year that its date can mean', () => {
  const line = {
    kind: 'SUMMIT',
    status: 'HELD',
    place: { name: 'Geneva', countryCode: 'CH' },
    date: '1985-11/1987',
  }
  expect(traitsOf('Meeting', line)).toEqual([
    'Meeting#kind=SUMMIT',
    'Meeting#status=HELD',
    'Meeting#placeCountryCode=CH',
    'Meeting#date=1985',
    'Meeting#date=1986',
    'Meeting#date=1987',
  ])
})

test('a date without an end can mean any year, and one that is not there none', () => {
  expect(traitsOf('Statement', { act: 'DENY', date: '1985/..' })).toEqual([
    'Statement#act=DENY',
    'Statement#date=any',
  ])
  expect(traitsOf('Statement', { act: 'DENY' })).toEqual(['Statement#act=DENY'])
})
