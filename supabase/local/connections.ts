/** Database connections that outlive the loss of the server: pg raises the loss as an unhandled error otherwise. */
import pg from 'pg'

const ignore = () => undefined

export function createPool(connectionString: string, name: string, max: number): pg.Pool {
  const pool = new pg.Pool({ connectionString, max, application_name: name, connectionTimeoutMillis: 5000 })
  pool.on('error', ignore)
  // The pool listens to idle connections only; whoever uses one learns of the loss by its query.
  pool.on('connect', (client) => client.on('error', ignore))
  return pool
}

export async function withClient<Result>(connectionString: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString })
  client.on('error', ignore)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end().catch(ignore)
  }
}
