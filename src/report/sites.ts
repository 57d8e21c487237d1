import type { SafeHtml } from '@remix-run/html-template'
import { figure } from './figure.ts'
import { drawPlaces, type Site } from './plots/places-map.ts'
import { counted } from './words.ts'

/** Where a meeting took place, as far as that is known. */
export interface Place {
  name: string
  latitude: number | null
  longitude: number | null
}

/**
 * The map of the places of some meetings, null for those that have none on record; null where none of them has
 * coordinates.
 */
export function mapOf(places: readonly (Place | null)[]): SafeHtml | null {
  const sites = sitesOf(places)
  if (sites.length === 0) return null
  return figure({
    draw: (width) => drawPlaces(sites, width),
    caption: places.length > 1 ? captionOf(places.length, sites) : null,
    table: {
      head: ['Place', 'Coordinates', 'Meetings'],
      rows: sites.map((site) => [site.name, coordinatesOf(site), site.count]),
    },
  })
}

function captionOf(meetings: number, sites: readonly Site[]): string {
  const mapped = sites.reduce((sum, { count }) => sum + count, 0)
  const more = meetings - mapped
  const rest =
    more > 0
      ? ` ${counted(more, 'more meeting')} ${more === 1 ? 'has' : 'have'} no coordinates on record.`
      : ''
  return `${counted(mapped, 'meeting')} at ${counted(sites.length, 'place')}.${rest}`
}

/** "53.55° N, 9.99° E". */
function coordinatesOf({ latitude, longitude }: Site): string {
  const north = `${Math.abs(latitude)}° ${latitude < 0 ? 'S' : 'N'}`
  return `${north}, ${Math.abs(longitude)}° ${longitude < 0 ? 'W' : 'E'}`
}

/** The places that have coordinates, the most frequent first. */
function sitesOf(places: readonly (Place | null)[]): Site[] {
  const sites = new Map<string, Site>()
  for (const place of places) {
    if (place === null || place.latitude === null || place.longitude === null) continue
    const { name, latitude, longitude } = place
    const key = `${latitude} ${longitude}`
    const site = sites.get(key) ?? { name, latitude, longitude, count: 0 }
    sites.set(key, { ...site, count: site.count + 1 })
  }
  return [...sites.values()].sort(
    (one, other) => other.count - one.count || one.name.localeCompare(other.name, 'en'),
  )
}
