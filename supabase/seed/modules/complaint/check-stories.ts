/** What the demo must show: a row of text for each story that is missing. Bodies are those where a demo account handles. */

/** The demo's own: what other modules show is dated as it happened. */
export const items = `(select * from public.work_items where kind in ('complaint', 'tip'))`

const bodies = `(select distinct f.org_id, o.name from public.officers as f join auth.users as u on u.id = f.id join public.officer_role_grants as g on g.officer_id = f.id
  join public.orgs as o on o.id = f.org_id where g.role_code = 'handler' and u.email like '%@demo.local') as b`
const open = `from public.work_approvals as a join ${items} as i on i.id = a.item_id where i.org_id = b.org_id and a.outcome is null`
const missing = (story: string, where: string) => `select '${story}' where not exists (${where})`
const event = (action: string) => `select from public.work_events as e join ${items} as i on i.id = e.item_id where e.action = '${action}'`
const cases = `select from ${items} as i join public.complaint_cases as c on c.id = i.record_id join public.complaint_reporters as r on r.filing_id = c.filing_id`

export const storyRules: Record<string, string> = {
  'each body has two officers who handle, one who approves, one who leads': `
    select b.name from ${bodies} where (select count(*) filter (where g.role_code = 'handler') >= 2 and bool_or(g.role_code = 'reviewer') and bool_or(g.role_code = 'lead')
      from public.officer_role_grants as g where g.org_id = b.org_id) is not true`,
  'in each body both handle cases': `
    select b.name from ${bodies} where (select count(distinct i.handler_id) from ${items} as i where i.org_id = b.org_id) < 2`,
  'in each body 立案 and 答复 wait for approval': `
    select b.name from ${bodies} where not exists (select ${open} and a.action = 'file_case') or not exists (select ${open} and a.action = 'answer')`,
  'stories that need no body of their own': [
    missing(
      'refused and asked again',
      `select from public.work_approvals as a join public.work_approvals as n using (item_id, action)
      where a.outcome = 'refused' and n.asked_at > a.decided_at`,
    ),
    missing(
      '督办 answered in time',
      `select from public.work_terms as w join public.work_events as e on e.item_id = w.item_id and e.created_at = w.finished_at
      where w.key = 'work.supervise' and w.state = 'met' and e.action = 'answer_supervision'`,
    ),
    missing('督办 not answered', `${event('lapse_supervision')} and i.is_open and i.is_supervised`),
    missing('督办 in its term', `select from public.work_terms as w where w.key = 'work.supervise' and w.state = 'running' and w.due_at > now()`),
    missing('批示', event('instruct')),
    missing('承办人 appointed', event('assign')),
    missing(
      '回访 after 不满意',
      `${event('call_back')} and exists (select from public.complaint_ratings as r where r.case_id = i.record_id and r.level <= 2)`,
    ),
    missing('待分派 overdue', `${cases} where i.state = 'awaiting_dispatch' and i.light in ('orange', 'red')`),
    missing('待补正 in its term', `${cases} where i.state = 'awaiting_material' and i.term_key = i.kind || '.supply' and i.due_at > now()`),
    missing('补正期满', event('lapse_supply')),
    missing('anonymous tip under investigation', `${cases} where r.is_anonymous and i.state = 'investigating'`),
    missing(
      'charged to a body that passed it on',
      `select from public.work_terms as w join ${items} as i on i.id = w.item_id
      where w.late_org_id <> i.org_id and i.is_open and not i.was_late`,
    ),
    missing(
      '延期 waits, and 延期 granted',
      `select from public.work_approvals as a, public.work_extensions as x where a.action = 'extend' and a.outcome is null`,
    ),
    missing('every light', `select from ${items} as i where i.is_open having count(distinct i.light) = 4`),
  ].join(' union all '),
}
