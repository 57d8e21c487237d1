/** An organization as a participant. */
export interface Organization {
  slug: string
  name: string
  aliases: readonly string[]
}

/** The organizations that rows name: a slug, the name, then what else stands for it in running text. */
const ORGANIZATIONS = `
  united-nations: United Nations, UN, U.N.
  nato: North Atlantic Treaty Organization, NATO, North Atlantic Alliance, North Atlantic Council
  european-union: European Union, EU, E.U., European Commission, European Council, European Parliament
  european-economic-community: European Economic Community, EEC, European Community, EC
  osce: Organization for Security and Cooperation in Europe, OSCE
  csce: Conference on Security and Cooperation in Europe, CSCE
  oas: Organization of American States, OAS
  iaea: International Atomic Energy Agency, IAEA
  african-union: African Union, AU
  organization-of-african-unity: Organization of African Unity, OAU
  arab-league: Arab League, League of Arab States
  asean: Association of Southeast Asian Nations, ASEAN
  apec: Asia-Pacific Economic Cooperation, APEC
  gulf-cooperation-council: Gulf Cooperation Council, GCC
  g7: G7, G-7, Group of Seven
  g8: G8, G-8, Group of Eight
  g20: G20, G-20, Group of Twenty
  oecd: Organisation for Economic Co-operation and Development, OECD
  world-bank: World Bank
  international-monetary-fund: International Monetary Fund, IMF
  who: World Health Organization, WHO
  caricom: Caribbean Community, CARICOM
  middle-east-quartet: Middle East Quartet, Quartet
  red-cross: International Committee of the Red Cross, ICRC
`

const all: readonly Organization[] = ORGANIZATIONS.trim()
  .split('\n')
  .map((line) => {
    const [slug = '', words = ''] = line.trim().split(': ')
    const [name = '', ...aliases] = words.split(', ')
    return { slug, name, aliases }
  })

const byName = new Map(
  all.flatMap((organization) =>
    [organization.name, ...organization.aliases].map((name) => [name, organization] as const),
  ),
)

/** The organization that a text names, as printed; null for anything else. */
export function organizationInText(words: string): Organization | null {
  return byName.get(words) ?? null
}

/** The organization of a slug; null for one that is not known here. */
export function organizationBySlug(slug: string): Organization | null {
  return all.find((organization) => organization.slug === slug) ?? null
}
