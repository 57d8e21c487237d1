// How the playground is served: to browsers only, small, kept by them, and from this machine alone.
import { promisify } from 'node:util'
import { brotliDecompress, gunzip } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { runningServer } from '../harness/running-server.ts'
import { rawRequest } from './raw-request.ts'

/** What Firefox and Chromium send when a person opens an address. */
const BROWSER = {
  accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
  'accept-encoding': 'gzip, deflate, br, zstd',
}

const server = runningServer()
const at = (path: string) => new URL(path, server()).href

let page = ''
let assets: string[] = []
beforeAll(async () => {
  page = String((await rawRequest(server(), { headers: { accept: BROWSER.accept } })).body)
  assets = page.match(/\/playground\/[\w-]+\.\w+/g) ?? []
})

describe('the address of the service', () => {
  test.each(['GET', 'HEAD'])('leads to the playground by %s', async (method) => {
    const { status, headers, body } = await rawRequest(at('/'), { method })
    expect({ status, location: headers.location, body: String(body) }).toEqual({
      status: 302,
      location: '/graphql',
      body: '',
    })
  })

  test('takes no queries', async () => {
    expect((await rawRequest(at('/'), { method: 'POST' })).status).not.toBe(302)
  })
})

describe('the page', () => {
  test('is given to a browser: a few kilobytes, which it asks for anew each time', async () => {
    const { status, headers, body } = await rawRequest(server(), { headers: BROWSER })
    expect(status).toBe(200)
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-encoding': 'br',
      'cache-control': 'no-cache',
      vary: 'Accept, Accept-Encoding',
    })
    expect(body.byteLength).toBeLessThan(10_000)
    expect(String(await promisify(brotliDecompress)(body))).toBe(page)
  })

  test.each([
    undefined,
    '*/*',
    'application/json',
    'application/graphql-response+json, application/json;q=0.9',
    'application/json, text/html',
    'application/json, text/html;q=0.9, */*;q=0.8',
    'text/html;q=0, */*',
    'text/event-stream',
  ])('is not given to a program that accepts %s', async (accept) => {
    for (const query of ['', '?query={__typename}']) {
      const headers: Record<string, string> = accept === undefined ? {} : { accept }
      const { headers: received, body } = await rawRequest(server() + query, { headers })
      expect(received['content-type']).not.toContain('html')
      expect(String(body)).not.toContain('<')
    }
  })

  test('names no other host, and lets the browser ask none', async () => {
    const { headers } = await rawRequest(server(), { headers: BROWSER })
    const hosts = decodeURIComponent(page).match(/(https?:)?\/\/[\w.-]+\.\w+/g) ?? []
    // The name of SVG's elements looks like an address; nobody goes there.
    expect(new Set(hosts)).toEqual(new Set(['http://www.w3.org']))
    const policy = String(headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self';")
    expect(policy).toContain("connect-src 'self';")
    expect(policy).not.toMatch(/https?:|\*/)
  })
})

describe('what the page loads', () => {
  test('are scripts, styles and workers of this service', () => {
    expect(assets.map((asset) => asset.replace(/-[\w-]{16}(?=\.)/, ''))).toEqual([
      '/playground/graphiql.css',
      '/playground/summitry.css',
      '/playground/editor-worker.js',
      '/playground/json-worker.js',
      '/playground/graphql-worker.js',
      '/playground/graphiql.js',
      '/playground/start.js',
    ])
  })

  test('is compressed as the browser takes it, and is the same either way', async () => {
    let total = { plain: 0, br: 0, gzip: 0 }
    for (const asset of assets) {
      const [plain, br, gzip] = await Promise.all(
        ['identity', 'br', 'gzip'].map((encoding) =>
          rawRequest(at(asset), { headers: { 'accept-encoding': encoding } }),
        ),
      )
      if (!plain || !br || !gzip) throw new Error('There are three responses')
      expect(plain.headers['content-encoding']).toBeUndefined()
      expect(br.headers['content-encoding']).toBe('br')
      expect(gzip.headers['content-encoding']).toBe('gzip')
      expect((await promisify(brotliDecompress)(br.body)).equals(plain.body)).toBe(true)
      expect((await promisify(gunzip)(gzip.body)).equals(plain.body)).toBe(true)
      total = {
        plain: total.plain + plain.body.byteLength,
        br: total.br + br.body.byteLength,
        gzip: total.gzip + gzip.body.byteLength,
      }
    }
    expect(total.plain).toBeGreaterThan(8_000_000)
    expect(total.br).toBeLessThan(2_200_000)
    expect(total.gzip).toBeLessThan(2_500_000)
  })

  test('is never asked for again: its name changes with its content', async () => {
    for (const asset of assets) {
      const { status, headers } = await rawRequest(at(asset), { headers: BROWSER })
      expect(status).toBe(200)
      expect(headers['cache-control']).toBe('public, max-age=31536000, immutable')
      expect(headers['content-type']).toMatch(/^text\/(css|javascript); charset=utf-8$/)
      expect(headers['x-content-type-options']).toBe('nosniff')
    }
  })

  test.each(['/playground/', '/playground/graphiql.js', '/playground/../graphql.js', '/playground/%2e%2e/x'])(
    'does not include %s',
    async (path) => {
      expect((await rawRequest(server().replace('/graphql', path), { headers: BROWSER })).status).toBe(404)
    },
  )
})

describe('the page and what it loads', () => {
  const everything = () => ['/graphql', ...assets]

  test('are not sent again to a browser that has them', async () => {
    for (const path of everything()) {
      const first = await rawRequest(at(path), { headers: BROWSER })
      for (const known of [String(first.headers.etag), `"other", ${first.headers.etag}`, '*']) {
        const again = await rawRequest(at(path), { headers: { ...BROWSER, 'if-none-match': known } })
        expect(again.status).toBe(304)
        expect(again.body.byteLength).toBe(0)
        expect(again.headers.etag).toBe(first.headers.etag)
        expect(again.headers['cache-control']).toBe(first.headers['cache-control'])
      }
      const other = await rawRequest(at(path), { headers: { ...BROWSER, 'if-none-match': '"other"' } })
      expect(other.status).toBe(200)
    }
  })

  test('have the same headers by HEAD as by GET, and no body', async () => {
    for (const path of everything()) {
      const get = await rawRequest(at(path), { headers: BROWSER })
      const head = await rawRequest(at(path), { headers: BROWSER, method: 'HEAD' })
      expect(head.status).toBe(200)
      expect(head.body.byteLength).toBe(0)
      expect(head.headers['content-length']).toBe(String(get.body.byteLength))
      const ofEach = { date: '', 'x-request-id': '' }
      expect({ ...head.headers, ...ofEach }).toEqual({ ...get.headers, ...ofEach })
    }
  })
})
