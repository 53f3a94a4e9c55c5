-- Who the case is about: the registered subject that an officer found it to be, and what else was filed of the same one.
-- Who may do what: the body that has the case names the subject (complaint.handle, or complaint.dispatch at the desk);
--         the history shows the cases that its reader may read anyway.

create function private.complaint_link_subject(p_case_id uuid, p_subject_id uuid default null)
returns void
language plpgsql
security definer set search_path = ''
as $$
declare
  one public.complaint_cases;
begin
  perform private.assert_module('subject');
  select * into one from public.complaint_cases as c where c.id = p_case_id for update;
  if one.org_id is distinct from private.my_org_id()
    or not (private.has_permission('complaint.handle', one.org_id) or private.has_permission('complaint.dispatch', one.org_id)) then
    perform private.fail(404, 'complaint.not_found', '没有找到该件，或者该件不在本单位，由现在的承办单位关联');
  end if;
  if p_subject_id is not null and not exists (select from public.subjects as s where s.id = p_subject_id) then
    perform private.fail(404, 'subject.not_found', '监管对象库中没有该单位，请重新查找后选择', '{"field":"subject_id"}');
  end if;
  update public.complaint_cases as c set subject_id = p_subject_id where c.id = p_case_id and c.subject_id is distinct from p_subject_id;
end
$$;
comment on function private.complaint_link_subject is 'Definer: cases take no direct write.';

select private.expose('private.complaint_link_subject', '{authenticated}',
  'Says which registered subject a case is about; null takes it back. By the body that has the case. Raises complaint.not_found, subject.not_found (404).');

create function public.complaint_history(p_case_id uuid)
returns setof public.complaint_case_list
language sql stable
security invoker set search_path = ''
as $$
  -- Looked up once: both indexes of the cases serve, whoever reads. Of a merged business the cases of all that it was.
  select l.* from public.complaint_case_list as l
  where l.id <> p_case_id
    and (l.subject_id = any (array(
        select f.id from public.complaint_cases as c join public.subjects as s on s.id = c.subject_id
        join public.subjects as f on f.id = coalesce(s.merged_into_id, s.id) or f.merged_into_id = coalesce(s.merged_into_id, s.id)
        where c.id = p_case_id))
      or l.subject_name = (select c.subject_name from public.complaint_cases as c where c.id = p_case_id)
        and (l.subject_id is null or (select c.subject_id from public.complaint_cases as c where c.id = p_case_id) is null))
$$;
comment on function public.complaint_history is
  'Other cases about the same business that the caller may read: linked to the same subject or one merged with it, or of the same name as long as one of the two is not linked.';
grant execute on function public.complaint_history to authenticated;
