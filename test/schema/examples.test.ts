import { expect, test } from 'vitest'
import { schema } from '../../src/schema/index.ts'
import { onFoundingRecord } from '../harness/service.ts'

const service = onFoundingRecord()

/** The fields that find an entry by its name, each with the name that its description shows. */
const lookups = Object.values(schema.getQueryType()?.getFields() ?? {}).flatMap(({ name, args }) =>
  args.flatMap(({ description }) => {
    const example = description?.match(/^A global ID or a slug\. Example: `(.*)`\.$/)?.[1]
    return example === undefined ? [] : [{ name, example }]
  }),
)

test('every type of entries has a look-up', () => {
  expect(lookups).toHaveLength(7)
})

test.each(lookups)('$name finds the example that it gives, $example', async ({ name, example }) => {
  expect(await service.ask(`{ found: ${name}(id: "${example}") { slug } }`)).toEqual({
    data: { found: { slug: example } },
  })
})
