import { type PlotOptions, plot } from '@observablehq/plot'
import { html, type SafeHtml } from '@remix-run/html-template'
import { parseHTML } from 'linkedom'

const { document } = parseHTML('<!doctype html><html></html>')

/**
 * Draws a plot as SVG. What its text is made of is escaped as the document is written out.
 *
 * @param options.ariaLabel what the plot is, for whoever does not see it
 */
export function draw(options: PlotOptions & { ariaLabel: string; ariaDescription: string }): SafeHtml {
  const svg = plot({ ...options, document })
  svg.setAttribute('role', 'img')
  return html.raw`${svg.outerHTML}`
}
