import { z } from 'zod'
import { fuzzyDate, languageTag, optional, optionalText, ordinal, refuse, text } from './fields.ts'
import { enumValue, typeNames } from './names.ts'
import { always, citations, externalIds, ownSlug, topics } from './parts.ts'
import { distinctList, listDistinctBy, reference, typedReference } from './structure.ts'

/** The longest words of a statement, in characters: a speech of a day. */
const LONGEST_WORDS = 1_000_000

const position = z
  .strictObject({
    issue: reference('Issue').describe(
      'The question: a slug or a global ID. Example: `"us-election-interference-2016"`.',
    ),
    stance: enumValue('Stance').describe('How the statement stands to it. Example: `DENIES`.'),
  })
  .register(typeNames, { name: 'PositionInput' })
  .describe(
    'The stance of a statement on an issue. Example: `{ issue: "us-election-interference-2016", stance: DENIES }`.',
  )

const link = z
  .strictObject({
    kind: enumValue('StatementLinkKind').describe('How it bears on the other. Example: `CONTRADICTS`.'),
    to: reference('Statement').describe(
      'The other statement: a slug or a global ID. Example: `"tillerson-trump-pressed-putin"`.',
    ),
    note: optionalText().describe(
      'What the link rests on. Example: `"Both speak of the same conversation."`',
    ),
  })
  .register(typeNames, { name: 'StatementLinkInput' })
  .describe(
    'How a statement bears on another. Example: `{ kind: CONTRADICTS, to: "tillerson-trump-pressed-putin" }`.',
  )

export const statementInput = z
  .strictObject({
    slug: ownSlug,
    text: text(LONGEST_WORDS).describe(
      'The words, up to 1,000,000 characters; in a MIXED wording what was spoken stands in quotation marks. Example: `"The president pressed President Putin on more than one occasion regarding Russian involvement."`',
    ),
    language: optional(languageTag).describe('The language of the text. Example: `"en"`.'),
    original: optionalText(LONGEST_WORDS).describe(
      'The words in the language in which they were spoken, where the text is a translation. Example: `"Доверяй, но проверяй."`',
    ),
    originalLanguage: optional(languageTag).describe(
      'The language in which the words were spoken, where the text is a translation. Example: `"ru"`.',
    ),
    wording: enumValue('Wording').describe('How close the text is to the words spoken. Example: `DIRECT`.'),
    act: enumValue('StatementAct').describe('What the speaker does by saying it. Example: `ASSERT`.'),
    speaker: reference('Participant').describe(
      'Who said it: a slug or a global ID. Example: `"rex-tillerson"`.',
    ),
    onBehalfOf: optional(reference('Participant')).describe(
      'On whose behalf it was said: a slug or a global ID. Example: `"united-states"`.',
    ),
    addressees: distinctList(reference('Participant')).describe(
      'To whom it was said, each once: slugs or global IDs. Example: `["reporters-at-tillerson-briefing"]`.',
    ),
    date: optional(fuzzyDate).describe('When it was said. Example: `"2017-07-07"`.'),
    meeting: optional(reference('Meeting')).describe(
      'The meeting at which it was said: a slug or a global ID. Example: `"tillerson-briefing-2017"`.',
    ),
    ordinal: optional(ordinal).describe(
      'Its place among the statements of its meeting, from 1. Example: `1`.',
    ),
    about: distinctList(typedReference(['Meeting', 'Agreement', 'Participant'])).describe(
      'The meetings, agreements and participants that it is about, each once: `Type:slug` or global IDs. Example: `["Meeting:trump-putin-hamburg-2017"]`.',
    ),
    reportedIn: optional(reference('Statement')).describe(
      'The statement through which it is known: a slug or a global ID. Example: `"tillerson-trump-pressed-putin"`.',
    ),
    positions: listDistinctBy(position, ['issue']).describe(
      'The stances that it takes, one on each issue. Example: `[{ issue: "trump-pressed-putin-2017", stance: AFFIRMS }]`.',
    ),
    links: listDistinctBy(link, ['kind', 'to']).describe(
      'How it bears on other statements. Example: `[{ kind: CONTRADICTS, to: "tillerson-trump-pressed-putin" }]`.',
    ),
    topics,
    externalIds,
    citations,
  })
  .superRefine(({ reportedIn, citations }, context) => {
    if (reportedIn !== null || citations.length !== 0) return
    refuse(context, 'UNPROVED', 'a statement that is not reported in another needs at least one citation', [
      'citations',
    ])
  }, always)
  .describe(
    'A new statement; one that is not reported in another needs at least one citation. Example: `{ text: "The president pressed President Putin on more than one occasion regarding Russian involvement.", wording: DIRECT, act: ASSERT, speaker: "rex-tillerson", citations: [{ source: "hamburg-meeting-report-2017" }] }`.',
  )

export type StatementInput = z.output<typeof statementInput>
