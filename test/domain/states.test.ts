import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { isCountryCode } from '../../src/domain/country-code.ts'
import { isSlug } from '../../src/domain/slug.ts'
import { stateByCode, stateByName, withArticle } from '../../src/domain/states.ts'

const founders = path.join(import.meta.dirname, '../../prisma/seed/participants.ndjson')

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
const PAIRS = LETTERS.flatMap((one) => LETTERS.map((other) => one + other))

describe('stateByCode', () => {
  it('gives a state as a participant', () => {
    expect(stateByCode('POL')).toEqual({
      slug: 'poland',
      name: 'Poland',
      aliases: [],
      kind: 'STATE',
      countryCode: 'PL',
    })
  })

  it.each([
    ['US', 'USA', 'united-states'],
    ['RU', 'RUS', 'russia'],
    ['KR', 'KOR', 'south-korea'],
    ['KP', 'PRK', 'north-korea'],
    ['CI', 'CIV', 'ivory-coast'],
    ['CD', 'COD', 'democratic-republic-of-the-congo'],
    ['CG', 'COG', 'republic-of-the-congo'],
    ['TR', 'TUR', 'turkey'],
    ['VA', 'VAT', 'holy-see'],
    ['PS', 'PSE', 'palestine'],
    ['TW', 'TWN', 'taiwan'],
  ])('knows %s and %s as the same state', (alpha2, alpha3, slug) => {
    expect(stateByCode(alpha2)).toMatchObject({ slug, countryCode: alpha2 })
    expect(stateByCode(alpha3)).toBe(stateByCode(alpha2))
  })

  it.each([
    ['DDDE', 'DDR', 'east-germany'],
    ['CSHH', 'CSK', 'czechoslovakia'],
    ['CSXX', 'SCG', 'serbia-and-montenegro'],
    ['YUCS', 'YUG', 'yugoslavia'],
    ['YDYE', 'YMD', 'south-yemen'],
    ['SUHH', 'SUN', 'soviet-union'],
    ['VDVN', 'VDR', 'north-vietnam'],
  ])('knows %s and %s as a state that is no longer there', (former, alpha3, slug) => {
    expect(stateByCode(alpha3)).toMatchObject({ slug, countryCode: former })
    expect(stateByCode(former)).toBe(stateByCode(alpha3))
  })

  it.each([
    ['BUMM', 'BUR', 'MM'],
    ['ZRCD', 'ZAR', 'CD'],
    ['BYAA', 'BYS', 'BY'],
    ['DYBJ', 'DHY', 'BJ'],
    ['HVBF', 'HVO', 'BF'],
  ])('takes %s and %s for former names of the state that %s stands for', (former, alpha3, alpha2) => {
    expect(stateByCode(former)).toBe(stateByCode(alpha2))
    expect(stateByCode(alpha3)).toBe(stateByCode(alpha2))
  })

  it('knows the European Union as an organization', () => {
    expect(stateByCode('EU')).toMatchObject({ slug: 'european-union', kind: 'ORGANIZATION' })
  })

  it.each(['', 'usa', 'XYZ', 'CS', 'EEC', 'SU ', 'UK'])('knows no state by %j', (code) => {
    expect(stateByCode(code)).toBeNull()
  })

  it('knows every code of two letters that a participant may have, by slugs and codes of their own', () => {
    const states = PAIRS.filter(isCountryCode).map(stateByCode)
    expect(states).not.toContain(null)
    expect(new Set(states.map((state) => state?.slug)).size).toBe(states.length)
    expect(
      states.filter((state) => !isSlug(state?.slug ?? '') || !isCountryCode(state?.countryCode ?? '')),
    ).toEqual([])
  })

  it('calls the states of the founding record as it does', async () => {
    const lines = (await readFile(founders, 'utf8')).trimEnd().split('\n')
    const founding = lines.map((line) => JSON.parse(line)).filter(({ kind }) => kind === 'STATE')
    const names = founding.map(({ slug, name }) => ({ slug, name }))
    expect(founding.map(({ countryCode }) => stateByCode(countryCode))).toMatchObject(names)
  })
})

describe('stateByName', () => {
  it.each([
    ['united states of america', 'united-states'],
    ['COTE D’IVOIRE', 'ivory-coast'],
    ["Côte d'Ivoire", 'ivory-coast'],
    ['Burma', 'myanmar'],
    ['USSR', 'soviet-union'],
    ['German Democratic Republic', 'east-germany'],
    ['Republic of China', 'taiwan'],
    ['China', 'china'],
  ])('finds %s', (name, slug) => {
    expect(stateByName(name)).toMatchObject({ slug })
  })

  it('finds no state by a name that none has', () => {
    expect(stateByName('Ruritania')).toBeNull()
  })
})

describe('withArticle', () => {
  it.each([
    'the United States',
    'the Soviet Union',
    'the European Union',
    'the Netherlands',
    'the Holy See',
    'the Marshall Islands',
    'the Dominican Republic',
    'the Democratic Republic of the Congo',
    'the Republic of China (Taiwan)',
    'the United Arab Emirates',
    'Poland',
    'Guinea-Bissau',
    'South Yemen',
    'Serbia and Montenegro',
  ])('says %s', (said) => {
    expect(withArticle(said.replace(/^the /, ''))).toBe(said)
  })
})
