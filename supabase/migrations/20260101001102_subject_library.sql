-- What each source says of a subject, which of it is believed, and tags.
-- Tables: subject_sources (order of trust), subject_records (read with the subject).
-- Who may do what: nobody calls receive_subject_record but the seed and the exchange to come; set_subject_tag asks subject.tag
--         over the place of the subject.

select private.act_as('system:migration');
select private.allow('subject.tag', '设置监管对象的标签', '{"lead":"own_org","coordinator":"region_subtree"}');

insert into public.codes (set_key, code, label, sort) values
  ('subject.tag', 'key', '重点监管', 1), ('subject.tag', 'platform', '平台经营者', 2), ('subject.tag', 'near_school', '校园周边', 3),
  ('subject.tag', 'elder_care', '涉老涉幼', 4), ('subject.tag', 'gone', '查无下落', 5), ('subject.tag', 'often_complained', '投诉较多', 6);

create table public.subject_sources (
  code text primary key check (code ~ '^[a-z_]+$'),
  name text not null unique check (length(name) between 1 and 60),
  trust smallint not null unique check (trust between 1 and 99)
);
comment on table public.subject_sources is '来源, in the order of trust (1 = believed before all others): where two say different things the first of them that says anything is believed.';
insert into public.subject_sources (code, name, trust) values
  ('registry', '市场主体登记', 10), ('establishment', '事业单位登记', 20), ('civil', '社会组织登记', 30), ('licensing', '许可系统', 40), ('field', '现场采集', 60);
select private.enable_audit('public.subject_sources', 'code');

create table public.subject_records (
  id bigint generated always as identity primary key,
  subject_id uuid not null references public.subjects (id) on delete cascade,
  source text not null references public.subject_sources (code) on delete restrict,
  source_key text not null check (length(source_key) between 1 and 100),
  fields jsonb not null check (jsonb_typeof(fields) = 'object'),
  is_current boolean not null default true,
  received_at timestamptz not null default now(),
  unique (source, source_key)
);
comment on table public.subject_records is 'What a source says of a subject, as it was given (fields: names of columns of subjects). One row for a source and its key; is_current false: the source has withdrawn it.';
create index subject_records_subject_id_idx on public.subject_records (subject_id, source);
create trigger tg_90_audit after delete or update of id, subject_id, source, source_key, fields, is_current, received_at
  on public.subject_records for each row execute function private.tg__audit('id', '{}', '{}');

select
  private.guard_as('public.subject_sources', '(select exists (select from private.permitted_org_ids(''subject.read'')))', '{authenticated}',
    'With the subjects.'),
  private.guard_with('public.subject_records', 'subject_id', 'public.subjects');

create view public.subject_record_list with (security_invoker = true) as
select r.id, r.subject_id, r.source, s.name as source_name, s.trust, r.source_key, r.fields, r.is_current, r.received_at
from public.subject_records as r join public.subject_sources as s on s.code = r.source;
comment on view public.subject_record_list is 'What the sources say, with their names, under the viewer''s rights.';
grant select on public.subject_record_list to authenticated;

create function private.believe_subject(p_subject uuid)
returns void
language plpgsql
set search_path = ''
as $$
begin
  update public.subjects as s set
    name = coalesce(left(b.said ->> 'name', 100), s.name),
    address = coalesce(left(b.said ->> 'address', 200), s.address),
    legal_person = coalesce(left(b.said ->> 'legal_person', 60), s.legal_person),
    -- A value that the column cannot hold stays in the record, and what was believed stays believed.
    state = coalesce((select e from unnest(enum_range(null::public.subject_state)) as e where e::text = b.said ->> 'state'), s.state),
    region_code = coalesce((select r.code from public.regions as r where r.code::text = b.said ->> 'region_code'), s.region_code),
    industry_code = coalesce((select i.code from public.subject_industries as i where i.code = b.said ->> 'industry_code'), s.industry_code),
    registered_on = coalesce(case when b.said ->> 'registered_on' ~ '^\d{4}-\d{2}-\d{2}$'
      and private.is_real_day(left(b.said ->> 'registered_on', 4)::int, substr(b.said ->> 'registered_on', 6, 2)::int, right(b.said ->> 'registered_on', 2)::int)
      then (b.said ->> 'registered_on')::date end, s.registered_on),
    source = coalesce(b.source, s.source)
  from (
    select jsonb_object_agg(f.key, f.value) as said, min(f.source) filter (where f.key = 'name') as source
    from (
      select distinct on (e.key) e.key, e.value, o.name as source
      from public.subject_records as r join public.subject_sources as o on o.code = r.source cross join lateral jsonb_each_text(r.fields) as e
      where r.subject_id = p_subject and r.is_current and btrim(e.value) <> ''
      order by e.key, o.trust, r.received_at desc
    ) as f
  ) as b
  where s.id = p_subject and b.said is not null;
end
$$;
comment on function private.believe_subject is 'Writes into the subject what is believed of all that the sources say: field by field, of the most trusted source that says anything.';

create function private.receive_subject_record(p_source text, p_key text, p_kind public.subject_kind, p_fields jsonb)
returns uuid
language plpgsql
set search_path = ''
as $$
declare
  one uuid;
  code text := private.cleaned_identifier(p_fields ->> 'uscc');
  region int := (select r.code from public.regions as r where r.code::text = p_fields ->> 'region_code');
begin
  perform pg_advisory_xact_lock(hashtextextended('subject.record ' || p_source || ' ' || p_key, 0));
  select r.subject_id into one from public.subject_records as r where r.source = p_source and r.source_key = p_key;
  if one is null and code is not null then
    select i.subject_id into one from public.subject_identifiers as i where i.value = code order by i.subject_id limit 1;
  end if;
  if one is null then
    if region is null or coalesce(btrim(p_fields ->> 'name'), '') = '' then
      perform private.fail(422, 'subject.record_unfit', '来源记录缺少名称，或区划代码不在区划表中，请补全后重新送来', '{"field":"region_code"}');
    end if;
    insert into public.subjects (kind, name, uscc, region_code)
    values (p_kind, left(btrim(p_fields ->> 'name'), 100), case when length(code) <= 30 then code end, region) returning id into one;
  elsif length(code) <= 60 then
    insert into public.subject_identifiers (subject_id, kind, value, source)
    values (one, private.identifier_kind(code), code, coalesce((select s.name from public.subject_sources as s where s.code = p_source), p_source))
    on conflict do nothing;
  end if;
  insert into public.subject_records (subject_id, source, source_key, fields) values (one, p_source, p_key, p_fields)
  on conflict (source, source_key) do update set fields = excluded.fields, is_current = true, received_at = now();
  perform private.believe_subject(one);
  return one;
end
$$;
comment on function private.receive_subject_record is
  'Takes what a source says: of the subject that its key named before, else of the one that goes by the same code, else of a new one; sent again it changes nothing. Raises subject.record_unfit (422).';

create function private.reaches_subject(p_permission text, p_region int)
returns boolean
language plpgsql stable
security definer set search_path = ''
as $$
begin
  return exists (
    select from private.permitted_org_ids(p_permission) as m (org_id)
    join public.orgs as o on o.id = m.org_id
    join public.regions as r on r.code = o.region_code
    where p_region between r.code and r.range_end);
end
$$;
comment on function private.reaches_subject is 'Whether the caller holds the permission at a body whose region covers this place. Definer: as permitted_org_ids.';

create function private.my_signature()
returns text
language sql stable
security definer set search_path = ''
as $$
  select o.name || ' ' || f.name from public.officers as f join public.orgs as o on o.id = f.org_id where f.id = (select private.my_id())
$$;
comment on function private.my_signature is 'Body and name of the caller, to be kept as words. Definer: officers are closed.';

create function private.set_subject_tag(p_subject_id uuid, p_tag text, p_is_set boolean)
returns void
language plpgsql
security definer set search_path = ''
as $$
declare
  place int := (select s.region_code from public.subjects as s where s.id = p_subject_id);
begin
  perform private.assert_module('subject');
  if place is null or not exists (select from private.permitted_org_ids('subject.tag')) then
    perform private.fail(404, 'subject.not_found', '监管对象库中没有该单位，请重新查找后选择', '{"field":"subject_id"}');
  end if;
  if not private.reaches_subject('subject.tag', place) then
    perform private.fail(403, 'subject.out_of_reach', '该监管对象不在本单位的区划内，请由属地单位办理');
  end if;
  if p_is_set then
    perform private.assert_code('subject.tag', p_tag, 'tag');
    insert into public.subject_tags (subject_id, tag, set_by, set_words) values (p_subject_id, p_tag, private.actor(), private.my_signature())
    on conflict do nothing;
  else
    delete from public.subject_tags as t where t.subject_id = p_subject_id and t.tag = p_tag;
  end if;
end
$$;
comment on function private.set_subject_tag is 'Definer: subjects take no direct write; asks subject.tag over the place.';

select private.expose('private.set_subject_tag', '{authenticated}',
  'Puts a tag of the dictionary subject.tag on a subject, or takes it off. Raises subject.not_found (404; also without the permission), subject.out_of_reach (403), code.unknown (422).');
