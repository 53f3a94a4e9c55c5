/** A million cases over the counties and lines of the site and three years, made inside the database. */
import { withClient } from '../local/connections.ts'

/**
 * Triggers and foreign keys are off (only the superuser may): what is measured is reading.
 * One case in eight is open; the bodies of a county get cases from its own townships.
 */
const fill = `
  with bodies as (
    select o.id, o.line_code, t.code as region_code, row_number() over (order by o.id, t.code) - 1 as n
    from public.orgs as o
    join public.regions as r on r.code = o.region_code and r.tier = 4
    join public.regions as t on t.parent_code = r.code
    where o.line_code <> 'coordination'
  ), filing as (
    insert into private.complaint_filings (key, code_mac, tail_mac, form_digest) values (gen_random_uuid(), 'bench', 'bench', 'bench') returning id
  )
  insert into public.complaint_cases (filing_id, case_no, case_type, matter_code, title, content, wish, region_code, place_text,
    subject_name, org_id, line_code, state, is_open, light, due_at, filed_at, closed_at)
  select filing.id, 'B' || i, case when h % 3 = 0 then 'tip' else 'complaint' end::public.complaint_case_type,
    (array['food', 'goods', 'pollution', 'other'])[1 + h % 4], '商家拒绝退款 ' || i, repeat('在超市买到过期食品，店员拒绝退款。', 8), '退款',
    b.region_code, '人民路 ' || h % 900 || ' 号', '某超市 ' || h % 5000, b.id, b.line_code,
    case when h % 8 = 0 then 'awaiting_receipt' else 'answered' end, h % 8 = 0,
    (array['green', 'green', 'yellow', 'orange'])[1 + h % 4]::public.work_light,
    at.filed_at + interval '9 days', at.filed_at, case when h % 8 <> 0 then at.filed_at + interval '6 days' end
  from generate_series(1, $1::int) as i
  cross join lateral (select abs(hashint4(i)) as h) as hash
  cross join lateral (select now() - make_interval(secs => abs(hashint8(i::bigint * 7919)) % 94608000) as filed_at) as at
  cross join filing
  join bodies as b on b.n = abs(hashint4(i * 31)) % (select count(*) from bodies)`

export async function fillCases(adminUrl: string, count: number): Promise<void> {
  await withClient(adminUrl, async (client) => {
    await client.query(`set session_replication_role = replica`)
    await client.query(`set max_parallel_workers_per_gather = 0`)
    await client.query(fill, [count])
    await client.query(`vacuum analyze public.complaint_cases`)
  })
}
