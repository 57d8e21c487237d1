// What the dates of generated records mean, written down by hand: the first and the last day, null where open.

interface Written {
  earliest: string | null
  latest: string | null
}

const WRITTEN: ReadonlyMap<string, Written> = new Map([
  ['2017-07-07', { earliest: '2017-07-07', latest: '2017-07-07' }],
  ['2017-07-07?', { earliest: '2017-07-07', latest: '2017-07-07' }],
  ['2017-07-06', { earliest: '2017-07-06', latest: '2017-07-06' }],
  ['2017-07-06/2017-07-08', { earliest: '2017-07-06', latest: '2017-07-08' }],
  ['2017-07', { earliest: '2017-07-01', latest: '2017-07-31' }],
  ['2017', { earliest: '2017-01-01', latest: '2017-12-31' }],
  ['201X', { earliest: '2010-01-01', latest: '2019-12-31' }],
  ['2016-02', { earliest: '2016-02-01', latest: '2016-02-29' }],
  ['1985~', { earliest: '1985-01-01', latest: '1985-12-31' }],
  ['2017-07-09/..', { earliest: '2017-07-09', latest: null }],
  ['../2017-07-06', { earliest: null, latest: '2017-07-06' }],
  ['2016/2018', { earliest: '2016-01-01', latest: '2018-12-31' }],
])

/** Dates with ties and overlaps, open ends included. */
export const DATES: readonly string[] = [...WRITTEN.keys()]

/** Days on, before and after the bounds of those dates. */
export const DAYS: readonly string[] = [
  '1984-12-31',
  '1985-06-15',
  '2016-02-29',
  '2016-12-31',
  '2017-07-01',
  '2017-07-06',
  '2017-07-07',
  '2017-07-08',
  '2017-07-09',
  '2017-07-31',
  '2017-12-31',
  '2030-01-01',
]

export interface Bounds {
  earliest: string
  latest: string
}

/** The first and the last day, what is open being the first or the last day of all. */
export function boundsOf(edtf: string): Bounds {
  const found = WRITTEN.get(edtf)
  if (!found) throw new Error(`nobody wrote down what ${edtf} means`)
  return { earliest: found.earliest ?? '0001-01-01', latest: found.latest ?? '9999-12-31' }
}

/** The date as the service answers it. */
export function fuzzyDate(edtf: string | null) {
  if (edtf === null) return null
  const { earliest, latest } = WRITTEN.get(edtf) ?? { earliest: null, latest: null }
  return { edtf, earliest, latest }
}
