-- Exports (导出): the owner's own session reads the rows, part after part, so that no rule of reading is written twice; the
-- parts are kept here, and the edge function make-export turns them into a file.
-- Tables: private.job_parts. Bucket: exports.
-- Who may do what: every officer their own; make-export (service role) takes one up by the lease of its delivery.

create table private.job_parts (
  job_id uuid not null references public.jobs (id) on delete cascade,
  n int not null check (n >= 0),
  rows jsonb not null,
  primary key (job_id, n)
);
comment on table private.job_parts is 'Rows of an export as cells (texts, numbers, nulls), in the order they were read; gone when the file is made.';

insert into private.job_kinds (kind, label) values ('export', '导出');
insert into private.outbox_subscriptions (consumer, topics, function_name, at_once) values ('make-export', array['core.export'], 'make-export', 2);

create function private.start_export(p_key uuid, p_list text, p_filter text, p_path text, p_columns text[], p_total int default null)
returns public.jobs
language plpgsql
security definer set search_path = ''
as $$
declare
  job public.jobs;
  me uuid := private.my_id();
  name text := btrim(private.visible_text(coalesce(p_list, '')));
  -- Of the caller and the key: whatever was sent as one, what is kept names nothing of anybody's.
  own_key uuid := coalesce(md5(me || ' ' || p_key)::uuid, gen_random_uuid());
begin
  if private.my_org_id() is null then
    perform private.fail(403, 'audit.no_actor', '请登录后再导出');
  end if;
  -- One after the other, so that neither the key nor the limit is passed by two at once.
  perform pg_advisory_xact_lock(hashtextextended('export.' || me, 0));
  select * into job from public.jobs as j where j.owner_id = me and j.key = own_key;
  if job.id is not null then
    return job;
  end if;
  if name = '' or length(name) > 50 or length(coalesce(p_filter, '')) > 500 or p_path !~ '^/[A-Za-z0-9/_-]*(\?[^\s]*)?$' or length(p_path) > 2000
    or coalesce(cardinality(p_columns), 0) not between 1 and 200 or exists (select from unnest(p_columns) as c where c is null or length(c) > 100) then
    perform private.fail(422, 'job.export_unfit', '导出的名称、条件或列不正确，请刷新页面后重试');
  end if;
  if (select count(*) from public.jobs as j where j.owner_id = me and j.kind = 'export' and j.state in ('running', 'finishing')) >= 3 then
    perform private.fail(409, 'job.too_many', '您有三项导出还没有完成，请等它们结束，或在“任务”里取消');
  end if;
  insert into public.jobs (key, kind, label, owner_id, total, params, file_name)
  values (own_key, 'export', name, me, case when p_total is not null then least(p_total, 100000) end,
    jsonb_build_object('filter', btrim(private.visible_text(coalesce(p_filter, ''))), 'path', p_path, 'columns', to_jsonb(p_columns)),
    regexp_replace(name, '[\\/:*?"<>|]', '', 'g') || '-' || to_char(now() at time zone 'Asia/Shanghai', 'YYYYMMDD-HH24MI') || '.xlsx')
  returning * into job;
  return job;
end
$$;
comment on function private.start_export is 'Definer: jobs take no direct write; one''s own.';

create function private.add_export_part(p_job uuid, p_n int, p_rows jsonb, p_cursor jsonb default '{}')
returns public.jobs
language plpgsql
security definer set search_path = ''
as $$
declare
  job public.jobs := private.my_job(p_job);
  next_n int;
  width int;
begin
  if job.kind <> 'export' or job.state <> 'running' then
    perform private.fail(409, 'job.not_running', '该导出已结束或已取消');
  end if;
  select count(*) into next_n from private.job_parts as p where p.job_id = job.id;
  -- Sent again after a lost answer, or by another window: it is there.
  if p_n < next_n then
    return job;
  end if;
  width := jsonb_array_length(job.params -> 'columns');
  if p_n <> next_n or jsonb_typeof(p_cursor) is distinct from 'object' or octet_length(p_cursor::text) > 20000
    or jsonb_typeof(p_rows) is distinct from 'array' or jsonb_array_length(p_rows) not between 1 and 1000 or exists (
      select from jsonb_array_elements(p_rows) as r (cells)
      where jsonb_typeof(r.cells) <> 'array' or jsonb_array_length(r.cells) <> width
        or exists (select from jsonb_array_elements(r.cells) as c (value) where jsonb_typeof(c.value) not in ('string', 'number', 'null'))) then
    perform private.fail(422, 'job.part_unfit', '导出的这一部分不正确，请重新导出');
  end if;
  if job.done + jsonb_array_length(p_rows) > 100000 then
    perform private.fail(422, 'job.too_many_rows', '一个文件最多 100,000 行，请缩小范围后分次导出');
  end if;
  insert into private.job_parts (job_id, n, rows) values (job.id, p_n, p_rows);
  update public.jobs as j set done = j.done + jsonb_array_length(p_rows), cursor = p_cursor || jsonb_build_object('parts', p_n + 1), stepped_at = now()
  where j.id = job.id returning * into job;
  return job;
end
$$;
comment on function private.add_export_part is 'Definer: as start_export.';

create function private.finish_export(p_job uuid)
returns public.jobs
language plpgsql
security definer set search_path = ''
as $$
declare
  job public.jobs := private.my_job(p_job);
begin
  if job.state in ('finishing', 'done') then
    return job;
  end if;
  if job.kind <> 'export' or job.state <> 'running' then
    perform private.fail(409, 'job.not_running', '该导出已结束或已取消');
  end if;
  perform private.record_export(job.label, job.params ->> 'filter', job.done);
  update public.jobs as j set state = 'finishing', total = j.done where j.id = job.id returning * into job;
  perform private.emit('core.export', job.id::text, jsonb_build_object('jobId', job.id));
  return job;
end
$$;
comment on function private.finish_export is 'Definer: as start_export. Who takes which rows out is on record before there is a file.';

create function private.holds_delivery(p_topic text, p_key text, p_delivery_id bigint, p_lease uuid)
returns boolean
language sql stable
security definer set search_path = ''
as $$
  select exists (
    select from private.outbox_deliveries as d join private.outbox_events as e on e.id = d.event_id
    where d.id = p_delivery_id and d.lease = p_lease and d.state = 'leased' and e.topic = p_topic and e.key = p_key)
$$;
comment on function private.holds_delivery is 'Whether somebody holds the lease of the delivery that is about this. Definer: the outbox is closed.';

create function private.take_export(p_job uuid, p_delivery_id bigint, p_lease uuid)
returns table (label text, filter text, columns text[], row_count int, part_count int, finished_at timestamptz)
language sql stable
security definer set search_path = ''
as $$
  select j.label, j.params ->> 'filter', array(select c from jsonb_array_elements_text(j.params -> 'columns') as c), j.done,
    (select count(*)::int from private.job_parts as p where p.job_id = j.id), j.updated_at
  from public.jobs as j
  where j.id = p_job and j.state = 'finishing' and private.holds_delivery('core.export', p_job::text, p_delivery_id, p_lease)
$$;
comment on function private.take_export is 'Definer: answers the holder of the delivery''s lease.';

create function private.export_part(p_job uuid, p_n int, p_delivery_id bigint, p_lease uuid)
returns table (n bigint, cells jsonb)
language sql stable
security definer set search_path = ''
as $$
  select r.n, r.cells
  from private.job_parts as p cross join jsonb_array_elements(p.rows) with ordinality as r (cells, n)
  -- Asked once, not for each of a thousand rows.
  where p.job_id = p_job and p.n = p_n and (select private.holds_delivery('core.export', p_job::text, p_delivery_id, p_lease))
  order by r.n
$$;
comment on function private.export_part is 'Definer: as take_export.';

create function private.settle_export(p_job uuid, p_delivery_id bigint, p_lease uuid, p_path text, p_bytes int, p_sha256 text)
returns boolean
language plpgsql
security definer set search_path = ''
as $$
begin
  if not private.holds_delivery('core.export', p_job::text, p_delivery_id, p_lease) or not private.outbox_settle(p_delivery_id, p_lease) then
    return false;
  end if;
  perform private.act_as('system:export');
  update public.jobs as j set state = 'done', file_path = p_path, file_bytes = p_bytes, file_sha256 = p_sha256, ended_at = now()
  where j.id = p_job and j.state = 'finishing';
  if not found then
    -- Cancelled while the file was made: nobody is to find it.
    perform private.emit('core.export', p_path, jsonb_build_object('removePath', p_path));
    return false;
  end if;
  delete from private.job_parts as p where p.job_id = p_job;
  return true;
end
$$;
comment on function private.settle_export is 'Definer: as take_export.';

create function private.job_chore()
returns void
language plpgsql
security definer set search_path = ''
as $$
begin
  perform private.act_as('system:job');
  update public.jobs as j set state = 'cancelled', error = '两天没有继续，已自动取消', ended_at = now()
  where j.kind = 'export' and j.state = 'running' and greatest(j.stepped_at, j.created_at) < now() - interval '2 days';
  delete from private.job_parts as p using public.jobs as j where j.id = p.job_id and j.state in ('cancelled', 'failed');
  perform private.drop_job(j) from public.jobs as j where j.ended_at < now() - interval '7 days';
end
$$;
comment on function private.job_chore is 'Daily: exports that nobody went on with for two days, jobs and files of a week ago. Definer: as drop_job.';

create function private.fail_dead_exports()
returns void
language plpgsql
security definer set search_path = ''
as $$
begin
  perform private.act_as('system:job');
  update public.jobs as j set state = 'failed', error = '文件没有生成成功，请重新导出；仍不成功请联系平台管理人员', ended_at = now()
  where j.state = 'finishing' and exists (
    select from private.outbox_events as e join private.outbox_deliveries as d on d.event_id = e.id
    where e.topic = 'core.export' and e.key = j.id::text and d.state = 'dead');
end
$$;
comment on function private.fail_dead_exports is 'A file whose delivery was given up is said to have failed. Definer: as drop_job.';
select cron.schedule('export-dead', '* * * * *', 'select private.fail_dead_exports()');

select private.expose('private.cancel_job', '{authenticated}', 'Ends one''s own job that is running; one that has ended stays as it is. Raises job.not_found (404).');
select private.expose('private.delete_job', '{authenticated}', 'Takes one''s own job that has ended off the list, its file with it. Raises job.not_found (404), job.not_ended (409).');
select private.expose('private.start_job', '{authenticated}',
  'Starts work of a kind that the scheduler does (housekeeping). The same key again answers the same job. Raises job.kind_not_found (404; also without the permission), job.already_running (409).');
select private.expose('private.start_export', '{authenticated}',
  'Opens an export: list, filter in words, path of the page it is made on, titles of the columns, rows expected. The same key again answers the same job. Raises audit.no_actor (403), job.export_unfit (422), job.too_many (409).');
select private.expose('private.add_export_part', '{authenticated}',
  'Adds part n (0, 1, …): 1 to 1,000 rows of texts, numbers and nulls, a cell for each column. cursor: where the reader goes on, kept with the job and its count of parts. A part that is there is left. Raises job.not_found (404), job.not_running (409), job.part_unfit, job.too_many_rows (422).');
select private.expose('private.finish_export', '{authenticated}',
  'All parts are there: the export goes on record and the file is made. Raises job.not_found (404), job.not_running (409).');
select private.expose('private.take_export', '{service_role}', 'Edge function make-export only: what the file is of; none when it was cancelled, is made, or the lease is stale.');
select private.expose('private.export_part', '{service_role}', 'Edge function make-export only: rows of part n, each as its cells.');
select private.expose('private.settle_export', '{service_role}', 'Edge function make-export only: the file lies at the path. False when it was cancelled meanwhile (the file is removed) or the lease is stale.');
