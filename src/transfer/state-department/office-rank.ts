/** What sort of office a title stands for: those of one sort are easily the same person, of two sorts less so. */
export type OfficeRank = 'SOVEREIGN' | 'HEAD' | 'MINISTER' | 'OTHER'

const SOVEREIGN =
  /\b(?:King|Queen|Emperor|Empress|Sultan|Shah|Emir|Amir|Prince|Princess|Grand Duke|Grand Duchess|Pope|Ruler|Regent)\b/
const HEAD =
  /\b(?:President|Premier|Prime Minister|Chancellor|Chairman|Chairwoman|Chairperson|Taoiseach|General Secretary|First Secretary|Head of State|Chief of State|Governor General|Generalissimo)\b/
const MINISTER = /\b(?:Minister|Secretary|Speaker|Councilor|Counselor|Tanaiste)\b/
/** Offices of bodies within a state, of organizations, and of those who are sent. */
const ELSEWHERE =
  /\b(?:Envoy|Representative|Commission|Commissioner|Parliament|Director|Administrator|Adviser|Advisor|Party|Coordinator)\b|Secretary[ -]General/

/** What sort of office a printed title stands for; OTHER for none. */
export function officeRank(capacity: string | null): OfficeRank {
  if (capacity === null || ELSEWHERE.test(capacity)) return 'OTHER'
  if (/^(?:Deputy |Vice )?(?:Prime Minister|Premier|President)\b|\b(?:Prime Minister)\b/.test(capacity))
    return 'HEAD'
  if (SOVEREIGN.test(capacity)) return 'SOVEREIGN'
  if (/\b(?:Minister|Secretary of|Secretary for)\b/.test(capacity) && !HEAD.test(capacity)) return 'MINISTER'
  if (HEAD.test(capacity)) return 'HEAD'
  return MINISTER.test(capacity) ? 'MINISTER' : 'OTHER'
}

/** Departments that have a secretary at their head in the United States, and a minister nearly everywhere else. */
const US_SECRETARY =
  /^Secretary of (?:Agriculture|Commerce|Defense|Energy|Homeland Security|Labor|the Treasury|Transportation|War|the Navy)$/

/** Whether a title without a state beside it is one of the United States. */
export function isAmerican(capacity: string | null): boolean {
  return capacity !== null && US_SECRETARY.test(capacity)
}

/** Whether a title is no more than a rank in an army, which says nothing of an office: "General". */
export function isRank(capacity: string | null): boolean {
  return (
    capacity !== null &&
    /^(?:(?:Lieutenant|Brigadier|Major|Colonel|Gen\.?|General|Marshal|Comandante) ?)+$/.test(capacity)
  )
}
