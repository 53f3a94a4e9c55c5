/** Asks the policies on realtime.messages what somebody may do on a topic, as hosted Realtime does at a join. */
import type pg from 'pg'
import type { Identity } from './token.ts'

export interface Permissions {
  readBroadcast: boolean
  writeBroadcast: boolean
  readPresence: boolean
  writePresence: boolean
}

interface Row {
  read_broadcast: boolean
  write_broadcast: boolean
  read_presence: boolean
  write_presence: boolean
}

/** The probe writes rows and is rolled back, so it leaves nothing and notifies nobody. */
export async function authorize(pool: pg.Pool, identity: Identity, topic: string): Promise<Permissions> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const { rows } = await client.query<Row>('select * from _stack.authorize_topic($1, $2, $3)', [
      topic,
      identity.role,
      JSON.stringify(identity.claims),
    ])
    await client.query('rollback')
    client.release()
    const row = rows[0]
    return {
      readBroadcast: row?.read_broadcast === true,
      writeBroadcast: row?.write_broadcast === true,
      readPresence: row?.read_presence === true,
      writePresence: row?.write_presence === true,
    }
  } catch (error) {
    client.release(true)
    throw error
  }
}
