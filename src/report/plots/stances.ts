import { dot, ruleX, ruleY, text } from '@observablehq/plot'
import type { SafeHtml } from '@remix-run/html-template'
import { counted } from '../words.ts'
import { draw } from './draw.ts'
import {
  ACCOUNT_LINE,
  COLUMNS,
  type Column,
  HEADER,
  HOLDER_LINE,
  type IssueStances,
  layOut,
  type Mark,
} from './stance-layout.ts'

const colours: Record<Column, string> = {
  AFFIRMS: 'var(--teal)',
  HEDGES: 'var(--ochre)',
  DENIES: 'var(--brick)',
  DECLINES: 'var(--violet)',
  SILENT: 'var(--quiet)',
}

/** Narrower plots have less room for the names of accounts. */
const NARROW = 500
/** How wide a letter is on average, by the size of the text. */
const LETTER = 0.58

/** For each issue a row for each account, with a dot under each stance in it: where accounts conflict, dots lie apart. */
export function drawStances(issues: readonly IssueStances[], width: number): SafeHtml {
  const isNarrow = width < NARROW
  const small = isNarrow ? 10 : 11
  const { columns, headings, rows, height } = layOut(issues, {
    width,
    labels: isNarrow ? 92 : 200,
    letter: LETTER,
  })
  const marks = rows.flatMap((row) => row.marks)
  const pixels = { axis: null, type: 'identity' } as const
  const colour = ({ column }: { column: Column }) => colours[column]
  const outline = { stroke: 'var(--paper)', fill: 'currentColor' }
  return draw({
    ariaLabel: 'What each account says on each issue',
    ariaDescription: `${counted(issues.length, 'issue')}, each with a row for every account and a dot under each stance in it: ${COLUMNS.map((column) => column.toLowerCase()).join(', ')}. The table below says the same in words.`,
    width,
    height,
    margin: 0,
    x: pixels,
    y: pixels,
    r: { type: 'identity' },
    color: { type: 'identity' },
    marks: [
      text(columns, {
        x: 'x',
        y: 8,
        text: ({ column }: { column: Column }) => column.toLowerCase(),
        fontSize: small,
        fontWeight: 600,
        fill: colour,
      }),
      ruleX(columns, { x: 'x', y1: HEADER - 4, y2: height, stroke: 'var(--rule)', strokeDasharray: '1,3' }),
      ruleY(rows, { y: 'y', x1: 0, x2: width, stroke: 'var(--rule)' }),
      text(headings, {
        x: 0,
        y: 'y',
        text: 'line',
        textAnchor: 'start',
        fontSize: 13,
        fontWeight: 600,
        ...outline,
        strokeWidth: 4,
      }),
      text(rows, {
        x: 0,
        y: 'y',
        text: 'label',
        title: 'account',
        textAnchor: 'start',
        fontSize: 12,
        lineHeight: ACCOUNT_LINE / 12,
        ...outline,
        strokeWidth: 6,
      }),
      dot(marks, {
        x: 'x',
        y: 'y',
        r: ({ column }: Mark) => (column === 'SILENT' ? 2.5 : 6),
        fill: (mark: Mark) => (mark.isReported ? 'var(--paper)' : colour(mark)),
        stroke: colour,
        strokeWidth: 2,
      }),
      text(marks, {
        x: 'x',
        y: 'y',
        dy: 10,
        text: 'holders',
        lineAnchor: 'top',
        lineHeight: HOLDER_LINE / small,
        fontSize: small,
        ...outline,
        strokeWidth: 3,
      }),
    ],
  })
}
