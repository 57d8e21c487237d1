import path from 'node:path'
import { type State, withArticle } from '../../domain/states.ts'
import { citationOf } from './source.ts'
import type { Speaker } from './speakers.ts'

/** A state, or the Union, on whose behalf somebody spoke. */
export function stateInput({ slug, name, aliases, kind, countryCode }: State) {
  return { slug, name, aliases, kind, countryCode }
}

/** Whoever spoke, where the sheet names them first. */
export function personLine({ slug, name, aliases, home, row }: Speaker) {
  const state = home ?? (row.state.kind === 'STATE' ? row.state : null)
  return {
    file: row.file,
    line: row.line,
    type: 'Participant' as const,
    input: {
      slug,
      name,
      aliases: [...aliases],
      kind: 'PERSON',
      countryCode: state?.countryCode ?? null,
      citations: [citationOf(`${path.basename(row.file)}, line ${row.line}`)],
    },
  }
}

/** Whoever spoke for a state, where nothing says who it was. */
export function delegationInput({ slug, name, countryCode }: State) {
  return {
    slug: `delegation-of-${slug}-to-the-united-nations`,
    name: `Delegation of ${withArticle(name)} to the United Nations`,
    kind: 'GROUP',
    isAnonymous: true,
    countryCode,
    citations: [citationOf()],
  }
}
