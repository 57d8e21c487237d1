import { generateAgreements } from './generate-agreements.ts'
import { generateIssues } from './generate-issues.ts'
import { generateMeetings } from './generate-meetings.ts'
import { generateParticipants } from './generate-participants.ts'
import { generateSources } from './generate-sources.ts'
import { generateStatements } from './generate-statements.ts'
import { generateTopics } from './generate-topics.ts'
import type { MadeEntry } from './made.ts'
import type { Numbers } from './sizes.ts'

/**
 * The entries of a data set, one after the other: the same ones every time. Nobody refers to what comes later, and
 * only a few facts about what came before are kept in memory, of statements none.
 */
export function* generateEntries(numbers: Numbers): Generator<MadeEntry, void> {
  const topics = yield* generateTopics(numbers.Topic)
  const cast = yield* generateParticipants(numbers.Participant)
  const sources = yield* generateSources(numbers.Source, cast)
  const questions = yield* generateIssues(numbers.Issue, { topics, sources })
  const encounters = yield* generateMeetings(numbers.Meeting, { cast, topics, sources })
  const agreements = yield* generateAgreements(numbers.Agreement, { cast, topics, sources, encounters })
  yield* generateStatements(numbers.Statement, { cast, topics, sources, questions, encounters, agreements })
}
