import { builder } from './builder.ts'

interface PlaceShape {
  name: string
  countryCode: string | null
  latitude: number | null
  longitude: number | null
}

const Place = builder.objectRef<PlaceShape>('Place').implement({
  description: 'Where something took place or applies, as the sources call it.',
  fields: (t) => ({
    name: t.exposeString('name', {
      description: 'What the place is called: "Hamburg", "Palais des Nations, Geneva".',
    }),
    countryCode: t.field({
      type: 'CountryCode',
      nullable: true,
      description: 'The state in which it lies.',
      resolve: (place) => place.countryCode,
    }),
    latitude: t.exposeFloat('latitude', {
      nullable: true,
      description: 'Degrees north of the equator, -90 to 90.',
    }),
    longitude: t.exposeFloat('longitude', {
      nullable: true,
      description: 'Degrees east of Greenwich, -180 to 180.',
    }),
  }),
})

/** The options of a field that gives the place that a row holds in four columns. */
export function placeField(prefix: 'place' | 'scope', description: string) {
  const columns = {
    name: `${prefix}Name`,
    countryCode: `${prefix}CountryCode`,
    latitude: `${prefix}Latitude`,
    longitude: `${prefix}Longitude`,
  }
  return {
    type: Place,
    nullable: true as const,
    description,
    extensions: {
      pothosPrismaSelect: Object.fromEntries(Object.values(columns).map((column) => [column, true])),
    },
    resolve: (row: object): PlaceShape | null => {
      const name: unknown = Reflect.get(row, columns.name)
      if (typeof name !== 'string') return null
      return {
        name,
        countryCode: Reflect.get(row, columns.countryCode),
        latitude: Reflect.get(row, columns.latitude),
        longitude: Reflect.get(row, columns.longitude),
      }
    },
  }
}
