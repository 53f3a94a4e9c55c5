/** What stands in the mailbox of somebody: the code of an invitation is nowhere else. */
import type { Session } from './session.ts'

/** The newest message to an address that was not sent yet. */
export async function messageTo(session: Session, address: string) {
  const [row] = await session.read(
    'postgres',
    `select m.id, m.secret, m.params, m.expires_at, d.id as delivery from private.messages as m
     join private.outbox_events as e on e.topic = 'core.message' and e.key = m.id::text
     join private.outbox_deliveries as d on d.event_id = e.id
     where m.address = $1 order by m.created_at desc, m.id limit 1`,
    [address],
  )
  if (!row) throw new Error(`no message to ${address}`)
  return row as { id: string; secret: string | null; params: Record<string, string>; expires_at: Date; delivery: string }
}

export const codeFor = async (session: Session, address: string) => (await messageTo(session, address)).secret

/** A sign-up as the auth service writes it. */
export const signUp = `insert into auth.users (id, aud, role, email, raw_user_meta_data) values ($1, 'authenticated', 'authenticated', $2, jsonb_build_object('invitation_code', $3::text))`
