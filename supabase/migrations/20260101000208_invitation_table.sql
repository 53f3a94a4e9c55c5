-- Invitations by the table (批量邀请): what a bureau fills in row by row, checked and taken row by row.
-- Tables: officer_invitations (band 0200).
-- Who may do what: officer.invite over each row's body, exactly as by hand.

insert into private.quotas (bucket, amount, per) values ('invitation.table', 2000, '1 day');

create function private.invite_from_table(p_row jsonb)
returns text
language plpgsql
security definer set search_path = ''
as $$
declare
  org text := btrim(coalesce(p_row ->> 'org', ''));
  found uuid[] := array(select o.id from public.orgs as o where o.is_active and o.name = org);
  proposed text[];
  unknown text;
begin
  if org = '' then
    perform private.fail(422, 'officer.org_missing', '请填写单位的全称', '{"field":"org"}');
  elsif cardinality(found) <> 1 then
    perform private.fail(422, 'officer.org_unknown', '没有找到这个单位，请填写全称，与人员列表“单位”一栏的写法一致', '{"field":"org"}');
  end if;
  -- Written by their names, with whatever somebody puts between them.
  select array_agg(distinct r.code) filter (where r.code is not null), string_agg(n.name, '、') filter (where r.code is null)
  into proposed, unknown
  from (select btrim(x) as name from regexp_split_to_table(coalesce(p_row ->> 'roles', ''), '[、,，;；/\n]') as x where btrim(x) <> '') as n
  left join public.officer_roles as r on r.name = n.name;
  if unknown is not null then
    perform private.fail(422, 'officer.role_unknown', '没有“' || left(unknown, 50) || '”这样的角色，请从列表中选择，多个用顿号分开', '{"field":"roles"}');
  end if;
  if exists (select from public.officer_invitations as i where i.email = lower(btrim(coalesce(p_row ->> 'email', '')))
      and i.used_at is null and i.withdrawn_at is null and i.expires_at > now()) then
    return 'repeated';
  end if;
  perform private.make_invitation(p_row ->> 'email', p_row ->> 'name', found[1], coalesce(proposed, '{}'), p_row ->> 'title', true);
  return 'invited';
end
$$;
comment on function private.invite_from_table is
  'One row: {name, email, title, org: full name, roles: names}. Answers invited, or repeated when an invitation is on its way; raises as make_invitation, officer.org_missing, org_unknown. Definer: as make_invitation.';

create function private.invite_officers(p_rows jsonb, p_is_trial boolean)
returns table (n int, outcome text, field text, message text)
language plpgsql
security definer set search_path = ''
as $$
declare
  one record;
  said text;
  about text;
begin
  if not exists (select from private.permitted_org_ids('officer.invite')) then
    perform private.fail(404, 'officer.not_found', '没有找到该功能，或您没有邀请人员的权限');
  end if;
  if jsonb_typeof(p_rows) is distinct from 'array' or jsonb_array_length(p_rows) > 200 then
    perform private.fail(422, 'officer.table_unfit', '一次最多 200 行，请刷新页面后重试');
  end if;
  -- Of two who send the same table at once, the second finds what the first has done.
  perform pg_advisory_xact_lock(hashtextextended('invite_officers', 0));
  for one in select r.row, r.n::int as n from jsonb_array_elements(p_rows) with ordinality as r (row, n) loop
    n := one.n;
    field := null;
    message := null;
    begin
      outcome := private.invite_from_table(one.row);
      if p_is_trial then
        -- Everything that the row did is taken back with this block.
        raise exception using errcode = 'TR001', message = outcome;
      end if;
    exception
      when sqlstate 'TR001' then
        outcome := sqlerrm;
      when others then
        if sqlstate not like 'PT4%' then
          raise;
        end if;
        get stacked diagnostics said = pg_exception_hint, about = pg_exception_detail;
        outcome := 'refused';
        field := case sqlstate when 'PT404' then 'org' else about::jsonb ->> 'field' end;
        message := case sqlstate when 'PT404' then '没有找到该单位，或它不在您的管理范围' else said end;
    end;
    return next;
  end loop;
end
$$;
comment on function private.invite_officers is 'Definer: as make_invitation, which asks the permission for each row''s body.';

select private.expose('private.invite_officers', '{authenticated}',
  'Invites the officers of a table: rows of {name, email, title, org: full name, roles: names}, at most 200. Answers for each row, by its number from 1: invited, repeated (an invitation is on its way) or refused with field and reason; a refused row keeps no other from being taken. is_trial: the same answers, and nothing is done. Raises officer.not_found (404), officer.table_unfit (422).');
