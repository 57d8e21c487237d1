// What this project uses of the npm package `edtf`, which comes without types: its parser's plain output.
declare module 'edtf' {
  export interface ParsedDate {
    type: 'Date'
    level: number
    /** Year, month from 0, day; three more for a time of day. */
    values: [year: number, month?: number, day?: number, ...time: number[]]
    /** A bit for every digit of YYYYMMDD that is X, the first digit of the year lowest. */
    unspecified?: number
    uncertain?: boolean
    approximate?: boolean
  }

  export interface ParsedSeason {
    type: 'Season'
    level: number
    values: [year: number, season: number]
  }

  export interface ParsedInterval {
    type: 'Interval'
    level: number
    /** Infinity stands for an open end, null for an unknown one. */
    values: [start: ParsedDate | number | null, end: ParsedDate | number | null]
  }

  export interface Constraints {
    level: number
    types: readonly ('Date' | 'Season' | 'Interval')[]
    seasonIntervals: boolean
    seasonUncertainty: boolean
  }

  /** Throws an Error where the text is not EDTF within the constraints. */
  export function parse(text: string, constraints: Constraints): ParsedDate | ParsedSeason | ParsedInterval
}
