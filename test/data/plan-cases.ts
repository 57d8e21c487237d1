import { decodeGlobalId } from '../../src/domain/global-id.ts'
import type { Condition } from '../../src/reading/condition.ts'
import type { Order } from '../../src/reading/order.ts'
import { agreements } from '../../src/schema/agreement/list.ts'
import { issues } from '../../src/schema/issue/list.ts'
import { meetings } from '../../src/schema/meeting/list.ts'
import type { OrderShape } from '../../src/schema/order.ts'
import { participants } from '../../src/schema/participant/list.ts'
import { sources } from '../../src/schema/source/list.ts'
import { statements } from '../../src/schema/statement/list.ts'
import { topics } from '../../src/schema/topic/list.ts'
import type { ValuesOf } from './plan-values.ts'

/** A list that a client can ask for. */
export interface PlanCase {
  name: string
  model: string
  where: Condition
  order: Order
}

interface Asked {
  where: Condition
  order?: Order | undefined
}

/** Filters by what they are called in the report. */
type Filters<Filter> = Readonly<Record<string, Filter>>

/** Every filter of every list by itself and with the further ones, in every order. */
export function planCases(values: ValuesOf): PlanCase[] {
  const star = values('Statement.speakerId')
  const guest = values('Attendance.participantId')
  const party = values('AgreementParty.participantId')
  const may1985 = { from: '1985-05-01', until: '1985-05-31' }
  return [
    ...combinations({
      list: statements,
      fields: ['DATE', 'ORDINAL', 'CREATED_AT', 'UPDATED_AT'],
      filters: statementFilters(values),
      further: {
        date: { date: may1985 },
        speaker: { speaker: [star.common] },
        'rare speaker': { speaker: [star.rare] },
      },
    }),
    ...combinations({
      list: meetings,
      fields: ['DATE', 'TITLE', 'CREATED_AT', 'UPDATED_AT'],
      filters: meetingFilters(values),
      further: { date: { date: may1985 }, guest: { participants: { any: [guest.common] } } },
    }),
    ...combinations({
      list: agreements,
      fields: ['EFFECTIVE', 'TITLE', 'CREATED_AT', 'UPDATED_AT'],
      filters: agreementFilters(values),
      further: { date: { effective: may1985 }, party: { parties: { any: [party.common] } } },
    }),
    ...combinations({
      list: participants,
      fields: ['NAME', 'CREATED_AT', 'UPDATED_AT'],
      filters: participantFilters(values),
      further: {},
    }),
    ...combinations({ list: issues, fields: [], filters: issueFilters(values), further: {} }),
    ...combinations({ list: sources, fields: [], filters: sourceFilters, further: {} }),
    ...combinations({
      list: topics,
      fields: [],
      filters: {
        none: {},
        search: { search: 'arms' },
        broader: { broader: values('Topic.broaderId').common },
      },
      further: {},
    }),
  ]
}

interface ListOf<Filter> {
  node: string
  order: Order
  read(args: { filter?: Filter | null; orderBy?: OrderShape[] | null }): Asked
}

function combinations<Filter extends object>(options: {
  list: ListOf<Filter>
  fields: readonly string[]
  filters: Filters<Filter>
  further: Filters<Filter>
}): PlanCase[] {
  const { list, fields, filters, further } = options
  const orders = [
    undefined,
    ...fields.flatMap((field) => (['ASC', 'DESC'] as const).map((direction) => [{ field, direction }])),
  ]
  return Object.entries(filters).flatMap(([name, filter]) =>
    Object.entries<Filter | object>({ '': {}, ...further })
      .filter(([, more]) => Object.keys(more).every((field) => !(field in filter)))
      .flatMap(([besides, more]) =>
        orders.map((orderBy) => {
          const { where, order = list.order } = list.read({
            filter: { ...filter, ...more },
            orderBy: orderBy ?? null,
          })
          const by = orderBy?.map(({ field, direction }) => ` by ${field} ${direction}`).join('') ?? ''
          return {
            name: `${list.node}: ${name}${besides && ` + ${besides}`}${by}`,
            model: list.node,
            where,
            order,
          }
        }),
      ),
  )
}

type FilterOf<List> = List extends { read(args: { filter?: infer Filter | null }): unknown }
  ? NonNullable<Filter>
  : never

function statementFilters(values: ValuesOf): Filters<FilterOf<typeof statements>> {
  const [speaker, side] = [values('Statement.speakerId'), values('Statement.onBehalfOfId')]
  const [meeting, addressee] = [values('Statement.meetingId'), values('StatementAddressee.participantId')]
  const [issue, topic, source] = [
    values('Position.issueId'),
    values('StatementTopic.topicId'),
    values('Citation.sourceId'),
  ]
  const [aboutMeeting, aboutPerson] = [
    values('StatementAbout.meetingId'),
    values('StatementAbout.participantId'),
  ]
  return {
    none: {},
    'search: common': { search: 'agreement' },
    'search: two words': { search: 'treaty uranium' },
    'search: rare': { search: 'zeppelin' },
    'search: nowhere': { search: 'xylophone' },
    'date: month': { date: { from: '1985-05-01', until: '1985-05-31' } },
    'date: certainly in month': { date: { from: '1985-05-01', until: '1985-05-31', match: 'CERTAINLY' } },
    'date: decade': { date: { from: '1990-01-01', until: '1999-12-31' } },
    'date: until 1946-02': { date: { until: '1946-02-01' } },
    'wording: common': { wording: ['DIRECT'] },
    'wording: rare': { wording: ['MIXED'] },
    'act: common': { act: ['ASSERT'] },
    'act: rare': { act: ['CONCEDE'] },
    'act: two': { act: ['DENY', 'CONCEDE'] },
    'evidence: common': { evidence: ['FIRST_HAND'] },
    'evidence: rare': { evidence: ['HEARSAY'] },
    'evidence: two': { evidence: ['HEARSAY', 'UNATTRIBUTED'] },
    'speaker: common': { speaker: [speaker.common] },
    'speaker: rare': { speaker: [speaker.rare] },
    'speaker: two': { speaker: [speaker.common, speaker.rare] },
    'onBehalfOf: common': { onBehalfOf: [side.common] },
    'onBehalfOf: rare': { onBehalfOf: [side.rare] },
    'addressees: common': { addressees: { any: [addressee.common] } },
    'addressees: rare': { addressees: { any: [addressee.rare] } },
    'addressees: none of': { addressees: { none: [addressee.common] } },
    'meeting: common': { meeting: [meeting.common] },
    'meeting: rare': { meeting: [meeting.rare] },
    'meeting: two': { meeting: [meeting.common, meeting.rare] },
    'about: common meeting': { about: [typed('Meeting', aboutMeeting.common)] },
    'about: rare meeting': { about: [typed('Meeting', aboutMeeting.rare)] },
    'about: common participant': { about: [typed('Participant', aboutPerson.common)] },
    'about: nobody': { about: ['Participant:nobody'] },
    'issue: common': { issue: [issue.common] },
    'issue: rare': { issue: [issue.rare] },
    'stance: common': { stance: ['AFFIRMS'] },
    'stance: rare': { stance: ['DECLINES'] },
    'issue and stance': { issue: [issue.common], stance: ['DENIES'] },
    'topics: common': { topics: { any: [topic.common] } },
    'topics: rare': { topics: { any: [topic.rare] } },
    'topics: all of two': { topics: { all: [topic.common, topic.rare] } },
    'topics: none of': { topics: { none: [topic.common] } },
    'language: common': { language: ['en'] },
    'language: rare': { language: ['cy'] },
    'source: common': { source: [source.common] },
    'source: rare': { source: [source.rare] },
    contested: { isContested: true },
    uncontested: { isContested: false },
    'not: act common': { not: { act: ['ASSERT'] } },
    'not: evidence common': { not: { evidence: ['FIRST_HAND'] } },
    'or: act, evidence': { or: [{ act: ['CONCEDE'] }, { evidence: ['HEARSAY'] }] },
    'or: act, stance': { or: [{ act: ['CONCEDE'] }, { stance: ['DECLINES'] }] },
    'or: act, stance, both common': { or: [{ act: ['ASSERT'] }, { stance: ['AFFIRMS'] }] },
    'or: stance, topics': { or: [{ stance: ['DECLINES'] }, { topics: { any: [topic.rare] } }] },
    'or: speaker, onBehalfOf': { or: [{ speaker: [speaker.rare] }, { onBehalfOf: [side.rare] }] },
  }
}

/** Global IDs tell their type themselves. */
function typed(type: string, name: string): string {
  return decodeGlobalId(name) ? name : `${type}:${name}`
}

function meetingFilters(values: ValuesOf): Filters<FilterOf<typeof meetings>> {
  const [guest, topic, parent] = [
    values('Attendance.participantId'),
    values('MeetingTopic.topicId'),
    values('Meeting.parentId'),
  ]
  const star = values('Statement.speakerId')
  return {
    none: {},
    'search: common': { search: 'palace' },
    'search: rare': { search: 'Harare' },
    'date: month': { date: { from: '1985-05-01', until: '1985-05-31' } },
    'date: certainly in month': { date: { from: '1985-05-01', until: '1985-05-31', match: 'CERTAINLY' } },
    'date: decade': { date: { from: '1990-01-01', until: '1999-12-31' } },
    'kind: common': { kind: ['BILATERAL'] },
    'kind: rare': { kind: ['OTHER'] },
    'kind: two': { kind: ['HEARING', 'OTHER'] },
    'status: common': { status: ['HELD'] },
    'status: rare': { status: ['POSTPONED'] },
    'format: common': { format: ['IN_PERSON'] },
    'format: rare': { format: ['HYBRID'] },
    'countryCode: common': { countryCode: ['AF'] },
    'countryCode: rare': { countryCode: ['ZW'] },
    'countryCode: none': { countryCode: ['SUHH'] },
    'place: common': { place: 'palace of' },
    'place: rare': { place: 'Harare' },
    'participants: common': { participants: { any: [guest.common] } },
    'participants: rare': { participants: { any: [guest.rare] } },
    'participants: all of two': { participants: { all: [guest.common, guest.rare] } },
    'participants: great speaker': { participants: { any: [star.common] } },
    'participants: great state': { participants: { any: [values('Statement.onBehalfOfId').common] } },
    'participants: none of': { participants: { none: [guest.common] } },
    'topics: common': { topics: { any: [topic.common] } },
    'topics: rare': { topics: { any: [topic.rare] } },
    'parent: common': { parent: parent.common },
    'parent: rare': { parent: parent.rare },
    'with agreements': { hasAgreements: true },
    'without agreements': { hasAgreements: false },
    contested: { isContested: true },
    uncontested: { isContested: false },
    'not: status common': { not: { status: ['HELD'] } },
    'or: kind, format': { or: [{ kind: ['OTHER'] }, { format: ['HYBRID'] }] },
  }
}

function agreementFilters(values: ValuesOf): Filters<FilterOf<typeof agreements>> {
  const [party, topic, meeting] = [
    values('AgreementParty.participantId'),
    values('AgreementTopic.topicId'),
    values('Agreement.meetingId'),
  ]
  return {
    none: {},
    'search: common': { search: 'treaty' },
    'search: rare': { search: 'fishery glacier' },
    'effective: month': { effective: { from: '1985-05-01', until: '1985-05-31' } },
    'effective: certainly in month': {
      effective: { from: '1985-05-01', until: '1985-05-31', match: 'CERTAINLY' },
    },
    'kind: common': { kind: ['TREATY'] },
    'kind: rare': { kind: ['OTHER'] },
    'form: common': { form: ['SIGNED'] },
    'form: rare': { form: ['ORAL'] },
    'parties: common': { parties: { any: [party.common] } },
    'parties: rare': { parties: { any: [party.rare] } },
    'parties: none of': { parties: { none: [party.common] } },
    'topics: common': { topics: { any: [topic.common] } },
    'topics: rare': { topics: { any: [topic.rare] } },
    'meeting: common': { meeting: [meeting.common] },
    'meeting: rare': { meeting: [meeting.rare] },
    'status: common': { status: { any: ['IN_FORCE'], on: '2017-07-07' } },
    'status: rare': { status: { any: ['SUSPENDED'], on: '2017-07-07' } },
  }
}

function participantFilters(values: ValuesOf): Filters<FilterOf<typeof participants>> {
  const guest = values('Attendance.participantId')
  return {
    none: {},
    'search: common': { search: 'minister' },
    'search: rare': { search: 'united nations' },
    'kind: common': { kind: ['PERSON'] },
    'kind: rare': { kind: ['STATE'] },
    'countryCode: common': { countryCode: ['AF'] },
    'countryCode: rare': { countryCode: ['ZW'] },
    'office: common': { office: 'minister' },
    'office: rare': { office: 'united nations' },
    'office: nobody': { office: 'astronaut' },
    'met: common': { met: { any: [guest.common] } },
    'met: rare': { met: { any: [guest.rare] } },
    anonymous: { isAnonymous: true },
    'not anonymous': { isAnonymous: false },
  }
}

function issueFilters(values: ValuesOf): Filters<FilterOf<typeof issues>> {
  const topic = values('IssueTopic.topicId')
  return {
    none: {},
    search: { search: 'sanctions' },
    contested: { isContested: true },
    uncontested: { isContested: false },
    'topics: common': { topics: { any: [topic.common] } },
    'topics: rare': { topics: { any: [topic.rare] } },
  }
}

const sourceFilters: Filters<FilterOf<typeof sources>> = {
  none: {},
  search: { search: 'state department' },
  'kind: common': { kind: ['NEWS_REPORT'] },
  'kind: rare': { kind: ['DATASET'] },
  publisher: { publisher: 'state department' },
  url: { url: 'https://sources.example/nothing' },
}
