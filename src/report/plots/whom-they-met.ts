import { barX, text } from '@observablehq/plot'
import type { SafeHtml } from '@remix-run/html-template'
import { counted } from '../words.ts'
import { draw } from './draw.ts'
import { shortened } from './lines.ts'

/** Somebody who was met: how often, and from when until when. */
export interface Counterpart {
  slug: string
  name: string
  meetingCount: number
  /** From the first year to the last; '' where no date is known. */
  years: string
}

const ROW = 34
/** Bars of fewer meetings do not reach across. */
const FEW = 10
/** How wide a letter is on average, in pixels at the size of the names. */
const LETTER = 7

/** Bars of how often each counterpart was met, each below the name. */
export function drawWhomTheyMet(counterparts: readonly Counterpart[], width: number): SafeHtml {
  const slugs = counterparts.map(({ slug }) => slug)
  const left = { x: 0, y: 'slug', dy: -8, frameAnchor: 'left', textAnchor: 'start' } as const
  return draw({
    ariaLabel: 'Whom they met most often',
    ariaDescription: `Bars, the longest first: ${counterparts
      .slice(0, 3)
      .map(({ name, meetingCount }) => `${name}, ${counted(meetingCount, 'meeting')}`)
      .join('; ')} …`,
    width,
    height: counterparts.length * ROW,
    margin: 0,
    x: { axis: null, domain: [0, Math.max(FEW, ...counterparts.map(({ meetingCount }) => meetingCount))] },
    y: { axis: null, domain: slugs, padding: 0 },
    marks: [
      barX(counterparts, { x: 'meetingCount', y: 'slug', fill: 'var(--blue)', insetTop: 20, insetBottom: 9 }),
      text(counterparts, {
        ...left,
        text: ({ name, years, meetingCount }: Counterpart) =>
          shortened(name, (width - LETTER * noteOf({ years, meetingCount }).length) / LETTER),
        fontSize: 13,
        title: 'name',
      }),
      text(counterparts, {
        y: 'slug',
        dy: -8,
        frameAnchor: 'right',
        textAnchor: 'end',
        text: noteOf,
        fontSize: 11.5,
        fill: 'var(--quiet)',
      }),
    ],
  })
}

function noteOf({ meetingCount, years }: Pick<Counterpart, 'meetingCount' | 'years'>): string {
  return [counted(meetingCount, 'meeting'), years].filter((part) => part !== '').join(', ')
}
