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

const config: CodegenConfig = {
  schema: 'schema.graphql',
  documents: ['test/client/*.ts'],
  generates: {
    'test/client/generated/': {
      preset: 'client',
      presetConfig: { fragmentMasking: { unmaskFunctionName: 'unmask' }, skipIndexFile: true },
      config: {
        scalars,
        strictScalars: true,
        documentMode: 'string',
        useTypeImports: true,
        importExtension: '.ts',
      },
    },
  },
}

export default config
