-- The picture of a body's seal (印章图样) as a kind of definition: which one its papers show, from which day on.
-- The pictures lie in the bucket "paper-seals", put there by upload-paper-seal alone, which writes them anew; a picture
-- that a paper was issued with is never replaced.
-- Who may do what: site.admin at the top of the site uploads and publishes, and sees the pictures; papers show them.

create function private.paper_seal_checked(p_key text, p_body jsonb, p_from date)
returns jsonb
language plpgsql stable
security definer set search_path = ''
as $$
declare
  body jsonb;
begin
  perform private.assert_not_past(p_from);
  perform private.refuse_field(not exists (select from public.orgs as o where o.id::text = p_key and o.is_active), 'org', '请选择使用这枚印章的单位');
  perform private.assert_known_fields(p_body, '{is_used,path}');
  body := jsonb_build_object('is_used', p_body -> 'is_used');
  perform private.refuse_field(jsonb_typeof(body -> 'is_used') <> 'boolean', 'is_used', '请注明是否使用这枚印章图样');
  if not (body ->> 'is_used')::boolean then
    return body;
  end if;
  body := body || jsonb_build_object('path', p_body ->> 'path');
  perform private.refuse_field(body ->> 'path' !~ ('^' || p_key || '/[0-9a-f]{64}\.png$') or not exists (
    select from storage.objects as o where o.bucket_id = 'paper-seals' and o.name = body ->> 'path'), 'file', '印章图样没有上传成功，请重新选择文件');
  return body;
end
$$;
comment on function private.paper_seal_checked is
  'Check of the picture of a body''s seal: the file is one that upload-paper-seal put there for this body. is_used false: papers say again where the seal belongs. Definer: files are read with their version.';

create function private.paper_seal_apply(p_key text)
returns void
language sql stable
set search_path = ''
as $$ select $$;
comment on function private.paper_seal_apply is 'Nothing to bring in line: whoever issues a paper reads the version of the day.';

-- Not public: with the picture of a seal anybody could make a paper that looks like one.
insert into private.definition_kinds (kind, label, permission, check_function, apply_function, is_public) values
  ('paper_seal', '印章图样', 'site.admin', 'private.paper_seal_checked', 'private.paper_seal_apply', false);

create function private.paper_seal_org(p_org uuid)
returns text
language plpgsql stable
security definer set search_path = ''
as $$
declare
  named text;
begin
  perform private.kept_definition_kind('paper_seal');
  select o.name into named from public.orgs as o where o.id = p_org and o.is_active;
  perform private.refuse_field(named is null, 'org', '请选择使用这枚印章的单位');
  return named;
end
$$;
comment on function private.paper_seal_org is 'Definer: the kinds are closed.';
select private.expose('private.paper_seal_org', '{authenticated}',
  'The name of the body that the picture of a seal is for, to who keeps the seals of the site: upload-paper-seal asks before it takes a file. Raises definition.not_found, definition.invalid.');
