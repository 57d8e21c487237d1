import pg from 'pg'

/** Makes an empty database for a benchmark on the server of DATABASE_URL, and tells how to be rid of it. */
export async function makeDatabase(serverUrl: string): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `summitry_bench_${process.pid}`
  await administer(serverUrl, `CREATE DATABASE ${name}`)
  return {
    url: Object.assign(new URL(serverUrl), { pathname: `/${name}` }).href,
    drop: () => administer(serverUrl, `DROP DATABASE ${name} WITH (FORCE)`),
  }
}

async function administer(connectionString: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  await client.query(sql).finally(() => client.end())
}
