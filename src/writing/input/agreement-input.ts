import { z } from 'zod'
import {
  AgreementEventKind,
  AgreementForm,
  AgreementKind,
  AgreementPartyRole,
} from '../../generated/prisma/enums.ts'
import { fuzzyDate, optional, optionalText, refuse, slug, text, withDefault } from './fields.ts'
import { always, citations, externalIds, place } from './parts.ts'
import { distinctList, list, listDistinctBy, reference } from './structure.ts'

const party = z
  .strictObject({
    participant: reference('Participant'),
    role: z.enum(AgreementPartyRole),
    since: optional(fuzzyDate),
    until: optional(fuzzyDate),
  })
  .superRefine(({ since, until }, context) => {
    if (!since || !until || !(until.latest < since.earliest)) return
    refuse(context, 'INVALID', `${until.edtf} ends before since, ${since.edtf}, begins`, ['until'])
  }, always)

const provision = z.strictObject({ text: text(), obliges: distinctList(reference('Participant')) })

const event = z.strictObject({
  kind: z.enum(AgreementEventKind),
  planned: withDefault(z.boolean(), false),
  date: optional(fuzzyDate),
  participants: distinctList(reference('Participant')),
  meeting: optional(reference('Meeting')),
  note: optionalText(),
  citations,
})

export const agreementInput = z.strictObject({
  slug: optional(slug),
  title: text(),
  summary: optionalText(),
  kind: z.enum(AgreementKind),
  form: withDefault(z.enum(AgreementForm), 'UNKNOWN'),
  meeting: optional(reference('Meeting')),
  scope: optional(place),
  effective: optional(fuzzyDate),
  parties: listDistinctBy(party, ['participant']),
  provisions: list(provision),
  // The same can happen twice, even on one day.
  events: list(event),
  topics: distinctList(reference('Topic')),
  externalIds,
  citations,
})

export type AgreementInput = z.output<typeof agreementInput>
