import { Worker } from 'node:worker_threads'
import type { Site } from './site.ts'

/** Gives the site, built when it is first asked for: most processes never show it to anybody. */
export function siteLoader(endpoint: string): () => Promise<Site> {
  let site: Promise<Site> | undefined
  return () => {
    site ??= buildInWorker(endpoint).catch((error) => {
      // The next one who asks tries again.
      site = undefined
      throw error
    })
    return site
  }
}

function buildInWorker(endpoint: string): Promise<Site> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('site-worker.ts', import.meta.url), { workerData: endpoint })
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`The playground was not built (exit code ${code})`)))
    worker.unref()
  })
}
