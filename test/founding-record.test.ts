// What the founding report says, paragraph by paragraph, as the service answers for it when it first starts.
import { describe, expect, test } from 'vitest'
import { onFoundingRecord } from './harness/service.ts'

const service = onFoundingRecord()

const MEETING = /* GraphQL */ `
  query Meeting($id: ID!) {
    meeting(id: $id) {
      title
      kind
      format
      status
      date { edtf earliest latest }
      place { name countryCode latitude longitude }
      parent { slug }
      participants(first: 10) { totalCount edges { node { slug } roles capacity onBehalfOf { slug } } }
      topics { slug }
      isContested
      citations { source { slug } locator }
    }
  }
`

const CLAIM = /* GraphQL */ `
  query Claim($id: ID!) {
    statement(id: $id) {
      text
      wording
      act
      speaker { slug }
      onBehalfOf { slug }
      addressees { slug }
      date { edtf }
      meeting { slug }
      evidence
      attribution { slug }
      positions { issue { slug } stance side { slug } accordingTo { slug } }
      citations { source { slug } locator }
    }
  }
`

const ABOUT = /* GraphQL */ `
  query About($id: ID!) {
    statement(id: $id) { about { __typename slug } }
  }
`

const AGAINST = /* GraphQL */ `
  query Against($id: ID!) {
    statement(id: $id) {
      isContested
      contradictedBy(first: 10) { totalCount nodes { slug } }
      links(direction: FROM) { kind from { slug } to { slug } }
    }
  }
`

const OWN_VOICE = /* GraphQL */ `
  query OwnVoice($id: ID!) {
    statement(id: $id) {
      text
      wording
      act
      speaker { slug isAnonymous }
      onBehalfOf { slug }
      evidence
      positions { stance }
      about { __typename slug }
      citations { source { slug } locator }
    }
  }
`

const PARTICIPANT = /* GraphQL */ `
  query Participant($id: ID!) {
    participant(id: $id) {
      name
      kind
      isAnonymous
      countryCode
      offices { title holder { slug } of { slug } period { edtf } }
      citations { source { slug } locator }
    }
  }
`

const SPEAKER_OFFICES = /* GraphQL */ `
  query SpeakerOffices($id: ID!) {
    statement(id: $id) { speakerOffices { title of { slug } period { edtf } } }
  }
`

const ISSUE = /* GraphQL */ `
  query Issue($id: ID!) {
    issue(id: $id) {
      question
      isContested
      topics { slug }
      positions(first: 20) {
        totalCount
        nodes { statement { slug } stance side { slug } accordingTo { slug } }
      }
      citations { source { slug } locator }
    }
  }
`

const AGREEMENT = /* GraphQL */ `
  query Agreement($id: ID!) {
    agreement(id: $id) {
      title
      kind
      form
      meeting { slug }
      scope { name countryCode latitude longitude }
      effective { edtf earliest latest }
      topics { slug }
      citations { source { slug } locator }
    }
  }
`

const PARTIES = /* GraphQL */ `
  query Parties($id: ID!) {
    agreement(id: $id) {
      parties(first: 10) { totalCount edges { node { slug } role since { edtf } until { edtf } } }
    }
  }
`

const PROVISIONS = /* GraphQL */ `
  query Provisions($id: ID!) {
    agreement(id: $id) { provisions { ordinal text obliges { slug } } }
  }
`

const EVENTS = /* GraphQL */ `
  query Events($id: ID!) {
    agreement(id: $id) {
      events {
        kind
        planned
        date { edtf }
        participants { slug }
        meeting { slug }
        citations { source { slug } locator entry { __typename slug } }
      }
    }
  }
`

const STATUS = /* GraphQL */ `
  query Status($id: ID!) {
    agreement(id: $id) {
      thursday: status(on: "2017-07-06")
      friday: status(on: "2017-07-07")
      saturday: status(on: "2017-07-08")
      sunday: status(on: "2017-07-09")
      owedTo: statusEvent(on: "2017-07-09") { kind planned date { edtf } citations { locator note } }
    }
  }
`

const ACCOUNTS = /* GraphQL */ `
  query Accounts($id: ID!) {
    meeting(id: $id) {
      isContested
      issues(first: 10) { totalCount nodes { slug } }
      accounts {
        side { slug }
        statements(first: 20) { totalCount nodes { slug } }
        positions(first: 20) {
          nodes { statement { slug } issue { slug } stance side { slug } accordingTo { slug } }
        }
        silentOn { slug }
      }
    }
  }
`

const SAID_AT = /* GraphQL */ `
  query SaidAt($id: ID!) {
    meeting(id: $id) { statements(first: 20) { totalCount nodes { slug ordinal } } }
  }
`

const AGREED_AT = /* GraphQL */ `
  query AgreedAt($id: ID!) {
    meeting(id: $id) { agreements(first: 10) { totalCount nodes { slug } } }
  }
`

const NOTES = /* GraphQL */ `
  query Notes($id: ID!) {
    meeting(id: $id) { citations { locator note } }
  }
`

const SOURCE = /* GraphQL */ `
  query Source($id: ID!) {
    source(id: $id) {
      kind
      author { slug kind isAnonymous }
      publisher
      url
      archiveUrl
      published { edtf }
      retrieved
      language
      citations { source { slug } locator }
    }
  }
`

const PROVED_STATEMENTS = /* GraphQL */ `
  query ProvedStatements($id: ID!) {
    source(id: $id) { proves(first: 100, types: [STATEMENT]) { nodes { locator } pageInfo { hasNextPage } } }
  }
`

const REPORT = 'hamburg-meeting-report-2017'
const WRITER = 'writer-of-hamburg-report'
const SUMMIT = 'g20-hamburg-2017'
const BILATERAL = 'trump-putin-hamburg-2017'
const BRIEFING = 'tillerson-briefing-2017'
const WARSAW = 'trump-duda-news-conference-warsaw-2017'
const CEASEFIRE = 'syria-southwest-ceasefire-2017'
const TALKS = 'us-russia-interference-talks-2017'
const INTERFERED = 'us-election-interference-2016'
const ACCEPTED = 'trump-accepted-putin-denial-2017'
const PRESSED = 'trump-pressed-putin-2017'
const COLLUDED = 'trump-campaign-collusion-2016'

describe('paragraph 1: Trump pressed Putin at their first meeting', () => {
  test('the two met in Hamburg on a Friday, each with his foreign minister', async () => {
    expect(await service.ask(MEETING, { id: BILATERAL })).toEqual({
      data: {
        meeting: {
          title: 'First face-to-face meeting of Trump and Putin, Hamburg',
          kind: 'BILATERAL',
          format: 'IN_PERSON',
          status: 'HELD',
          date: { edtf: '2017-07-07', earliest: '2017-07-07', latest: '2017-07-07' },
          place: { name: 'Hamburg', countryCode: 'DE', latitude: null, longitude: null },
          parent: { slug: SUMMIT },
          participants: {
            totalCount: 4,
            edges: [
              attendance('donald-trump', ['PRINCIPAL'], 'U.S. President', 'united-states'),
              attendance('rex-tillerson', ['DELEGATE'], 'U.S. Secretary of State', 'united-states'),
              attendance('sergei-lavrov', ['DELEGATE'], 'Russian Foreign Minister', 'russia'),
              attendance('vladimir-putin', ['PRINCIPAL'], 'President', 'russia'),
            ],
          },
          topics: slugs('election-interference', 'syrian-civil-war', 'us-russia-relations'),
          isContested: true,
          citations: paragraphs(1, 3, 4, 13),
        },
      },
    })
  })

  test('which Friday it was is said to be inferred, and from what', async () => {
    expect(await service.ask(NOTES, { id: BILATERAL })).toEqual({
      data: {
        meeting: {
          citations: [
            {
              locator: 'paragraph 1',
              note: expect.stringMatching(/only Friday: taken to be 7 July 2017.*7 and 8 July 2017/),
            },
            { locator: 'paragraph 3', note: expect.stringContaining('inferred') },
            { locator: 'paragraph 4', note: expect.stringContaining('inferred') },
            { locator: 'paragraph 13', note: expect.any(String) },
          ],
        },
      },
    })
  })

  test('that Trump called Putin to account over the election is known through Tillerson', async () => {
    expect(await service.ask(CLAIM, { id: 'trump-presses-putin-via-tillerson' })).toEqual({
      data: {
        statement: {
          text:
            'More than once he called Putin to account for Moscow’s meddling in the American presidential ' +
            'election of 2016.',
          wording: 'SUMMARY',
          act: 'REQUEST',
          speaker: { slug: 'donald-trump' },
          onBehalfOf: { slug: 'united-states' },
          addressees: slugs('vladimir-putin'),
          date: { edtf: '2017-07-07' },
          meeting: { slug: BILATERAL },
          evidence: 'REPORTED',
          attribution: slugs('trump-presses-putin-via-tillerson', 'tillerson-trump-pressed-putin'),
          positions: [position(INTERFERED, 'AFFIRMS', 'united-states', 'rex-tillerson')],
          citations: paragraphs(1, 3),
        },
      },
    })
  })

  test('Trump is President of the United States', async () => {
    expect(await service.ask(PARTICIPANT, { id: 'donald-trump' })).toEqual({
      data: {
        participant: {
          name: 'Donald Trump',
          kind: 'PERSON',
          isAnonymous: false,
          countryCode: 'US',
          offices: [office('President of the United States', 'donald-trump', 'united-states')],
          citations: paragraphs(1, 14),
        },
      },
    })
  })

  test('Putin is his Russian counterpart', async () => {
    expect(await service.ask(PARTICIPANT, { id: 'vladimir-putin' })).toEqual({
      data: {
        participant: {
          name: 'Vladimir Putin',
          kind: 'PERSON',
          isAnonymous: false,
          countryCode: 'RU',
          offices: [office('President of Russia', 'vladimir-putin', 'russia')],
          citations: paragraphs(1, 3, 14),
        },
      },
    })
  })

  test('Tillerson is Secretary of State', async () => {
    expect(await service.ask(PARTICIPANT, { id: 'rex-tillerson' })).toEqual({
      data: {
        participant: {
          name: 'Rex Tillerson',
          kind: 'PERSON',
          isAnonymous: false,
          countryCode: 'US',
          offices: [office('Secretary of State of the United States', 'rex-tillerson', 'united-states')],
          citations: paragraphs(1),
        },
      },
    })
  })

  test('the United States and Russia are states on record', async () => {
    expect(await service.ask(PARTICIPANT, { id: 'united-states' })).toEqual({
      data: { participant: state('United States', 'US', 1, 11) },
    })
    expect(await service.ask(PARTICIPANT, { id: 'russia' })).toEqual({
      data: { participant: state('Russia', 'RU', 1, 11) },
    })
  })
})

describe('paragraph 2: Putin denied it, in a lengthy exchange', () => {
  test('Tillerson said that Putin denied it', async () => {
    expect(await service.ask(CLAIM, { id: 'tillerson-putin-denied' })).toEqual({
      data: {
        statement: {
          ...atBriefing,
          text: 'Putin denied that Russia had had a hand in the election.',
          wording: 'INDIRECT',
          act: 'ASSERT',
          attribution: slugs('tillerson-putin-denied'),
          positions: [],
          citations: paragraphs(2),
        },
      },
    })
  })

  test('the denial is Putin’s, made to Trump at the meeting, and known through Tillerson', async () => {
    expect(await service.ask(CLAIM, { id: 'putin-denial-via-tillerson' })).toEqual({
      data: {
        statement: {
          text: 'Russia had no hand in the election.',
          wording: 'INDIRECT',
          act: 'DENY',
          speaker: { slug: 'vladimir-putin' },
          onBehalfOf: { slug: 'russia' },
          addressees: slugs('donald-trump'),
          date: { edtf: '2017-07-07' },
          meeting: { slug: BILATERAL },
          evidence: 'REPORTED',
          attribution: slugs('putin-denial-via-tillerson', 'tillerson-putin-denied'),
          positions: [position(INTERFERED, 'DENIES', 'russia', 'rex-tillerson')],
          citations: paragraphs(2),
        },
      },
    })
  })

  test('the denial is contested by all who affirm the interference', async () => {
    expect(inAnyOrder(await service.ask(AGAINST, { id: 'putin-denial-via-tillerson' }))).toEqual(
      inAnyOrder({
        data: {
          statement: {
            isContested: true,
            contradictedBy: {
              totalCount: 3,
              nodes: slugs(
                'trump-presses-putin-via-tillerson',
                'intelligence-community-conclusion',
                'nominees-testimony',
              ),
            },
            links: [link('REPLIES_TO', 'putin-denial-via-tillerson', 'trump-presses-putin-via-tillerson')],
          },
        },
      }),
    )
  })

  test('Tillerson’s words for the exchange stand in quotation marks', async () => {
    expect(await service.ask(CLAIM, { id: 'tillerson-robust-exchange' })).toEqual({
      data: {
        statement: {
          ...atBriefing,
          text:
            'Between the presidents there was one “very robust and lengthy exchange on the subject”: ' +
            'Russia’s part in the election.',
          wording: 'MIXED',
          act: 'ASSERT',
          attribution: slugs('tillerson-robust-exchange'),
          positions: [],
          citations: paragraphs(2),
        },
      },
    })
  })
})

describe('paragraph 3: Tillerson told reporters, and the summit stood in the shade', () => {
  test('what he said of the pressing is quoted word for word', async () => {
    expect(await service.ask(CLAIM, { id: 'tillerson-trump-pressed-putin' })).toEqual({
      data: {
        statement: {
          ...atBriefing,
          text:
            'The president pressed President Putin on more than one occasion ' +
            'regarding Russian involvement.',
          wording: 'DIRECT',
          act: 'ASSERT',
          attribution: slugs('tillerson-trump-pressed-putin'),
          positions: [position(PRESSED, 'AFFIRMS', 'united-states', null)],
          citations: paragraphs(1, 3),
        },
      },
    })
  })

  test('it is about the meeting and the two who met', async () => {
    expect(inAnyOrder(await service.ask(ABOUT, { id: 'tillerson-trump-pressed-putin' }))).toEqual(
      inAnyOrder({
        data: {
          statement: {
            about: [meeting(BILATERAL), participant('donald-trump'), participant('vladimir-putin')],
          },
        },
      }),
    )
  })

  test('he spoke as Secretary of State', async () => {
    expect(await service.ask(SPEAKER_OFFICES, { id: 'tillerson-trump-pressed-putin' })).toEqual({
      data: {
        statement: {
          speakerOffices: [
            { title: 'Secretary of State of the United States', of: { slug: 'united-states' }, period: null },
          ],
        },
      },
    })
  })

  test('he briefed reporters after the meeting, at a place that is not given', async () => {
    expect(await service.ask(MEETING, { id: BRIEFING })).toEqual({
      data: {
        meeting: {
          title: 'Tillerson’s briefing of reporters after the Hamburg meeting',
          kind: 'BRIEFING',
          format: null,
          status: 'HELD',
          date: { edtf: '2017-07-07?', earliest: '2017-07-07', latest: '2017-07-07' },
          place: null,
          parent: null,
          participants: {
            totalCount: 2,
            edges: [
              attendance('reporters-at-tillerson-briefing', ['PRESS'], null, null),
              attendance('rex-tillerson', ['SPEAKER'], 'U.S. Secretary of State', 'united-states'),
            ],
          },
          topics: slugs('election-interference', 'us-russia-relations'),
          isContested: true,
          citations: paragraphs(3),
        },
      },
    })
  })

  test('the reporters are a group without names', async () => {
    expect(await service.ask(PARTICIPANT, { id: 'reporters-at-tillerson-briefing' })).toEqual({
      data: {
        participant: {
          name: 'Reporters at Tillerson’s briefing',
          kind: 'GROUP',
          isAnonymous: true,
          countryCode: null,
          offices: [],
          citations: paragraphs(3),
        },
      },
    })
  })

  test('the leaders of the largest economies were gathered in Hamburg, Germany', async () => {
    expect(await service.ask(MEETING, { id: SUMMIT })).toEqual({
      data: {
        meeting: {
          title: 'G20 summit in Hamburg',
          kind: 'SUMMIT',
          format: 'IN_PERSON',
          status: 'HELD',
          date: { edtf: '2017-07-07/2017-07-08', earliest: '2017-07-07', latest: '2017-07-08' },
          place: { name: 'Hamburg', countryCode: 'DE', latitude: null, longitude: null },
          parent: null,
          participants: {
            totalCount: 3,
            edges: [
              attendance('donald-trump', ['PRINCIPAL'], null, 'united-states'),
              attendance('g20', ['PRINCIPAL'], null, null),
              attendance('vladimir-putin', ['PRINCIPAL'], null, 'russia'),
            ],
          },
          topics: slugs('summit-diplomacy'),
          isContested: false,
          citations: paragraphs(3),
        },
      },
    })
  })

  test('the G20 is an organization, and Germany a state', async () => {
    expect(await service.ask(PARTICIPANT, { id: 'g20' })).toEqual({
      data: {
        participant: {
          name: 'G20',
          kind: 'ORGANIZATION',
          isAnonymous: false,
          countryCode: null,
          offices: [],
          citations: paragraphs(3),
        },
      },
    })
    expect(await service.ask(PARTICIPANT, { id: 'germany' })).toEqual({
      data: { participant: state('Germany', 'DE', 3) },
    })
  })

  test('that the meeting overshadowed the summit is said by the writer', async () => {
    expect(inAnyOrder(await service.ask(OWN_VOICE, { id: 'writer-meeting-overshadowed-summit' }))).toEqual(
      ownVoice(
        3,
        'The meeting of the two presidents put the summit around it in the shade.',
        meeting(SUMMIT),
        meeting(BILATERAL),
      ),
    )
  })
})

describe('paragraph 4: Lavrov said that Trump accepted the denial', () => {
  test('Lavrov spoke for Russia, later, on an occasion that is not given', async () => {
    expect(await service.ask(CLAIM, { id: 'lavrov-trump-accepted-denial' })).toEqual({
      data: {
        statement: {
          text: 'Trump took Putin’s word for it that Russia had kept out of the election.',
          wording: 'INDIRECT',
          act: 'ASSERT',
          speaker: { slug: 'sergei-lavrov' },
          onBehalfOf: { slug: 'russia' },
          addressees: [],
          date: { edtf: '2017-07-07/2017-07-08' },
          meeting: null,
          evidence: 'FIRST_HAND',
          attribution: slugs('lavrov-trump-accepted-denial'),
          positions: [position(ACCEPTED, 'AFFIRMS', 'russia', null)],
          citations: paragraphs(4),
        },
      },
    })
  })

  test('the acceptance is Trump’s, on Lavrov’s word', async () => {
    expect(await service.ask(CLAIM, { id: 'trump-acceptance-via-lavrov' })).toEqual({
      data: {
        statement: {
          text: 'He accepts what Putin says: Russia kept out of the election.',
          wording: 'INDIRECT',
          act: 'AGREE',
          speaker: { slug: 'donald-trump' },
          onBehalfOf: { slug: 'united-states' },
          addressees: slugs('vladimir-putin'),
          date: { edtf: '2017-07-07' },
          meeting: { slug: BILATERAL },
          evidence: 'REPORTED',
          attribution: slugs('trump-acceptance-via-lavrov', 'lavrov-trump-accepted-denial'),
          positions: [position(INTERFERED, 'DENIES', 'united-states', 'sergei-lavrov')],
          citations: paragraphs(4),
        },
      },
    })
  })

  test('the denial within it is Putin’s, and hearsay', async () => {
    expect(await service.ask(CLAIM, { id: 'putin-denial-via-lavrov' })).toEqual({
      data: {
        statement: {
          text: 'Russia kept out of the election.',
          wording: 'INDIRECT',
          act: 'DENY',
          speaker: { slug: 'vladimir-putin' },
          onBehalfOf: { slug: 'russia' },
          addressees: slugs('donald-trump'),
          date: { edtf: '2017-07-07' },
          meeting: { slug: BILATERAL },
          evidence: 'HEARSAY',
          attribution: slugs(
            'putin-denial-via-lavrov',
            'trump-acceptance-via-lavrov',
            'lavrov-trump-accepted-denial',
          ),
          positions: [position(INTERFERED, 'DENIES', 'russia', 'sergei-lavrov')],
          citations: paragraphs(4),
        },
      },
    })
  })

  test('both ministers tell of a denial: two rows, of which one bears out the other', async () => {
    expect(inAnyOrder(await service.ask(AGAINST, { id: 'putin-denial-via-lavrov' }))).toEqual(
      inAnyOrder({
        data: {
          statement: {
            isContested: true,
            contradictedBy: {
              totalCount: 3,
              nodes: slugs(
                'trump-presses-putin-via-tillerson',
                'intelligence-community-conclusion',
                'nominees-testimony',
              ),
            },
            links: [link('CORROBORATES', 'putin-denial-via-lavrov', 'putin-denial-via-tillerson')],
          },
        },
      }),
    )
  })

  test('Lavrov, Foreign Minister of Russia, attended the meeting of which he speaks', async () => {
    expect(await service.ask(PARTICIPANT, { id: 'sergei-lavrov' })).toEqual({
      data: {
        participant: {
          name: 'Sergei Lavrov',
          kind: 'PERSON',
          isAnonymous: false,
          countryCode: 'RU',
          offices: [office('Foreign Minister of Russia', 'sergei-lavrov', 'russia')],
          citations: paragraphs(4),
        },
      },
    })
  })

  test('his claim and Tillerson’s contradict each other', async () => {
    expect(await service.ask(AGAINST, { id: 'lavrov-trump-accepted-denial' })).toEqual({
      data: {
        statement: {
          isContested: true,
          contradictedBy: { totalCount: 1, nodes: slugs('tillerson-no-sign-of-agreement') },
          links: [link('CONTRADICTS', 'lavrov-trump-accepted-denial', 'tillerson-no-sign-of-agreement')],
        },
      },
    })
  })

  test('whether Trump accepted the denial is contested between the two states', async () => {
    expect(inAnyOrder(await service.ask(ISSUE, { id: ACCEPTED }))).toEqual(
      inAnyOrder({
        data: {
          issue: {
            question: 'Did Trump accept Putin’s denial when they met in Hamburg?',
            isContested: true,
            topics: slugs('election-interference', 'us-russia-relations'),
            positions: {
              totalCount: 2,
              nodes: [
                positionOf('lavrov-trump-accepted-denial', 'AFFIRMS', 'russia', null),
                positionOf('tillerson-no-sign-of-agreement', 'DENIES', 'united-states', null),
              ],
            },
            citations: paragraphs(4, 5),
          },
        },
      }),
    )
  })

  test('each side has its own account of the meeting, and so has the writer', async () => {
    expect(inAnyOrder(await service.ask(ACCOUNTS, { id: BILATERAL }))).toEqual(
      inAnyOrder({
        data: {
          meeting: {
            isContested: true,
            issues: { totalCount: 3, nodes: slugs(ACCEPTED, PRESSED, INTERFERED) },
            accounts: [
              {
                side: { slug: 'russia' },
                statements: {
                  totalCount: 3,
                  nodes: slugs(
                    'lavrov-trump-accepted-denial',
                    'trump-acceptance-via-lavrov',
                    'putin-denial-via-lavrov',
                  ),
                },
                positions: {
                  nodes: [
                    {
                      statement: { slug: 'lavrov-trump-accepted-denial' },
                      ...position(ACCEPTED, 'AFFIRMS', 'russia', null),
                    },
                    {
                      statement: { slug: 'trump-acceptance-via-lavrov' },
                      ...position(INTERFERED, 'DENIES', 'united-states', 'sergei-lavrov'),
                    },
                    {
                      statement: { slug: 'putin-denial-via-lavrov' },
                      ...position(INTERFERED, 'DENIES', 'russia', 'sergei-lavrov'),
                    },
                  ],
                },
                silentOn: slugs(PRESSED),
              },
              {
                side: { slug: 'united-states' },
                statements: {
                  totalCount: 8,
                  nodes: slugs(
                    'tillerson-trump-pressed-putin',
                    'trump-presses-putin-via-tillerson',
                    'tillerson-putin-denied',
                    'putin-denial-via-tillerson',
                    'tillerson-robust-exchange',
                    'tillerson-talks-go-on',
                    'tillerson-no-sign-of-agreement',
                    'tillerson-leaders-look-ahead',
                  ),
                },
                positions: {
                  nodes: [
                    {
                      statement: { slug: 'tillerson-trump-pressed-putin' },
                      ...position(PRESSED, 'AFFIRMS', 'united-states', null),
                    },
                    {
                      statement: { slug: 'trump-presses-putin-via-tillerson' },
                      ...position(INTERFERED, 'AFFIRMS', 'united-states', 'rex-tillerson'),
                    },
                    {
                      statement: { slug: 'putin-denial-via-tillerson' },
                      ...position(INTERFERED, 'DENIES', 'russia', 'rex-tillerson'),
                    },
                    {
                      statement: { slug: 'tillerson-no-sign-of-agreement' },
                      ...position(ACCEPTED, 'DENIES', 'united-states', null),
                    },
                  ],
                },
                silentOn: [],
              },
              {
                side: { slug: WRITER },
                statements: {
                  totalCount: 6,
                  nodes: slugs(
                    'writer-meeting-overshadowed-summit',
                    'writer-meeting-brought-ceasefire',
                    'writer-ceasefire-long-negotiated',
                    'writer-meeting-eagerly-awaited',
                    'writer-meeting-full-of-symbols',
                    'writer-meeting-closely-watched',
                  ),
                },
                positions: { nodes: [] },
                silentOn: slugs(ACCEPTED, PRESSED, INTERFERED),
              },
            ],
          },
        },
      }),
    )
  })

  test('what was said at the meeting is known only through the two ministers', async () => {
    expect(inAnyOrder(await service.ask(SAID_AT, { id: BILATERAL }))).toEqual(
      inAnyOrder({
        data: {
          meeting: {
            statements: {
              totalCount: 4,
              nodes: [
                { slug: 'trump-presses-putin-via-tillerson', ordinal: null },
                { slug: 'putin-denial-via-tillerson', ordinal: null },
                { slug: 'trump-acceptance-via-lavrov', ordinal: null },
                { slug: 'putin-denial-via-lavrov', ordinal: null },
              ],
            },
          },
        },
      }),
    )
  })
})

describe('paragraph 5: the discussion goes on', () => {
  test('the two agreed, by word of mouth, to go on with it', async () => {
    expect(await service.ask(AGREEMENT, { id: TALKS })).toEqual({
      data: {
        agreement: {
          title: 'Further talks about interference in American affairs',
          kind: 'COMMITMENT',
          form: 'ORAL',
          meeting: { slug: BILATERAL },
          scope: null,
          effective: null,
          topics: slugs('election-interference', 'us-russia-relations'),
          citations: paragraphs(5),
        },
      },
    })
  })

  test('the parties are the United States and Russia', async () => {
    expect(await service.ask(PARTIES, { id: TALKS })).toEqual({
      data: {
        agreement: {
          parties: {
            totalCount: 2,
            edges: [party('russia', '2017-07-07'), party('united-states', '2017-07-07')],
          },
        },
      },
    })
  })

  test('a Russian commitment is sought, and obliges nobody yet', async () => {
    expect(await service.ask(PROVISIONS, { id: TALKS })).toEqual({
      data: {
        agreement: {
          provisions: [
            {
              ordinal: 1,
              text: 'The two sides keep talking about interference.',
              obliges: slugs('russia', 'united-states'),
            },
            {
              ordinal: 2,
              text:
                'What is sought is a commitment by Russia to stay out of the affairs of the United States ' +
                'in the future.',
              obliges: [],
            },
          ],
        },
      },
    })
  })

  test('they agreed on it when they met', async () => {
    expect(await service.ask(EVENTS, { id: TALKS })).toEqual({
      data: {
        agreement: {
          events: [
            {
              kind: 'AGREED',
              planned: false,
              date: { edtf: '2017-07-07' },
              participants: slugs('donald-trump', 'vladimir-putin'),
              meeting: { slug: BILATERAL },
              citations: proofs(TALKS, 5),
            },
          ],
        },
      },
    })
  })

  test('its status is agreed, and stays so', async () => {
    expect(await service.ask(STATUS, { id: TALKS })).toEqual({
      data: {
        agreement: {
          thursday: null,
          friday: 'AGREED',
          saturday: 'AGREED',
          sunday: 'AGREED',
          owedTo: {
            kind: 'AGREED',
            planned: false,
            date: { edtf: '2017-07-07' },
            citations: [{ locator: 'paragraph 5', note: expect.stringContaining('taken to be 7 July 2017') }],
          },
        },
      },
    })
  })

  test('it is Tillerson who says so', async () => {
    expect(await service.ask(CLAIM, { id: 'tillerson-talks-go-on' })).toEqual({
      data: {
        statement: {
          ...atBriefing,
          text:
            'The presidents agreed to keep talking about it, so that Russia might bind itself to leave ' +
            'American affairs alone from now on.',
          wording: 'INDIRECT',
          act: 'ANNOUNCE',
          attribution: slugs('tillerson-talks-go-on'),
          positions: [],
          citations: paragraphs(5),
        },
      },
    })
    expect(inAnyOrder(await service.ask(ABOUT, { id: 'tillerson-talks-go-on' }))).toEqual(
      inAnyOrder({
        data: { statement: { about: [agreement(TALKS), meeting(BILATERAL)] } },
      }),
    )
  })

  test('he saw no sign of agreement between the two countries', async () => {
    expect(await service.ask(CLAIM, { id: 'tillerson-no-sign-of-agreement' })).toEqual({
      data: {
        statement: {
          ...atBriefing,
          text: 'Nothing points to the United States and Russia ever seeing eye to eye on the matter.',
          wording: 'INDIRECT',
          act: 'ASSERT',
          attribution: slugs('tillerson-no-sign-of-agreement'),
          positions: [position(ACCEPTED, 'DENIES', 'united-states', null)],
          citations: paragraphs(5),
        },
      },
    })
  })

  test('Lavrov’s claim stands against that', async () => {
    expect(await service.ask(AGAINST, { id: 'tillerson-no-sign-of-agreement' })).toEqual({
      data: {
        statement: {
          isContested: true,
          contradictedBy: { totalCount: 1, nodes: slugs('lavrov-trump-accepted-denial') },
          links: [],
        },
      },
    })
  })

  test('for that reason, he said, the presidents looked ahead', async () => {
    expect(await service.ask(CLAIM, { id: 'tillerson-leaders-look-ahead' })).toEqual({
      data: {
        statement: {
          ...atBriefing,
          text: 'That is why both presidents had their minds on what comes next.',
          wording: 'INDIRECT',
          act: 'ASSERT',
          attribution: slugs('tillerson-leaders-look-ahead'),
          positions: [],
          citations: paragraphs(5),
        },
      },
    })
    expect(await service.ask(AGAINST, { id: 'tillerson-leaders-look-ahead' })).toEqual({
      data: {
        statement: {
          isContested: false,
          contradictedBy: { totalCount: 0, nodes: [] },
          links: [link('ELABORATES', 'tillerson-leaders-look-ahead', 'tillerson-no-sign-of-agreement')],
        },
      },
    })
  })
})

describe('paragraph 6: investigations are under way', () => {
  test('the writer says so in their own voice, and takes no side', async () => {
    expect(inAnyOrder(await service.ask(OWN_VOICE, { id: 'writer-investigations-under-way' }))).toEqual(
      ownVoice(
        6,
        'Several inquiries are in progress, not yet concluded: they are to find out whether Trump’s ' +
          'campaign acted in collusion with Russia and meddled in the election of November 2016.',
        participant('investigators-of-trump-campaign'),
        participant('russia'),
        participant('trump-campaign'),
      ),
    )
  })

  test('whether the campaign colluded is a question on which nobody has a stance yet', async () => {
    expect(await service.ask(ISSUE, { id: COLLUDED })).toEqual({
      data: {
        issue: {
          question: 'Did the Trump campaign collude with Russia?',
          isContested: false,
          topics: slugs('election-interference'),
          positions: { totalCount: 0, nodes: [] },
          citations: paragraphs(6),
        },
      },
    })
  })

  test('the campaign is an organization, those who investigate it are not named', async () => {
    expect(await service.ask(PARTICIPANT, { id: 'trump-campaign' })).toEqual({
      data: {
        participant: {
          name: 'Trump campaign',
          kind: 'ORGANIZATION',
          isAnonymous: false,
          countryCode: 'US',
          offices: [],
          citations: paragraphs(6),
        },
      },
    })
    expect(await service.ask(PARTICIPANT, { id: 'investigators-of-trump-campaign' })).toEqual({
      data: {
        participant: {
          name: 'Investigators of the Trump campaign',
          kind: 'GROUP',
          isAnonymous: true,
          countryCode: null,
          offices: [],
          citations: paragraphs(6),
        },
      },
    })
  })
})

describe('paragraph 7: Trump in Warsaw', () => {
  test('Trump and Duda appeared before the press together on the Thursday', async () => {
    expect(await service.ask(MEETING, { id: WARSAW })).toEqual({
      data: {
        meeting: {
          title: 'Joint news conference of Trump and Duda, Warsaw',
          kind: 'NEWS_CONFERENCE',
          format: 'IN_PERSON',
          status: 'HELD',
          date: { edtf: '2017-07-06', earliest: '2017-07-06', latest: '2017-07-06' },
          place: { name: 'Warsaw', countryCode: 'PL', latitude: null, longitude: null },
          parent: null,
          participants: {
            totalCount: 2,
            edges: [
              attendance('andrzej-duda', ['PRINCIPAL'], 'Polish President', 'poland'),
              attendance('donald-trump', ['PRINCIPAL', 'SPEAKER'], null, 'united-states'),
            ],
          },
          topics: slugs('election-interference'),
          isContested: true,
          citations: paragraphs(7),
        },
      },
    })
  })

  test('which Thursday it was is said to be inferred', async () => {
    expect(await service.ask(NOTES, { id: WARSAW })).toEqual({
      data: {
        meeting: {
          citations: [
            {
              locator: 'paragraph 7',
              note: expect.stringContaining('only Thursday: taken to be 6 July 2017'),
            },
          ],
        },
      },
    })
  })

  test('Duda is President of Poland', async () => {
    expect(await service.ask(PARTICIPANT, { id: 'andrzej-duda' })).toEqual({
      data: {
        participant: {
          name: 'Andrzej Duda',
          kind: 'PERSON',
          isAnonymous: false,
          countryCode: 'PL',
          offices: [office('President of Poland', 'andrzej-duda', 'poland')],
          citations: paragraphs(7),
        },
      },
    })
    expect(await service.ask(PARTICIPANT, { id: 'poland' })).toEqual({
      data: { participant: state('Poland', 'PL', 7) },
    })
  })

  test('Trump thought that it was Russia and probably others', async () => {
    expect(await service.ask(CLAIM, { id: 'trump-warsaw-russia-and-others' })).toEqual({
      data: {
        statement: {
          ...inWarsaw,
          text: 'I think it was Russia, but I think it was probably other people and/or countries.',
          attribution: slugs('trump-warsaw-russia-and-others'),
          citations: paragraphs(7),
        },
      },
    })
  })

  test('and that nobody knew', async () => {
    expect(await service.ask(CLAIM, { id: 'trump-warsaw-nobody-knows' })).toEqual({
      data: {
        statement: {
          ...inWarsaw,
          text: 'Nobody really knows for sure.',
          attribution: slugs('trump-warsaw-nobody-knows'),
          citations: paragraphs(7, 8),
        },
      },
    })
  })

  test('he said the one after the other', async () => {
    expect(await service.ask(SAID_AT, { id: WARSAW })).toEqual({
      data: {
        meeting: {
          statements: {
            totalCount: 2,
            nodes: [
              { slug: 'trump-warsaw-russia-and-others', ordinal: 1 },
              { slug: 'trump-warsaw-nobody-knows', ordinal: 2 },
            ],
          },
        },
      },
    })
  })

  test('he spoke as President of the United States', async () => {
    expect(await service.ask(SPEAKER_OFFICES, { id: 'trump-warsaw-russia-and-others' })).toEqual({
      data: {
        statement: {
          speakerOffices: [
            { title: 'President of the United States', of: { slug: 'united-states' }, period: null },
          ],
        },
      },
    })
  })
})

describe('paragraph 8: Trump’s stance is at odds with the intelligence community', () => {
  test('the writer sets his stance against the conclusion and the testimony', async () => {
    expect(inAnyOrder(await service.ask(OWN_VOICE, { id: 'writer-trump-at-odds' }))).toEqual(
      ownVoice(
        8,
        'What Trump has had to say on the matter does not quite fit the finding of the intelligence ' +
          'services, nor what people of his own choosing told Congress.',
        participant('donald-trump'),
        participant('trump-nominees'),
        participant('us-intelligence-community'),
      ),
    )
  })

  test('the intelligence community concluded, for itself, that Russia meddled', async () => {
    expect(await service.ask(CLAIM, { id: 'intelligence-community-conclusion' })).toEqual({
      data: {
        statement: {
          text: 'Russia did meddle in the election.',
          wording: 'INDIRECT',
          act: 'ASSERT',
          speaker: { slug: 'us-intelligence-community' },
          onBehalfOf: null,
          addressees: [],
          date: null,
          meeting: null,
          evidence: 'UNATTRIBUTED',
          attribution: slugs('intelligence-community-conclusion', 'writer-trump-at-odds'),
          positions: [position(INTERFERED, 'AFFIRMS', 'us-intelligence-community', WRITER)],
          citations: paragraphs(8),
        },
      },
    })
  })

  test('nominees whom the report does not name testified before Congress', async () => {
    expect(await service.ask(CLAIM, { id: 'nominees-testimony' })).toEqual({
      data: {
        statement: {
          text:
            'Testifying before Congress, they put things otherwise than Trump does: Russia, by what they ' +
            'said, had meddled.',
          wording: 'SUMMARY',
          act: 'ASSERT',
          speaker: { slug: 'trump-nominees' },
          onBehalfOf: null,
          addressees: slugs('us-congress'),
          date: null,
          meeting: null,
          evidence: 'UNATTRIBUTED',
          attribution: slugs('nominees-testimony', 'writer-trump-at-odds'),
          positions: [position(INTERFERED, 'AFFIRMS', 'trump-nominees', WRITER)],
          citations: paragraphs(8),
        },
      },
    })
  })

  test('the community and Congress are organizations, the nominees an unnamed group', async () => {
    expect(await service.ask(PARTICIPANT, { id: 'us-intelligence-community' })).toEqual({
      data: { participant: american('United States intelligence community', 'ORGANIZATION', false) },
    })
    expect(await service.ask(PARTICIPANT, { id: 'us-congress' })).toEqual({
      data: { participant: american('United States Congress', 'ORGANIZATION', false) },
    })
    expect(await service.ask(PARTICIPANT, { id: 'trump-nominees' })).toEqual({
      data: { participant: american('Nominees of Donald Trump', 'GROUP', true) },
    })
  })

  test('what nobody knows, as Trump said in Warsaw, goes against both', async () => {
    expect(inAnyOrder(await service.ask(AGAINST, { id: 'trump-warsaw-nobody-knows' }))).toEqual(
      inAnyOrder({
        data: {
          statement: {
            isContested: true,
            contradictedBy: {
              totalCount: 2,
              nodes: slugs('intelligence-community-conclusion', 'nominees-testimony'),
            },
            links: [
              link('ELABORATES', 'trump-warsaw-nobody-knows', 'trump-warsaw-russia-and-others'),
              link('CONTRADICTS', 'trump-warsaw-nobody-knows', 'intelligence-community-conclusion'),
              link('CONTRADICTS', 'trump-warsaw-nobody-knows', 'nominees-testimony'),
            ],
          },
        },
      }),
    )
  })

  test('the conclusion is contradicted by every denial, and by that', async () => {
    expect(inAnyOrder(await service.ask(AGAINST, { id: 'intelligence-community-conclusion' }))).toEqual(
      inAnyOrder({
        data: {
          statement: {
            isContested: true,
            contradictedBy: {
              totalCount: 4,
              nodes: slugs(
                'putin-denial-via-tillerson',
                'trump-acceptance-via-lavrov',
                'putin-denial-via-lavrov',
                'trump-warsaw-nobody-knows',
              ),
            },
            links: [],
          },
        },
      }),
    )
  })

  test('on the interference itself all the positions conflict', async () => {
    expect(inAnyOrder(await service.ask(ISSUE, { id: INTERFERED }))).toEqual(
      inAnyOrder({
        data: {
          issue: {
            question: 'Did Russia interfere in the presidential election of 2016 in the United States?',
            isContested: true,
            topics: slugs('election-interference'),
            positions: {
              totalCount: 8,
              nodes: [
                positionOf('trump-presses-putin-via-tillerson', 'AFFIRMS', 'united-states', 'rex-tillerson'),
                positionOf('putin-denial-via-tillerson', 'DENIES', 'russia', 'rex-tillerson'),
                positionOf('trump-acceptance-via-lavrov', 'DENIES', 'united-states', 'sergei-lavrov'),
                positionOf('putin-denial-via-lavrov', 'DENIES', 'russia', 'sergei-lavrov'),
                positionOf('trump-warsaw-russia-and-others', 'HEDGES', 'united-states', null),
                positionOf('trump-warsaw-nobody-knows', 'HEDGES', 'united-states', null),
                positionOf(
                  'intelligence-community-conclusion',
                  'AFFIRMS',
                  'us-intelligence-community',
                  WRITER,
                ),
                positionOf('nominees-testimony', 'AFFIRMS', 'trump-nominees', WRITER),
              ],
            },
            citations: paragraphs(1, 2, 4, 7, 8),
          },
        },
      }),
    )
  })
})

describe('paragraph 9: a cease-fire in Syria', () => {
  test('the meeting produced it, for the southwest of Syria', async () => {
    expect(await service.ask(AGREEMENT, { id: CEASEFIRE })).toEqual({
      data: {
        agreement: {
          title: 'Cease-fire in southwestern Syria',
          kind: 'CEASEFIRE',
          form: 'UNKNOWN',
          meeting: { slug: BILATERAL },
          scope: { name: 'southwestern Syria', countryCode: 'SY', latitude: null, longitude: null },
          effective: { edtf: '2017-07-09/..', earliest: '2017-07-09', latest: null },
          topics: slugs('ceasefires', 'syrian-civil-war'),
          citations: paragraphs(9, 10, 13),
        },
      },
    })
  })

  test('it is one of the two agreements reached there', async () => {
    expect(inAnyOrder(await service.ask(AGREED_AT, { id: BILATERAL }))).toEqual(
      inAnyOrder({
        data: { meeting: { agreements: { totalCount: 2, nodes: slugs(CEASEFIRE, TALKS) } } },
      }),
    )
  })

  test('the fighting is to stop, from Sunday on', async () => {
    expect(await service.ask(PROVISIONS, { id: CEASEFIRE })).toEqual({
      data: {
        agreement: {
          provisions: [
            {
              ordinal: 1,
              text: 'In southwestern Syria the fighting stops.',
              obliges: slugs('israel', 'jordan', 'russia', 'united-states'),
            },
            { ordinal: 2, text: 'The cease-fire begins on Sunday, 9 July 2017.', obliges: [] },
          ],
        },
      },
    })
  })

  test('the writer says what it is for', async () => {
    expect(inAnyOrder(await service.ask(OWN_VOICE, { id: 'writer-meeting-brought-ceasefire' }))).toEqual(
      ownVoice(
        9,
        'Something else came of the meeting: the presidents settled on a cease-fire for the southwest of ' +
          'Syria, which is to calm the fighting in that country.',
        agreement(CEASEFIRE),
        meeting(BILATERAL),
      ),
    )
  })

  test('and that the United States takes a greater part with it', async () => {
    expect(inAnyOrder(await service.ask(OWN_VOICE, { id: 'writer-ceasefire-draws-us-in' }))).toEqual(
      ownVoice(
        9,
        'With the cease-fire the United States takes a greater part in what is being done to end the ' +
          'Syrian civil war.',
        agreement(CEASEFIRE),
        participant('united-states'),
      ),
    )
  })

  test('Syria is a state on record', async () => {
    expect(await service.ask(PARTICIPANT, { id: 'syria' })).toEqual({
      data: { participant: state('Syria', 'SY', 9, 11) },
    })
  })
})

describe('paragraph 10: Israel and Jordan joined, and it begins on Sunday', () => {
  test('all four are parties', async () => {
    expect(await service.ask(PARTIES, { id: CEASEFIRE })).toEqual({
      data: {
        agreement: {
          parties: {
            totalCount: 4,
            edges: [
              party('israel', '2017-07-07/2017-07-08'),
              party('jordan', '2017-07-07/2017-07-08'),
              party('russia', '2017-07-07'),
              party('united-states', '2017-07-07'),
            ],
          },
        },
      },
    })
  })

  test('its turns are known or foreseen, each with its proof', async () => {
    expect(await service.ask(EVENTS, { id: CEASEFIRE })).toEqual({
      data: {
        agreement: {
          events: [
            {
              kind: 'NEGOTIATED',
              planned: false,
              date: { edtf: '../2017-07-07' },
              participants: slugs('russia', 'united-states'),
              meeting: null,
              citations: proofs(CEASEFIRE, 13),
            },
            {
              kind: 'AGREED',
              planned: false,
              date: { edtf: '2017-07-07' },
              participants: slugs('donald-trump', 'vladimir-putin'),
              meeting: { slug: BILATERAL },
              citations: proofs(CEASEFIRE, 9, 13),
            },
            {
              kind: 'JOINED',
              planned: false,
              date: { edtf: '2017-07-07/2017-07-08' },
              participants: slugs('israel', 'jordan'),
              meeting: null,
              citations: proofs(CEASEFIRE, 10),
            },
            {
              kind: 'ENTERED_INTO_FORCE',
              planned: true,
              date: { edtf: '2017-07-09' },
              participants: [],
              meeting: null,
              citations: proofs(CEASEFIRE, 10),
            },
          ],
        },
      },
    })
  })

  test('agreed on Friday, it is foreseen to be in force on Sunday', async () => {
    expect(await service.ask(STATUS, { id: CEASEFIRE })).toEqual({
      data: {
        agreement: {
          thursday: null,
          friday: 'AGREED',
          saturday: 'AGREED',
          sunday: 'IN_FORCE',
          owedTo: {
            kind: 'ENTERED_INTO_FORCE',
            planned: true,
            date: { edtf: '2017-07-09' },
            citations: [
              {
                locator: 'paragraph 10',
                note: expect.stringMatching(/only Sunday.*taken to be 9 July 2017/),
              },
            ],
          },
        },
      },
    })
  })

  test('the writer says that both border on Syria, and when it is to start', async () => {
    expect(inAnyOrder(await service.ask(OWN_VOICE, { id: 'writer-israel-and-jordan-joined' }))).toEqual(
      ownVoice(
        10,
        'Israel and Jordan have accepted the cease-fire as well; both border on the south of Syria.',
        agreement(CEASEFIRE),
        participant('israel'),
        participant('jordan'),
        participant('syria'),
      ),
    )
    expect(inAnyOrder(await service.ask(OWN_VOICE, { id: 'writer-ceasefire-to-begin-sunday' }))).toEqual(
      ownVoice(10, 'The cease-fire is to start on Sunday, 9 July 2017.', agreement(CEASEFIRE)),
    )
  })

  test('Israel and Jordan are states on record', async () => {
    expect(await service.ask(PARTICIPANT, { id: 'israel' })).toEqual({
      data: { participant: state('Israel', 'IL', 10) },
    })
    expect(await service.ask(PARTICIPANT, { id: 'jordan' })).toEqual({
      data: { participant: state('Jordan', 'JO', 10) },
    })
  })
})

describe('paragraph 11: the two back opposite sides in the war', () => {
  test('both are against Islamic State', async () => {
    expect(inAnyOrder(await service.ask(OWN_VOICE, { id: 'writer-both-oppose-islamic-state' }))).toEqual(
      ownVoice(
        11,
        'In Syria the United States and Russia are both against Islamic State.',
        participant('islamic-state'),
        participant('russia'),
        participant('united-states'),
      ),
    )
  })

  test('in the war itself each has its own side', async () => {
    expect(inAnyOrder(await service.ask(OWN_VOICE, { id: 'writer-backing-opposite-sides' }))).toEqual(
      ownVoice(
        11,
        'In the Syrian war, though, the United States backs one side and Russia the other.',
        participant('russia'),
        participant('united-states'),
      ),
    )
  })

  test('the United States backs the rebels', async () => {
    expect(inAnyOrder(await service.ask(OWN_VOICE, { id: 'writer-us-backs-rebels' }))).toEqual(
      ownVoice(
        11,
        'The side of the United States is that of the rebels, who are against Assad.',
        participant('bashar-al-assad'),
        participant('syrian-rebel-forces'),
        participant('united-states'),
      ),
    )
  })

  test('Russia backs Assad', async () => {
    expect(inAnyOrder(await service.ask(OWN_VOICE, { id: 'writer-russia-backs-assad' }))).toEqual(
      ownVoice(
        11,
        'The side of Russia is that of Assad.',
        participant('bashar-al-assad'),
        participant('russia'),
      ),
    )
  })

  test('Assad is President of Syria', async () => {
    expect(await service.ask(PARTICIPANT, { id: 'bashar-al-assad' })).toEqual({
      data: {
        participant: {
          name: 'Bashar al-Assad',
          kind: 'PERSON',
          isAnonymous: false,
          countryCode: 'SY',
          offices: [office('President of Syria', 'bashar-al-assad', 'syria')],
          citations: paragraphs(11),
        },
      },
    })
  })

  test('the rebels are a group, Islamic State an organization', async () => {
    expect(await service.ask(PARTICIPANT, { id: 'syrian-rebel-forces' })).toEqual({
      data: {
        participant: {
          name: 'Syrian rebel forces',
          kind: 'GROUP',
          isAnonymous: false,
          countryCode: 'SY',
          offices: [],
          citations: paragraphs(11),
        },
      },
    })
    expect(await service.ask(PARTICIPANT, { id: 'islamic-state' })).toEqual({
      data: {
        participant: {
          name: 'Islamic State',
          kind: 'ORGANIZATION',
          isAnonymous: false,
          countryCode: null,
          offices: [],
          citations: paragraphs(11, 12),
        },
      },
    })
  })
})

describe('paragraph 12: who fills the void', () => {
  test('the United States may come to have a greater say', async () => {
    expect(inAnyOrder(await service.ask(OWN_VOICE, { id: 'writer-us-influence-over-void' }))).toEqual(
      ownVoice(
        12,
        'Through the cease-fire the United States may come to have a greater say in who takes charge where ' +
          'leadership is falling away in Syria.',
        agreement(CEASEFIRE),
        participant('united-states'),
      ),
    )
  })

  test('Islamic State is being driven from where it was strongest', async () => {
    expect(inAnyOrder(await service.ask(OWN_VOICE, { id: 'writer-islamic-state-driven-out' }))).toEqual(
      ownVoice(
        12,
        'Islamic State is being driven from the places in Syria that matter most to it, and leaves them ' +
          'without leadership.',
        participant('islamic-state'),
        participant('syria'),
      ),
    )
  })
})

describe('paragraph 13: long negotiated, eagerly awaited', () => {
  test('the two states had worked on the cease-fire before', async () => {
    expect(inAnyOrder(await service.ask(OWN_VOICE, { id: 'writer-ceasefire-long-negotiated' }))).toEqual(
      ownVoice(
        13,
        'The United States and Russia had worked on the cease-fire for a while before the meeting brought ' +
          'it about.',
        agreement(CEASEFIRE),
        meeting(BILATERAL),
        participant('russia'),
        participant('united-states'),
      ),
    )
  })

  test('the formal meeting had been looked forward to', async () => {
    expect(inAnyOrder(await service.ask(OWN_VOICE, { id: 'writer-meeting-eagerly-awaited' }))).toEqual(
      ownVoice(
        13,
        'The world’s states had looked forward to the formal meeting of the two with great interest.',
        meeting(BILATERAL),
      ),
    )
  })
})

describe('paragraph 14: a meeting full of symbols', () => {
  test('the writer calls it so', async () => {
    expect(inAnyOrder(await service.ask(OWN_VOICE, { id: 'writer-meeting-full-of-symbols' }))).toEqual(
      ownVoice(
        14,
        'That these two men sat down with each other meant a great deal as a symbol.',
        meeting(BILATERAL),
        participant('donald-trump'),
        participant('vladimir-putin'),
      ),
    )
  })

  test('Trump was new to diplomacy', async () => {
    expect(inAnyOrder(await service.ask(OWN_VOICE, { id: 'writer-trump-new-to-diplomacy' }))).toEqual(
      ownVoice(
        14,
        'Trump had not had much to do with diplomacy among the world’s powers yet.',
        participant('donald-trump'),
      ),
    )
  })

  test('Putin had been with the KGB', async () => {
    expect(inAnyOrder(await service.ask(OWN_VOICE, { id: 'writer-putin-once-kgb' }))).toEqual(
      ownVoice(14, 'Putin was once an agent of the KGB.', participant('vladimir-putin')),
    )
  })

  test('and had come to power 17 years before', async () => {
    expect(inAnyOrder(await service.ask(OWN_VOICE, { id: 'writer-putin-rise-to-power' }))).toEqual(
      ownVoice(
        14,
        'Putin has been in power for 17 years; the way he got there was as good as a coup in the Kremlin.',
        participant('vladimir-putin'),
      ),
    )
  })
})

describe('paragraph 15: how the two got along', () => {
  test('the meeting was watched for it', async () => {
    expect(inAnyOrder(await service.ask(OWN_VOICE, { id: 'writer-meeting-closely-watched' }))).toEqual(
      ownVoice(
        15,
        'Observers looked hard at the meeting for hints of how the presidents got along.',
        meeting(BILATERAL),
        participant('donald-trump'),
        participant('vladimir-putin'),
      ),
    )
  })

  test('Putin and Obama had not got along', async () => {
    expect(inAnyOrder(await service.ask(OWN_VOICE, { id: 'writer-putin-and-obama-strained' }))).toEqual(
      ownVoice(
        15,
        'Putin and Obama, by now a former President, had not been on good terms.',
        participant('barack-obama'),
        participant('vladimir-putin'),
      ),
    )
  })

  test('Obama, a former President, holds no office', async () => {
    expect(await service.ask(PARTICIPANT, { id: 'barack-obama' })).toEqual({
      data: {
        participant: {
          name: 'Barack Obama',
          kind: 'PERSON',
          isAnonymous: false,
          countryCode: 'US',
          offices: [],
          citations: paragraphs(15),
        },
      },
    })
  })

  test('the writer says that Trump has often spoken of better relations', async () => {
    expect(inAnyOrder(await service.ask(OWN_VOICE, { id: 'writer-trump-wants-better-ties' }))).toEqual(
      ownVoice(
        15,
        'Trump has said time and again that he wishes for better relations with Russia.',
        participant('donald-trump'),
        participant('russia'),
      ),
    )
  })

  test('the wish is Trump’s, known only through somebody without a name', async () => {
    expect(await service.ask(CLAIM, { id: 'trump-wish-for-better-ties' })).toEqual({
      data: {
        statement: {
          text: 'He would be glad if relations with Russia improved.',
          wording: 'SUMMARY',
          act: 'EXPRESS',
          speaker: { slug: 'donald-trump' },
          onBehalfOf: null,
          addressees: [],
          date: null,
          meeting: null,
          evidence: 'UNATTRIBUTED',
          attribution: slugs('trump-wish-for-better-ties', 'writer-trump-wants-better-ties'),
          positions: [],
          citations: paragraphs(15),
        },
      },
    })
  })
})

describe('the report itself', () => {
  test('what it does not say stays unknown', async () => {
    expect(await service.ask(SOURCE, { id: REPORT })).toEqual({
      data: {
        source: {
          kind: 'NEWS_REPORT',
          author: { slug: WRITER, kind: 'PERSON', isAnonymous: true },
          publisher: null,
          url: null,
          archiveUrl: null,
          published: null,
          retrieved: null,
          language: 'en',
          citations: paragraphs(1, 10),
        },
      },
    })
  })

  test('every one of its paragraphs proves a statement', async () => {
    const everyParagraph = Array.from({ length: 15 }, (_, index) => ({ locator: `paragraph ${index + 1}` }))
    expect(await service.ask(PROVED_STATEMENTS, { id: REPORT })).toEqual({
      data: {
        source: {
          proves: {
            nodes: expect.arrayContaining(everyParagraph),
            pageInfo: { hasNextPage: false },
          },
        },
      },
    })
  })
})

const atBriefing = {
  speaker: { slug: 'rex-tillerson' },
  onBehalfOf: { slug: 'united-states' },
  addressees: slugs('reporters-at-tillerson-briefing'),
  date: { edtf: '2017-07-07?' },
  meeting: { slug: BRIEFING },
  evidence: 'FIRST_HAND',
}

const inWarsaw = {
  wording: 'DIRECT',
  act: 'ASSERT',
  speaker: { slug: 'donald-trump' },
  onBehalfOf: { slug: 'united-states' },
  addressees: [],
  date: { edtf: '2017-07-06' },
  meeting: { slug: WARSAW },
  evidence: 'FIRST_HAND',
  positions: [position(INTERFERED, 'HEDGES', 'united-states', null)],
}

function slugs(...all: string[]) {
  return all.map((slug) => ({ slug }))
}

function slugOrNull(slug: string | null) {
  return slug === null ? null : { slug }
}

function paragraphs(...numbers: number[]) {
  return numbers.map((number) => ({ source: { slug: REPORT }, locator: `paragraph ${number}` }))
}

function proofs(slug: string, ...numbers: number[]) {
  return paragraphs(...numbers).map((citation) => ({ ...citation, entry: agreement(slug) }))
}

function attendance(slug: string, roles: string[], capacity: string | null, onBehalfOf: string | null) {
  return { node: { slug }, roles, capacity, onBehalfOf: slugOrNull(onBehalfOf) }
}

function party(slug: string, since: string) {
  return { node: { slug }, role: 'PARTY', since: { edtf: since }, until: null }
}

function office(title: string, holder: string, of: string) {
  return { title, holder: { slug: holder }, of: { slug: of }, period: null }
}

function state(name: string, countryCode: string, ...numbers: number[]) {
  return {
    name,
    kind: 'STATE',
    isAnonymous: false,
    countryCode,
    offices: [],
    citations: paragraphs(...numbers),
  }
}

function american(name: string, kind: string, isAnonymous: boolean) {
  return { name, kind, isAnonymous, countryCode: 'US', offices: [], citations: paragraphs(8) }
}

function position(issue: string, stance: string, side: string, accordingTo: string | null) {
  return { issue: { slug: issue }, stance, side: { slug: side }, accordingTo: slugOrNull(accordingTo) }
}

function positionOf(statement: string, stance: string, side: string, accordingTo: string | null) {
  return {
    statement: { slug: statement },
    stance,
    side: { slug: side },
    accordingTo: slugOrNull(accordingTo),
  }
}

function link(kind: string, from: string, to: string) {
  return { kind, from: { slug: from }, to: { slug: to } }
}

function meeting(slug: string) {
  return { __typename: 'Meeting', slug }
}

function agreement(slug: string) {
  return { __typename: 'Agreement', slug }
}

function participant(slug: string) {
  return { __typename: 'Participant', slug }
}

function ownVoice(paragraph: number, text: string, ...about: { __typename: string; slug: string }[]) {
  return inAnyOrder({
    data: {
      statement: {
        text,
        wording: 'INDIRECT',
        act: 'ASSERT',
        speaker: { slug: WRITER, isAnonymous: true },
        onBehalfOf: null,
        evidence: 'UNATTRIBUTED',
        positions: [],
        about,
        citations: paragraphs(paragraph),
      },
    },
  })
}

// The order of what ties, or was never ordered, is the service's own business.
function inAnyOrder(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(inAnyOrder).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
  }
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).map(([key, inner]) => [key, inAnyOrder(inner)] as const)
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)))
}
