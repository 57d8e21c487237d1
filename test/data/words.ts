/** Words that texts, names and titles are made of. What comes first in a list is drawn most often. */

const words = (text: string): [string, ...string[]] => {
  const [first = '', ...others] = text.trim().split(/\s+/)
  return [first, ...others]
}

export const NOUNS = words(`
  agreement government security border peace talks minister sanctions treaty trade delegation council weapons
  people region support policy resolution conflict process crisis country statement proposal forces troops
  refugees aid energy economy assembly parliament election commission alliance summit partner neighbour dispute
  settlement framework declaration inspection reactor programme enrichment missile tariff currency debt loan
  pipeline grain fishery strait island corridor checkpoint withdrawal hostage prisoner exchange embassy visa
  mandate mission observer charter protocol annex article clause deadline timetable roadmap guarantee compromise
  concession veto vote quorum majority minority autonomy sovereignty independence recognition referendum
  constitution reform transition coalition opposition rebel militia cease-fire truce armistice blockade embargo
  airspace convoy harbour railway dam river basin glacier climate emission drought famine vaccine epidemic
  satellite network archive tribunal verdict amnesty reparation inquiry testimony dossier communique moratorium`)

export const ADJECTIVES = words(`
  new joint national international regional political military economic bilateral common full free open
  clear final strong lasting urgent serious mutual regular peaceful nuclear humanitarian historic legal public
  financial technical strategic constructive comprehensive immediate permanent temporary independent neutral
  sovereign democratic federal foreign domestic coastal northern southern eastern western disputed occupied
  binding voluntary unconditional provisional preliminary confidential secret formal informal frank cautious
  sceptical hostile cordial fruitful futile overdue unilateral multilateral trilateral tripartite`)

export const VERBS = words(`
  welcome support reject accept discuss review strengthen continue consider respect oppose condemn protect
  resume suspend extend ratify negotiate implement monitor verify postpone restore recognise finance disarm
  withdraw deploy inspect sign denounce amend defend abandon reopen expand limit ban lift tighten ease
  coordinate broker mediate guarantee undermine provoke escalate defuse acknowledge dismiss question`)

/** Each of these is in a few hundred of a million statements, the last in far fewer. */
export const RARE_WORDS = words(`
  cabotage demarche uranium escrow usufruct quarantine lighthouse caviar zeppelin samizdat yellowcake polygraph
  isthmus cenotaph gunboat telegraph whaling guano mandarin condominium rapprochement irredentism revanchism
  extraterritoriality capitulation plebiscite cordon sanitaire modus vivendi casus belli chancery dragoman
  exequatur firman interregnum palimpsest suzerainty thalweg uti possidetis vizier xebec zollverein antimony
  beryllium cobaltite dysprosium`)

/** Two words that stand together in one of a hundred statements. */
export const PAIR = 'tripartite moratorium'

export const GIVEN_NAMES = words(`
  Maria José Anna Ivan Olga Hans Fatima Ahmed Chen Yuki Pierre Élise Lars Ingrid Łukasz Zofia Dmitri Svetlana
  Kofi Ama Nelson Thandiwe Carlos Lucía João Beatriz Giulia Marco Anders Søren Björn Katarína Miloš Jovana
  Nikos Eleni Mehmet Ayşe Reza Shirin Rajesh Priya Imran Ayesha Nguyễn Linh Min-jun Soo-yeon Tomás Siobhán
  Malik Aminata Ousmane Fatou Tariq Leila Boris Ludmila Gustav Henriette`)

export const FAMILY_NAMES = words(`
  Müller Schmidt García Silva Santos Ivanov Petrov Kowalski Nowak Dupont Lefèvre Rossi Bianchi Jensen Hansen
  Lindqvist Öztürk Yılmaz Kaya Haddad Khalil Rahman Hussein Singh Sharma Patel Khan Chaudhry Tanaka Suzuki
  Watanabe Kim Park Lee Wang Zhang Liu Trần Phạm Santoso Wijaya Okafor Adeyemi Mensah Diallo Traoré Keita
  Mbeki Ndlovu Mwangi Otieno Tesfaye Bekele Cohen Levi Papadopoulos Dimitriou Novák Svoboda Horváth Nagy
  Popescu Ionescu Kovačević Jovanović Hoxha Berisha Gruber Wagner Meier Keller Janssen de-Vries Peeters
  Martin Bernard Moreau Laurent Fernández López Martínez González Rodríguez Pereira Oliveira Costa Almeida
  Smith Johnson Brown Taylor Wilson Evans O’Brien Murphy MacDonald Campbell Stewart Anderson Thompson Walker`)

export const OFFICES = words(`
  Foreign_Minister President Prime_Minister Minister_of_Defence Ambassador Secretary_of_State Chief_Negotiator
  Minister_of_Finance Chancellor Deputy_Foreign_Minister Special_Envoy Press_Secretary Minister_of_Trade
  National_Security_Adviser Permanent_Representative_to_the_United_Nations Attorney_General King Queen
  Speaker_of_Parliament Chief_of_Staff Governor_of_the_Central_Bank Minister_of_Energy`)

export const BODIES = words(`
  Council Union League Organization Commission Conference Bank Agency Forum Community Alliance Parliament Court`)

export const PUBLISHERS = words(`
  Morning_Herald Foreign_Ministry_Archive State_Department Évening_Post United_Press National_Library
  World_Tribune Institute_of_International_Affairs Daily_Courier Broadcasting_Service University_Press`)

/** Codes, names and capitals of the states that there are. */
export const STATES = `
  AF Afghanistan: Kabul; AL Albania: Tirana; DZ Algeria: Algiers; AD Andorra: Andorra la Vella; AO Angola: Luanda;
  AR Argentina: Buenos Aires; AM Armenia: Yerevan; AU Australia: Canberra; AT Austria: Vienna;
  AZ Azerbaijan: Baku; BS Bahamas: Nassau; BH Bahrain: Manama; BD Bangladesh: Dhaka; BB Barbados: Bridgetown;
  BY Belarus: Minsk; BE Belgium: Brussels; BZ Belize: Belmopan; BJ Benin: Porto-Novo; BT Bhutan: Thimphu;
  BO Bolivia: Sucre; BA Bosnia and Herzegovina: Sarajevo; BW Botswana: Gaborone; BR Brazil: Brasília;
  BN Brunei: Bandar Seri Begawan; BG Bulgaria: Sofia; BF Burkina Faso: Ouagadougou; BI Burundi: Gitega;
  KH Cambodia: Phnom Penh; CM Cameroon: Yaoundé; CA Canada: Ottawa; CV Cabo Verde: Praia;
  CF Central African Republic: Bangui; TD Chad: N’Djamena; CL Chile: Santiago; CN China: Beijing;
  CO Colombia: Bogotá; KM Comoros: Moroni; CG Congo: Brazzaville; CR Costa Rica: San José;
  CI Côte d’Ivoire: Yamoussoukro; HR Croatia: Zagreb; CU Cuba: Havana; CY Cyprus: Nicosia; CZ Czechia: Prague;
  DK Denmark: Copenhagen; DJ Djibouti: Djibouti; DO Dominican Republic: Santo Domingo; EC Ecuador: Quito;
  EG Egypt: Cairo; SV El Salvador: San Salvador; GQ Equatorial Guinea: Malabo; ER Eritrea: Asmara;
  EE Estonia: Tallinn; SZ Eswatini: Mbabane; ET Ethiopia: Addis Ababa; FJ Fiji: Suva; FI Finland: Helsinki;
  FR France: Paris; GA Gabon: Libreville; GM Gambia: Banjul; GE Georgia: Tbilisi; DE Germany: Berlin;
  GH Ghana: Accra; GR Greece: Athens; GT Guatemala: Guatemala City; GN Guinea: Conakry; GY Guyana: Georgetown;
  HT Haiti: Port-au-Prince; HN Honduras: Tegucigalpa; HU Hungary: Budapest; IS Iceland: Reykjavík;
  IN India: New Delhi; ID Indonesia: Jakarta; IR Iran: Tehran; IQ Iraq: Baghdad; IE Ireland: Dublin;
  IL Israel: Jerusalem; IT Italy: Rome; JM Jamaica: Kingston; JP Japan: Tokyo; JO Jordan: Amman;
  KZ Kazakhstan: Astana; KE Kenya: Nairobi; KW Kuwait: Kuwait City; KG Kyrgyzstan: Bishkek; LA Laos: Vientiane;
  LV Latvia: Riga; LB Lebanon: Beirut; LS Lesotho: Maseru; LR Liberia: Monrovia; LY Libya: Tripoli;
  LI Liechtenstein: Vaduz; LT Lithuania: Vilnius; LU Luxembourg: Luxembourg; MG Madagascar: Antananarivo;
  MW Malawi: Lilongwe; MY Malaysia: Kuala Lumpur; MV Maldives: Malé; ML Mali: Bamako; MT Malta: Valletta;
  MR Mauritania: Nouakchott; MU Mauritius: Port Louis; MX Mexico: Mexico City; MD Moldova: Chișinău;
  MC Monaco: Monaco; MN Mongolia: Ulaanbaatar; ME Montenegro: Podgorica; MA Morocco: Rabat;
  MZ Mozambique: Maputo; MM Myanmar: Naypyidaw; NA Namibia: Windhoek; NP Nepal: Kathmandu;
  NL Netherlands: The Hague; NZ New Zealand: Wellington; NI Nicaragua: Managua; NE Niger: Niamey;
  NG Nigeria: Abuja; KP North Korea: Pyongyang; MK North Macedonia: Skopje; NO Norway: Oslo; OM Oman: Muscat;
  PK Pakistan: Islamabad; PA Panama: Panama City; PG Papua New Guinea: Port Moresby; PY Paraguay: Asunción;
  PE Peru: Lima; PH Philippines: Manila; PL Poland: Warsaw; PT Portugal: Lisbon; QA Qatar: Doha;
  RO Romania: Bucharest; RU Russia: Moscow; RW Rwanda: Kigali; SA Saudi Arabia: Riyadh; SN Senegal: Dakar;
  RS Serbia: Belgrade; SG Singapore: Singapore; SK Slovakia: Bratislava; SI Slovenia: Ljubljana;
  SO Somalia: Mogadishu; ZA South Africa: Pretoria; KR South Korea: Seoul; ES Spain: Madrid;
  LK Sri Lanka: Colombo; SD Sudan: Khartoum; SE Sweden: Stockholm; CH Switzerland: Geneva; SY Syria: Damascus;
  TJ Tajikistan: Dushanbe; TZ Tanzania: Dodoma; TH Thailand: Bangkok; TG Togo: Lomé; TN Tunisia: Tunis;
  TR Türkiye: Ankara; UG Uganda: Kampala; UA Ukraine: Kyiv; AE United Arab Emirates: Abu Dhabi;
  GB United Kingdom: London; US United States: Washington; UY Uruguay: Montevideo; UZ Uzbekistan: Tashkent;
  VE Venezuela: Caracas; VN Vietnam: Hanoi; YE Yemen: Sana’a; ZM Zambia: Lusaka; ZW Zimbabwe: Harare`
  .trim()
  .split(/;\s+/)
  .map((state) => {
    const [name = '', capital = ''] = state.slice(3).split(': ')
    return { code: state.slice(0, 2), name, capital }
  })
