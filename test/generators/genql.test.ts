// genql: operations written as objects.
import { beforeAll, expect, test } from 'vitest'
import { scalars } from '../../codegen.ts'
import { runningServer } from '../harness/running-server.ts'
import { workshop } from './workshop.ts'

const shop = workshop({
  'oldest.ts': `
    import { createClient } from './client'

    export async function oldest(url: string, first: number) {
      const { meetings } = await createClient({ url }).query({
        meetings: {
          __args: { first, orderBy: [{ field: 'DATE', direction: 'ASC' }] },
          nodes: {
            title: true,
            date: { edtf: true },
            statements: { __args: { first: 1 }, totalCount: true },
          },
        },
      })
      // @ts-expect-error: it was not asked for
      meetings.nodes.map(({ slug }) => slug)
      return meetings.nodes.map(({ title, date, statements }) => [
        title satisfies string,
        date?.edtf satisfies string | undefined,
        statements.totalCount satisfies number,
      ])
    }
    export function wrong(url: string) {
      // @ts-expect-error: a meeting has no such field
      return createClient({ url }).query({ meetings: { __args: {}, nodes: { titel: true } } })
    }
    export const day: import('./client').Scalars['Date'] = '2017-07-07'
    // @ts-expect-error: scalars come as strings, and not as anything
    export const number: import('./client').Scalars['Date'] = 1
  `,
})
const url = runningServer()

let generated: { code: number; output: string }
beforeAll(async () => {
  const mapped = Object.entries(scalars).flatMap(([scalar, type]) => ['-S', `${scalar}:${type}`])
  generated = await shop.run('genql', '--schema', 'schema.graphql', '--output', 'client', ...mapped)
})

test('it takes the schema', () => {
  expect(generated).toEqual({ code: 0, output: expect.any(String) })
})

test('a client written with it compiles, and mistakes in it do not', async () => {
  expect(await shop.compile()).toBe('')
})

test('the client asks the running server', async () => {
  const module: { oldest(url: string, first: number): Promise<unknown> } = await import(
    shop.path('oldest.ts')
  )

  expect(await module.oldest(url(), 2)).toEqual([
    ['Joint news conference of Trump and Duda, Warsaw', '2017-07-06', 2],
    ['Tillerson’s briefing of reporters after the Hamburg meeting', '2017-07-07?', 6],
  ])
})
