import pg from 'pg'

/** Makes an empty database for a benchmark on the server of DATABASE_URL, and tells how to be rid of it. */
export async function makeDatabase(serverUrl: string): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `summitry_bench_${process.pid}`
  await administer(serverUrl, `CREATE DATABASE ${name}`)
  return {
    url: inDatabase(serverUrl, name),
    drop: async () => {
      await administer(serverUrl, `DROP DATABASE ${name} WITH (FORCE)`)
    },
  }
}

/** The address of another database on the same server. */
export function inDatabase(serverUrl: string, name: string): string {
  return Object.assign(new URL(serverUrl), { pathname: `/${name}` }).href
}

/** Runs one statement, and gives the number of its rows. */
export async function administer(connectionString: string, sql: string): Promise<number> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  const { rowCount } = await client.query(sql).finally(() => client.end())
  return rowCount ?? 0
}
