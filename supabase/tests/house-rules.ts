/** House rules of the database as questions to the catalogue: each must return no row, so that a failure names the offender. */

export const rules: [title: string, sql: string][] = [
  [
    'row level security is on for every public table',
    `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relrowsecurity`,
  ],
  [
    'one policy for a table and command, never "all", never to public, always commented',
    `select p.tablename || '.' || p.policyname from pg_policies p where p.schemaname = 'public' and (p.cmd = 'ALL' or 'public' = any (p.roles) or p.permissive <> 'PERMISSIVE'
       or p.policyname <> p.tablename || '_' || lower(p.cmd)
       or obj_description((select x.oid from pg_policy x where x.polname = p.policyname and x.polrelid = (p.schemaname || '.' || p.tablename)::regclass), 'pg_policy') is null)`,
  ],
  [
    'nothing asks the token who the caller is: private.my_id() asks whether the session lives',
    `select policyname as name from pg_policies where schemaname in ('public', 'storage', 'realtime') and coalesce(qual, '') || coalesce(with_check, '') ~ 'auth\\.(uid|jwt|role)\\(\\)'
     union all select proname from pg_proc where pronamespace in ('public'::regnamespace, 'private'::regnamespace) and prosrc ~ 'auth\\.uid\\(\\)' and proname not in ('my_id', 'my_account', 'my_level')`,
  ],
  [
    'no bare private.my_id() in a policy: once for the query, not once for each row',
    `select policyname from pg_policies where schemaname in ('public', 'storage', 'realtime') and coalesce(qual, '') || coalesce(with_check, '') ~ 'my_id' and coalesce(qual, '') || coalesce(with_check, '') !~ 'SELECT private\\.my_id'`,
  ],
  [
    'no definer function with a row argument in a policy',
    `select policyname from pg_policies where schemaname = 'public' and coalesce(qual, '') ~ 'private\\.(has_permission|can_read_item|can_join_topic)'`,
  ],
  [
    'every foreign key is indexed',
    `select c.conrelid::regclass || '.' || c.conname from pg_constraint c where c.contype = 'f' and c.connamespace in ('public'::regnamespace, 'private'::regnamespace)
       and not exists (select from pg_index i where i.indrelid = c.conrelid and (i.indkey::int2[])[0:cardinality(c.conkey) - 1] @> c.conkey)`,
  ],
  [
    'foreign keys say what happens on delete, and it is not set null',
    `select conname from pg_constraint where contype = 'f' and confdeltype in ('n', 'd') and connamespace in ('public'::regnamespace, 'private'::regnamespace)`,
  ],
  [
    'definer functions live in private and have an empty search_path',
    `select p.oid::regprocedure from pg_proc p where p.prosecdef and p.pronamespace in ('public'::regnamespace, 'private'::regnamespace)
       and (p.pronamespace = 'public'::regnamespace or not coalesce(p.proconfig @> array['search_path=""'], false))`,
  ],
  [
    'every function has an empty search_path',
    `select p.oid::regprocedure from pg_proc p where p.pronamespace in ('public'::regnamespace, 'private'::regnamespace) and p.prokind = 'f' and not coalesce(p.proconfig @> array['search_path=""'], false)`,
  ],
  [
    'every function is commented, and a definer one says why',
    `select p.oid::regprocedure from pg_proc p where p.pronamespace in ('public'::regnamespace, 'private'::regnamespace) and (obj_description(p.oid, 'pg_proc') is null or (p.prosecdef and obj_description(p.oid, 'pg_proc') !~ '(Definer|trigger)'))`,
  ],
  [
    'every table and view is commented',
    `select c.oid::regclass from pg_class c where c.relnamespace in ('public'::regnamespace, 'private'::regnamespace) and c.relkind in ('r', 'v', 'p') and not c.relispartition and obj_description(c.oid, 'pg_class') is null`,
  ],
  [
    'views run with the rights of the reader',
    `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'v' and not coalesce(reloptions @> array['security_invoker=true'], false)`,
  ],
  [
    'nothing is granted on private tables',
    `select table_name || ' ' || grantee from information_schema.role_table_grants where table_schema = 'private' and grantee in ('anon', 'authenticated', 'service_role', 'PUBLIC')`,
  ],
  [
    'no API role writes a table',
    `select table_name || ' ' || grantee || ' ' || privilege_type from information_schema.role_table_grants where table_schema = 'public' and grantee in ('anon', 'authenticated', 'service_role') and privilege_type <> 'SELECT'`,
  ],
  [
    'RPCs return typed rows, never json',
    `select p.oid::regprocedure from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prorettype in ('json'::regtype, 'jsonb'::regtype)`,
  ],
  [
    'created_at and updated_at are kept by the stamp trigger',
    `select c.oid::regclass from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'updated_by' where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
       and not exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'tg_10_stamp')`,
  ],
  [
    'the audit trigger wakes for every column that is not said to be derived',
    `select t.tgrelid::regclass || '.' || a.attname from pg_trigger t join pg_attribute a on a.attrelid = t.tgrelid and a.attnum > 0 and not a.attisdropped
     where t.tgname = 'tg_90_audit' and a.attnum <> all (t.tgattr::int2[])
       and a.attname <> all ('{updated_at,updated_by}'::text[] || split_part(encode(t.tgargs, 'escape'), '\\000', 2)::text[])`,
  ],
  [
    'of what people write at length the audit log keeps length and digest (enable_audit, p_texts)',
    `select t.tgrelid::regclass || '.' || a.attname from pg_trigger t join pg_attribute a on a.attrelid = t.tgrelid and a.attnum > 0 and a.atttypid = 'text'::regtype
     join pg_constraint k on k.conrelid = t.tgrelid and k.contype = 'c' and k.conkey = array[a.attnum]
     where t.tgname = 'tg_90_audit' and substring(pg_get_constraintdef(k.oid) from 'length\\(.*<= (\\d+)')::int >= 300
       and a.attname <> all (split_part(encode(t.tgargs, 'escape'), '\\000', 3)::text[])`,
  ],
  [
    "today is the office's day, never the server's: private.local_day(now())",
    `select p.oid::regprocedure from pg_proc p where p.pronamespace in ('public'::regnamespace, 'private'::regnamespace) and p.prosrc ~* 'current_date|now\\(\\)::date|localtimestamp'`,
  ],
  [
    'times end in _at, days in _on',
    `select a.attrelid::regclass || '.' || a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid where c.relnamespace in ('public'::regnamespace, 'private'::regnamespace) and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
       and ((a.atttypid = 'timestamptz'::regtype and a.attname !~ '(_at|_until|^at|^window_start)$') or (a.atttypid = 'date'::regtype and a.attname !~ '(_on|^day|^valid_from|^valid_to|effective_from|effective_to)$'))`,
  ],
  [
    'booleans begin with is_, has_, was_, can_ or due_is_',
    `select a.attrelid::regclass || '.' || a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and a.atttypid = 'bool'::regtype and a.attname !~ '^(is|has|was|can|due_is)_'`,
  ],
]

/** Flows as rows: what a row names must be there, or it fails on the day somebody takes that move. */
export const flowRules: [title: string, sql: string][] = [
  [
    'every term that a move starts, meets, extends or waits for has a rule today and in a year',
    `with named as (
       select t.kind, t.action, s ->> 'key' as key from private.work_transitions t, jsonb_array_elements(t.starts) s
       union select t.kind, t.action, m from private.work_transitions t, unnest(t.meets || t.pauses || t.at_end_of) m where m is not null
       union select t.kind, t.action, t.extends ->> k from private.work_transitions t, unnest(array['key', 'by']) k where t.extends is not null)
     select n.kind || '.' || n.action || ' ' || n.key || ' ' || d.day from named n, unnest(array[current_date, current_date + 365]) as d (day)
     where not exists (select from public.deadline_rules r where r.key = n.key and d.day between r.effective_from and coalesce(r.effective_to, 'infinity'))`,
  ],
  [
    'an extension has the unit of what it extends',
    `select t.kind || '.' || t.action from private.work_transitions t join public.deadline_rules a on a.key = t.extends ->> 'key' join public.deadline_rules b on b.key = t.extends ->> 'by'
     where a.unit <> b.unit`,
  ],
  [
    'every dictionary that a field names has an entry',
    `select t.kind || '.' || t.action || ' ' || (f ->> 'code_set') from private.work_transitions t, jsonb_array_elements(t.requires) f
     where f ? 'code_set' and not exists (select from public.codes c where c.set_key = f ->> 'code_set')`,
  ],
  [
    'fields are of a known type and have a label; a select names its dictionary',
    `select t.kind || '.' || t.action || ' ' || f::text from private.work_transitions t, jsonb_array_elements(t.requires) f
     where f ->> 'type' not in ('text', 'textarea', 'select', 'date', 'number', 'boolean', 'region', 'org', 'orgs', 'officer', 'files', 'rows')
       or coalesce(f ->> 'label', '') = '' or (f ->> 'type' = 'select') <> (f ? 'code_set')`,
  ],
  [
    'guards, conditions, reaches and hooks name functions of the right shape',
    `with named as (
       select kind || '.' || action as what, guard as name, 'public.work_items, jsonb' as args, 'text' as result from private.work_transitions where guard is not null
       union all select kind || '.' || action, s ->> 'if', 'public.work_items, jsonb', 'boolean' from private.work_transitions, jsonb_array_elements(starts) s where s ? 'if'
       union all select kind || '.' || action, reach, 'uuid', 'record' from private.work_transitions where reach is not null
       union all select kind, on_act, 'public.work_items, public.work_items, text, jsonb', 'void' from private.work_kinds where on_act is not null
       union all select owner_kind, org_of, 'uuid', 'uuid' from private.attachment_owners)
     select n.what || ' ' || n.name from named n
     where to_regprocedure(n.name || '(' || n.args || ')') is null
       or (select p.prorettype::regtype::text from pg_proc p where p.oid = to_regprocedure(n.name || '(' || n.args || ')')) <> n.result`,
  ],
  [
    'terms with a date or a first day take it from a field of the move',
    `select t.kind || '.' || t.action from private.work_transitions t, jsonb_array_elements(t.starts) s, unnest(array['due', 'from']) k
     where s ? k and not exists (select from jsonb_array_elements(t.requires) f where f ->> 'field' = s ->> k and f ->> 'type' = 'date')`,
  ],
  [
    'an effect has the field that it needs',
    `select t.kind || '.' || t.action from private.work_transitions t, (values ('hand_over', 'to_org_id'), ('assign', 'officer_id')) as e (effect, field)
     where e.effect = any (t.effects) and (e.effect <> 'hand_over' or t.goes_to is null) and not exists (select from jsonb_array_elements(t.requires) f where f ->> 'field' = e.field)`,
  ],
  [
    'no move is called what the engine calls its own events',
    `select kind || '.' || action from private.work_transitions where action in ('ask', 'refuse_approval', 'withdraw_approval')`,
  ],
  [
    'every state can be reached from a creation',
    `with recursive reached as (
       select kind, to_state as state from private.work_transitions where from_state = ''
       union select t.kind, t.to_state from private.work_transitions t join reached r on r.kind = t.kind and r.state = t.from_state where t.to_state is not null)
     select s.kind || '.' || s.state from public.work_states s where not exists (select from reached r where r.kind = s.kind and r.state = s.state)`,
  ],
  [
    'every open state has a way to an end',
    `with recursive ending as (
       select kind, state from public.work_states where not is_open
       union select t.kind, t.from_state from private.work_transitions t join ending e on e.kind = t.kind and e.state = t.to_state)
     select s.kind || '.' || s.state from public.work_states s where s.is_open and not exists (select from ending e where e.kind = s.kind and e.state = s.state)`,
  ],
  [
    'a kind whose moves are for the 承办人 says who may be one and who appoints them',
    `select distinct t.kind from private.work_transitions t join private.work_kinds k on k.kind = t.kind
     where (t.is_for_handler or t.effects && '{take,assign}') and (k.handle_permission is null or k.assign_permission is null)`,
  ],
  [
    'a roll-up is a system move of some other kind',
    `select k.kind from private.work_kinds k where k.rollup_action is not null
       and not exists (select from private.work_transitions t where t.action = k.rollup_action and t.permission is null and t.kind <> k.kind)`,
  ],
  [
    'news is subscribed to by topics that some move sends, or some function',
    `select s.consumer || ' ' || t from private.outbox_subscriptions s, unnest(s.topics) t
     where not exists (select from private.work_transitions m where m.kind || '.' || m.action = t)
       and not exists (select from pg_proc p where p.pronamespace = 'private'::regnamespace and (p.prosrc like '%private.emit(''' || t || ''',%' or p.prosrc like '%private.emit_many(''' || t || ''',%'))`,
  ],
  [
    'messages and escalations have words',
    `select e.code from private.work_escalations e where not exists (select from public.codes c where c.set_key = 'work.message' and c.code = e.code)`,
  ],
]
