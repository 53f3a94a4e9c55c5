-- Reading the audit log on screen. Here and not in band 00, because it speaks of officers, bodies and states by their names.
-- Who may do what: audit.read at the top of the site reads and checks; entries know no place.

create function private.audit_entries(p_table text default null, p_key text default null, p_actor text default null, p_from timestamptz default null, p_to timestamptz default null, p_before bigint default null, p_limit int default 50)
returns table (
  id bigint, at timestamptz, actor text, actor_name text, request_id text, table_name text, row_key text, op text,
  old_row jsonb, new_row jsonb, words jsonb)
language plpgsql stable
security definer set search_path = ''
as $$
begin
  if not private.has_site_right('audit.read') then
    return;
  end if;
  -- Only the conditions that are asked for: a plan made for "or is null" reads the whole log to find one record.
  return query execute concat_ws(E'\n', $sql$
  with page as materialized (
    select l.*
    from private.audit_log as l
    where true
    $sql$,
      case when p_table is not null then 'and l.table_name = $1' end,
      case when p_key is not null then 'and l.row_key = $2' end,
      case when p_actor is not null then 'and (l.actor = $3 or l.actor in (select f.id::text from public.officers as f where f.name = $3))' end,
      case when p_from is not null then 'and l.at >= $4' end,
      case when p_to is not null then 'and l.at < $5' end,
      case when p_before is not null then 'and l.id < $6' end,
    $sql$
    order by l.id desc
    limit $7
  ),
  said as (
    select distinct f.key, f.value
    from page as p
    cross join lateral (select * from jsonb_each_text(p.old_row) union all select * from jsonb_each_text(p.new_row)) as f
    where f.value <> ''
    union
    select '@', p.row_key from page as p
  ),
  refs as materialized (
    select distinct s.key, s.value, s.value::uuid as id from said as s where s.value ~ '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$'
  ),
  word as (
    select r.key, r.value, o.name as word from refs as r join public.orgs as o on o.id = r.id
    union all
    select r.key, r.value, f.name from refs as r join public.officers as f on f.id = r.id
    union all
    select r.key, r.value, i.no from refs as r join public.work_items as i on i.id = r.id
    union all
    -- A code that two flows name differently stays a code: an entry does not say which flow it is of.
    select s.key, s.value, min(w.label) from said as s join public.work_states as w on w.state = s.value
    where s.key in ('state', 'from_state', 'to_state') group by s.key, s.value having count(distinct w.label) = 1
    union all
    select s.key, s.value, min(r.label) from said as s join public.deadline_rules as r on r.key = s.value
    where s.key in ('key', 'term_key') group by s.key, s.value
    union all
    select s.key, s.value, r.name from said as s join public.officer_roles as r on r.code = s.value where s.key = 'role_code'
    union all
    select s.key, s.value, o.name from said as s join public.org_lines as o on o.code = s.value where s.key in ('line_code', 'to_line')
    union all
    select s.key, s.value, r.full_name from said as s join public.regions as r on r.code::text = s.value where s.key = 'region_code'
  ),
  dictionary as (select jsonb_object_agg(w.key || '=' || w.value, w.word) as words from word as w)
  select p.id, p.at, p.actor, coalesce(f.name, p.actor), p.request_id, p.table_name, p.row_key, p.op, p.old_row, p.new_row,
    -- Only this entry's own words.
    (select coalesce(jsonb_object_agg(m.said, d.words -> m.said), '{}')
     from (select key || '=' || value as said from jsonb_each_text(p.old_row) union select key || '=' || value from jsonb_each_text(p.new_row) union select '@=' || p.row_key) as m
     where d.words ? m.said)
  from page as p
  cross join dictionary as d
  left join public.officers as f on f.id::text = p.actor
  order by p.id desc
  $sql$) using p_table, p_key, p_actor, p_from, p_to, p_before, least(coalesce(p_limit, 50), 1000);
end
$$;
comment on function private.audit_entries is 'Definer: the log is closed; answers only for holders of audit.read at the top of the site, since entries know no place.';

select private.expose('private.audit_entries', '{authenticated}',
  'Newest entries of the audit log, by table, row, actor (id or name) and period [from, to), before an id; at most 1,000; empty without audit.read. words: {"field=value": name} for ids and codes of the entry, "@=key" for the record itself.');

create function private.check_audit_seals(p_from timestamptz, p_to timestamptz default 'infinity')
returns table (checked bigint, row_count bigint, broken bigint[], last_id bigint, last_at timestamptz)
language plpgsql stable
security definer set search_path = ''
as $$
begin
  if not private.has_site_right('audit.read') then
    return;
  end if;
  if (select sum(s.row_count) from public.audit_seals as s where s.sealed_at between p_from and p_to) > 2000000 then
    perform private.fail(400, 'audit.period_too_long', '这段时间的日志超过 200 万条，请缩短时间范围，或在服务器上运行 npm run seals -- verify');
  end if;
  return query
    select count(*), coalesce(sum(v.row_count), 0)::bigint, coalesce(array_agg(v.seal_id) filter (where not v.is_intact), '{}'),
      (select max(s.id) from public.audit_seals as s), (select max(s.sealed_at) from public.audit_seals as s)
    from private.audit_verify(p_from, p_to) as v;
end
$$;
comment on function private.check_audit_seals is 'Definer: as audit_entries. 2 million rows take about four seconds, half of what a request may.';

select private.expose('private.check_audit_seals', '{authenticated}',
  'Recomputes the seals of a period: how many, over how many rows, which are broken, and the latest seal there is; no row without audit.read. Raises audit.period_too_long.');

create function private.tg_users__audit_sign_in()
returns trigger
language plpgsql
security definer set search_path = ''
as $$
begin
  insert into private.audit_log (actor, request_id, table_name, row_key, op)
  values (new.id::text, left((nullif(current_setting('request.headers', true), '')::jsonb) ->> 'x-request-id', 100), 'auth.users', new.id::text, 'sign_in');
  return null;
end
$$;
comment on function private.tg_users__audit_sign_in is 'Signing in is on record. Definer: the auth service has no right to the log, and is its own actor for nobody.';
create trigger tg_60_audit_sign_in after update of last_sign_in_at on auth.users
  for each row when (new.last_sign_in_at is distinct from old.last_sign_in_at) execute function private.tg_users__audit_sign_in();

create function private.on_password_attempt(event jsonb)
returns jsonb
language plpgsql
security definer set search_path = ''
as $$
begin
  if not coalesce((event ->> 'valid')::boolean, false) then
    insert into private.audit_log (actor, table_name, row_key, op) values ('system:auth', 'auth.users', event ->> 'user_id', 'refused');
  end if;
  return '{"decision":"continue"}';
end
$$;
comment on function private.on_password_attempt is
  'Hook of the auth service ("password verification attempt"): a wrong password for an account that is there goes on record; how often one may try is the auth service''s to limit. Definer: as tg_users__audit_sign_in.';
grant usage on schema private to supabase_auth_admin;
grant execute on function private.on_password_attempt to supabase_auth_admin;
