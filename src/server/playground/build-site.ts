import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import * as graphiql from '@graphql-yoga/render-graphiql/graphiql'
import { readExamples } from './examples.ts'
import { renderPage } from './page.ts'
import { ASSETS, type Site, type SiteFile } from './site.ts'

const SCRIPT = 'text/javascript; charset=utf-8'
const STYLES = 'text/css; charset=utf-8'

/**
 * Takes GraphiQL apart, which its package has as one page of 9 MB: here the page is small, and what it loads
 * are files of their own that a browser keeps.
 */
export async function buildSite(endpoint: string): Promise<Site> {
  const site: Site = new Map()
  async function add(name: string, type: string, content: string) {
    const file = await compress(type, content)
    const path = ASSETS + name.replace('.', `-${file.hash}.`)
    site.set(path, file)
    return path
  }

  const own = (name: string) => readFile(new URL(`browser/${name}`, import.meta.url), 'utf8')
  const [styles, ours, script, start, editor, json, graphql] = await Promise.all([
    add('graphiql.css', STYLES, graphiql.css),
    add('summitry.css', STYLES, await own('summitry.css')),
    add('graphiql.js', SCRIPT, graphiql.js),
    add('start.js', SCRIPT, await own('start.js')),
    add('editor-worker.js', SCRIPT, graphiql.editorWorkerService),
    add('json-worker.js', SCRIPT, graphiql.jsonWorker),
    add('graphql-worker.js', SCRIPT, graphiql.graphqlWorker),
  ])
  const page = renderPage({
    endpoint,
    styles: [styles, ours],
    scripts: [script, start],
    workers: { editorWorkerService: editor, json, graphql },
    tabs: await readExamples(),
  })
  return site.set(endpoint, await compress('text/html; charset=utf-8', page))
}

async function compress(type: string, content: string): Promise<SiteFile> {
  const bytes = Buffer.from(content)
  const [br, gzipped] = await Promise.all([
    // Better than this takes ten times as long for the last 4 %.
    promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 7 } }),
    promisify(gzip)(bytes),
  ])
  const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 16)
  return { type, hash, br, gzip: gzipped }
}
