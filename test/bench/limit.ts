// The limit: a bare HTTP server that answers each question by one SQL statement, written by hand, which makes the JSON.
// `POST /Q1` with the statement's parameters as a JSON array.
import { createServer } from 'node:http'
import { json } from 'node:stream/consumers'
import pg from 'pg'
import { z } from 'zod'
import { questions } from './questions/all.ts'

const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'] })
const statements = new Map(questions.map(({ name, limit }) => [`/${name}`, { name, text: limit.sql }]))
const parameters = z.array(z.union([z.string(), z.number(), z.null()]))

const server = createServer(async (request, response) => {
  const statement = statements.get(request.url ?? '')
  if (!statement) {
    response.writeHead(404).end()
    return
  }
  const values = parameters.parse(await json(request))
  const { rows } = await pool.query<{ answer: string }>({ ...statement, values })
  response.writeHead(200, { 'content-type': 'application/json' }).end(rows[0]?.answer ?? 'null')
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (typeof address === 'object' && address) {
    console.log(`The limit answers at http://127.0.0.1:${address.port}`)
  }
})
