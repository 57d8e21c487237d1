import type { IssueStances, TakenStance } from '../plots/stance-layout.ts'
import type { Account, Position } from './read.ts'

/**
 * What accounts say on each issue that any of them takes a stance on: those that are contested first, then those on
 * which most of them speak.
 */
export function issueStances(accounts: readonly Account[]): IssueStances[] {
  const issues = new Map<string, Position['issue']>()
  for (const { positions } of accounts) for (const { issue } of positions) issues.set(issue.id, issue)
  return [...issues.values()]
    .map(({ id, question, isContested }) => ({
      question,
      isContested,
      spoken: accounts
        .map((account) => ({ side: account.side, stances: stancesOf(account, id) }))
        .filter(({ stances }) => stances.length > 0),
      silent: accounts
        .filter(({ silentOn }) => silentOn.some((issue) => issue.id === id))
        .map(({ side }) => side),
    }))
    .sort(
      (one, other) =>
        Number(other.isContested) - Number(one.isContested) || other.spoken.length - one.spoken.length,
    )
}

/** The stances of an account on an issue, each once, with its own side before those of whom it reports. */
function stancesOf({ side, positions }: Account, issue: string): TakenStance[] {
  const taken = positions.filter((position) => position.issue.id === issue)
  return [...Map.groupBy(taken, ({ stance }) => stance)].map(([stance, held]) => {
    const others = held.flatMap((position) => (position.side.id === side.id ? [] : position.side.name))
    const own = others.length < held.length ? [side.name] : []
    return {
      stance,
      holders: [...own, ...new Set(others)],
      isOwn: others.length === 0,
      isReported: held.every(({ accordingTo }) => accordingTo !== null),
    }
  })
}
