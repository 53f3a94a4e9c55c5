/** What the tests of definitions do as the administrator of the site. */
import type { Session, Who } from './session.ts'

export const admin = 'system_admin.province-coordination'
/** In SQL, where the office is. */
export const today = `(now() at time zone 'Asia/Shanghai')::date`

const publishSql = `select d.id, d.version, d.state, d.applied_at is not null as applied from public.publish_definition($1, $2, $3, ${today} + $4::int, $5) as d`
const publishArgs = (kind: string, key: string, body: object, days: number, reason = '测试调整') => [kind, key, JSON.stringify(body), days, reason]

export function definitionSteps(session: Session) {
  const publish = async (kind: string, key: string, body: object, days: number) =>
    (await session.act(admin, publishSql, publishArgs(kind, key, body, days)))[0] ?? {}

  /** The refusal, with the field that it names. */
  async function refused(kind: string, key: string, body: object, days = 1, reason = '测试调整', who: Who = admin): Promise<string> {
    try {
      await session.read(who, publishSql, publishArgs(kind, key, body, days, reason))
      return 'ok'
    } catch (error) {
      const { message, detail } = error as { message: string; detail?: string }
      const field = detail ? (JSON.parse(detail) as { field?: string }).field : undefined
      return field ? `${message} ${field}` : message
    }
  }

  /** So many days pass for codes and the site, and the chore has run. */
  async function until(days: number) {
    // The earliest first: no version may stand on another's day, not even while all of them move.
    await session.act(
      'postgres',
      `do $$ declare one uuid; begin
         for one in select id from public.definitions where kind in ('code', 'site') order by effective_from loop
           update public.definitions set effective_from = effective_from - ${Math.trunc(days)}, effective_to = effective_to - ${Math.trunc(days)} where id = one;
         end loop;
       end $$`,
    )
    return session.act('postgres', 'select private.definition_chore() as done')
  }

  return { publish, refused, until }
}
