import { readFile } from 'node:fs/promises'
import { usePersistedOperations } from '@graphql-yoga/plugin-persisted-operations'
import { type GraphQLSchema, parse, validate } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { z } from 'zod'
import { ConfigError } from '../config.ts'
import { httpError } from './errors.ts'

/** Documents by their IDs, as a client's generator writes them. */
export type TrustedDocuments = ReadonlyMap<string, string>

const manifest = z.record(z.string().min(1), z.string())

/**
 * Reads a manifest of persisted documents, as graphql-codegen's client preset writes it (`persistedDocuments: true`).
 *
 * @throws {ConfigError} where it cannot be read, or a document of it is none that this service can execute
 */
export async function readTrustedDocuments(file: string, schema: GraphQLSchema): Promise<TrustedDocuments> {
  const documents = new Map(Object.entries(await readManifest(file)))
  for (const [id, text] of documents) {
    const problem = problemOf(text, schema)
    if (problem !== undefined) throw unusable(`the document ${JSON.stringify(id)} is not valid: ${problem}`)
  }
  return documents
}

async function readManifest(file: string): Promise<Record<string, string>> {
  try {
    return manifest.parse(JSON.parse(await readFile(file, 'utf8')))
  } catch (error) {
    if (error instanceof z.ZodError || error instanceof SyntaxError) {
      throw unusable('it is not one JSON object of documents by their IDs')
    }
    throw unusable(error instanceof Error ? error.message : 'it cannot be read')
  }
}

function unusable(reason: string): ConfigError {
  return new ConfigError(
    'TRUSTED_DOCUMENTS',
    `names a file that cannot be used: ${reason.replace(/\.$/, '')}.`,
  )
}

function problemOf(text: string, schema: GraphQLSchema): string | undefined {
  try {
    return validate(schema, parse(text))[0]?.message
  } catch (error) {
    return error instanceof Error ? error.message : 'it cannot be parsed'
  }
}

/** Executes trusted documents, which requests name, and nothing else. */
export function trustedDocuments(documents: TrustedDocuments): Plugin {
  return usePersistedOperations({
    getPersistedOperation: (id) => documents.get(id) ?? null,
    customErrors: {
      persistedQueryOnly: () =>
        refused(
          'CANNOT_SEND_PQ_ID_AND_BODY',
          'This service executes the documents that it knows only: send "documentId" instead of "query".',
        ),
      keyNotFound: () =>
        refused(
          'PERSISTED_QUERY_ID_REQUIRED',
          'This service executes the documents that it knows only: send the ID of one as "documentId".',
        ),
      notFound: () =>
        refused(
          'PERSISTED_QUERY_NOT_IN_LIST',
          'This service does not know a document with this ID: those who run it have to be given it first.',
        ),
    },
  })
}

function refused(code: string, message: string) {
  return httpError(message, { code })
}
