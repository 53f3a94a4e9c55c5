-- Code tables and time: dictionaries, work calendar, deadline rules and their arithmetic.
-- Tables: codes, work_calendar, work_calendar_years, deadline_rules (public facts, anyone reads).
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
    where c.set_key = p_set and c.code = p_code and current_date >= c.valid_from and (c.valid_to is null or current_date <= c.valid_to)
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
  unit text not null check (unit in ('workday', 'day')),
  legal_basis text not null,
  is_confirmed boolean not null default true,
  effective_from date not null,
  effective_to date,
  exclude using gist (key with =, daterange(effective_from, effective_to, '[]') with &&)
);
comment on table public.deadline_rules is
  '时限规则 with validity; a term keeps the rule it started under. is_confirmed = false: the figure awaits the text of the regulation.';

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
language sql stable
set search_path = ''
as $$ select (p_at at time zone 'Asia/Shanghai')::date $$;
comment on function private.local_day is 'The day of an instant in Asia/Shanghai.';

create function private.end_of_day(p_day date)
returns timestamptz
language sql stable
set search_path = ''
as $$ select (p_day + 1)::timestamp at time zone 'Asia/Shanghai' - interval '1 microsecond' $$;
comment on function private.end_of_day is 'Last instant of a day in Asia/Shanghai: a term ends at 24:00.';

create function private.term_end(p_start date, p_amount int, p_unit text, p_pauses daterange[] default '{}')
returns table (due_on date, is_provisional boolean)
language sql stable
set search_path = ''
as $$
  with counted as (
    -- The day of the event is not counted; neither are days that lie in a suspended interval.
    select d::date as day, row_number() over (order by d) as n
    from generate_series(
      p_start + 1,
      p_start + p_amount * (case p_unit when 'workday' then 2 else 1 end) + 40
        + coalesce((select sum(upper(x) - lower(x)) from unnest(p_pauses) as x), 0)::int,
      interval '1 day') as d
    where (p_unit = 'day' or private.is_workday(d::date))
      and not exists (select from unnest(p_pauses) as x where x @> d::date)
  ), reached as (
    select day from counted where n = p_amount
  ), rolled as (
    select (select min(d)::date from generate_series(r.day, r.day + 40, interval '1 day') as d where private.is_workday(d::date)) as day
    from reached as r
  )
  select r.day, exists (
    select from generate_series(extract(year from p_start)::int, extract(year from r.day)::int) as y
    where not exists (select from public.work_calendar_years as p where p.year = y))
  from rolled as r
$$;
comment on function private.term_end is
  'Last day of a term of p_amount working or calendar days from the day of the event, leaving out suspended days; provisional when it touches a year without a published calendar.';

create function public.term_end(p_start date, p_amount int, p_unit text default 'workday')
returns table (due_on date, is_provisional boolean)
language plpgsql stable
security invoker set search_path = ''
as $$
begin
  if p_start is null or p_amount is null or p_amount not between 1 and 3650 or p_unit not in ('workday', 'day') then
    perform private.fail(422, 'term.invalid', '请填写开始日期、1 至 3650 的天数和单位（workday 或 day）');
  end if;
  return query select * from private.term_end(p_start, p_amount, p_unit);
end
$$;
comment on function public.term_end is 'Term calculator: date, number of days, unit → last day. Raises term.invalid.';
grant execute on function public.term_end, private.term_end, private.is_workday, private.fail to anon, authenticated;
