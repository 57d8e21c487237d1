import { fold } from '../../domain/folding.ts'
import { stateByName } from '../../domain/states.ts'
import { type HistorianState, historianState, stateOf } from './historian-states.ts'

/** Adjectives of states, as stand before an office: the code of ISO 3166, then the words for it. */
const DEMONYMS = `
  AE Emirati, UAE; AF Afghan, Afghani; AG Antiguan; AL Albanian; AM Armenian; AO Angolan; AR Argentine, Argentinian;
  AT Austrian; AU Australian; AZ Azerbaijani, Azeri; BA Bosnian, Bosnian Serb, Bosnian Croat, Bosnian Muslim;
  BB Barbadian; BD Bangladeshi, Bangladesh; BE Belgian; BF Burkinabe; BG Bulgarian; BH Bahraini; BI Burundian;
  BJ Beninese; BN Bruneian; BO Bolivian; BR Brazilian; BS Bahamian; BT Bhutanese; BW Botswanan; BY Belarusian,
  Belarusan, Byelorussian; BZ Belizean; CA Canadian; CD Congolese, Zairian, Zairean; CF Central African;
  CH Swiss; CI Ivorian, Ivoirian; CL Chilean; CM Cameroonian; CN Chinese, PRC; CO Colombian; CR Costa Rican;
  CSHH Czechoslovak, Czechoslovakian; CU Cuban; CV Cape Verdean; CY Cypriot, Greek Cypriot, Turkish Cypriot; CZ Czech;
  DDDE East German; DE German, West German; DJ Djiboutian; DK Danish, Faroese, Greenlandic; DO Dominican; DZ Algerian; EC Ecuadoran,
  Ecuadorian, Ecuadorean; EE Estonian; EG Egyptian; ER Eritrean; ES Spanish; ET Ethiopian; FI Finnish; FJ Fijian;
  FR French; GA Gabonese; GB British, UK, U.K., English, Northern Irish, Scottish; GD Grenadian; GE Georgian; GH Ghanaian; GM Gambian;
  GN Guinean; GR Greek; GT Guatemalan; GY Guyanese; HN Honduran; HR Croatian, Croat; HT Haitian; HU Hungarian;
  ID Indonesian; IE Irish; IL Israeli; IN Indian; IQ Iraqi, Kurdish; IR Iranian; IS Icelandic; IT Italian; JM Jamaican;
  JO Jordanian; JP Japanese; KE Kenyan; KG Kyrgyz; KH Cambodian; KP North Korean; KR South Korean, Korean, ROK;
  KW Kuwaiti; KZ Kazakh, Kazakhstani; LA Lao, Laotian; LB Lebanese; LC St. Lucian; LI Liechtenstein; LK Sri Lankan;
  LR Liberian; LS Basotho; LT Lithuanian; LU Luxembourg; LV Latvian; LY Libyan; MA Moroccan; MC Monegasque;
  MD Moldovan; ME Montenegrin; MG Malagasy; MK Macedonian; ML Malian; MM Burmese; MN Mongolian; MR Mauritanian;
  MT Maltese; MU Mauritian; MV Maldivian; MW Malawian; MX Mexican; MY Malaysian; MZ Mozambican; NA Namibian;
  NE Nigerien; NG Nigerian; NI Nicaraguan; NL Dutch, Netherlands; NO Norwegian; NP Nepalese, Nepali; NZ New Zealand;
  OM Omani; PA Panamanian; PE Peruvian; PG Papua New Guinean; PH Philippine, Filipino; PK Pakistani; PL Polish;
  PS Palestinian, Palestinian Authority, PA, PLO; PT Portuguese; PY Paraguayan; QA Qatari; RO Romanian; RS Serbian,
  Serb; RU Russian, Russian Federation; RW Rwandan; SA Saudi, Saudi Arabian; SD Sudanese; SE Swedish; SG Singaporean, Singapore;
  SI Slovenian, Slovene; SK Slovak, Slovakian; SL Sierra Leonean; SN Senegalese; SO Somali, Somalian; SR Surinamese;
  SS South Sudanese; SUHH Soviet, USSR, U.S.S.R.; SV Salvadoran, Salvadorian; SY Syrian; TD Chadian; TG Togolese;
  TH Thai; TJ Tajik, Tajikistani; TL Timorese; TM Turkmen; TN Tunisian; TO Tongan; TR Turkish; TT Trinidadian;
  TW Chinese Nationalist, Nationalist Chinese, Taiwanese; TZ Tanzanian; UA Ukrainian; UG Ugandan; US American, U.S.,
  US; UY Uruguayan; UZ Uzbek, Uzbekistani; VA Vatican; VE Venezuelan; VN Vietnamese, South Vietnamese;
  VDVN North Vietnamese; YDYE South Yemeni; YE Yemeni; YUCS Yugoslav, Yugoslavian; ZA South African; ZM Zambian;
  ZW Zimbabwean, Rhodesian
`

/** Names of states that are in use beside those by which they are known. */
const OTHER_NAMES = `
  CD Congo; CI Ivory Coast, Cote d’Ivoire; CY Cyprus; DE West Germany, Federal Republic of Germany; GB Great Britain,
  Britain, England; BA Bosnia, Bosnia-Herzegovina; CZ Czech Republic; KP North Korea; KR Korea, Republic of Korea,
  South Korea; MM Burma; NL The Netherlands, Holland; PS Palestinian Authority, Palestine Liberation Organization;
  SUHH U.S.S.R., USSR, Soviet Union; VA Vatican, Holy See; VN South Vietnam, Vietnam; US U.S., United States;
  KN St. Christopher and Nevis, St. Kitts and Nevis; VC St. Vincent and the Grenadines; LC St. Lucia; AE UAE, Abu Dhabi;
  BN Brunei; CV Cape Verde; RU Russian Federation; TR Türkiye; YE Yemen; ST Sao Tome and Principe
`

const adjectives = codesIn(DEMONYMS)
const names = codesIn(OTHER_NAMES)

/** The most words that a name or an adjective of a state has. */
export const MOST_WORDS = 6

/** The state that an adjective belongs to, "Polish" or "South Korean"; null for any other word. */
export function stateByAdjective(words: string): HistorianState | null {
  const code = adjectives.get(fold(words))
  if (code !== undefined) return stateOf(code)
  return /^kosov(?:ar|an)$/i.test(words) ? historianState({ slug: 'kosovo', printed: words }) : null
}

/** The state of a name in running text, "the Ivory Coast"; null for anything else. */
export function stateInText(words: string): HistorianState | null {
  const code = names.get(fold(words))
  return code !== undefined
    ? stateOf(code)
    : (stateByName(words) ?? historianState({ slug: words.toLowerCase(), printed: words }))
}

function codesIn(list: string): ReadonlyMap<string, string> {
  return new Map(
    list
      .replace(/\s+/g, ' ')
      .split(';')
      .flatMap((line) => {
        const [code = '', ...words] = line.trim().split(' ')
        return words
          .join(' ')
          .split(', ')
          .map((word) => [fold(word), code] as const)
      }),
  )
}
