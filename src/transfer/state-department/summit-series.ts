import { slugFrom } from '../../domain/slug.ts'

/** A series of summits: what its meetings are called, and who meets. */
export interface SummitSeries {
  slug: string
  /** Before the place: "G20 summit". */
  title: string
  /** The slug of the organization whose members meet; null where that is none. */
  organization: string | null
}

/** Series by the words for them, the more special ones first. */
const SERIES: readonly (readonly [RegExp, SummitSeries])[] = [
  [
    /Summit of the Americas|Summits of the Americas/,
    series('summit-of-the-americas', 'Summit of the Americas'),
  ],
  [/Summit of the Peacemakers/, series('summit-of-the-peacemakers', 'Summit of the Peacemakers')],
  [/\bG[-–]?20\b/, series('g20', 'G20 summit', 'g20')],
  [/\bG[-–]?8\b/, series('g8', 'G8 summit', 'g8')],
  [/\bG[-–]?7\b/, series('g7', 'G7 summit', 'g7')],
  [/\bNATO\b(?!-)|North Atlantic Alliance/, series('nato-summit', 'NATO summit', 'nato')],
  [/\bAPEC\b|Asia[- ]Pacific Economic/, series('apec-summit', 'APEC summit', 'apec')],
  [/Nuclear Security/, series('nuclear-security-summit', 'Nuclear Security Summit')],
  [
    /ASEAN Leaders|(?:U\.S\.|United States)-(?:ASEAN|Association of Southeast)|Southeast Asian Na/,
    series('us-asean-summit', 'US-ASEAN summit'),
  ],
  [/\bASEAN\b/, series('asean-summit', 'ASEAN summit', 'asean')],
  [/East Asian?/, series('east-asia-summit', 'East Asia Summit')],
  [/Africa(?:n)? Leaders/, series('us-africa-summit', 'US-Africa Leaders Summit')],
  [/Pacific Islands?/, series('us-pacific-islands-summit', 'US-Pacific Islands summit')],
  [/North American Leaders/, series('north-american-summit', 'North American Leaders’ Summit')],
  [/Quad Leaders/, series('quad-summit', 'Quad Leaders’ Summit')],
  [/\bEU\b|European Union|European Community/, series('us-eu-summit', 'US-EU summit', 'european-union')],
  [/\bCSCE\b/, series('csce-summit', 'CSCE summit', 'csce')],
  [/\bOSCE\b|Organization for Security|^Europe /, series('osce-summit', 'OSCE summit', 'osce')],
  [
    /Gulf Cooperation Council|\bGCC\b/,
    series('us-gcc-summit', 'US-Gulf Cooperation Council summit', 'gulf-cooperation-council'),
  ],
  [/Nordic/, series('us-nordic-summit', 'US-Nordic Leaders Summit')],
  [/Baltic/, series('us-baltic-summit', 'US-Baltic Leaders Summit')],
  [/\bAUKUS\b/, series('aukus-summit', 'AUKUS summit')],
  [/\bAPEP\b|Americas Partnership/, series('apep-summit', 'APEP Leaders’ Summit')],
  [/\bC5/, series('c5-1-summit', 'C5+1 summit')],
  [/Caribbean Community/, series('us-caricom-summit', 'US-Caribbean Community summit', 'caricom')],
  [/Central America/, series('central-american-summit', 'Central American summit')],
  [/Security Council/, series('un-security-council-summit', 'UN Security Council summit', 'united-nations')],
  [/Mill?ennium|Millenium/, series('un-millennium-summit', 'UN Millennium Summit', 'united-nations')],
  [/African Union/, series('african-union-summit', 'African Union summit', 'african-union')],
  [/(?:U\.S\.-)?Soviet/, series('us-soviet-summit', 'US-Soviet summit')],
  [/U\.S\.-Russian/, series('us-russian-summit', 'US-Russian summit')],
  [/North Africa/, series('middle-east-north-africa-summit', 'Middle East and North Africa Economic Summit')],
  [/Democracy/, series('summit-for-democracy', 'Summit for Democracy')],
]

/** What meets under the name of a summit, without leaders of states. */
const NO_SUMMIT =
  /\b(?:CEO|Business|Investors|Entrepreneurship|Health|AIPAC|National|Youth|White House|President|Ministers?|Ministerial)\b/

/** Words that tell no series: what all are, the how manyth this one is, and on which occasion. */
const COMMON =
  /\b(?:\d+(?:st|nd|rd|th|d)|First|Second|Third|Fourth|Fifth|Sixth|Seventh|Annual|Anniversary|Special|Extraordinary|Leaders?|Leadership|Economic|Meetings?|Conference|Summits?|Washington|Madrid|Moscow|Geneva|Camp David)\b|’s?(?= |$)/g

/** The first year in which the summit of the seven was one of eight, and the first in which it was not any more. */
const EIGHT = { from: 1997, until: 2014 }

/**
 * The series to which a summit belongs by its name, as a row prints it: "G-20 Economic Summit Meeting". An Economic
 * Summit without further words is that of the seven, or eight. Null for what is no meeting of leaders, or has no name.
 */
export function seriesOf(name: string, year: number): SummitSeries | null {
  if (NO_SUMMIT.test(name)) return null
  const known = SERIES.find(([words]) => words.test(name))
  if (known) return known[1]
  const own = name.replace(COMMON, ' ').replace(/\s+/g, ' ').trim()
  if (own === '') return /\bEconomic\b/.test(name) ? economic(year) : null
  const title = `${own} summit`
  return series(slugFrom(title), title)
}

function economic(year: number): SummitSeries {
  return year >= EIGHT.from && year < EIGHT.until
    ? series('g8', 'G8 summit', 'g8')
    : series('g7', 'G7 summit', 'g7')
}

function series(slug: string, title: string, organization: string | null = null): SummitSeries {
  return { slug, title, organization }
}
