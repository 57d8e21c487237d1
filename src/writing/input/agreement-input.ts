import { z } from 'zod'
import { fuzzyDate, optional, optionalText, refuse, text, withDefault } from './fields.ts'
import { enumValue, typeNames } from './names.ts'
import { always, citations, externalIds, ownSlug, place, topics } from './parts.ts'
import { distinctList, list, listDistinctBy, reference } from './structure.ts'

const party = z
  .strictObject({
    participant: reference('Participant').describe(
      'Who takes part: a slug or a global ID. Example: `"jordan"`.',
    ),
    role: enumValue('AgreementPartyRole').describe('As what they take part. Example: `PARTY`.'),
    since: optional(fuzzyDate).describe(
      'Since when they take part; left out: from the start. Example: `"2017-07-08"`.',
    ),
    until: optional(fuzzyDate).describe(
      'Until when they took part; left out: they still do. Example: `"2018-06"`.',
    ),
  })
  .superRefine(({ since, until }, context) => {
    if (!since || !until || !(until.latest < since.earliest)) return
    refuse(context, 'INVALID', `${until.edtf} ends before since, ${since.edtf}, begins`, ['until'])
  }, always)
  .register(typeNames, { name: 'PartyInput' })
  .describe(
    'Who takes part in an agreement, as what, and for how long. Example: `{ participant: "jordan", role: PARTY, since: "2017-07-08" }`.',
  )

const provision = z
  .strictObject({
    text: text().describe('What is agreed, in a sentence. Example: `"The fighting stops."`'),
    obliges: distinctList(reference('Participant')).describe(
      'Whom it obliges, each once: slugs or global IDs; nobody in particular where it is empty. Example: `["russia", "united-states"]`.',
    ),
  })
  .register(typeNames, { name: 'ProvisionInput' })
  .describe(
    'One thing that an agreement says. Example: `{ text: "The fighting stops.", obliges: ["russia", "united-states"] }`.',
  )

const event = z
  .strictObject({
    kind: enumValue('AgreementEventKind').describe('What happened. Example: `ENTERED_INTO_FORCE`.'),
    planned: withDefault(z.boolean(), false).describe(
      'True while it is foreseen and not known to have happened. Example: `true`.',
    ),
    date: optional(fuzzyDate).describe('When it happened, or is to happen. Example: `"2017-07-09"`.'),
    participants: distinctList(reference('Participant')).describe(
      'Whose doing it was, each once: slugs or global IDs. Example: `["donald-trump", "vladimir-putin"]`.',
    ),
    meeting: optional(reference('Meeting')).describe(
      'Where it happened: a slug or a global ID. Example: `"trump-putin-hamburg-2017"`.',
    ),
    note: optionalText().describe(
      'What else there is to know about this turn. Example: `"At noon, local time."`',
    ),
    citations,
  })
  .register(typeNames, { name: 'AgreementEventInput' })
  .describe(
    'A turn of an agreement. Example: `{ kind: ENTERED_INTO_FORCE, planned: true, date: "2017-07-09" }`.',
  )

export const agreementInput = z
  .strictObject({
    slug: ownSlug,
    title: text().describe('What the agreement is called. Example: `"Cease-fire in southwestern Syria"`.'),
    summary: optionalText().describe(
      'What it comes to, in a few sentences. Example: `"The fighting in the southwest of Syria is to stop."`',
    ),
    kind: enumValue('AgreementKind').describe('What sort of agreement it is. Example: `CEASEFIRE`.'),
    form: withDefault(enumValue('AgreementForm'), 'UNKNOWN').describe(
      'How it was concluded. Example: `SIGNED`.',
    ),
    meeting: optional(reference('Meeting')).describe(
      'The meeting at which it was reached: a slug or a global ID. Example: `"trump-putin-hamburg-2017"`.',
    ),
    scope: optional(place).describe(
      'Where it applies. Example: `{ name: "southwestern Syria", countryCode: "SY" }`.',
    ),
    effective: optional(fuzzyDate).describe(
      'The time for which it is meant to hold. Example: `"2017-07-09/.."`.',
    ),
    parties: listDistinctBy(party, ['participant']).describe(
      'Who takes part, each once. Example: `[{ participant: "russia", role: PARTY }, { participant: "united-states", role: PARTY }]`.',
    ),
    provisions: list(provision).describe(
      'What it says, in its order. Example: `[{ text: "The fighting stops." }]`.',
    ),
    // The same can happen twice, even on one day.
    events: list(event).describe(
      'Its turns, of which its status follows. Example: `[{ kind: AGREED, date: "2017-07-07" }]`.',
    ),
    topics,
    externalIds,
    citations,
  })
  .describe(
    'A new agreement. Example: `{ title: "Cease-fire in southwestern Syria", kind: CEASEFIRE, events: [{ kind: AGREED, date: "2017-07-07" }] }`.',
  )

export type AgreementInput = z.output<typeof agreementInput>
