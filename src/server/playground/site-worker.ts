// Builds the site away from the thread that answers requests, and takes the 20 MB that it needs with it.
import { parentPort, workerData } from 'node:worker_threads'
import { buildSite } from './build-site.ts'

parentPort?.postMessage(await buildSite(workerData))
