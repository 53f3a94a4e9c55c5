-- Policies on the platform's own tables: private realtime topics, the buckets of attachments, maps, seals and exports.
-- Who may do what: officers join the topics they may read; files are read with the row of their attachment or paper, maps and the pictures of seals with a version;
--                  nobody writes either directly (functions and the database do).

create policy realtime_messages_select on realtime.messages for select to authenticated
  using ((select private.can_join_topic((select realtime.topic()))));
comment on policy realtime_messages_select on realtime.messages is 'Evaluated once at the join of a private channel.';

insert into storage.buckets (id, name, public, file_size_limit, allowed_mime_types)
values ('attachments', 'attachments', false, 20971520, array['image/jpeg', 'image/png', 'image/webp', 'application/pdf'])
on conflict (id) do nothing;

create policy storage_objects_select on storage.objects for select to authenticated
  using (bucket_id = 'attachments' and (
    exists (select from public.attachments as a where a.storage_path = objects.name)
    or exists (select from public.papers as p where p.storage_path = objects.name)));
comment on policy storage_objects_select on storage.objects is 'With the row of the attachment or the paper, which is under its own policy.';

insert into storage.buckets (id, name, public, file_size_limit, allowed_mime_types)
values ('maps', 'maps', false, 4194304, array['application/json'])
on conflict (id) do nothing;

create policy storage_maps_select on storage.objects for select to authenticated
  using (bucket_id = 'maps' and exists (
    select from public.definitions as d where d.kind = 'map' and d.key = split_part(objects.name, '/', 1) and d.body ->> 'path' = objects.name));
comment on policy storage_maps_select on storage.objects is 'With a published version, which is under its own policy.';

insert into storage.buckets (id, name, public, file_size_limit, allowed_mime_types)
values ('paper-seals', 'paper-seals', false, 1048576, array['image/png'])
on conflict (id) do nothing;

create policy storage_seals_select on storage.objects for select to authenticated
  using (bucket_id = 'paper-seals' and exists (
    select from public.definitions as d where d.kind = 'paper_seal' and d.key = split_part(objects.name, '/', 1) and d.body ->> 'path' = objects.name));
comment on policy storage_seals_select on storage.objects is 'With a version, which is under its own policy: to who keeps the site''s parameters. render-paper reads as the service.';

insert into storage.buckets (id, name, public, file_size_limit, allowed_mime_types)
values ('exports', 'exports', false, 52428800, array['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'])
on conflict (id) do nothing;

create policy storage_exports_select on storage.objects for select to authenticated
  using (bucket_id = 'exports' and exists (select from public.jobs as j where j.file_path = objects.name));
comment on policy storage_exports_select on storage.objects is 'With one''s own job.';
