import { z } from 'zod'
import { Stance, StatementAct, StatementLinkKind, Wording } from '../../generated/prisma/enums.ts'
import { fuzzyDate, languageTag, optional, optionalText, ordinal, refuse, slug, text } from './fields.ts'
import { always, citations, externalIds } from './parts.ts'
import { distinctList, listDistinctBy, reference, typedReference } from './structure.ts'

/** The longest words of a statement, in characters: a speech of a day. */
const LONGEST_WORDS = 1_000_000

const position = z.strictObject({ issue: reference('Issue'), stance: z.enum(Stance) })

const link = z.strictObject({
  kind: z.enum(StatementLinkKind),
  to: reference('Statement'),
  note: optionalText(),
})

export const statementInput = z
  .strictObject({
    slug: optional(slug),
    text: text(LONGEST_WORDS),
    language: optional(languageTag),
    original: optionalText(LONGEST_WORDS),
    originalLanguage: optional(languageTag),
    wording: z.enum(Wording),
    act: z.enum(StatementAct),
    speaker: reference('Participant'),
    onBehalfOf: optional(reference('Participant')),
    addressees: distinctList(reference('Participant')),
    date: optional(fuzzyDate),
    meeting: optional(reference('Meeting')),
    ordinal: optional(ordinal),
    about: distinctList(typedReference(['Meeting', 'Agreement', 'Participant'])),
    reportedIn: optional(reference('Statement')),
    positions: listDistinctBy(position, ['issue']),
    links: listDistinctBy(link, ['kind', 'to']),
    topics: distinctList(reference('Topic')),
    externalIds,
    citations,
  })
  .superRefine(({ reportedIn, citations }, context) => {
    if (reportedIn !== null || citations.length !== 0) return
    refuse(context, 'UNPROVED', 'a statement that is not reported in another needs at least one citation', [
      'citations',
    ])
  }, always)

export type StatementInput = z.output<typeof statementInput>
