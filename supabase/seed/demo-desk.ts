/** People of the demo at their desks: each step is an RPC of the database, in their own name and with their own rights. */
import type pg from 'pg'

export function demoDesk(db: pg.ClientBase) {
  /** One statement as `handler.market`; its first row. */
  async function call<Row extends pg.QueryResultRow>(who: string, sql: string, values: unknown[]): Promise<Row> {
    const { rows: found } = await db.query<{ id: string }>('select id from auth.users where email = $1', [`${who}@demo.local`])
    if (!found[0]) throw new Error(`the demo has no ${who}`)
    await db.query('begin')
    try {
      // The desk is a session like any other, for as long as the step takes.
      const session = await db.query<{ id: string }>(
        `insert into auth.sessions (id, user_id, aal, created_at, updated_at) values (gen_random_uuid(), $1, 'aal2', now(), now()) returning id`,
        [found[0].id],
      )
      const claims = { sub: found[0].id, session_id: session.rows[0]?.id, role: 'authenticated' }
      await db.query(`select set_config('request.jwt.claims', $1, true)`, [JSON.stringify(claims)])
      await db.query('set local role authenticated')
      const { rows } = await db.query<Row>(sql, values)
      await db.query('reset role')
      await db.query('delete from auth.sessions where id = $1', [claims.session_id])
      await db.query('commit')
      return rows[0] as Row
    } catch (error) {
      await db.query('rollback')
      throw error
    }
  }
  return {
    call,
    async act(who: string, item: string, action: string, payload: object = {}): Promise<void> {
      const sql = 'select public.work_act($1, $2, $3, (select version from public.work_items where id = $1), gen_random_uuid())'
      await call(who, sql, [item, action, JSON.stringify(payload)])
    },
    /** Agrees, as the second person, to what was asked. */
    async grant(who: string, item: string): Promise<void> {
      await call(who, `select public.work_decide((select id from public.work_approvals where item_id = $1 and outcome is null), true, '同意')`, [
        item,
      ])
    },
    async orgOf(who: string): Promise<string> {
      const sql = 'select f.org_id from public.officers as f join auth.users as u on u.id = f.id where u.email = $1'
      return (await db.query<{ org_id: string }>(sql, [`${who}@demo.local`])).rows[0]?.org_id as string
    },
  }
}
