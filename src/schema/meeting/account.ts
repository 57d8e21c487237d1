import { builder } from '../builder.ts'
import { unfiltered } from '../list.ts'
import { positionOrder, positions } from '../position/list.ts'
import { relatedNodes } from '../related.ts'
import { relatedList } from '../related-list.ts'
import { statements } from '../statement/list.ts'

builder.prismaObject('Account', {
  description:
    "One side's account of a meeting: what its speakers say about it, and everything that they report; the stances taken in all of it; the issues of the meeting on which only other accounts take one.",
  select: { meetingId: true, sideId: true },
  fields: (t) => ({
    side: t.relation('side', {
      description: 'Whose account it is: on whose behalf its outermost statements were made.',
    }),
    statements: t.field(
      relatedList(unfiltered(statements), {
        field: 'Account.statements',
        of: 'Account',
        relation: 'statements',
        through: 'statement',
        description: 'What this side says about the meeting and whatever it reports, newest first.',
      }),
    ),
    positions: t.field(
      relatedList(unfiltered(positions), {
        field: 'Account.positions',
        of: 'Account',
        relation: 'positions',
        through: 'position',
        order: positionOrder,
        description: 'The stances taken in these statements, whoever holds them.',
      }),
    ),
    silentOn: t.field(
      relatedNodes('Issue', {
        relation: 'silences',
        through: 'issue',
        description: 'The issues of the meeting on which only other accounts take a stance.',
      }),
    ),
  }),
})
