import { builder } from '../builder.ts'
import { edgeConnectionType, edgeCursor } from '../edge-connection-type.ts'
import { fuzzyDateField } from '../fuzzy-date.ts'
import { AgreementPartyRoleEnum } from './filter.ts'

const role = 'As what they take part.'
const since = 'Since when they take part; null: from the start.'
const until = 'Until when they took part; null: they still do.'

builder.prismaObject('AgreementParty', {
  variant: 'AgreementPartiesEdge',
  description: 'Who takes part in an agreement, as what, and for how long.',
  select: { agreementId: true, participantId: true },
  fields: (t) => ({
    node: t.relation('participant', { description: 'Who takes part.' }),
    cursor: t.field(edgeCursor),
    role: t.expose('role', { type: AgreementPartyRoleEnum, description: role }),
    since: t.field(fuzzyDateField('since', since)),
    until: t.field(fuzzyDateField('until', until)),
  }),
})

builder.prismaObject('AgreementParty', {
  variant: 'ParticipantAgreementsEdge',
  description: 'An agreement in which a participant takes part, as what, and for how long.',
  select: { agreementId: true, participantId: true },
  fields: (t) => ({
    node: t.relation('agreement', { description: 'The agreement.' }),
    cursor: t.field(edgeCursor),
    role: t.expose('role', { type: AgreementPartyRoleEnum, description: role }),
    since: t.field(fuzzyDateField('since', since)),
    until: t.field(fuzzyDateField('until', until)),
  }),
})

edgeConnectionType('AgreementParties', {
  node: 'Participant',
  through: 'participant',
  description: 'Who takes part in an agreement, by name; role and period are on the edges.',
})

edgeConnectionType('ParticipantAgreements', {
  node: 'Agreement',
  through: 'agreement',
  description: 'The agreements in which a participant takes part; role and period are on the edges.',
})
