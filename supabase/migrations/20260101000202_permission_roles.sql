-- The roles of the platform and what the core lets them do. Modules add their permissions in their own file.
-- Scopes count from the officer's body: a coordinator's or administrator's body is the 协调机构 of a region.

select private.act_as('system:migration');

insert into public.officer_roles (code, name, duty, sort) values
  ('handler', '经办人', 'business', 10),
  ('reviewer', '审核人', 'business', 20),
  ('lead', '单位负责人', 'business', 30),
  ('line_supervisor', '条线督导员', 'business', 40),
  ('coordinator', '协调机构人员', 'business', 50),
  ('leader', '分管领导', 'business', 60),
  ('system_admin', '系统管理员', 'system', 70),
  ('security_admin', '安全管理员', 'security', 80),
  ('audit_admin', '审计管理员', 'audit', 90);

create function private.allow(p_permission text, p_name text, p_roles jsonb)
returns void
language plpgsql
set search_path = ''
as $$
begin
  insert into public.officer_permissions (code, name) values (p_permission, p_name);
  insert into public.officer_role_permissions (role_code, permission_code, scope)
  select r.key, p_permission, (r.value #>> '{}')::public.permission_scope from jsonb_each(p_roles) as r;
  -- The security administrator hands out every permission in the region of their body, and uses none of them.
  insert into public.officer_role_permissions (role_code, permission_code, scope, can_use, can_grant)
  values ('security_admin', p_permission, 'region_subtree', false, true)
  on conflict (role_code, permission_code) do update set can_grant = true;
end
$$;
comment on function private.allow is 'Registers a permission and which roles hold it at which scope; used by the migrations of modules.';

select private.allow('officer.read', '查看人员', '{"handler":"own_org","reviewer":"own_org","lead":"own_org","line_supervisor":"line_subtree","coordinator":"region_subtree","leader":"region_subtree","system_admin":"region_subtree","security_admin":"region_subtree","audit_admin":"region_subtree"}');
-- The account by one, the role by another, and an administrator by two of the three.
select private.allow('officer.invite', '邀请人员、启停账号', '{"system_admin":"region_subtree"}');
select private.allow('officer.grant', '授予和收回角色', '{"security_admin":"region_subtree"}');
select private.allow('officer.confirm', '核准管理员变更', '{"system_admin":"region_subtree","security_admin":"region_subtree","audit_admin":"region_subtree"}');
select private.allow('site.admin', '维护站点参数、日历和编码', '{"system_admin":"region_subtree"}');
select private.allow('audit.read', '查阅审计日志', '{"audit_admin":"region_subtree"}');
