-- After the tables of the storage service: the rights of the API roles. Row-level security is on; the policies
-- are written by the migrations.
alter table storage.buckets owner to supabase_policy_owner;
alter table storage.objects owner to supabase_policy_owner;
grant select, insert, update, delete on storage.buckets, storage.objects to anon, authenticated, service_role, authenticator;
grant all on storage.buckets, storage.objects to postgres, supabase_storage_admin;
