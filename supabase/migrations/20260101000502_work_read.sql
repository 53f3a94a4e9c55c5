-- Work items, part three: who reads what. A kind names the permission that reads its items; there is no right to read
-- "work" as such, so a secret tip of one module is not shown to the readers of another.
-- An item is read by those who may read its kind at the body that owes it, that passed it on, or that asked for it first.

create function private.kinds_read_everywhere()
returns setof text
language plpgsql stable parallel safe
security definer set search_path = ''
as $$
begin
  return query
    select k.kind
    from private.work_kinds as k
    where k.read_permission in (
      select h.permission_code
      from private.held_permissions(private.my_id()) as h
      join public.orgs as o on o.id = h.org_id
      join public.regions as r on r.code = o.region_code
      where h.can_use and (h.scope = 'site' or h.scope = 'region_subtree'
        and r.code <= (select min(a.region_code) from public.orgs as a) and r.range_end >= (select max(a.region_code) from public.orgs as a)));
end
$$;
comment on function private.kinds_read_everywhere is 'Kinds that the caller may read at every body there is. Definer: as permitted_org_ids.';

create function private.reads_every_kind()
returns boolean
language plpgsql stable parallel safe
security definer set search_path = ''
as $$
begin
  return (select count(*) from private.kinds_read_everywhere()) = (select count(*) from private.work_kinds);
end
$$;
comment on function private.reads_every_kind is
  'Whether nothing is hidden from the caller: asked first by the policy, so that whoever reads all pays for no row (measured: half of a count over 2 million items). Definer: the kinds are closed.';

create function private.readable_kind_orgs()
returns table (kind text, org_id uuid)
language plpgsql stable parallel safe
security definer set search_path = ''
as $$
declare
  held record;
  everywhere text[];
begin
  for held in
    select h.org_id, h.scope, array_agg(distinct k.kind) as kinds
    from private.held_permissions(private.my_id()) as h
    join private.work_kinds as k on k.read_permission = h.permission_code
    where h.can_use
    group by h.org_id, h.scope
  loop
    if held.scope in ('site', 'region_subtree') then
      everywhere := coalesce(everywhere, array(select e.k from private.kinds_read_everywhere() as e (k)));
      held.kinds := array(select k from unnest(held.kinds) as k where k <> all (everywhere));
    end if;
    if held.kinds <> '{}' then
      return query select k.kind, s.id from unnest(held.kinds) as k (kind) cross join private.scope_org_ids(held.org_id, held.scope) as s (id);
    end if;
  end loop;
end
$$;
comment on function private.readable_kind_orgs is
  'Which kinds the caller may read at which bodies, without those read everywhere. Definer: as permitted_org_ids.';

create function private.may_read_kind(p_kind text, p_org uuid)
returns boolean
language plpgsql stable
security definer set search_path = ''
as $$
begin
  return (select private.has_permission((select k.read_permission from private.work_kinds as k where k.kind = p_kind), p_org));
end
$$;
comment on function private.may_read_kind is 'Whether the caller may read items of a kind at one body. Definer: the kinds are closed.';

create function private.granted_row_ids(p_kind text, p_part text default 'row')
returns setof uuid
language plpgsql stable parallel safe
security definer set search_path = ''
as $$
declare
  mine uuid := private.my_org_id();
begin
  return query
    select g.row_id
    from private.row_grants as g
    where g.org_id = mine and g.kind = p_kind and p_part = any (g.parts) and g.revoked_at is null and g.expires_at > now()
      and g.permission in (select private.permissions_at_my_org());
end
$$;
comment on function private.granted_row_ids is
  'Rows of a kind of which a part was opened to the caller''s body and has not expired, for those who hold there what the grant asks for. now() decides, no job. Definer: grants are closed.';

create function private.open_row(p_kind text, p_row uuid, p_org uuid, p_permission text, p_parts text[], p_purpose text, p_for interval)
returns void
language sql
security definer set search_path = ''
as $$
  insert into private.row_grants (kind, row_id, org_id, permission, parts, purpose, expires_at, granted_by)
  values (p_kind, p_row, p_org, p_permission, p_parts, p_purpose, now() + p_for, private.actor())
$$;
comment on function private.open_row is 'Opens parts of a record to another body for a time. Definer: grants are closed.';

create function private.log_granted_read(p_kind text, p_row uuid, p_part text)
returns void
language plpgsql
security definer set search_path = ''
as $$
begin
  if not exists (select from private.granted_row_ids(p_kind, p_part) as g (id) where g.id = p_row) then
    perform private.fail(404, 'work.not_found', '没有找到该记录，或它没有开放给您的单位');
  end if;
  perform private.audit_write('private.row_grants', p_row::text, 'read', null, jsonb_build_object('kind', p_kind, 'part', p_part, 'org_id', private.my_org_id()));
end
$$;
comment on function private.log_granted_read is
  'Called by a module''s function before it hands out a part that was opened: refuses what was not, and puts the reading on record for the lender. Definer: log and grants are closed.';

create function private.can_read_item(p_item public.work_items)
returns boolean
language plpgsql stable
security definer set search_path = ''
as $$
begin
  return (select private.may_read_kind(p_item.kind, p_item.org_id)
    or p_item.sender_org_id <> p_item.org_id and private.may_read_kind(p_item.kind, p_item.sender_org_id)
    or p_item.owner_org_id not in (p_item.org_id, p_item.sender_org_id) and private.may_read_kind(p_item.kind, p_item.owner_org_id)
    or p_item.id in (select private.granted_row_ids('work')));
end
$$;
comment on function private.can_read_item is 'The rule of work_items_select for one row, inside definer functions. Definer: as has_permission.';

alter table public.work_states enable row level security;
alter table public.work_items enable row level security;
alter table public.work_events enable row level security;
alter table public.work_terms enable row level security;
alter table public.work_extensions enable row level security;
alter table public.work_suspensions enable row level security;
alter table public.work_approvals enable row level security;
alter table public.work_links enable row level security;
alter table public.work_notifications enable row level security;
alter table public.work_notification_marks enable row level security;
alter table public.work_notification_reads enable row level security;
alter table public.work_follows enable row level security;
alter table public.officer_absences enable row level security;

create policy work_states_select on public.work_states for select to anon, authenticated using (true);
comment on policy work_states_select on public.work_states is 'Names of states are public.';
create policy work_items_select on public.work_items for select to authenticated
  using ((select private.reads_every_kind())
    or kind in (select private.kinds_read_everywhere())
    or (kind, org_id) in (select r.kind, r.org_id from private.readable_kind_orgs() as r)
    or (kind, sender_org_id) in (select r.kind, r.org_id from private.readable_kind_orgs() as r)
    or (kind, owner_org_id) in (select r.kind, r.org_id from private.readable_kind_orgs() as r)
    or id in (select private.granted_row_ids('work')));
comment on policy work_items_select on public.work_items is
  'Readers of the kind at the body that owes it, passed it on or asked for it, and whom it was opened to. Each set is worked out once and looked up in a hash; a set that no row needs is never worked out.';
-- A scalar subquery, not exists(): the latter was answered by hashing every readable item to show the events of one (6.7 ms).
create policy work_events_select on public.work_events for select to authenticated
  using ((select i.id from public.work_items as i where i.id = item_id) is not null);
comment on policy work_events_select on public.work_events is 'With the item; the inner query is under the policy of work_items.';
create policy work_terms_select on public.work_terms for select to authenticated
  using ((select i.id from public.work_items as i where i.id = item_id) is not null);
comment on policy work_terms_select on public.work_terms is 'With the item.';
create policy work_extensions_select on public.work_extensions for select to authenticated
  using ((select i.id from public.work_items as i where i.id = item_id) is not null);
comment on policy work_extensions_select on public.work_extensions is 'With the item.';
create policy work_suspensions_select on public.work_suspensions for select to authenticated
  using ((select i.id from public.work_items as i where i.id = item_id) is not null);
comment on policy work_suspensions_select on public.work_suspensions is 'With the item.';
create policy work_approvals_select on public.work_approvals for select to authenticated
  using ((select i.id from public.work_items as i where i.id = item_id) is not null);
comment on policy work_approvals_select on public.work_approvals is 'With the item.';
create policy work_links_select on public.work_links for select to authenticated
  using ((select i.id from public.work_items as i where i.id = from_item_id) is not null
    and (select i.id from public.work_items as i where i.id = to_item_id) is not null);
comment on policy work_links_select on public.work_links is 'For whoever may read both ends: a link to a hidden item would tell that it exists.';
create policy work_notifications_select on public.work_notifications for select to authenticated
  using (org_id = (select private.my_org_id())
    and (officer_id is null or officer_id = (select private.my_id()))
    and (kind is null or kind in (select private.kinds_read_everywhere()) or (kind, org_id) in (select r.kind, r.org_id from private.readable_kind_orgs() as r))
    and (permission is null or permission in (select private.permissions_at_my_org())));
comment on policy work_notifications_select on public.work_notifications is
  'Messages to one''s own body or to oneself, about kinds that one may read there, and only those for a permission that one holds.';
create policy work_notification_marks_select on public.work_notification_marks for select to authenticated
  using (officer_id = (select private.my_id()));
comment on policy work_notification_marks_select on public.work_notification_marks is 'One''s own mark.';
create policy work_notification_reads_select on public.work_notification_reads for select to authenticated
  using (officer_id = (select private.my_id()));
comment on policy work_notification_reads_select on public.work_notification_reads is 'One''s own.';
create policy work_follows_select on public.work_follows for select to authenticated
  using (officer_id = (select private.my_id()));
comment on policy work_follows_select on public.work_follows is 'One''s own list.';
create policy officer_absences_select on public.officer_absences for select to authenticated
  using (officer_id = (select private.my_id()) or deputy_id = (select private.my_id()) or org_id in (select private.permitted_org_ids('officer.read')));
comment on policy officer_absences_select on public.officer_absences is 'Both concerned, and the colleagues whom one may read.';

grant select on public.work_states to anon, authenticated;
grant select on public.work_items, public.work_events, public.work_terms, public.work_extensions, public.work_suspensions,
  public.work_approvals, public.work_links, public.work_notifications, public.work_notification_marks,
  public.work_notification_reads, public.work_follows, public.officer_absences to authenticated;
grant execute on function private.kinds_read_everywhere, private.reads_every_kind, private.readable_kind_orgs,
  private.granted_row_ids to authenticated;
