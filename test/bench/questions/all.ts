import { counterparts } from './counterparts.ts'
import { meetings } from './meetings.ts'
import { oneMeeting } from './one-meeting.ts'
import type { Question } from './question.ts'
import { search } from './search.ts'
import { firstPage, speaker } from './speaker.ts'
import { timeline } from './timeline.ts'

/** All that is measured. */
export const questions: readonly Question[] = [
  oneMeeting,
  meetings,
  speaker,
  search,
  counterparts,
  timeline,
  firstPage,
]
