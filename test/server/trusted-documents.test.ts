// A service that executes the documents of a manifest and nothing else; the manifest is one that the generator wrote.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { generate } from '@graphql-codegen/cli'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { schema } from '../../src/schema/index.ts'
import { openDoors } from '../../src/server/doors.ts'
import { readTrustedDocuments } from '../../src/server/trusted-documents.ts'
import { buildYoga } from '../../src/server/yoga.ts'
import { onFoundingRecord } from '../harness/service.ts'

const service = onFoundingRecord()
const root = path.join(import.meta.dirname, '../..')
const MEETING = /* GraphQL */ `
  query Meeting($id: ID!) {
    meeting(id: $id) {
      slug
    }
  }
`

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'summitry_test_'))
  const files = await generate(
    {
      schema: path.join(root, 'schema.graphql'),
      generates: {
        [`${folder}/`]: {
          documents: [MEETING],
          preset: 'client',
          presetConfig: { persistedDocuments: true },
        },
      },
      silent: true,
    },
    false,
  )
  for (const { filename, content } of files) await writeFile(filename, content)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const manifest = () => path.join(folder, 'persisted-documents.json')

async function serve() {
  const trusted = await readTrustedDocuments(manifest(), schema)
  const [id = ''] = trusted.keys()
  const doors = openDoors(service.database, { cacheBytes: 1_000_000 })
  const yoga = buildYoga(doors, { trusted })
  const answerOf = async (response: Response) => ({ status: response.status, body: await response.json() })
  return {
    id,
    text: trusted.get(id) ?? '',
    post: async (body: object) =>
      answerOf(
        await yoga.fetch('http://localhost/graphql', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        }),
      ),
    get: async (parameters: Record<string, string>) =>
      answerOf(await yoga.fetch(`http://localhost/graphql?${new URLSearchParams(parameters)}`)),
    async [Symbol.asyncDispose]() {
      await doors.cache?.following.close()
      await doors.feed.close()
    },
  }
}

const variables = { id: 'trump-putin-hamburg-2017' }
const found = {
  status: 200,
  body: { data: { meeting: { slug: 'trump-putin-hamburg-2017' } }, extensions: { cost: expect.any(Number) } },
}
const refused = (code: string, message: string) => ({
  status: 400,
  body: { errors: [{ message, extensions: { code } }] },
})

describe('a trusted document', () => {
  test('is executed by its ID, wherever that stands, and again from memory', async () => {
    await using trusting = await serve()
    const { id, post, get } = trusting
    for (let times = 0; times < 2; times += 1) {
      expect(await post({ documentId: id, variables })).toEqual(found)
      expect(
        await post({ extensions: { persistedQuery: { version: 1, sha256Hash: id } }, variables }),
      ).toEqual(found)
      expect(await get({ documentId: id, variables: JSON.stringify(variables) })).toEqual(found)
    }
    expect(await post({ documentId: id, variables: { id: 'nothing' } })).toMatchObject({
      body: { data: { meeting: null } },
    })
  })

  test('is not executed by its text', async () => {
    await using trusting = await serve()
    const { text, post } = trusting
    expect(await post({ query: text, variables })).toEqual(
      refused(
        'CANNOT_SEND_PQ_ID_AND_BODY',
        'This service executes the documents that it knows only: send "documentId" instead of "query".',
      ),
    )
  })
})

describe('whatever else', () => {
  test('is refused, with what would be right', async () => {
    await using trusting = await serve()
    const { post, get } = trusting
    expect(await get({ query: '{ __schema { description } }' })).toMatchObject({ status: 400 })
    expect(await post({ documentId: 'unknown' })).toEqual(
      refused(
        'PERSISTED_QUERY_NOT_IN_LIST',
        'This service does not know a document with this ID: those who run it have to be given it first.',
      ),
    )
    expect(await post({ variables })).toEqual(
      refused(
        'PERSISTED_QUERY_ID_REQUIRED',
        'This service executes the documents that it knows only: send the ID of one as "documentId".',
      ),
    )
    expect(await post({ documentId: 7 })).toEqual(
      refused('BAD_REQUEST', '"documentId" must be the ID of a document, as a string.'),
    )
  })
})

describe('a manifest', () => {
  const read = async (content: string) => {
    const file = path.join(folder, 'other.json')
    await writeFile(file, content)
    return readTrustedDocuments(file, schema)
  }
  const cannot = (reason: string) =>
    expect.objectContaining({
      name: 'ConfigError',
      message: `TRUSTED_DOCUMENTS names a file that cannot be used: ${reason}.`,
    })

  test('is what the generator writes', async () => {
    expect(await readTrustedDocuments(manifest(), schema)).toEqual(
      new Map(Object.entries(JSON.parse(await readFile(manifest(), 'utf8')))),
    )
  })

  test.each([
    ['[', 'it is not one JSON object of documents by their IDs'],
    ['{ "a": 1 }', 'it is not one JSON object of documents by their IDs'],
    ['{ "a": "{" }', 'the document "a" is not valid: Syntax Error: Expected Name, found <EOF>.'],
    [
      '{ "a": "{ meetigs { totalCount } }" }',
      'the document "a" is not valid: Cannot query field "meetigs" on type "Query". Did you mean "meetings" or "meeting"?',
    ],
  ])('%s cannot be one', async (content, reason) => {
    await expect(read(content)).rejects.toEqual(cannot(reason.replace(/\.$/, '')))
  })

  test('has to be there', async () => {
    await expect(readTrustedDocuments(path.join(folder, 'none.json'), schema)).rejects.toMatchObject({
      message: expect.stringMatching(/^TRUSTED_DOCUMENTS names a file that cannot be used: ENOENT/),
    })
  })
})
