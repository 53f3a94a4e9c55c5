-- The operator's own standard map as a kind of definition: whose it is and by which review number it may be shown.
-- The outlines lie in the bucket "maps", put there by upload-map alone, which checks and thins them; no outline is shipped.
-- Who may do what: site.admin at the top of the site uploads and publishes; what is published anybody who signed in reads.

create function private.map_checked(p_key text, p_body jsonb, p_from date)
returns jsonb
language plpgsql stable
security definer set search_path = ''
as $$
declare
  body jsonb;
begin
  perform private.assert_not_past(p_from);
  perform private.refuse_field(p_key !~ '^\d{9}$' or not exists (
    select from public.regions as r where r.parent_code = p_key::int and r.valid_to is null), 'region', '请选择有下级地区的区划');
  perform private.assert_known_fields(p_body, '{is_shown,producer,approval_no,path}');
  body := jsonb_build_object('is_shown', p_body -> 'is_shown');
  perform private.refuse_field(jsonb_typeof(body -> 'is_shown') <> 'boolean', 'is_shown', '请注明是否使用这幅地图');
  if not (body ->> 'is_shown')::boolean then
    return body;
  end if;
  body := body || jsonb_build_object('producer', btrim(p_body ->> 'producer'), 'approval_no', btrim(p_body ->> 'approval_no'), 'path', p_body ->> 'path');
  perform private.refuse_field(length(body ->> 'producer') not between 4 and 60 or body ->> 'producer' ~ '[[:cntrl:]]', 'producer', '请填写地图的编制单位，4 至 60 字');
  perform private.refuse_field(body ->> 'approval_no' !~ '^(GS|[一-龥]S)[一-龥]{0,2}[(（]\d{4}[)）]\d{1,6}号$', 'approval_no', '审图号形如“皖S（2024）12号”“GS（2024）0650号”');
  perform private.refuse_field(body ->> 'path' !~ ('^' || p_key || '/[0-9a-f]{64}\.json$') or not exists (
    select from storage.objects as o where o.bucket_id = 'maps' and o.name = body ->> 'path'), 'file', '地图文件没有上传成功，请重新选择文件');
  return body;
end
$$;
comment on function private.map_checked is
  'Check of a map of the places below a region: producer and review number are there, the file is one that upload-map put. is_shown false: back to the schematic one. Definer: files of maps are read with their version.';

create function private.map_apply(p_key text)
returns void
language sql stable
set search_path = ''
as $$ select $$;
comment on function private.map_apply is 'Nothing to bring in line: whoever draws a map reads the version of the day.';

insert into private.definition_kinds (kind, label, permission, check_function, apply_function, is_public) values
  ('map', '标准地图', 'site.admin', 'private.map_checked', 'private.map_apply', true);

create function private.map_places(p_region int)
returns table (code int, name text)
language plpgsql stable
security definer set search_path = ''
as $$
begin
  perform private.kept_definition_kind('map');
  return query select r.code, r.name from public.regions as r where r.parent_code = p_region and r.valid_to is null order by r.code;
end
$$;
comment on function private.map_places is 'Definer: the kinds are closed.';
select private.expose('private.map_places', '{authenticated}',
  'The places that a map of a region must be of, for who keeps the maps of the site: upload-map asks before it takes a file. Raises definition.not_found.');
