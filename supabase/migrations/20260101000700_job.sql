-- Long work (后台任务): what takes longer than a request, with progress, cancel, and its result.
-- Tables: jobs; private.job_kinds, private.chores.
-- Who may do what: an officer reads, cancels and puts away their own jobs; start_job asks the kind's permission at the top of
--                  the site. A kind with a step is worked on by the scheduler; one without by whoever owns it (band 07, export).

create type public.job_state as enum ('running', 'finishing', 'done', 'failed', 'cancelled');

create table private.job_kinds (
  kind text primary key check (kind ~ '^[a-z_.]+$'),
  label text not null,
  permission text,
  step text,
  check ((permission is null) = (step is null))
);
comment on table private.job_kinds is
  'Kinds of long work. step: function (jobs) → jobs that does one piece (≤ half a second), moves done, total and cursor on, and sets state done with the last; its transaction is the piece, so a crash repeats it at most.';

create table public.jobs (
  id uuid primary key default gen_random_uuid(),
  key uuid not null,
  kind text not null references private.job_kinds (kind) on delete restrict,
  label text not null check (length(label) between 1 and 100),
  owner_id uuid not null references public.officers (id) on delete restrict,
  state public.job_state not null default 'running',
  total int check (total >= 0),
  done int not null default 0 check (done >= 0),
  cursor jsonb not null default '{}',
  params jsonb not null default '{}',
  file_name text,
  file_path text unique,
  file_bytes int,
  file_sha256 text check (file_sha256 ~ '^[0-9a-f]{64}$'),
  error text,
  stepped_at timestamptz,
  ended_at timestamptz,
  created_at timestamptz not null default now(),
  created_by text,
  updated_at timestamptz not null default now(),
  updated_by text,
  unique (owner_id, key)
);
comment on table public.jobs is
  '后台任务: total null while nobody knows how much there is; cursor is where the next piece goes on; finishing: all is gathered, the file is being made; file_path lies in the bucket "exports".';
create index jobs_owner_idx on public.jobs (owner_id, created_at desc);
create index jobs_kind_idx on public.jobs (kind);
create index jobs_open_idx on public.jobs (stepped_at nulls first) where state in ('running', 'finishing');
create trigger tg_10_stamp before insert or update on public.jobs for each row execute function private.tg__stamp();
select private.enable_audit('public.jobs', 'id', '{total,done,cursor,stepped_at,file_bytes}');
select private.guard_as('public.jobs', 'owner_id = (select private.my_id())', '{authenticated}', 'One''s own.');

create function private.my_job(p_job uuid)
returns public.jobs
language plpgsql
security definer set search_path = ''
as $$
declare
  job public.jobs;
begin
  select * into job from public.jobs as j where j.id = p_job and j.owner_id = private.my_id() for update;
  if job.id is null then
    perform private.fail(404, 'job.not_found', '没有找到该任务，可能已清除');
  end if;
  return job;
end
$$;
comment on function private.my_job is 'A job of the caller''s, locked. Raises job.not_found (404). Definer: jobs take no direct write.';

create function private.cancel_job(p_job uuid)
returns public.jobs
language plpgsql
security definer set search_path = ''
as $$
declare
  job public.jobs := private.my_job(p_job);
begin
  if job.state in ('running', 'finishing') then
    update public.jobs as j set state = 'cancelled', ended_at = now() where j.id = job.id returning * into job;
    delete from private.job_parts as p where p.job_id = job.id;
  end if;
  return job;
end
$$;
comment on function private.cancel_job is 'Definer: as my_job.';

create function private.delete_job(p_job uuid)
returns void
language plpgsql
security definer set search_path = ''
as $$
declare
  job public.jobs := private.my_job(p_job);
begin
  if job.state in ('running', 'finishing') then
    perform private.fail(409, 'job.not_ended', '任务还在进行，请先取消');
  end if;
  perform private.drop_job(job);
end
$$;
comment on function private.delete_job is 'Definer: as my_job.';

create function private.drop_job(p_job public.jobs)
returns void
language plpgsql
security definer set search_path = ''
as $$
begin
  if p_job.file_path is not null then
    perform private.emit('core.export', p_job.file_path, jsonb_build_object('removePath', p_job.file_path));
  end if;
  delete from public.jobs as j where j.id = p_job.id;
end
$$;
comment on function private.drop_job is 'A job that has ended leaves the list, and its file the storage. Definer: jobs and outbox take no direct write.';

create function private.start_job(p_key uuid, p_kind text, p_params jsonb default '{}')
returns public.jobs
language plpgsql
security definer set search_path = ''
as $$
declare
  kind private.job_kinds;
  job public.jobs;
  -- As in start_export.
  own_key uuid := coalesce(md5(private.my_id() || ' ' || p_key)::uuid, gen_random_uuid());
begin
  select * into kind from private.job_kinds as k where k.kind = p_kind;
  if kind.permission is null or not private.has_site_right(kind.permission) then
    perform private.fail(404, 'job.kind_not_found', '没有找到该任务，或您没有权限');
  end if;
  -- Two at once would do the same pieces twice.
  perform pg_advisory_xact_lock(hashtextextended('job.' || p_kind, 0));
  select * into job from public.jobs as j where j.owner_id = private.my_id() and j.key = own_key;
  if job.id is not null then
    return job;
  end if;
  if exists (select from public.jobs as j where j.kind = p_kind and j.state = 'running') then
    perform private.fail(409, 'job.already_running', '该任务正在进行，请等它结束');
  end if;
  insert into public.jobs (key, kind, label, owner_id, params) values (own_key, p_kind, kind.label, private.my_id(), coalesce(p_params, '{}')) returning * into job;
  return job;
end
$$;
comment on function private.start_job is 'Definer: as my_job; asks the kind''s permission.';

create function private.jobs_step(p_budget interval default '1500 milliseconds')
returns int
language plpgsql
security definer set search_path = ''
as $$
declare
  began timestamptz := clock_timestamp();
  pieces int := 0;
  job public.jobs;
  step text;
  said text;
begin
  -- The least recently stepped first: a long one keeps no short one waiting. Whoever cancels waits for this transaction.
  loop
    select j.* into job from public.jobs as j join private.job_kinds as k on k.kind = j.kind
    where j.state = 'running' and k.step is not null and (j.stepped_at is null or j.stepped_at < clock_timestamp())
    order by j.stepped_at nulls first limit 1 for update of j skip locked;
    exit when job.id is null;
    perform private.act_as(job.owner_id::text);
    begin
      select k.step into step from private.job_kinds as k where k.kind = job.kind;
      execute format('select * from %s($1)', step) into job using job;
    exception when others then
      get stacked diagnostics said = pg_exception_hint;
      job.state := 'failed';
      -- What a business rule says is for the reader; anything else is for the log.
      job.error := case when sqlstate like 'PT%' then said else '任务出错而停止，请联系平台管理人员' end;
      insert into private.sweep_failures (job, error) values ('job ' || job.kind, sqlerrm);
    end;
    update public.jobs as j set state = job.state, done = job.done, total = job.total, cursor = job.cursor, error = job.error,
      stepped_at = clock_timestamp(), ended_at = case when job.state <> 'running' then now() end
    where j.id = job.id;
    pieces := pieces + 1;
    -- A clock that is set back ends the round as well.
    exit when clock_timestamp() not between began and began + p_budget;
  end loop;
  return pieces;
end
$$;
comment on function private.jobs_step is 'Works on what is running, piece by piece, for as long as the budget lasts; answers how many pieces. Definer: jobs take no direct write.';

create table private.chores (
  name text primary key,
  label text not null,
  run text not null,
  sort int not null
);
comment on table private.chores is 'What is done once a day (private.housekeeping), and by hand: a module adds its own rows. run: one statement.';

insert into private.chores (name, label, run, sort) values
  ('audit_partitions', '审计日志分区', 'select private.audit_ensure_partitions()', 10),
  ('outbox', '已投递的事件', 'select private.outbox_purge()', 20),
  ('idempotency', '幂等键', 'delete from private.idempotency_keys where created_at < now() - interval ''7 days''', 30),
  ('realtime_events', '实时消息的序号', 'delete from private.realtime_events where created_at < now() - interval ''3 days''', 40),
  ('realtime_messages', '实时消息', 'delete from realtime.messages where inserted_at < now() - interval ''3 days''', 50),
  ('quotas', '限额计数', 'delete from private.quota_counts where window_start < now() - interval ''1 day''', 60),
  ('notifications', '一年前的消息', 'delete from public.work_notifications where created_at < now() - interval ''1 year''', 70),
  ('messages', '发出的消息', 'select private.message_chore()', 80),
  ('officer_changes', '过期的管理员变更申请', 'select private.lapse_officer_changes()', 90),
  ('jobs', '过期的后台任务', 'select private.job_chore()', 100),
  ('sweep_failures', '一月前的失败记录', 'delete from private.sweep_failures where created_at < now() - interval ''30 days''', 110),
  ('cron_runs', '定时任务记录', 'delete from cron.job_run_details where end_time < now() - interval ''7 days''', 120);

create function private.do_chore(p_chore private.chores)
returns boolean
language plpgsql
security definer set search_path = ''
as $$
begin
  execute p_chore.run;
  return true;
exception when others then
  insert into private.sweep_failures (job, error) values ('housekeeping', p_chore.name || '：' || sqlerrm);
  return false;
end
$$;
comment on function private.do_chore is 'One chore; a failure is recorded, is told, and keeps no other from being done. Definer: touches closed tables.';

create function private.housekeeping()
returns void
language sql
security definer set search_path = ''
as $$
  select private.do_chore(c) from (select * from private.chores order by sort) as c
$$;
comment on function private.housekeeping is 'Daily: audit partitions ahead, short-lived rows out. Definer: as do_chore.';

create function private.housekeeping_step(p_job public.jobs)
returns public.jobs
language plpgsql
security definer set search_path = ''
as $$
declare
  chore private.chores;
  failed text := coalesce(p_job.cursor ->> 'failed', '');
begin
  p_job.total := (select count(*) from private.chores);
  select * into chore from private.chores as c order by c.sort offset p_job.done limit 1;
  if chore.name is not null then
    if not private.do_chore(chore) then
      failed := concat_ws('、', nullif(failed, ''), chore.label);
    end if;
    p_job.done := p_job.done + 1;
  end if;
  p_job.cursor := jsonb_build_object('failed', failed);
  if p_job.done >= p_job.total then
    p_job.state := case when failed = '' then 'done' else 'failed' end;
    p_job.error := nullif('未完成：' || failed, '未完成：');
  end if;
  return p_job;
end
$$;
comment on function private.housekeeping_step is 'The next chore, as a piece of a job. Definer: as do_chore.';

insert into private.job_kinds (kind, label, permission, step) values ('housekeeping', '日常清理', 'site.admin', 'private.housekeeping_step');

select cron.schedule('housekeeping', '17 3 * * *', 'select private.housekeeping()');
select cron.schedule('job-step', '2 seconds', 'select private.jobs_step()');
