-- Whether the system's own work gets done: scheduled jobs, the outbox, the sweep. Tables: none of its own.
-- Who may do what: site.admin at the top of the site reads; outbox_redrive (band 04) tries a dead letter again.

create function private.system_status()
returns table (outbox_pending bigint, outbox_oldest timestamptz, outbox_dead bigint, recomputing bigint, provisional bigint, last_seal timestamptz)
language plpgsql stable
security definer set search_path = ''
as $$
begin
  if not private.has_site_right('site.admin') then
    return;
  end if;
  return query
    select
      (select count(*) from private.outbox_deliveries as d where d.state in ('pending', 'leased')),
      (select min(e.created_at) from private.outbox_deliveries as d join private.outbox_events as e on e.id = d.event_id
        where d.state in ('pending', 'leased')),
      (select count(*) from private.outbox_deliveries as d where d.state = 'dead'),
      (select count(*) from private.work_recomputes),
      (select count(*) from public.work_items as i where i.is_open and i.due_is_provisional),
      (select max(s.sealed_at) from public.audit_seals as s);
end
$$;
comment on function private.system_status is 'Definer: outbox and queue are closed.';

select private.expose('private.system_status', '{authenticated}',
  'One row: events waiting, since when, and given up; items waiting for a new calendar and items with provisional terms; the latest seal. None without site.admin.');

create function private.system_jobs()
returns table (name text, schedule text, status text, started_at timestamptz, ended_at timestamptz, message text, failed_today bigint)
language plpgsql stable
security definer set search_path = ''
as $$
begin
  if not private.has_site_right('site.admin') then
    return;
  end if;
  return query
    select j.jobname, j.schedule, r.status, r.start_time, r.end_time, r.return_message,
      (select count(*) from cron.job_run_details as x where x.jobid = j.jobid and x.status = 'failed' and x.start_time > now() - interval '1 day')
    from cron.job as j
    left join lateral (
      select * from cron.job_run_details as d where d.jobid = j.jobid and d.status <> 'running' order by d.runid desc limit 1) as r on true
    order by j.jobname;
end
$$;
comment on function private.system_jobs is 'Definer: the book of pg_cron is closed.';

select private.expose('private.system_jobs', '{authenticated}',
  'Scheduled jobs with their last finished run and the failures of 24 hours; none without site.admin.');

create function private.sweep_failures()
returns table (id bigint, job text, item_id uuid, item_no text, error text, at timestamptz)
language plpgsql stable
security definer set search_path = ''
as $$
begin
  if not private.has_site_right('site.admin') then
    return;
  end if;
  return query
    select f.id, f.job, f.item_id, i.no, f.error, f.created_at
    from private.sweep_failures as f
    left join public.work_items as i on i.id = f.item_id
    where f.created_at > now() - interval '7 days'
    order by f.id desc
    limit 200;
end
$$;
comment on function private.sweep_failures is 'Definer: the failures are closed.';

select private.expose('private.sweep_failures', '{authenticated}',
  'What the sweep (job sweep, with the item) and the daily chores (job housekeeping) could not do in the last seven days, newest first, at most 200; none without site.admin.');

create function private.outbox_dead_letters()
returns table (id bigint, consumer text, topic text, key text, item_no text, attempts int, last_error text, created_at timestamptz)
language plpgsql stable
security definer set search_path = ''
as $$
begin
  if not private.has_site_right('site.admin') then
    return;
  end if;
  return query
    select d.id, d.consumer, e.topic, e.key,
      (select i.no from public.work_items as i where i.id = case when e.key ~ '^[0-9a-f-]{36}$' then e.key::uuid end), d.attempts, d.last_error, e.created_at
    from private.outbox_deliveries as d join private.outbox_events as e on e.id = d.event_id
    where d.state = 'dead' order by d.id;
end
$$;
comment on function private.outbox_dead_letters is 'Definer: the outbox is closed; only site.admin sees rows.';

select private.expose('private.outbox_dead_letters', '{authenticated}',
  'Deliveries that were given up; empty without site.admin.');
