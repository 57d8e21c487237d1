import type { Evidence, Stance, StatementAct, Wording } from '../../generated/prisma/enums.ts'
import type { Condition } from '../../reading/condition.ts'
import { builder } from '../builder.ts'
import { describedEnum } from '../enum.ts'
import {
  type Combinable,
  combined,
  isFound,
  isTrue,
  oneOf,
  refersToOne,
  searchOptions,
  topicConditions,
} from '../filter.ts'
import { DateFilter, type DateFilterShape, dateConditions } from '../fuzzy-date.ts'
import { IDMatch, type IdMatch, matching, referencesTo, typedReferencesTo } from '../ids.ts'

export const WordingEnum = describedEnum<Wording>('Wording', {
  description: 'How close the text of a statement is to the words spoken.',
  values: {
    DIRECT: 'The words themselves.',
    MIXED: 'A retelling that holds some of the words, in quotation marks.',
    INDIRECT: 'A retelling of what was said, in other words.',
    SUMMARY: 'What a longer speech or several of them come to.',
  },
})

export const StatementActEnum = describedEnum<StatementAct>('StatementAct', {
  description:
    "What a speaker does by saying something. The values follow the verbal events of PLOVER, the political event ontology; Searle's class of speech act stands in each value's description.",
  values: {
    ASSERT: "Says that something is so. Searle: assertive. PLOVER: none of its own; CAMEO's make statement.",
    DENY: 'Says that something is not so. Searle: assertive. PLOVER: REJECT, of a claim.',
    CONFIRM: 'Says that what another said is so. Searle: assertive. PLOVER: AGREE, with a claim.',
    CONCEDE: 'Says that something is so that speaks against them. Searle: assertive. PLOVER: CONCEDE.',
    ACCUSE: 'Says that another did wrong. Searle: assertive and expressive. PLOVER: ACCUSE.',
    AGREE: 'Takes up what another proposes. Searle: commissive. PLOVER: AGREE.',
    OPPOSE: 'Speaks against a policy or a deed. Searle: expressive. PLOVER: ACCUSE, of disapproval.',
    REJECT: 'Refuses a proposal or a demand. Searle: commissive. PLOVER: REJECT.',
    REQUEST: 'Wants another to do something. Searle: directive. PLOVER: REQUEST.',
    ASK: 'Wants to know something. Searle: directive. PLOVER: CONSULT.',
    PROPOSE: 'Puts forward what could be done. Searle: directive. PLOVER: REQUEST, of an offer to agree.',
    COMMIT: 'Binds themselves to do something. Searle: commissive. PLOVER: AGREE, to act.',
    SUPPORT: 'Speaks for somebody or something. Searle: expressive. PLOVER: SUPPORT.',
    THREATEN: 'Says what harm will follow. Searle: commissive. PLOVER: THREATEN.',
    ANNOUNCE: 'Makes something so, or known, by saying it. Searle: declaration. PLOVER: none of its own.',
    EXPRESS: 'Shows a feeling: thanks, regret, hope. Searle: expressive. PLOVER: none of its own.',
  },
})

export const EvidenceEnum = describedEnum<Evidence>('Evidence', {
  description: 'How the words of a statement are known.',
  values: {
    FIRST_HAND: 'From the speaker.',
    REPORTED: 'Through one other statement: a minister tells what the president said.',
    HEARSAY: 'Through more than one other statement.',
    UNATTRIBUTED: 'Somebody in the chain is anonymous, the speaker included.',
  },
})

export const StanceEnum = describedEnum<Stance>('Stance', {
  description: 'How a statement stands to the question of an issue.',
  values: {
    AFFIRMS: 'It answers yes.',
    DENIES: 'It answers no.',
    HEDGES: 'It answers both, or neither for sure.',
    DECLINES: 'It refuses to answer.',
  },
})

export interface StatementFilterShape extends Combinable<StatementFilterShape> {
  search?: string | null
  wording?: readonly Wording[] | null
  act?: readonly StatementAct[] | null
  evidence?: readonly Evidence[] | null
  speaker?: readonly string[] | null
  onBehalfOf?: readonly string[] | null
  addressees?: IdMatch | null
  meeting?: readonly string[] | null
  about?: readonly string[] | null
  issue?: readonly string[] | null
  stance?: readonly Stance[] | null
  topics?: IdMatch | null
  date?: DateFilterShape | null
  language?: readonly string[] | null
  source?: readonly string[] | null
  isContested?: boolean | null
}

export const StatementFilter = builder.inputRef<StatementFilterShape>('StatementFilter')
StatementFilter.implement({
  description:
    'Which statements; the fields are ANDed. Example: `{ speaker: ["vladimir-putin"], act: [DENY], isContested: true }`.',
  fields: (t) => ({
    and: t.field({
      type: [StatementFilter],
      description: 'All of these hold. Example: `[{ act: [DENY] }]`.',
    }),
    or: t.field({
      type: [StatementFilter],
      description: 'Any of these holds. Example: `[{ act: [DENY] }, { stance: [DENIES] }]`.',
    }),
    not: t.field({
      type: StatementFilter,
      description: 'This does not hold. Example: `{ evidence: [HEARSAY] }`.',
    }),
    search: t.string(searchOptions),
    wording: t.field({ type: [WordingEnum], description: 'In one of these wordings. Example: `[DIRECT]`.' }),
    act: t.field({
      type: [StatementActEnum],
      description: 'Doing one of these. Example: `[ACCUSE, THREATEN]`.',
    }),
    evidence: t.field({
      type: [EvidenceEnum],
      description: 'Known in one of these ways. Example: `[FIRST_HAND]`.',
    }),
    speaker: t.idList({ description: 'By one of these: global IDs or slugs. Example: `["rex-tillerson"]`.' }),
    onBehalfOf: t.idList({
      description: 'On behalf of one of these, said so: global IDs or slugs. Example: `["russia"]`.',
    }),
    addressees: t.field({
      type: IDMatch,
      description: 'Addressed to these. Example: `{ any: ["vladimir-putin"] }`.',
    }),
    meeting: t.idList({
      description:
        'Made at one of these meetings: global IDs or slugs. Example: `["trump-putin-hamburg-2017"]`.',
    }),
    about: t.idList({
      description:
        'About one of these meetings, agreements or participants: global IDs or `Type:slug`. Example: `["Meeting:trump-putin-hamburg-2017"]`.',
    }),
    issue: t.idList({
      description:
        'Taking a stance on one of these issues: global IDs or slugs. Example: `["us-election-interference-2016"]`.',
    }),
    stance: t.field({
      type: [StanceEnum],
      description:
        'Taking one of these stances, on one of those issues where they are given. Example: `[DENIES]`.',
    }),
    topics: t.field({
      type: IDMatch,
      description: 'On these topics or narrower ones. Example: `{ any: ["arms-control"] }`.',
    }),
    date: t.field({
      type: DateFilter,
      description: 'Made in a span of days. Example: `{ from: "2017-07-06", until: "2017-07-08" }`.',
    }),
    language: t.field({
      type: ['LanguageTag'],
      description: 'With a text in one of these languages. Example: `["en"]`.',
    }),
    source: t.idList({
      description:
        'Proved by one of these sources: global IDs or slugs. Example: `["hamburg-meeting-report-2017"]`.',
    }),
    isContested: t.boolean({ description: 'Whether anything contradicts it. Example: `true`.' }),
  }),
})

/** What the filter means to the door. */
export function statementCondition(filter: StatementFilterShape): Condition {
  return {
    all: [
      ...combined(filter, statementCondition),
      ...isFound(filter.search),
      ...oneOf('wording', filter.wording),
      ...oneOf('act', filter.act),
      ...oneOf('evidence', filter.evidence),
      ...refersToOne('speakerId', 'Participant', filter.speaker),
      ...refersToOne('onBehalfOfId', 'Participant', filter.onBehalfOf),
      ...matching(filter.addressees, (ids) => ({
        some: 'addressees',
        where: { column: 'participantId', refersTo: referencesTo('Participant', ids) },
      })),
      ...refersToOne('meetingId', 'Meeting', filter.meeting),
      ...isAbout(filter.about),
      ...takesStance(filter),
      ...topicConditions(filter.topics),
      ...dateConditions('date', filter.date),
      ...oneOf('language', filter.language),
      ...refersToOne('sourceId', 'Source', filter.source).map((where) => ({ some: 'citations', where })),
      ...isTrue('isContested', filter.isContested),
    ],
  }
}

function isAbout(ids: readonly string[] | null | undefined): Condition[] {
  if (!ids || ids.length === 0) return []
  const subjects = { meetingId: 'Meeting', agreementId: 'Agreement', participantId: 'Participant' } as const
  const about = Object.entries(subjects).flatMap(([column, type]): Condition[] => {
    const refersTo = typedReferencesTo(type, ids)
    const isNamed = refersTo.ids.length + refersTo.slugs.length > 0
    return isNamed ? [{ some: 'about', where: { column, refersTo } }] : []
  })
  return [{ any: about }]
}

/** One and the same position has the issue and the stance. */
function takesStance({ issue, stance }: StatementFilterShape): Condition[] {
  const where = [...refersToOne('issueId', 'Issue', issue), ...oneOf('stance', stance)]
  return where.length > 0 ? [{ some: 'positions', where: { all: where } }] : []
}
