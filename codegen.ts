import type { CodegenConfig } from '@graphql-codegen/cli'

/**
 * How this service's scalars come in JSON: all of them are strings, but the one that is JSON itself. The same map serves
 * any generator.
 */
export const scalars = {
  CountryCode: 'string',
  Date: 'string',
  DateTime: 'string',
  EDTF: 'string',
  ID: 'string',
  JSON: 'unknown',
  LanguageTag: 'string',
  URL: 'string',
}

/** What the documents of a client become: text to send, and the types of what comes back. */
const documents = {
  scalars,
  strictScalars: true,
  documentMode: 'string',
  useTypeImports: true,
  importExtension: '.ts',
}

const config: CodegenConfig = {
  schema: 'schema.graphql',
  generates: {
    'src/report/generated/': {
      documents: ['src/report/**/*.ts', '!src/report/generated'],
      preset: 'client',
      presetConfig: { fragmentMasking: false, skipIndexFile: true },
      config: documents,
    },
    'test/client/generated/': {
      documents: ['test/client/*.ts'],
      preset: 'client',
      presetConfig: { fragmentMasking: { unmaskFunctionName: 'unmask' }, skipIndexFile: true },
      config: documents,
    },
  },
}

export default config
