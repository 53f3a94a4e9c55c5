-- Papers, part two: issued in the transaction of the move that they are about, rendered afterwards, frozen for good.
-- Tables: papers. Who may do what: whoever reads the item reads its papers; hooks of modules issue (private.issue_paper); the
--         edge function render-paper (service role) takes one up by its lease and settles it; who handles the item for the
--         issuing body asks for another try, who appoints handlers there withdraws.

create table public.papers (
  id uuid primary key default gen_random_uuid(),
  kind text not null references private.paper_kinds (kind) on delete restrict,
  item_id uuid not null references public.work_items (id) on delete restrict,
  event_seq int not null,
  org_id uuid not null references public.orgs (id) on delete restrict,
  no text not null,
  title text not null,
  definition_id uuid not null references public.definitions (id) on delete restrict,
  "values" jsonb not null,
  seal_path text,
  code text not null unique check (code ~ '^([2-9A-HJ-NP-Z]{4}-){3}[2-9A-HJ-NP-Z]{4}$'),
  state text not null default 'waiting' check (state in ('waiting', 'ready', 'failed')),
  problem text not null default '',
  storage_path text unique,
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes int check (bytes > 0),
  issued_at timestamptz not null default now(),
  issued_by text,
  withdrawn_at timestamptz,
  withdrawn_by uuid references public.officers (id) on delete restrict,
  withdraw_reason text not null default '' check (length(withdraw_reason) <= 300),
  unique (item_id, kind, event_seq),
  unique (org_id, no),
  check ((state = 'ready') = (storage_path is not null and sha256 is not null and bytes is not null))
);
comment on table public.papers is
  '文书: definition_id and values say all that the paper says, seal_path which picture of a seal it shows (null: a line says where it belongs), so that rendering it again gives the same bytes; event_seq = the event it was issued in, one of a kind for each. code opens the confirmation page. sha256 is of the stored PDF.';
create index papers_kind_idx on public.papers (kind);
create index papers_definition_id_idx on public.papers (definition_id);
create index papers_withdrawn_by_idx on public.papers (withdrawn_by);
-- Who withdrew and why is for the log; what a paper says of a person is not.
select private.enable_audit('public.papers', p_texts => '{values,withdraw_reason}');
select private.guard_with('public.papers', 'item_id', 'public.work_items', 'With its item.');
insert into private.outbox_subscriptions (consumer, topics, function_name, at_once) values ('render-paper', array['core.paper'], 'render-paper', 16);
insert into private.quotas (bucket, amount, per) values ('check-paper.address', 60, '10 minutes');

create function private.paper_code()
returns text
language sql volatile
set search_path = ''
as $$
  select string_agg(substr('23456789ABCDEFGHJKLMNPQRSTUVWXYZ', (get_byte(b, i) & 31) + 1, 1) || case when i in (3, 7, 11) then '-' else '' end, '' order by i)
  from extensions.gen_random_bytes(16) as b cross join generate_series(0, 15) as i
$$;
comment on function private.paper_code is '16 characters of 5 bits: 80 bits that nobody guesses.';

create function private.chinese_count(p_n int)
returns text
language sql immutable
set search_path = ''
as $$
  select case when p_n >= 20 then substr('一二三四五六七八九', p_n / 10, 1) else '' end || case when p_n >= 10 then '十' else '' end
    || case when p_n % 10 > 0 then substr('一二三四五六七八九', p_n % 10, 1) else '' end
$$;
comment on function private.chinese_count is '1 to 99 as 一, 十, 二十一.';

create function private.chinese_date(p_day date)
returns text
language sql immutable
set search_path = ''
as $$
  select translate(extract(year from p_day)::text, '0123456789', '〇一二三四五六七八九') || '年' || private.chinese_count(extract(month from p_day)::int) || '月'
    || private.chinese_count(extract(day from p_day)::int) || '日'
$$;
comment on function private.chinese_date is 'A day as official papers write it: 二〇二六年四月十五日.';

create function private.paper_no(p_org uuid, p_word text, p_day date)
returns text
language sql volatile
security definer set search_path = ''
as $$
  -- The place without 省, 市, 县, 区 where two characters remain, then the line; kinds with one word share one series.
  select case when length(r.name) > 2 then regexp_replace(r.name, '(省|市|县|区|镇|乡|街道)$', '') else r.name end || l.name || p_word
    || '〔' || extract(year from p_day) || '〕' || private.next_number('paper.' || p_word, p_org, extract(year from p_day)::int) || '号'
  from public.orgs as o join public.regions as r on r.code = o.region_code join public.org_lines as l on l.code = o.line_code
  where o.id = p_org
$$;
comment on function private.paper_no is 'The next 文号 of a body, without gaps. Definer: the series are closed.';

create function private.issue_paper(p_kind text, p_item public.work_items, p_org uuid, p_values jsonb)
returns uuid
language plpgsql
security definer set search_path = ''
as $$
declare
  day date := private.local_day(now());
  template public.definitions := private.definition_at('paper', p_kind, day);
  site public.sites;
  seal jsonb := (private.definition_at('paper_seal', p_org::text, day)).body;
  vals jsonb;
  missing text;
  paper uuid := (select p.id from public.papers as p where p.item_id = p_item.id and p.kind = p_kind and p.event_seq = p_item.seq);
begin
  if paper is not null then
    return paper;
  end if;
  select * into site from public.sites as s where s.is_active;
  select jsonb_object_agg(f.name, coalesce(btrim(private.visible_text(p_values ->> f.name)), '')) into vals
  from private.paper_fields(p_kind) as f where not f.is_common;
  select string_agg(f.label, '、' order by f.name) into missing from private.paper_fields(p_kind) as f where f.is_required and vals ->> f.name = '';
  if template.id is null or missing is not null then
    perform private.fail(409, 'paper.value_missing', '文书不能生成，缺少：' || coalesce(missing, '文书模板') || '，请补充后再办理', jsonb_build_object('kind', p_kind));
  end if;
  vals := vals || jsonb_build_object('no', private.paper_no(p_org, template.body ->> 'no_word', day), 'date', private.chinese_date(day),
    'org_name', (select o.name from public.orgs as o where o.id = p_org),
    'org_phone', coalesce(site.parameters ->> 'contact', site.hotline, ''), 'org_address', coalesce(site.parameters ->> 'address', ''));
  insert into public.papers (kind, item_id, event_seq, org_id, no, title, definition_id, "values", seal_path, code, issued_by)
  select p_kind, p_item.id, p_item.seq, p_org, vals ->> 'no', k.label, template.id, vals, seal ->> 'path', private.paper_code(), private.actor()
  from private.paper_kinds as k where k.kind = p_kind
  returning id into paper;
  -- By its number only: what a paper says does not pass through queues.
  perform private.emit('core.paper', paper::text, jsonb_build_object('paperId', paper));
  return paper;
end
$$;
comment on function private.issue_paper is
  'Issues a paper in the running move, once for an event: number, template and seal of the day and values are fixed here, the PDF follows. Called by hooks with the item as it is after the move. Definer: papers take no direct write.';

create function private.take_paper(p_id uuid, p_delivery_id bigint, p_lease uuid)
returns table (template jsonb, "values" jsonb, code text, issued_at timestamptz, seal_path text)
language sql stable
security definer set search_path = ''
as $$
  select d.body, p."values", p.code, p.issued_at, p.seal_path
  from public.papers as p
  join public.definitions as d on d.id = p.definition_id
  join private.outbox_events as e on e.topic = 'core.paper' and e.key = p.id::text
  join private.outbox_deliveries as l on l.event_id = e.id
  where p.id = p_id and l.id = p_delivery_id and l.lease = p_lease and l.state = 'leased' and p.state <> 'ready'
$$;
comment on function private.take_paper is 'Definer: answers the holder of the delivery''s lease.';
select private.expose('private.take_paper', '{service_role}',
  'Edge function render-paper only: what is to be rendered; none when it is ready, or the lease is stale.');

create function private.settle_paper(p_id uuid, p_delivery_id bigint, p_lease uuid, p_file jsonb default null, p_problem text default null, p_is_final boolean default false)
returns boolean
language plpgsql
security definer set search_path = ''
as $$
declare
  tries int;
begin
  select l.attempts into tries from private.outbox_events as e join private.outbox_deliveries as l on l.event_id = e.id
  where l.id = p_delivery_id and e.topic = 'core.paper' and e.key = p_id::text;
  perform private.act_as('system:render-paper');
  if tries is null or not private.outbox_settle(p_delivery_id, p_lease, case when not p_is_final then p_problem end) then
    return false;
  end if;
  update public.papers as p
  set state = case when p_file is not null then 'ready' when p_is_final or tries >= 10 then 'failed' else p.state end,
    problem = coalesce(left(p_problem, 300), ''), storage_path = p_file ->> 'path', sha256 = p_file ->> 'sha256', bytes = (p_file ->> 'bytes')::int
  where p.id = p_id and p.state <> 'ready';
  return true;
end
$$;
comment on function private.settle_paper is 'The first PDF that arrives is the paper: a ready one is never touched. Definer: papers take no direct write.';
select private.expose('private.settle_paper', '{service_role}',
  'Edge function render-paper only: a paper was stored {path, sha256, bytes}, or could not be made: tried again, unless it is final (what no retry mends). False when the lease is stale.');

create function private.paper_for(p_id uuid, p_is_appointer boolean)
returns public.papers
language plpgsql
security definer set search_path = ''
as $$
declare
  paper public.papers;
begin
  select p.* into paper from public.papers as p
  join public.work_items as i on i.id = p.item_id
  join private.work_kinds as k on k.kind = i.kind
  where p.id = p_id and private.can_read_item(i) and private.has_permission(case when p_is_appointer then k.assign_permission else k.handle_permission end, p.org_id)
  for update of p;
  if paper.id is null then
    perform private.fail(404, 'paper.not_found', '没有找到该文书，或您没有办理它的权限');
  end if;
  return paper;
end
$$;
comment on function private.paper_for is 'The paper, for who handles (or appoints handlers) at the body that issued it and reads the item; to others it does not exist. Definer: papers take no direct write.';

create function private.retry_paper(p_id uuid)
returns void
language plpgsql
security definer set search_path = ''
as $$
declare
  paper public.papers := private.paper_for(p_id, false);
begin
  -- Ready, or on its way: nothing to ask for.
  if paper.state = 'ready' or exists (select from private.outbox_events as e join private.outbox_deliveries as l on l.event_id = e.id
    where e.topic = 'core.paper' and e.key = p_id::text and l.state in ('pending', 'leased')) then
    return;
  end if;
  update public.papers as p set state = 'waiting', problem = '' where p.id = p_id;
  perform private.emit('core.paper', p_id::text, jsonb_build_object('paperId', p_id));
end
$$;
comment on function private.retry_paper is 'Definer: papers take no direct write.';
select private.expose('private.retry_paper', '{authenticated}', 'Has a paper rendered once more that failed; harmless while it is on its way or ready. Raises paper.not_found.');

create function private.withdraw_paper(p_id uuid, p_reason text)
returns void
language plpgsql
security definer set search_path = ''
as $$
declare
  paper public.papers := private.paper_for(p_id, true);
begin
  if length(btrim(coalesce(p_reason, ''))) not between 2 and 300 then
    perform private.fail(422, 'paper.reason_missing', '请填写撤回理由，2 至 300 字', '{"field":"reason"}');
  end if;
  update public.papers as p set withdrawn_at = now(), withdrawn_by = private.my_id(), withdraw_reason = btrim(p_reason)
  where p.id = p_id and p.withdrawn_at is null;
end
$$;
comment on function private.withdraw_paper is 'Definer: papers take no direct write.';
select private.expose('private.withdraw_paper', '{authenticated}',
  'Withdraws a paper; its number stays used, the confirmation page says so. A second time changes nothing. Raises paper.not_found, paper.reason_missing.');

create function private.paper_rights(p_item uuid)
returns table (paper_id uuid, can_retry boolean, can_withdraw boolean)
language sql stable
security definer set search_path = ''
as $$
  select p.id, p.state <> 'ready' and private.has_permission(k.handle_permission, p.org_id),
    p.withdrawn_at is null and private.has_permission(k.assign_permission, p.org_id)
  from public.papers as p join public.work_items as i on i.id = p.item_id join private.work_kinds as k on k.kind = i.kind
  where p.item_id = p_item and private.can_read_item(i)
$$;
comment on function private.paper_rights is 'Definer: the kinds of work are closed; answers for the caller only.';
select private.expose('private.paper_rights', '{authenticated}', 'Of each paper of an item, what the caller may do; empty for a hidden item.');

create function private.check_paper(p_code text)
returns table (title text, no text, org_name text, issued_on date, sha256 text, withdrawn_on date)
language plpgsql stable
security definer set search_path = ''
as $$
begin
  return query
    select p.title, p.no, p."values" ->> 'org_name', private.local_day(p.issued_at), p.sha256, private.local_day(p.withdrawn_at)
    from public.papers as p where p.code = p_code and p.state = 'ready';
  if not found then
    perform private.fail(404, 'paper.not_found', '没有找到该文书，请核对核验码');
  end if;
end
$$;
comment on function private.check_paper is 'Nothing of what the paper says, nor of whom it is to. Definer: the visitor has no account; the code proves that they hold the paper.';
select private.expose('private.check_paper', '{service_role}', 'Edge function check-paper only, which counts the visitor: what is confirmed of a paper by its code. Raises paper.not_found.');

create function private.citizen_papers(p_items uuid[])
returns table (item_id uuid, id uuid, title text, no text, issued_at timestamptz, is_ready boolean, sha256 text, storage_path text, is_withdrawn boolean)
language sql stable
security definer set search_path = ''
as $$
  select p.item_id, p.id, p.title, p.no, p.issued_at, p.state = 'ready', p.sha256, p.storage_path, p.withdrawn_at is not null
  from public.papers as p join private.paper_kinds as k on k.kind = p.kind
  where p.item_id = any (p_items) and k.addressee = 'citizen'
  order by p.issued_at, p.no
$$;
comment on function private.citizen_papers is 'Papers to the citizen about some items, for the look-up of a module, which has proved who asks. Definer: called for citizens.';
