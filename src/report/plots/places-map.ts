import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import {
  dot,
  geo,
  graticule,
  type ProjectionOptions,
  type RenderFunction,
  sphere,
  text,
} from '@observablehq/plot'
import type { SafeHtml } from '@remix-run/html-template'
import { geoCentroid, geoCircle, geoDistance } from 'd3-geo'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import { counted } from '../words.ts'
import { draw } from './draw.ts'

/** A place at which there were meetings. */
export interface Site {
  name: string
  longitude: number
  latitude: number
  count: number
}

/** In degrees around the middle: what is at least shown, and beyond what the whole world is. */
const SMALLEST_RADIUS = 9
const LARGEST_RADIUS = 50
/** Up to so many meetings a place has a small dot, if no place has more. */
const FEW = 10
/** How much of the map lies around the outermost places. */
const SURROUNDINGS = 1.35

/** Of the names of places, in pixels. */
const LABEL_OFFSET = 3
const LETTER_WIDTH = 6.2
const LINE = 12

/** Dots for the places of meetings, as large as there were many, on a map of the land around them. */
export function drawPlaces(sites: readonly Site[], width: number): SafeHtml {
  const radius = radiusAround(sites)
  const most = Math.max(FEW, ...sites.map(({ count }) => count))
  // The areas are to each other as the counts.
  const dotRadius = ({ count }: Site) => Math.sqrt(count / most) * (width / 40)
  const isWorld = radius > LARGEST_RADIUS
  const projection: ProjectionOptions = isWorld ? { type: 'equal-earth' } : regionOf(sites, radius)
  const outline = isWorld ? [sphere({ fill: 'var(--sea)', stroke: 'none' })] : []
  return draw({
    ariaLabel: 'Map of the places where they met',
    ariaDescription: `The places, the most frequent first: ${sites
      .slice(0, 5)
      .map(({ name, count }) => `${name}, ${counted(count, 'meeting')}`)
      .join('; ')}${sites.length > 5 ? ' …' : ''}`,
    width,
    height: Math.round(width * (isWorld ? 0.487 : 0.62)),
    margin: 0,
    projection,
    r: { type: 'identity' },
    marks: [
      ...outline,
      graticule({ stroke: 'var(--rule)', strokeOpacity: 0.6 }),
      geo(landOf(isWorld ? '110m' : '50m'), {
        fill: 'var(--land)',
        stroke: 'var(--shore)',
        strokeWidth: 0.5,
      }),
      dot(sites, {
        x: 'longitude',
        y: 'latitude',
        r: dotRadius,
        fill: 'var(--blue)',
        fillOpacity: 0.65,
        stroke: 'var(--paper)',
        strokeWidth: 0.75,
        title: ({ name, count }: Site) => `${name}: ${counted(count, 'meeting')}`,
      }),
      text(sites, {
        x: 'longitude',
        y: 'latitude',
        text: 'name',
        textAnchor: 'start',
        fontSize: 11,
        fill: 'currentColor',
        stroke: 'var(--land)',
        strokeWidth: 3,
        paintOrder: 'stroke',
        render: besideTheDots(width, sites.map(dotRadius)),
      }),
    ],
  })
}

/** How far the outermost place is from their middle, and as much again as is to be seen around, in degrees. */
function radiusAround(sites: readonly Site[]): number {
  const middle = middleOf(sites)
  const furthest = Math.max(...sites.map((site) => geoDistance(middle, pointOf(site))))
  return Math.max(SMALLEST_RADIUS, ((furthest * 180) / Math.PI) * SURROUNDINGS)
}

function regionOf(sites: readonly Site[], radius: number): ProjectionOptions {
  const [longitude, latitude] = middleOf(sites)
  return {
    type: 'azimuthal-equal-area',
    rotate: [-longitude, -latitude],
    domain: geoCircle().center([longitude, latitude]).radius(radius)(),
  }
}

function middleOf(sites: readonly Site[]): [longitude: number, latitude: number] {
  return geoCentroid({ type: 'MultiPoint', coordinates: sites.map(pointOf) })
}

function pointOf({ longitude, latitude }: Site): [number, number] {
  return [longitude, latitude]
}

function landOf(scale: '110m' | '50m') {
  const file = createRequire(import.meta.url).resolve(`world-atlas/land-${scale}.json`)
  const atlas: Topology<{ land: GeometryCollection }> = JSON.parse(readFileSync(file, 'utf8'))
  return feature(atlas, atlas.objects.land)
}

/** Leaves out the names that would lie on others, or beyond the edge; those of the first sites stay. */
function besideTheDots(width: number, radii: readonly number[]): RenderFunction {
  return (index, scales, values, dimensions, context, next) => {
    const taken: { left: number; right: number; y: number }[] = []
    const x: number[] = []
    const shown = index.filter((site) => {
      const [middle, y, name] = [values.x?.[site], values.y?.[site], values['text']?.[site]]
      const left = middle + (radii[site] ?? 0) + LABEL_OFFSET
      const right = left + String(name).length * LETTER_WIDTH
      const isFree = taken.every((one) => right < one.left || left > one.right || Math.abs(y - one.y) > LINE)
      if (!isFree || right > width) return false
      taken.push({ left, right, y })
      x[site] = left
      return true
    })
    return next?.(shown, scales, Object.assign(values, { x }), dimensions, context) ?? null
  }
}
