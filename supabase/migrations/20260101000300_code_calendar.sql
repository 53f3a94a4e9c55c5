-- Code tables and time: dictionaries, work calendar, deadline rules and their arithmetic.
-- Tables: codes, work_calendar, work_calendar_years, deadline_rules (public facts, anyone reads); private.workdays.
-- Who may do what: site.admin publishes a calendar year (publish_work_calendar); nothing else writes.
-- Source: 行政处罚法 第85条 and the civil rules: the day of the event is not counted; a term that ends on a
--         day off ends on the next working day; the end is 24:00 in Asia/Shanghai.

create table public.codes (
  set_key text not null check (set_key ~ '^[a-z_]+\.[a-z_]+$'),
  code text not null,
  label text not null,
  sort int not null default 0,
  meta jsonb not null default '{}',
  valid_from date not null default '2000-01-01',
  valid_to date,
  primary key (set_key, code)
);
comment on table public.codes is '字典: every list that a regulation names or an administrator keeps.';
alter table public.codes enable row level security;
create policy codes_select on public.codes for select to anon, authenticated using (true);
comment on policy codes_select on public.codes is 'Dictionaries are public.';
grant select on public.codes to anon, authenticated, service_role;
select private.enable_audit('public.codes', 'set_key');

create function private.assert_code(p_set text, p_code text, p_field text)
returns void
language plpgsql stable
set search_path = ''
as $$
begin
  if not exists (
    select from public.codes as c
    where c.set_key = p_set and c.code = p_code and private.local_day(now()) >= c.valid_from and (c.valid_to is null or private.local_day(now()) <= c.valid_to)
  ) then
    perform private.fail(422, 'code.unknown', '请从列表中选择有效的选项', jsonb_build_object('field', p_field, 'set', p_set));
  end if;
end
$$;
comment on function private.assert_code is 'Raises code.unknown unless the code is in force today.';

create table public.work_calendar_years (
  year int primary key check (year between 2000 and 2100),
  source text not null,
  published_on date
);
comment on table public.work_calendar_years is 'Years whose holidays the State Council has published; a term that reaches into any other year is provisional.';

create table public.work_calendar (
  day date primary key,
  kind text not null check (kind in ('holiday', 'workday')),
  year int not null references public.work_calendar_years (year) on delete cascade
);
comment on table public.work_calendar is 'Days that differ from Monday to Friday: holiday = a weekday off, workday = a weekend worked (调休).';
create index work_calendar_year_idx on public.work_calendar (year);

create table public.deadline_rules (
  id bigint generated always as identity primary key,
  key text not null check (key ~ '^[a-z_]+\.[a-z_]+$'),
  label text not null,
  amount int not null check (amount between 1 and 3650),
  unit text not null check (unit in ('workday', 'day', 'hour', 'month', 'year')),
  legal_basis text not null,
  is_confirmed boolean not null default true,
  warn_share numeric(3, 2) not null default 0.2 check (warn_share between 0 and 1),
  red_workdays int not null default 5 check (red_workdays between 0 and 250),
  times int not null default 1 check (times between 1 and 20),
  is_charged boolean not null default true,
  effective_from date not null,
  effective_to date,
  exclude using gist (key with =, daterange(effective_from, effective_to, '[]') with &&)
);
comment on table public.deadline_rules is
  '时限规则 with validity; a term keeps the rule it started under. is_confirmed = false: the figure awaits the text of the regulation. The last warn_share of a term is 黄, late by more than red_workdays is 红; a rule that extends another may be used so many times; is_charged = false: somebody outside owes it (a citizen''s 补正) or it is no term of the law (督办), so that nobody is late by it.';

alter table public.work_calendar_years enable row level security;
alter table public.work_calendar enable row level security;
alter table public.deadline_rules enable row level security;
create policy work_calendar_years_select on public.work_calendar_years for select to anon, authenticated using (true);
create policy work_calendar_select on public.work_calendar for select to anon, authenticated using (true);
create policy deadline_rules_select on public.deadline_rules for select to anon, authenticated using (true);
comment on policy work_calendar_years_select on public.work_calendar_years is 'Public facts.';
comment on policy work_calendar_select on public.work_calendar is 'Public facts.';
comment on policy deadline_rules_select on public.deadline_rules is 'Terms are law, and citizens may know them.';
grant select on public.work_calendar_years, public.work_calendar, public.deadline_rules to anon, authenticated;
select private.enable_audit('public.work_calendar_years', 'year');
select private.enable_audit('public.work_calendar', 'day');
select private.enable_audit('public.deadline_rules');

create function private.is_workday(p_day date)
returns boolean
language sql stable
set search_path = ''
as $$
  select coalesce(
    (select c.kind = 'workday' from public.work_calendar as c where c.day = p_day),
    extract(isodow from p_day) < 6)
$$;
comment on function private.is_workday is 'Working day by the published exceptions, else Monday to Friday.';

create function private.local_day(p_at timestamptz)
returns date
language plpgsql stable
set search_path = ''
as $$ begin return (p_at at time zone 'Asia/Shanghai')::date; end $$;
comment on function private.local_day is 'The day of an instant in Asia/Shanghai.';

create function private.end_of_day(p_day date)
returns timestamptz
language plpgsql stable
set search_path = ''
as $$ begin return (p_day + 1)::timestamp at time zone 'Asia/Shanghai' - interval '1 microsecond'; end $$;
comment on function private.end_of_day is 'Last instant of a day in Asia/Shanghai: a term ends at 24:00.';

create table private.workdays (
  day date primary key,
  n int not null
);
comment on table private.workdays is
  'Ordinals of working days: n = how many lie in 2000 up to and including this day, so that the k-th after a day is one look-up (a walk over days cost ten times as much). Rewritten by the triggers of work_calendar.';
create index workdays_n_idx on private.workdays (n, day);

create function private.workdays_rewrite(p_from date)
returns void
language sql
security definer set search_path = ''
as $$
  insert into private.workdays as w (day, n)
  select d.day, coalesce((select b.n from private.workdays as b where b.day = p_from - 1), 0)
    + (count(*) filter (where coalesce(c.kind = 'workday', extract(isodow from d.day) < 6)) over (order by d.day))::int
  from (select generate_series(p_from, date '2100-12-31', interval '1 day')::date as day) as d
  left join public.work_calendar as c on c.day = d.day
  on conflict (day) do update set n = excluded.n where w.n <> excluded.n
$$;
comment on function private.workdays_rewrite is 'Counts working days anew from a day on. Definer: the ordinals are closed.';
select private.workdays_rewrite('2000-01-01');

create function private.tg_work_calendar__ordinals()
returns trigger
language plpgsql
security definer set search_path = ''
as $$
begin
  perform private.workdays_rewrite((select min(c.day) from changed as c)) where exists (select from changed);
  return null;
end
$$;
comment on function private.tg_work_calendar__ordinals is 'Keeps the ordinals equal to the calendar. Definer: the ordinals are closed.';
create trigger tg_60_ordinals_insert after insert on public.work_calendar
  referencing new table as changed for each statement execute function private.tg_work_calendar__ordinals();
create trigger tg_60_ordinals_delete after delete on public.work_calendar
  referencing old table as changed for each statement execute function private.tg_work_calendar__ordinals();
create trigger tg_60_ordinals_update after update on public.work_calendar
  referencing old table as changed for each statement execute function private.tg_work_calendar__ordinals();

create function private.nth_workday(p_from date, p_n int)
returns date
language plpgsql stable
set search_path = ''
as $$
begin
  return (select min(w.day) from private.workdays as w where w.n = (select b.n from private.workdays as b where b.day = p_from) + p_n);
end
$$;
comment on function private.nth_workday is 'The n-th working day after a day; null beyond 2100.';

create function private.term_end(p_start date, p_amount int, p_unit text, p_pauses daterange[] default '{}')
returns table (due_on date, is_provisional boolean)
language plpgsql stable
security definer set search_path = ''
as $$
declare
  pause daterange;
  first_day date;
  amount int := p_amount;
begin
  due_on := case p_unit when 'workday' then private.nth_workday(p_start, amount) when 'day' then p_start + amount
    when 'month' then (p_start + make_interval(months => amount))::date when 'year' then (p_start + make_interval(years => amount))::date end;
  -- A pause that begins before the end moves the end by the days it takes out; the end may then meet the next pause.
  if p_pauses <> '{}' then
    for pause in select r from unnest((select range_agg(x) from unnest(p_pauses) as x)) as r where upper(r) > p_start + 1 order by lower(r) loop
      exit when lower(pause) > due_on;
      first_day := greatest(lower(pause), p_start + 1);
      if p_unit = 'workday' then
        amount := amount + (select b.n - a.n from private.workdays as a, private.workdays as b where a.day = first_day - 1 and b.day = upper(pause) - 1);
        due_on := private.nth_workday(p_start, amount);
      else
        due_on := due_on + (upper(pause) - first_day);
      end if;
    end loop;
  end if;
  due_on := private.nth_workday(due_on - 1, 1);
  if due_on is null then
    perform private.fail(422, 'term.beyond_calendar', '期限超出 2100 年，请核对日期和天数');
  end if;
  is_provisional := (select count(*) from public.work_calendar_years as p
    where p.year between extract(year from p_start) and extract(year from due_on)) <= extract(year from due_on) - extract(year from p_start);
  return next;
end
$$;
comment on function private.term_end is
  'Last day of a term of p_amount working days, days, months or years from the day of the event, leaving out paused days; a day off moves to the next working day; provisional when it touches a year without a published calendar. Definer: the ordinals are closed.';

create function public.term_end(p_start date, p_amount int, p_unit text default 'workday')
returns table (due_on date, is_provisional boolean)
language plpgsql stable
security invoker set search_path = ''
as $$
begin
  if p_start is null or p_amount is null or p_amount not between 1 and 3650 or p_unit is null or p_unit not in ('workday', 'day', 'month', 'year') then
    perform private.fail(422, 'term.invalid', '请填写开始日期、1 至 3650 的数量和单位（workday、day、month 或 year）');
  end if;
  return query select * from private.term_end(p_start, p_amount, p_unit);
end
$$;
comment on function public.term_end is 'Term calculator: date, amount, unit (workday, day, month, year) → last day. Raises term.invalid, term.beyond_calendar.';
grant execute on function public.term_end, private.term_end, private.is_workday, private.fail to anon, authenticated;
