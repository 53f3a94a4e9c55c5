-- One business that is really one: pairs that look the same, what an officer decided of each, and back again.
-- Tables: subject_merges (read with the subjects); private.subject_match_marks.
-- Who may do what: the chore proposes; decide_subject_merge and undo_subject_merge ask subject.merge over the place of both.
--         A merge moves no row: the loser points to the winner (subjects.merged_into_id), and what refers to the loser is found
--         from the winner's page. merged_into_id follows from the confirmed pairs alone, so that undoing one leaves what the
--         others say, in whatever order.

select private.act_as('system:migration');
select private.allow('subject.merge', '归并监管对象', '{"coordinator":"region_subtree"}');
-- Registration is not a line's: two departments that each see a half must not both decide.

create type public.subject_merge_state as enum ('proposed', 'confirmed', 'refused', 'undone');

create table public.subject_merges (
  id uuid primary key default gen_random_uuid(),
  left_id uuid not null references public.subjects (id) on delete cascade,
  right_id uuid not null references public.subjects (id) on delete cascade,
  ground text not null check (ground in ('same_identifier', 'same_name', 'same_address')),
  state public.subject_merge_state not null default 'proposed',
  loser_id uuid references public.subjects (id) on delete cascade,
  winner_id uuid references public.subjects (id) on delete cascade,
  reason text not null default '' check (length(reason) <= 300),
  decided_words text not null default '' check (length(decided_words) <= 120),
  found_at timestamptz not null default now(),
  decided_at timestamptz,
  unique (left_id, right_id),
  check (left_id < right_id),
  check ((state = 'confirmed') = (loser_id is not null)),
  check ((loser_id is null) = (winner_id is null) and loser_id <> winner_id)
);
comment on table public.subject_merges is
  '归并: two subjects that may be the same (ground), and the last that was decided of them; who and why before that is in the audit log. loser_id, winner_id: what the pair stood for when it was confirmed, each then the head of its own.';
create unique index subject_merges_loser_id_idx on public.subject_merges (loser_id);
create index subject_merges_winner_id_idx on public.subject_merges (winner_id);
create index subject_merges_right_id_idx on public.subject_merges (right_id);
select private.enable_audit('public.subject_merges', 'id', '{}', '{reason}');
select private.guard_as('public.subject_merges', '(select exists (select from private.permitted_org_ids(''subject.read'')))', '{authenticated}',
  'With the subjects: what is asked is whether two published entries are one.');

create view public.subject_merge_list with (security_invoker = true) as
select m.id, m.ground, m.state, m.reason, m.decided_words, m.found_at, m.decided_at, m.loser_id, m.winner_id,
  m.left_id, a.name as left_name, a.region_code, m.right_id, b.name as right_name, b.region_code as right_region_code
from public.subject_merges as m join public.subjects as a on a.id = m.left_id join public.subjects as b on b.id = m.right_id;
comment on view public.subject_merge_list is 'Pairs with the names of both, under the viewer''s rights.';
grant select on public.subject_merge_list to authenticated;

create function private.subject_name_key(p_name text)
returns text
language plpgsql immutable strict parallel safe
set search_path = ''
as $$
begin
  -- Not by patterns: it is worked out for every row that a register sends.
  return replace(translate(upper(normalize(p_name, NFKC)), E' \t\u3000\u200b\u200c\u200d\ufeff()[]<>-_"''“”‘’·・.,，。、《》', ''), '有限责任公司', '有限公司');
end
$$;
comment on function private.subject_name_key is 'A name as it is compared: without signs and spaces, 有限责任公司 as 有限公司.';
create index subjects_name_key_idx on public.subjects (private.subject_name_key(name), (region_code / 1000));
create index subjects_legal_person_idx on public.subjects (legal_person) where legal_person <> '';

create table private.subject_match_marks (
  is_only boolean primary key default true check (is_only),
  looked_until timestamptz not null
);
comment on table private.subject_match_marks is 'Up to when subjects have been looked at for others that are the same.';
insert into private.subject_match_marks (looked_until) values ('-infinity');

create function private.propose_subject_merges()
returns int
language plpgsql
security definer set search_path = ''
as $$
declare
  since timestamptz;
  found int;
begin
  perform private.act_as('system:subject');
  select m.looked_until into since from private.subject_match_marks as m for update;
  -- Two of one name or one door are two as long as each has a code of its own that is right: a person may run two businesses.
  insert into public.subject_merges (left_id, right_id, ground)
  select distinct on (least(p.a, p.b), greatest(p.a, p.b)) least(p.a, p.b), greatest(p.a, p.b), p.ground
  from (
    select s.id as a, j.subject_id as b, 'same_identifier' as ground, 1 as rank
    from public.subjects as s join public.subject_identifiers as i on i.subject_id = s.id
    join public.subject_identifiers as j on j.value = i.value and j.kind = i.kind and j.subject_id <> s.id
    where s.updated_at >= since
    union all
    select s.id, t.id, 'same_name', 2
    from public.subjects as s
    join public.subjects as t on private.subject_name_key(t.name) = private.subject_name_key(s.name) and t.region_code / 1000 = s.region_code / 1000 and t.id <> s.id
    where s.updated_at >= since and not coalesce(private.is_uscc(s.uscc) and private.is_uscc(t.uscc) and s.uscc <> t.uscc, false)
    union all
    select s.id, t.id, 'same_address', 3
    from public.subjects as s
    join public.subjects as t on t.legal_person = s.legal_person and t.legal_person <> '' and t.region_code / 1000 = s.region_code / 1000 and t.id <> s.id
      and t.address <> '' and private.search_key(t.address) = private.search_key(s.address)
    where s.updated_at >= since and s.legal_person <> '' and s.address <> ''
      and not coalesce(private.is_uscc(s.uscc) and private.is_uscc(t.uscc) and s.uscc <> t.uscc, false)
  ) as p
  join public.subjects as a on a.id = p.a and a.merged_into_id is null
  join public.subjects as b on b.id = p.b and b.merged_into_id is null
  where a.kind not in ('equipment', 'place', 'project') and b.kind not in ('equipment', 'place', 'project')
  order by least(p.a, p.b), greatest(p.a, p.b), p.rank
  on conflict (left_id, right_id) do nothing;
  get diagnostics found = row_count;
  -- An hour back: what was written before this began may be committed after it.
  update private.subject_match_marks as m set looked_until = now() - interval '1 hour';
  return found;
end
$$;
comment on function private.propose_subject_merges is 'Looks at the subjects that changed since it last looked, and proposes the pairs that may be the same; a pair that was once decided is not proposed again. Definer: a chore; subjects take no direct write.';
insert into private.chores (name, label, run, sort) values ('subject_merges', '查找重复的监管对象', 'select private.propose_subject_merges()', 1100);

create function private.settle_merges(p_subject uuid)
returns void
language plpgsql
set search_path = ''
as $$
declare
  head uuid := coalesce((
    with recursive up as (
      select m.winner_id as id, 1 as depth from public.subject_merges as m where m.loser_id = p_subject
      union all
      select m.winner_id, u.depth + 1 from up as u join public.subject_merges as m on m.loser_id = u.id
    )
    select u.id from up as u order by u.depth desc limit 1), p_subject);
begin
  with recursive down as (
    select p_subject as id
    union all
    select m.loser_id from down as d join public.subject_merges as m on m.winner_id = d.id
  )
  update public.subjects as s set merged_into_id = nullif(head, s.id)
  from down as d where s.id = d.id and s.merged_into_id is distinct from nullif(head, s.id);
end
$$;
comment on function private.settle_merges is
  'Points a subject, and all that were merged into it, at the head that the confirmed pairs lead to. They form a tree: a loser was the head of its own, never of the winner''s.';

create function private.merge_for_decision(p_merge_id uuid, p_reason text)
returns public.subject_merges
language plpgsql
security definer set search_path = ''
as $$
declare
  pair public.subject_merges;
begin
  perform private.assert_module('subject');
  -- Decisions are few, and two at once could close a circle.
  perform pg_advisory_xact_lock(hashtextextended('subject.merge', 0));
  if exists (select from private.permitted_org_ids('subject.merge')) then
    select * into pair from public.subject_merges as m where m.id = p_merge_id for update;
  end if;
  if pair.id is null then
    perform private.fail(404, 'subject.merge_not_found', '没有找到这一对监管对象，请刷新列表');
  end if;
  if exists (select from public.subjects as s where s.id in (pair.left_id, pair.right_id) and not private.reaches_subject('subject.merge', s.region_code)) then
    perform private.fail(403, 'subject.merge_out_of_reach', '有一家不在本区划内，请由上一级协调机构办理');
  end if;
  if length(btrim(coalesce(p_reason, ''))) not between 2 and 300 then
    perform private.fail(422, 'subject.reason_missing', '请在“理由”中写明依据，2 至 300 个字', '{"field":"reason"}');
  end if;
  return pair;
end
$$;
comment on function private.merge_for_decision is 'The pair, locked, of whoever may decide of it with this reason. Definer: pairs take no direct write.';

create function private.decide_subject_merge(p_merge_id uuid, p_reason text, p_winner_id uuid default null)
returns void
language plpgsql
security definer set search_path = ''
as $$
declare
  pair public.subject_merges := private.merge_for_decision(p_merge_id, p_reason);
  winner uuid;
  loser uuid;
begin
  if pair.state = 'confirmed' then
    perform private.fail(409, 'subject.merge_decided', '这一对已经归并，如要改变请先撤销');
  end if;
  if p_winner_id is not null then
    if p_winner_id not in (pair.left_id, pair.right_id) then
      perform private.fail(422, 'subject.winner_unfit', '请选择保留这两家中的一家', '{"field":"winner_id"}');
    end if;
    select coalesce(s.merged_into_id, s.id) into winner from public.subjects as s where s.id = p_winner_id;
    select coalesce(s.merged_into_id, s.id) into loser from public.subjects as s
    where s.id = case when p_winner_id = pair.left_id then pair.right_id else pair.left_id end;
    if winner = loser then
      perform private.fail(409, 'subject.merge_done', '这两家已经通过别的归并成为一家，无需再次归并');
    end if;
  end if;
  update public.subject_merges as m set state = case when winner is null then 'refused' else 'confirmed' end::public.subject_merge_state,
    loser_id = loser, winner_id = winner, reason = btrim(private.visible_text(p_reason)), decided_words = private.my_signature(), decided_at = now()
  where m.id = pair.id;
  if loser is not null then
    perform private.settle_merges(loser);
  end if;
end
$$;
comment on function private.decide_subject_merge is 'Definer: as merge_for_decision.';

create function private.undo_subject_merge(p_merge_id uuid, p_reason text)
returns void
language plpgsql
security definer set search_path = ''
as $$
declare
  pair public.subject_merges := private.merge_for_decision(p_merge_id, p_reason);
begin
  if pair.state <> 'confirmed' then
    perform private.fail(409, 'subject.merge_not_done', '这一对没有归并，或已经撤销');
  end if;
  update public.subject_merges as m set state = 'undone', loser_id = null, winner_id = null, reason = btrim(private.visible_text(p_reason)),
    decided_words = private.my_signature(), decided_at = now()
  where m.id = pair.id;
  perform private.settle_merges(pair.loser_id);
end
$$;
comment on function private.undo_subject_merge is 'Definer: as merge_for_decision.';

select private.expose('private.decide_subject_merge', '{authenticated}',
  'Decides of a pair, with a reason: p_winner_id, one of the two, stands for both from now on; null: they are two. What was refused or undone may be decided again. Raises subject.merge_not_found (404; also without the permission), subject.merge_out_of_reach (403), subject.reason_missing, subject.winner_unfit (422), subject.merge_decided, subject.merge_done (409).');
select private.expose('private.undo_subject_merge', '{authenticated}',
  'Takes a merge back, with a reason: both stand for themselves again, each with what was merged into it. Raises subject.merge_not_found (404), subject.merge_out_of_reach (403), subject.reason_missing (422), subject.merge_not_done (409).');
