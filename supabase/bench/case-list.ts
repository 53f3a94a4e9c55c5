/** The list of the complaint screen, as SQL and as the address that supabase-js asks for. */

const columns = [
  'id',
  'item_id',
  'case_no',
  'case_type',
  'matter_label',
  'title',
  'subject_name',
  'subject_uscc',
  'region_code',
  'region_name',
  'place_text',
  'org_id',
  'org_name',
  'line_name',
  'state',
  'state_label',
  'light',
  'is_open',
  'is_late',
  'due_at',
  'due_is_provisional',
  'is_supervised',
  'filed_at',
  'source',
  'handler_id',
  'handler_name',
  'satisfaction',
  'filing_id',
].join(',')

export const listSql = (filter: string) =>
  `select ${columns} from public.complaint_case_list where ${filter} order by is_open desc nulls last, filed_at desc nulls last, id limit 20`

export const countOpenSql = (filter: string) => `select count(*) from public.complaint_case_list where ${filter} and is_open`

/** Whether there are more cases, closed ones too, than a list counts: what the screen asks in place of counting them all. */
export const isBeyondCapSql = (filter: string) => `select id from public.complaint_case_list where ${filter} limit 1 offset 10000`

export const ownListAddress = (orgId: string) =>
  `/rest/v1/complaint_case_list?select=${columns}&org_id=eq.${orgId}&order=is_open.desc.nullslast,filed_at.desc.nullslast,id&limit=20`
