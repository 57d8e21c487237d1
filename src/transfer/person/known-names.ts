import { fold } from '../../domain/folding.ts'

/**
 * People whom sources call by several names, or name after long years again: the name by which the record knows them,
 * then the others. Spellings that differ in accents, hyphens and initials alone need no line.
 */
const KNOWN_NAMES = `
  Abdel Fattah el-Sisi: Abdel Fattah Said Alsisi, Abdelfattah Said Elsisi, Abdel Fattah al-Sisi, Abdul Fatah al-Sisi
  Alexander Haig: Alexander Meigs Haig
  Ali Bongo Ondimba: Ali Ben Bongo Odimba, Ali Ben Bongo Ondimba
  Anibal Cavaco Silva: Anibal Antonio Cavaco e Silva, Cavaco Silva
  Antony Blinken: Antony John Blinken, Tony Blinken
  Ashraf Ghani: Ashraf Ghani Ahmedzai, Ashraf Ghani Ahmadzai, Mohamad Ashraf Ghani
  Bashar al-Assad: Bashar Assad
  Bhumibol Adulyadej
  Bill Clinton: William Clinton, William Jefferson Clinton
  Bulent Ecevit
  Charles Evans Hughes: Charles Hughes
  Christian Herter: Christian Archibald Herter
  Colin Powell: Colin Luther Powell
  Costas Simitis: Konstandinos Simitis, Konstandions Simitis, Constantine Simitis
  Cyrus Vance: Cyrus Roberts Vance
  Dean Acheson: Dean Gooderham Acheson
  Dean Rusk: David Dean Rusk
  Deng Xiaoping: Teng Hsiao-ping
  Edmund Muskie: Edmund Sixtus Muskie
  Edward Stettinius: Edward Reilly Stettinius
  Elias Antonio Saca: Elias Saca, Elias Saca Gonzalez
  Emomali Rahmon: Emomali Rakhmonov
  F. W. de Klerk: F. de Klerk, Frederik Willem de Klerk
  Frank Kellogg: Frank Billings Kellogg
  George Marshall: George Catlett Marshall
  George Shultz: George Pratt Shultz
  Hassan Sheikh Mohamud: Hassan Sheikh Mahmoud
  Henry Stimson: Henry Lewis Stimson
  Hillary Clinton: Hillary Rodham Clinton
  Hugo Banzer Suarez: Hugo Banzer
  Ibrahim al-Jaafari: Ibrahim al-Ja’fari, Ibrahim al-Jafari
  Isa bin Salman al-Khalifa: Isa bin Sulman al-Khalifa, Isa bin Sulman
  James Baker: James Addison Baker
  James Byrnes: James Francis Byrnes
  Jimmy Carter: James Earl Carter
  Joe Biden: Joseph Biden, Joseph Robinette Biden
  John Hay: John Milton Hay
  John Kerry: John Forbes Kerry
  Juan Carlos I: Juan Carlos
  Juan Orlando Hernandez: Juan Hernando Hernandez
  Khaleda Zia: Khaleda Ziaur Rahman
  Kim Dae-jung: Kin Dae-jung
  Kim Young-sam: Kim Yong-sam
  Lee Kuan Yew
  Lloyd Austin: Lloyd Austin III
  Macky Sall: Macky Sali
  Madeleine Albright: Madeleine Korbel Albright
  Mehdi Jomaa: Medhi Jomaa
  Mike Pompeo: Michael Pompeo
  Mohammed VI: Mohamed VI
  Moncef Marzouki: Mohamed Moncel Marzouki, Mohamed Moncef Marzouki
  Najib Razak: Najib ben Abdul Razak, Mohd Najid Razak, Najib Tun Razak
  Olusegun Obasanjo: Olesegun Obasanjo, Olusegun Obsanjo, Olesegun Obsanjo
  Oscar Arias: Oscar Arias Sanchez
  Philander Knox: Philander Chase Knox
  Qaboos bin Said: Qaboos bin Said al-Said
  Rafael Caldera: Rafael Caldera Rodriguez
  Saad Hariri: Sa’ad al-Hariri, Saad al-Hariri
  Sabah al-Ahmad al-Jaber al-Sabah: Sabah al-Ahmed al-Jaber al-Sabah, Sabah al-Ahmed al-Jabir al-Sabah, Sabah al-Ahmed al-Sabah, Sabah al-Ahmad al-Sabah
  Sergei Lavrov: Sergey Lavrov
  Sheikh Hasina: Hasina, Hasina Wajed, Hasina Wazed
  Subrahmanyam Jaishankar: S. Jaishankar
  Suleiman Demirel: Suleyman Demirel
  Surangel Whipps Jr.: Surangel Whipps, Surangel Samuel Whipps, Surangel Samuel Whipps Jr.
  Thaksin Shinawatra: Thaksin Chinnawat
  Tsakhiagiin Elbegdorj: Tsakhia Elbegdorj
  Vinicio Cerezo: Vicinio Cerezo, Vinicio Cerezo Arevalo
  Warren Christopher: Warren Minor Christopher
  William Rogers: William Pierce Rogers
  William Seward: William Henry Seward
  Wim Kok: Willem Kok
  Xanana Gusmao: Jose Alexander Gusmao
  Yingluck Shinawatra: Yingluck Chinnawat
`

/** How names are compared here: without case, accents and hyphens. */
function keyOf(name: string): string {
  return fold(name).replaceAll('-', ' ')
}

const preferred: ReadonlyMap<string, string> = new Map(
  KNOWN_NAMES.trim()
    .split('\n')
    .flatMap((line) => {
      const [name = '', others] = line.trim().split(': ')
      return [name, ...(others?.split(', ') ?? [])].map((variant) => [keyOf(variant), name] as const)
    }),
)

/** The name by which the record knows whoever a source calls by this one; the same where it knows no other. */
export function knownName(name: string): string {
  return preferred.get(keyOf(name)) ?? name
}

/** Whether a name is one of those that stand for one person and no other, by whatever of its forms. */
export function isKnownName(name: string): boolean {
  return preferred.has(keyOf(name))
}
