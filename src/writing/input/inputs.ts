import type { z } from 'zod'
import type { SluggedType } from '../../domain/global-id.ts'
import { type AgreementInput, agreementInput } from './agreement-input.ts'
import { type IssueInput, issueInput } from './issue-input.ts'
import { type MeetingInput, meetingInput } from './meeting-input.ts'
import { type ParticipantInput, participantInput } from './participant-input.ts'
import { type SourceInput, sourceInput } from './source-input.ts'
import { type StatementInput, statementInput } from './statement-input.ts'
import { type TopicInput, topicInput } from './topic-input.ts'

/** What an input of each type says once it is read: what was left out is null, a default, or an empty list. */
export interface Inputs {
  Meeting: MeetingInput
  Participant: ParticipantInput
  Statement: StatementInput
  Agreement: AgreementInput
  Issue: IssueInput
  Topic: TopicInput
  Source: SourceInput
}

/** The rules for the input of each type that can be told from the input alone. */
export const inputs: { readonly [Type in SluggedType]: z.ZodType<Inputs[Type]> & z.ZodObject } = {
  Meeting: meetingInput,
  Participant: participantInput,
  Statement: statementInput,
  Agreement: agreementInput,
  Issue: issueInput,
  Topic: topicInput,
  Source: sourceInput,
}

export function isEntryType(name: string): name is SluggedType {
  return Object.hasOwn(inputs, name)
}
