import { readdir, readFile } from 'node:fs/promises'

const FOLDER = new URL('examples/', import.meta.url)

/** The worked examples, in the order of their files: each is a query with its question as a comment on top. */
export async function readExamples(): Promise<string[]> {
  const files = (await readdir(FOLDER)).filter((file) => file.endsWith('.graphql')).sort()
  return Promise.all(files.map((file) => readFile(new URL(file, FOLDER), 'utf8')))
}
