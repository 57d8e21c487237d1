import { isUrl } from '../../domain/url.ts'
import type { SourceKind } from '../../generated/prisma/enums.ts'
import type { Condition } from '../../reading/condition.ts'
import { builder } from '../builder.ts'
import { describedEnum } from '../enum.ts'
import { badUserInput } from '../errors.ts'
import { hasWords, isFound, one, oneOf, searched, searchOptions } from '../filter.ts'

export const SourceKindEnum = describedEnum<SourceKind>('SourceKind', {
  description: 'What sort of source it is.',
  values: {
    NEWS_REPORT: 'What a news organization published.',
    TRANSCRIPT: 'What was said, word for word.',
    OFFICIAL_DOCUMENT: 'A treaty, a communiqué, a press release of a government.',
    DATASET: 'A collection of data.',
    SPEECH: 'A speech as it was given or published.',
    INTERVIEW: 'Questions and answers.',
    OTHER: 'Any other source.',
  },
})

interface SourceFilterShape {
  search?: string | null
  kind?: readonly SourceKind[] | null
  publisher?: string | null
  url?: string | null
}

export const SourceFilter = builder.inputRef<SourceFilterShape>('SourceFilter').implement({
  description: 'Which sources; the fields are ANDed. Example: `{ kind: [NEWS_REPORT] }`.',
  fields: (t) => ({
    search: t.string(searchOptions),
    kind: t.field({ type: [SourceKindEnum], description: 'Of one of these kinds. Example: `[TRANSCRIPT]`.' }),
    publisher: t.string({
      extensions: searched,
      description:
        'By a publisher whose name holds all of these words. Case and accents do not matter. Example: `"state department"`.',
    }),
    url: t.field({
      type: 'URL',
      description: 'Found at exactly this address. Example: `https://history.state.gov/`.',
    }),
  }),
})

/** What the filter means to the door. */
export function sourceCondition({ search, kind, publisher, url }: SourceFilterShape): Condition {
  return {
    all: [
      ...isFound(search),
      ...oneOf('kind', kind),
      ...hasWords('publisherKey', 'publisher', publisher),
      ...oneOf('url', one(url)?.map(urlArgument)),
    ],
  }
}

function urlArgument(url: string): string {
  if (isUrl(url)) return url
  throw badUserInput(
    `"url" is ${JSON.stringify(url.slice(0, 80))}, which is not an address. Write an absolute one, such as "https://www.un.org/".`,
  )
}
