// How `npm run check` finds a mistake in the client of test/client: by the generator, then by the compiler.
import { globSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Workshop, workshop } from './workshop.ts'

const client = ['codegen.ts', ...globSync('test/client/**/*.ts', { exclude: ['**/*.test.ts'] })]
/** The client's part of what is generated, without the project's pages. */
const CONFIG = 'client-codegen.ts'
const files = {
  [CONFIG]: `import config from './codegen.ts'
    const folder = 'test/client/generated/'
    export default { ...config, generates: { [folder]: config.generates[folder] } }`,
}
const PARAGRAPH = 'test/client/meeting-paragraph.ts'
const PAGES = 'test/client/meeting-pages.ts'

describe('the client as it is', () => {
  const shop = workshop(files, client)

  test('holds the code that the generator makes of it and of the schema', async () => {
    expect(await shop.run('graphql-codegen', '--config', CONFIG, '--check')).toEqual({
      code: 0,
      output: expect.any(String),
    })
  })

  test('compiles', async () => {
    expect(await shop.compile()).toBe('')
  })
})

describe('a field that the schema does not have', () => {
  const shop = workshop(files, client)
  beforeAll(() => change(shop, PARAGRAPH, '    title\n', '    titel\n'))

  test('is refused by the generator, which says what was meant', async () => {
    expect(await shop.run('graphql-codegen', '--config', CONFIG, '--check')).toEqual({
      code: 1,
      output: expect.stringContaining(
        'Cannot query field "titel" on type "Meeting". Did you mean "title" or "date"?',
      ),
    })
  })

  test('is refused by the compiler as well, as an operation that nothing was generated for', async () => {
    expect(await shop.compile()).toContain('error TS2769: No overload matches this call.')
  })
})

describe('a field that the schema has and the generated code has not', () => {
  const shop = workshop(files, client)
  beforeAll(() => change(shop, PARAGRAPH, '    title\n', '    title summary\n'))

  test('is told by the name of the stale file', async () => {
    expect(await shop.run('graphql-codegen', '--config', CONFIG, '--check')).toEqual({
      code: 1,
      output: expect.stringContaining('test/client/generated/graphql.ts'),
    })
  })
})

describe('a field that a fragment asks for', () => {
  const shop = workshop(files, client)
  beforeAll(() => change(shop, PAGES, 'nodes.map(meetingParagraph)', 'nodes.map(({ title }) => title)'))

  test('is not to be read where only its parent was asked for', async () => {
    expect(await shop.compile()).toContain("error TS2339: Property 'title' does not exist")
  })
})

async function change(shop: Workshop, file: string, from: string, to: string) {
  const before = await shop.read(file)
  expect(before).toContain(from)
  await shop.write(file, before.replace(from, to))
}
