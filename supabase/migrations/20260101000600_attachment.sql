-- Attachments: one table for every file of every record; the bytes lie in the private bucket "attachments".
-- Tables: attachments. Who may do what: read with the record it belongs to (policy of the owner kind);
--         written only by edge functions, which check type by content, strip metadata and take the digest.

create table public.attachments (
  id uuid primary key default gen_random_uuid(),
  owner_kind text not null check (owner_kind ~ '^[a-z_]+$'),
  owner_id uuid not null,
  org_id uuid not null references public.orgs (id) on delete restrict,
  file_name text not null check (length(file_name) between 1 and 200),
  mime text not null check (mime in ('image/jpeg', 'image/png', 'image/webp', 'application/pdf')),
  bytes int not null check (bytes between 1 and 20971520),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  width int,
  height int,
  -- Named by the digest: what two records share lies there once, for each of them a row.
  storage_path text not null check (storage_path like '%/' || sha256 || '.%'),
  created_at timestamptz not null default now(),
  created_by text,
  updated_at timestamptz not null default now(),
  updated_by text,
  unique (owner_kind, owner_id, sha256),
  unique (storage_path, owner_kind, owner_id)
);
comment on table public.attachments is
  '附件: digest taken at reception; the same file is one row for a record, so a retried upload adds nothing, and one object for all records that it came in with. org_id follows the record.';
create index attachments_org_id_idx on public.attachments (org_id);
create trigger tg_10_stamp before insert or update on public.attachments for each row execute function private.tg__stamp();
select private.enable_audit('public.attachments');
alter table public.attachments enable row level security;

create table private.attachment_owners (
  owner_kind text primary key,
  read_permission text not null,
  write_permission text not null,
  max_count int not null,
  org_of text not null
);
comment on table private.attachment_owners is
  'Which records carry files: permission to read and to add, how many, and the function that names the record''s body.';

create function private.readable_attachment_orgs()
returns table (owner_kind text, org_id uuid)
language sql stable
security definer set search_path = ''
as $$
  select k.owner_kind, o.id
  from private.attachment_owners as k
  cross join lateral private.permitted_org_ids(k.read_permission) as o (id)
$$;
comment on function private.readable_attachment_orgs is 'Owner kinds and bodies whose files the caller may read. Definer: the registry is closed.';

create policy attachments_select on public.attachments for select to authenticated
  using ((owner_kind, org_id) in (select r.owner_kind, r.org_id from private.readable_attachment_orgs() as r));
comment on policy attachments_select on public.attachments is 'With the record, for the readers of its body; a record that was only opened to a body shows no files.';
grant select on public.attachments to authenticated;
grant execute on function private.readable_attachment_orgs to authenticated;

create function private.add_attachments(p_owner_kind text, p_owner_ids uuid[], p_files jsonb, p_actor text default null)
returns setof public.attachments
language plpgsql
security definer set search_path = ''
as $$
declare
  kind private.attachment_owners;
  owner_orgs uuid[];
begin
  select * into kind from private.attachment_owners as k where k.owner_kind = p_owner_kind;
  if kind.owner_kind is not null then
    execute format('select array_agg(%s(o.id) order by o.n) from unnest($1) with ordinality as o (id, n)', kind.org_of) into owner_orgs using p_owner_ids;
  end if;
  if owner_orgs is null or array_position(owner_orgs, null) is not null then
    perform private.fail(404, 'attachment.owner_not_found', '没有找到要添加附件的记录');
  end if;
  perform pg_advisory_xact_lock(hashtextextended(o.id::text, 1)) from (select u.id from unnest(p_owner_ids) as u (id) order by u.id) as o;
  perform private.act_as(coalesce(p_actor, 'system:attachment'));
  return query
    with file as (
      -- The same picture twice in one upload is one file.
      select distinct on (f.sha256) f.* from jsonb_to_recordset(p_files) as f (name text, mime text, bytes int, sha256 text, width int, height int)
      order by f.sha256, f.name
    )
    insert into public.attachments as a (owner_kind, owner_id, org_id, file_name, mime, bytes, sha256, width, height, storage_path)
    select p_owner_kind, o.id, o.org_id, f.name, f.mime, f.bytes, f.sha256, f.width, f.height,
      coalesce(
        (select b.storage_path from public.attachments as b
          where b.owner_kind = p_owner_kind and b.owner_id = any (p_owner_ids) and b.sha256 = f.sha256 order by b.storage_path limit 1),
        p_owner_kind || '/' || p_owner_ids[1] || '/' || f.sha256
          || case f.mime when 'image/jpeg' then '.jpg' when 'image/png' then '.png' when 'image/webp' then '.webp' else '.pdf' end)
    from file as f cross join unnest(p_owner_ids, owner_orgs) as o (id, org_id)
    on conflict (owner_kind, owner_id, sha256) do update set file_name = a.file_name
    returning *;
  if exists (select from public.attachments as a where a.owner_kind = p_owner_kind and a.owner_id = any (p_owner_ids)
    group by a.owner_id having count(*) > kind.max_count) then
    perform private.fail(422, 'attachment.too_many', '附件最多 ' || kind.max_count || ' 个，请先整理后再上传', '{"field":"photos"}');
  end if;
end
$$;
comment on function private.add_attachments is
  'Definer: attachments take no direct write; the same file twice is one row of a record, and one object for the records that are given together.';

select private.expose('private.add_attachments', '{service_role}',
  'Edge functions only: registers checked files [{name, mime, bytes, sha256, width, height}] with each of some records of one kind and returns the rows with their storage paths; p_actor is the officer who brought them, none for a citizen. Raises attachment.owner_not_found, too_many.');

create function private.may_add_attachment(p_owner_kind text, p_owner_id uuid)
returns boolean
language plpgsql stable
security definer set search_path = ''
as $$
declare
  kind private.attachment_owners;
  owner_org uuid;
begin
  select * into kind from private.attachment_owners as k where k.owner_kind = p_owner_kind;
  if kind.owner_kind is null then
    return false;
  end if;
  execute format('select %s($1)', kind.org_of) into owner_org using p_owner_id;
  return owner_org is not null and private.has_permission(kind.write_permission, owner_org);
end
$$;
comment on function private.may_add_attachment is 'Definer: the registry is closed; answers for the caller only.';

select private.expose('private.may_add_attachment', '{authenticated}',
  'Whether the caller may add a file to a record; false for a hidden one.');
