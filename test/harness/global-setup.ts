import type { TestProject } from 'vitest/node'
import { makeTemplates } from './templates.ts'

declare module 'vitest' {
  interface ProvidedContext {
    templates: Awaited<ReturnType<typeof makeTemplates>>['names']
  }
}

/** Migrates a database once, and founds the record in another, for the files of tests to copy. */
export default async function setup(project: TestProject) {
  const templates = await makeTemplates()
  project.provide('templates', templates.names)
  return templates.remove
}
