// Questions about single entries, and about some of them: for every field of every type, with what it leads to.
import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
} from 'graphql'
import { schema } from '../../src/schema/index.ts'
import { fieldsOf, isFree, leavesOf } from '../schema/leaves.ts'

/** Where a row of each type is found from an entry. FIELD stands for what is asked of it, N for the number of the entry. */
const PLACES: Readonly<Record<string, string>> = {
  Meeting: 'meeting(id: "meeting-N") { FIELD }',
  Participant: 'participant(id: "participant-N") { FIELD }',
  Statement: 'statement(id: "statement-N") { FIELD }',
  Agreement: 'agreement(id: "agreement-N") { FIELD }',
  Issue: 'issue(id: "issue-N") { FIELD }',
  Topic: 'topic(id: "topic-N") { FIELD }',
  Source: 'source(id: "source-N") { FIELD }',
  Account: 'meeting(id: "meeting-N") { accounts { FIELD } }',
  Position: 'statement(id: "statement-N") { positions { FIELD } }',
  AgreementEvent: 'agreement(id: "agreement-N") { events { FIELD } }',
  MeetingParticipantsEdge: 'meeting(id: "meeting-N") { participants(first: 1) { edges { FIELD } } }',
  ParticipantAgreementsEdge: 'participant(id: "participant-N") { agreements(last: 1) { edges { FIELD } } }',
}

/** Lists, counts and whatever else looks at many entries at once, or at some by their names. */
const AMONG_MANY = [
  'statements(first: 2, filter: { speaker: ["participant-N"] }) { totalCount nodes { slug text } }',
  'statements(first: 1, filter: { isContested: true }) { totalCount nodes { slug } }',
  'statements(filter: { evidence: [REPORTED, UNATTRIBUTED] }) { nodes { slug } }',
  'statements(filter: { topics: { any: ["topic-N"] } }) { totalCount }',
  'statements(filter: { issue: ["issue-N"], stance: [AFFIRMS] }) { nodes { slug } }',
  'statements(filter: { about: ["Meeting:meeting-N"] }) { nodes { slug } }',
  'statements(filter: { not: { meeting: ["meeting-N"] } }) { totalCount facets { byAct { act count } bySpeaker(first: 2) { participant { name } count } } }',
  'meetings(filter: { participants: { any: ["participant-N"] } }) { nodes { slug title } }',
  'meetings(filter: { parent: "meeting-N" }) { totalCount nodes { slug } }',
  'meetings(filter: { isContested: true }) { nodes { slug } facets { byKind { kind count } byTopic { topic { name } count } } }',
  'meetings(filter: { hasAgreements: true, topics: { none: ["topic-N"] } }) { totalCount }',
  'participants(filter: { met: { any: ["participant-N"] } }) { nodes { slug name } }',
  'agreements(filter: { parties: { all: ["participant-N"] } }) { nodes { slug status } }',
  'agreements(filter: { status: { any: [IN_FORCE, ENDED, PROPOSED] } }) { nodes { slug } }',
  'issues(filter: { isContested: true }) { nodes { slug } }',
  'topics(filter: { broader: "topic-N" }) { nodes { slug } }',
  'sources(first: 2) { nodes { slug title } }',
  'timeline(first: 3, filter: { participants: { any: ["participant-N"] } }) { edges { node { __typename ... on Statement { text } ... on Meeting { title } } } }',
  'timeline(first: 2, filter: { topics: { any: ["topic-N"] }, types: [AGREEMENT_EVENT] }) { edges { node { __typename } date { edtf } } }',
  'search(text: "name") { totalCount edges { snippet { text } node { slug } } }',
  'byExternalId(scheme: "wikidata", value: "Q1") { slug }',
  'changes(last: 2) { nodes { action slug entry { slug version } } }',
  'meeting(id: "meeting-N") { issues(filter: { isContested: true }) { nodes { slug } } statements(first: 1, filter: { isContested: false }) { totalCount nodes { slug } } }',
  'meeting(id: "meeting-N") { statementsAbout(filter: { evidence: [FIRST_HAND] }) { totalCount facets { byAct { act count } byTopic { topic { name } count } } } }',
  'meeting(id: "meeting-N") { participants(first: 1, filter: { kind: [PERSON] }) { totalCount nodes { name } } }',
  'meeting(id: "meeting-N") { one: statements(first: 1) { nodes { slug } } two: statements(last: 1) { nodes { text speaker { name } } } }',
  'participant(id: "participant-N") { meetings(first: 1) { totalCount nodes { title } } }',
  'participant(id: "participant-N") { counterparts(first: 1) { totalCount edges { meetingCount cursor firstMet { edtf } } } }',
  'participant(id: "participant-N") { counterparts(filter: { kind: [PERSON] }) { totalCount edges { node { name } } } }',
  'participant(id: "participant-N") { agreements(filter: { status: { any: [IN_FORCE] } }) { nodes { slug } } }',
  'issue(id: "issue-N") { positions(first: 2, filter: { side: ["participant-0"] }) { totalCount nodes { stance } } }',
  'topic(id: "topic-N") { statements(first: 1) { totalCount nodes { slug text } } }',
]

/** What is asked of so many entries of each type, as `slug-0`, `slug-1` and so on. */
export function questionsOn(entries: number): string[] {
  const templates = [
    ...Object.entries(PLACES).flatMap(([name, place]) => fieldsAt(name, place)),
    ...AMONG_MANY,
  ]
  const numbers = Array.from({ length: entries }, (_, number) => number)
  return [
    ...new Set(
      templates.flatMap((template) =>
        numbers.map((number) => `{ ${template.replaceAll('-N"', `-${number}"`)} }`),
      ),
    ),
  ]
}

function fieldsAt(name: string, place: string): string[] {
  return Object.values(typeNamed(name).getFields())
    .filter(isFree)
    .map((field) => place.replace('FIELD', asked(field, 2)))
}

/** A field with all that is in it, to some depth. */
function asked({ name, type }: GraphQLField<unknown, unknown>, depth: number): string {
  const named = getNamedType(type)
  if (!isCompositeType(named)) return name
  if (!isObjectType(named) || !named.name.endsWith('Connection')) return `${name} { ${inside(named, depth)} }`
  const { edges, totalCount } = named.getFields()
  const edge = edges && getNamedType(edges.type)
  const node = isObjectType(edge) ? edge.getFields()['node'] : undefined
  if (!isObjectType(edge) || !node) throw new Error(`${named.name} has edges and nodes`)
  const count = totalCount ? 'totalCount' : ''
  return `${name}(first: 2) { ${count} pageInfo { hasNextPage } edges { ${leavesOf(edge)} node { ${inside(getNamedType(node.type), depth)} } } }`
}

function inside(type: GraphQLNamedType, depth: number): string {
  if (depth === 0 || !(isObjectType(type) || isInterfaceType(type))) return leavesOf(type)
  const composite = fieldsOf(type).filter(
    (field) => isCompositeType(getNamedType(field.type)) && isFree(field),
  )
  const nested =
    depth > 1 ? composite.filter(({ name }) => name !== 'history').map((field) => asked(field, 0)) : []
  return [leavesOf(type), ...nested].join(' ')
}

function typeNamed(name: string): GraphQLObjectType {
  const type = schema.getType(name)
  if (!isObjectType(type)) throw new Error(`there is no type ${name}`)
  return type
}
