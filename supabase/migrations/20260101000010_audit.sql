-- Trace: one append-only audit log for every table, sealed in chained batches.
-- Tables: private.audit_log (by month), audit_seals (public, exportable).
-- Who may do what: nobody writes directly; officers with audit.read read through audit_entries() (band 05);
--                  anyone may read the seals and check an exported log against them.

create table private.audit_log (
  id bigint generated always as identity,
  at timestamptz not null default clock_timestamp(),
  tx xid8 not null default pg_current_xact_id(),
  actor text not null,
  request_id text,
  table_name text not null,
  row_key text not null,
  op text not null check (op in ('insert', 'update', 'delete', 'read', 'refused', 'sign_in')),
  old_row jsonb,
  new_row jsonb,
  primary key (id, at)
) partition by range (at);
comment on table private.audit_log is 'Every write (and every unmasking) with actor, before and after; append-only, kept ≥ 36 months.';
create index audit_log_tx_idx on private.audit_log (tx, id);
create index audit_log_row_idx on private.audit_log (table_name, row_key, id);

create function private.audit_ensure_partitions()
returns void
language plpgsql
set search_path = ''
as $$
declare
  first_day date := date_trunc('month', now())::date;
begin
  -- Two years ahead: a row that fell into the default partition would keep its month from ever getting its own.
  for i in 0..24 loop
    execute format(
      'create table if not exists private.audit_log_%s partition of private.audit_log for values from (%L) to (%L)',
      to_char(first_day + make_interval(months => i), 'YYYYMM'),
      first_day + make_interval(months => i), first_day + make_interval(months => i + 1));
  end loop;
end
$$;
comment on function private.audit_ensure_partitions is 'Makes the partitions of this month and the 24 after it; run daily.';
select private.audit_ensure_partitions();
-- Rows are never refused for want of a partition, even if the daily job has not run.
create table private.audit_log_default partition of private.audit_log default;

create function private.audit_write(p_table text, p_key text, p_op text, p_old jsonb, p_new jsonb)
returns void
language plpgsql
security definer set search_path = ''
as $$
declare
  who text := private.actor();
begin
  if who is null then
    perform private.fail(403, 'audit.no_actor', '没有操作人的写入不被接受，请登录后再操作', jsonb_build_object('table', p_table));
  end if;
  insert into private.audit_log (actor, request_id, table_name, row_key, op, old_row, new_row)
  values (who, left((nullif(current_setting('request.headers', true), '')::jsonb) ->> 'x-request-id', 100), p_table, p_key, p_op, p_old, p_new);
end
$$;
comment on function private.audit_write is 'Definer: the log is closed to every API role; refuses a write without an actor.';

create function private.without_texts(p_row jsonb, p_columns text[])
returns jsonb
language sql immutable
set search_path = ''
as $$
  select p_row || coalesce(jsonb_object_agg(c.name, format('（%s 字，不入日志，摘要 %s）', length(c.text), left(encode(sha256(convert_to(c.text, 'UTF8')), 'hex'), 16))), '{}')
  from (select n.name, p_row ->> n.name as text from unnest(p_columns) as n (name)) as c
  where c.text <> ''
$$;
comment on function private.without_texts is
  'What citizens and officers wrote, as its length and a digest: who keeps the log does not read cases, and a changed text still shows.';

create function private.tg__audit()
returns trigger
language plpgsql
security definer set search_path = ''
as $$
declare
  before_row jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) end;
  after_row jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) end;
  key text := coalesce(after_row, before_row) ->> coalesce(tg_argv[0], 'id');
  derived text[] := '{updated_at,updated_by}'::text[] || coalesce(tg_argv[1], '{}')::text[];
begin
  if tg_op = 'UPDATE' then
    -- Who touched a row without changing it is no news; neither the stamp nor what follows from other rows counts.
    before_row := before_row - derived;
    after_row := after_row - derived;
    if before_row = after_row then
      return null;
    end if;
    -- An update keeps only what changed: the log of a busy table stays readable and four times smaller.
    select jsonb_object_agg(o.key, o.value), jsonb_object_agg(o.key, after_row -> o.key)
    into before_row, after_row
    from jsonb_each(before_row) as o
    where o.value is distinct from after_row -> o.key;
  end if;
  if tg_argv[2] <> '{}' then
    before_row := private.without_texts(before_row, tg_argv[2]::text[]);
    after_row := private.without_texts(after_row, tg_argv[2]::text[]);
  end if;
  perform private.audit_write(tg_table_schema || '.' || tg_table_name, key, lower(tg_op), before_row, after_row);
  return null;
end
$$;
comment on function private.tg__audit is 'The one audit trigger. Definer: writes to the closed log.';

create function private.enable_audit(p_table regclass, p_key_column text default 'id', p_derived text[] default '{}', p_texts text[] default '{}')
returns void
language plpgsql
set search_path = ''
as $$
begin
  -- An update that sets derived columns only does not even wake the trigger: of a sweep over many rows it was the largest cost.
  execute format(
    'create trigger tg_90_audit after insert or delete or update of %s on %s for each row execute function private.tg__audit(%L, %L, %L)',
    (select string_agg(quote_ident(a.attname), ', ') from pg_catalog.pg_attribute as a
      where a.attrelid = p_table and a.attnum > 0 and not a.attisdropped and a.attname <> all (p_derived || '{updated_at,updated_by}'::text[])),
    p_table, p_key_column, p_derived, p_texts);
end
$$;
comment on function private.enable_audit is 'Attaches the audit trigger; called in the migration that creates the table. A change of derived columns alone is no entry: it follows from rows that have one. p_texts: free texts, of which only length and digest are kept.';

create function private.tg__append_only()
returns trigger
language plpgsql
set search_path = ''
as $$
begin
  perform private.fail(403, 'audit.append_only', '该记录只能追加，不能修改或删除', jsonb_build_object('table', tg_table_name));
  return null;
end
$$;
comment on function private.tg__append_only is 'Guards logs and evidence against update, delete and truncate, whoever asks.';

create trigger tg_00_append_only before update or delete on private.audit_log
  for each row execute function private.tg__append_only();
create trigger tg_00_append_only_truncate before truncate on private.audit_log
  for each statement execute function private.tg__append_only();

create table public.audit_seals (
  id bigint primary key,
  from_tx xid8 not null,
  to_tx xid8 not null,
  row_count bigint not null,
  rows_digest text not null,
  digest text not null,
  sealed_at timestamptz not null
);
comment on table public.audit_seals is
  '封存: chained digests of the audit log. rows_digest = SHA-256 of the lines of all rows with from_tx ≤ tx < to_tx; digest = SHA-256(previous digest|id|from_tx|to_tx|row_count|rows_digest|seconds of sealed_at). Public: whoever keeps a copy can check the chain without the log, and prove a later change (npm run seals).';
alter table public.audit_seals enable row level security;
create policy audit_seals_select on public.audit_seals for select to anon, authenticated using (true);
comment on policy audit_seals_select on public.audit_seals is 'Digests tell nothing of the rows; anyone may keep them.';
grant select on public.audit_seals to anon, authenticated;
create trigger tg_00_append_only before update or delete on public.audit_seals
  for each row execute function private.tg__append_only();
create trigger tg_00_append_only_truncate before truncate on public.audit_seals
  for each statement execute function private.tg__append_only();

create function private.audit_rows_digest(p_from xid8, p_to xid8, out row_count bigint, out rows_digest text)
language sql stable
set search_path = ''
as $$
  -- A JSON array keeps the fields apart whatever they hold.
  select count(*),
    encode(sha256(convert_to(coalesce(string_agg(
      jsonb_build_array(l.id, l.tx::text, extract(epoch from l.at), l.actor, l.request_id, l.table_name, l.row_key, l.op, l.old_row, l.new_row)::text,
      E'\n' order by l.tx, l.id), ''), 'UTF8')), 'hex')
  from private.audit_log as l
  where l.tx >= p_from and l.tx < p_to
$$;
comment on function private.audit_rows_digest is 'Digest of the rows of one batch; the same function seals and verifies.';

create function private.audit_seal_digest(p_previous text, p_seal public.audit_seals)
returns text
language sql immutable
set search_path = ''
as $$
  select encode(sha256(convert_to(concat_ws('|',
    p_previous, p_seal.id, p_seal.from_tx, p_seal.to_tx, p_seal.row_count, p_seal.rows_digest, extract(epoch from p_seal.sealed_at)::bigint), 'UTF8')), 'hex')
$$;
comment on function private.audit_seal_digest is 'The link of the chain; supabase/seals/chain.ts computes the same.';

create function private.audit_seal()
returns bigint
language plpgsql
security definer set search_path = ''
as $$
declare
  last public.audit_seals;
  seal public.audit_seals;
begin
  perform pg_advisory_xact_lock(hashtext('audit_seal'));
  select * into last from public.audit_seals order by id desc limit 1;
  seal.from_tx := coalesce(last.to_tx, '0'::xid8);
  -- Transactions below the snapshot's xmin are all decided: no row can appear in the batch afterwards.
  seal.to_tx := pg_snapshot_xmin(pg_current_snapshot());
  if not exists (select from private.audit_log where tx >= seal.from_tx and tx < seal.to_tx) then
    return null;
  end if;
  select d.row_count, d.rows_digest into seal.row_count, seal.rows_digest from private.audit_rows_digest(seal.from_tx, seal.to_tx) as d;
  seal.id := coalesce(last.id, 0) + 1;
  seal.sealed_at := date_trunc('second', clock_timestamp());
  seal.digest := private.audit_seal_digest(coalesce(last.digest, ''), seal);
  insert into public.audit_seals select seal.*;
  return seal.id;
end
$$;
comment on function private.audit_seal is 'Seals what has been decided since the last seal; scheduled every 5 seconds. Definer: reads the closed log.';

create function private.audit_verify(p_from timestamptz default '-infinity', p_to timestamptz default 'infinity')
returns table (seal_id bigint, row_count bigint, is_intact boolean)
language sql stable
security definer set search_path = ''
as $$
  select s.id, s.row_count, s.rows_digest = d.rows_digest and s.row_count = d.row_count
      and s.digest = private.audit_seal_digest(coalesce(before.digest, ''), s)
      and s.from_tx = coalesce(before.to_tx, '0'::xid8)
      and (before.id is not null or s.id = 1)
  from public.audit_seals as s
  left join public.audit_seals as before on before.id = s.id - 1
  cross join lateral private.audit_rows_digest(s.from_tx, s.to_tx) as d
  where s.sealed_at between p_from and p_to
  order by s.id
$$;
comment on function private.audit_verify is
  'Recomputes the seals of a period from the log: whether rows, link and neighbour still fit. Definer: reads the closed log.';
