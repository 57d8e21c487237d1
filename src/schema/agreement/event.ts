import { leadsTo } from '../../domain/agreement-status.ts'
import type { AgreementEventKind } from '../../generated/prisma/enums.ts'
import { builder } from '../builder.ts'
import { Node } from '../entry.ts'
import { describedEnum } from '../enum.ts'
import { fuzzyDateField } from '../fuzzy-date.ts'
import { relatedNodes } from '../related.ts'

const effect = (kind: AgreementEventKind) =>
  leadsTo[kind] ? `Leads to ${leadsTo[kind]}` : 'Changes no status'

const AgreementEventKindEnum = describedEnum<AgreementEventKind>('AgreementEventKind', {
  description: 'What happened to an agreement, and to which status that leads.',
  values: {
    PROPOSED: `Somebody put it forward. ${effect('PROPOSED')}.`,
    NEGOTIATED: `It was negotiated. ${effect('NEGOTIATED')}.`,
    AGREED: `The parties agreed. ${effect('AGREED')}, unless it is in force already.`,
    ANNOUNCED: `It was made public. ${effect('ANNOUNCED')}, unless it is in force already.`,
    SIGNED: `It was signed. ${effect('SIGNED')}, unless it is in force already.`,
    JOINED: `Somebody became a party later on. ${effect('JOINED')}.`,
    RATIFIED: `A party ratified it. ${effect('RATIFIED')}, unless it is in force already.`,
    ENTERED_INTO_FORCE: `It began to hold. ${effect('ENTERED_INTO_FORCE')}.`,
    VIOLATED: `Somebody broke it. ${effect('VIOLATED')}.`,
    SUSPENDED: `It was set aside for a time. ${effect('SUSPENDED')}.`,
    RESUMED: `It holds again. ${effect('RESUMED')}.`,
    AMENDED: `What it says was changed. ${effect('AMENDED')}.`,
    WITHDRAWN:
      'A party left it. Leads to ENDED when fewer than two parties are left, else changes no status.',
    TERMINATED: `It was brought to an end. ${effect('TERMINATED')}.`,
    EXPIRED: `Its time ran out. ${effect('EXPIRED')}.`,
    REJECTED: `It was turned down. ${effect('REJECTED')}.`,
  },
})

builder.prismaObject('AgreementEvent', {
  interfaces: [Node],
  select: { id: true },
  fields: (t) => ({
    agreement: t.relation('agreement', { description: 'Whose turn it is.' }),
    kind: t.expose('kind', { type: AgreementEventKindEnum }),
    planned: t.exposeBoolean('planned'),
    date: t.field(fuzzyDateField('date', 'When it happened, or is to happen.')),
    participants: t.field(
      relatedNodes('Participant', {
        relation: 'participants',
        through: 'participant',
        description: 'Whose doing it was.',
      }),
    ),
    meeting: t.relation('meeting', { nullable: true, description: 'Where it happened.' }),
    note: t.exposeString('note', { nullable: true }),
    citations: t.relation('citations', {
      description: "What proves this turn; a citation's entry is the agreement.",
    }),
  }),
})
