-- 投诉举报, part three: the moves of both flows as rows (domain rules §4.2–4.3).
-- 不予受理, 立案, 不予立案, 延期, 答复 need a second person (行政执法 三项制度; 行政处罚程序规定 第18条).

select private.act_as('system:migration');

create function private.complaint_reporter_is_known(p_item public.work_items, p_payload jsonb)
returns boolean
language sql stable
security definer set search_path = ''
as $$
  select not r.is_anonymous
  from public.complaint_cases as c join public.complaint_reporters as r on r.filing_id = c.filing_id
  where c.id = p_item.record_id
$$;
comment on function private.complaint_reporter_is_known is 'There is somebody to tell: no clock of 告知 starts for an anonymous tip. Definer: called inside acts.';

create function private.complaint_guard_notify(p_item public.work_items, p_payload jsonb)
returns text
language sql stable
set search_path = ''
as $$ select case when not private.complaint_reporter_is_known(p_item, p_payload) then '匿名举报没有可以告知的举报人' end $$;
comment on function private.complaint_guard_notify is 'Guard of 告知立案.';

-- Fields and sets of columns that several moves share.
create function pg_temp.note(p_label text, p_max int default 500) returns jsonb language sql as
$$ select private.field('note', 'textarea', p_label, jsonb_build_object('max', p_max)) $$;
create function pg_temp.ground(p_label text, p_set text) returns jsonb language sql as
$$ select private.field('ground', 'select', p_label, jsonb_build_object('code_set', p_set)) $$;
create function pg_temp.told(p_label text) returns jsonb language sql as $$ select private.field('public_text', 'textarea', p_label) $$;
create function pg_temp.org(p_label text) returns jsonb language sql as $$ select private.field('to_org_id', 'org', p_label) $$;
-- A step of the 承办人; and one that a second person must agree to.
create function pg_temp.own(p_more text) returns jsonb language sql as $$ select '{"is_for_handler":true}' || p_more::jsonb $$;
create function pg_temp.agreed(p_more text) returns jsonb language sql as $$ select '{"is_for_handler":true,"approval":"complaint.approve"}' || p_more::jsonb $$;

-- From the citizen to the desk, to the body, and back; the legal clock starts with the dispatch.
select
  private.allow_move(kind, '', 'file', 'awaiting_dispatch', '提交', null, '{}', '{"starts":[{"key":"complaint.dispatch"}]}'),
  private.allow_move(kind, 'awaiting_dispatch', 'route', 'awaiting_receipt', '自动分派', null, array[pg_temp.org('承办单位'), pg_temp.note('分派理由')],
    '{"effects":["hand_over"],"meets":["complaint.dispatch"]}' || clock),
  private.allow_move(kind, 'awaiting_dispatch', 'dispatch', 'awaiting_receipt', '分派', 'complaint.dispatch', array[pg_temp.org('承办单位'), pg_temp.note('分派理由')],
    '{"effects":["hand_over"],"meets":["complaint.dispatch"],"tone":"primary","sort":10}' || clock),
  private.allow_move(kind, 'awaiting_receipt', 'receive', work, '签收', 'complaint.handle', '{}', pg_temp.own('{"tone":"primary","sort":10}'))
from (values
  ('complaint', 'awaiting_decision', '{"starts":[{"key":"complaint.accept"}]}'::jsonb),
  ('tip', 'verifying', '{"starts":[{"key":"tip.decide"}]}')) as k (kind, work, clock);

select
  private.allow_move(kind, state, 'hand_over', 'awaiting_receipt', '转办', 'complaint.handle', array[pg_temp.org('接收单位'), pg_temp.note('转办理由')],
    pg_temp.own('{"effects":["hand_over"],"sort":80}')),
  private.allow_move(kind, state, 'give_back', 'awaiting_dispatch', '退回', 'complaint.handle', array[pg_temp.ground('退回依据', 'complaint.return_ground'), pg_temp.note('退回理由')],
    pg_temp.own('{"effects":["give_back"],"goes_to":"coordinator","starts":[{"key":"complaint.dispatch"}],"tone":"danger","is_public":false,"sort":90}'))
from (values ('complaint', 'awaiting_receipt'), ('complaint', 'awaiting_decision'), ('tip', 'awaiting_receipt'), ('tip', 'verifying')) as k (kind, state);

-- 投诉. A request for material stops the clock of the decision, not that of the citizen; without an answer the body decides on what it has.
select
  private.allow_move('complaint', 'awaiting_decision', 'accept', 'mediating', '受理', 'complaint.handle', '{}',
    pg_temp.own('{"starts":[{"key":"complaint.mediate"}],"meets":["complaint.accept"],"tone":"primary","sort":10}')),
  private.allow_move('complaint', 'awaiting_decision', 'refuse', 'refused', '不予受理', 'complaint.handle', array[pg_temp.ground('不予受理理由', 'complaint.refuse_ground'), pg_temp.told('给投诉人的说明')],
    pg_temp.agreed('{"meets":["complaint.accept"],"tone":"danger","sort":40}')),
  private.allow_move('complaint', 'awaiting_decision', 'request_material', 'awaiting_material', '要求补正', 'complaint.handle', array[pg_temp.note('需要补正的内容')],
    pg_temp.own('{"effects":["suspend"],"pauses":["complaint.accept"],"starts":[{"key":"complaint.supply"}],"sort":20}')),
  private.allow_move('complaint', 'awaiting_material', 'supply_material', 'awaiting_decision', '补正材料', null, '{}',
    '{"effects":["resume"],"pauses":["complaint.accept"],"meets":["complaint.supply"]}'),
  private.allow_move('complaint', 'awaiting_material', 'lapse_supply', 'awaiting_decision', '补正期满', null, '{}',
    '{"effects":["resume"],"pauses":["complaint.accept"],"meets":["complaint.supply"],"at_end_of":"complaint.supply"}'),
  private.allow_move('complaint', 'awaiting_material', 'accept', 'mediating', '受理', 'complaint.handle', '{}',
    pg_temp.own('{"effects":["resume"],"pauses":["complaint.accept"],"starts":[{"key":"complaint.mediate"}],"meets":["complaint.accept","complaint.supply"],"tone":"primary","sort":10}')),
  private.allow_move('complaint', 'awaiting_material', 'refuse', 'refused', '不予受理', 'complaint.handle', array[pg_temp.ground('不予受理理由', 'complaint.refuse_ground'), pg_temp.told('给投诉人的说明')],
    pg_temp.agreed('{"effects":["resume"],"pauses":["complaint.accept"],"meets":["complaint.accept","complaint.supply"],"tone":"danger","sort":40}')),
  private.allow_move('complaint', 'mediating', 'conclude', 'concluded', '调解结束', 'complaint.handle', array[private.field('outcome', 'select', '调解结果', '{"code_set":"complaint.outcome"}'), pg_temp.note('调解情况', 2000)],
    pg_temp.own('{"starts":[{"key":"complaint.end_notice"}],"meets":["complaint.mediate"],"tone":"primary","sort":10}')),
  private.allow_move('complaint', 'mediating', 'suspend', 'suspended', '中止调解', 'complaint.handle', array[pg_temp.note('中止事由（鉴定、检测等）')],
    pg_temp.own('{"effects":["suspend"],"pauses":["complaint.mediate"],"sort":20}')),
  private.allow_move('complaint', 'suspended', 'resume', 'mediating', '恢复调解', 'complaint.handle', '{}',
    pg_temp.own('{"effects":["resume"],"pauses":["complaint.mediate"],"tone":"primary","sort":10}')),
  private.allow_move('complaint', 'concluded', 'answer', 'answered', '答复', 'complaint.handle', array[pg_temp.told('给投诉人的答复')],
    pg_temp.agreed('{"meets":["complaint.end_notice"],"tone":"primary","sort":10}'));

-- 举报.
select
  private.allow_move('tip', 'verifying', 'file_case', 'investigating', '立案', 'complaint.handle', array[pg_temp.note('立案理由')],
    pg_temp.agreed('{"starts":[{"key":"tip.notify","if":"private.complaint_reporter_is_known"},{"key":"tip.settle"}],"meets":["tip.decide"],"tone":"primary","sort":10}')),
  private.allow_move('tip', 'verifying', 'not_file', 'not_filed', '不予立案', 'complaint.handle', array[pg_temp.ground('不予立案理由', 'tip.not_filed_ground'), pg_temp.told('给举报人的说明')],
    pg_temp.agreed('{"meets":["tip.decide"],"tone":"danger","sort":40}')),
  private.allow_move('tip', 'verifying', 'request_material', 'awaiting_material', '要求补充线索', 'complaint.handle', array[pg_temp.note('需要补充的内容')],
    pg_temp.own('{"starts":[{"key":"tip.supply"}],"sort":20}')),
  private.allow_move('tip', 'verifying', 'extend', 'verifying', '延长核查期限', 'complaint.handle', array[pg_temp.note('延长理由')],
    pg_temp.agreed('{"effects":["extend"],"extends":{"key":"tip.decide","by":"tip.extend"},"sort":30}')),
  private.allow_move('tip', 'awaiting_material', 'supply_material', 'verifying', '补充线索', null, '{}', '{"meets":["tip.supply"]}'),
  private.allow_move('tip', 'awaiting_material', 'lapse_supply', 'verifying', '补充期满', null, '{}', '{"meets":["tip.supply"],"at_end_of":"tip.supply","is_public":false}'),
  private.allow_move('tip', 'awaiting_material', 'continue', 'verifying', '继续核查', 'complaint.handle', '{}',
    pg_temp.own('{"meets":["tip.supply"],"tone":"primary","is_public":false,"sort":10}')),
  private.allow_move('tip', 'investigating', 'notify', 'investigating', '告知立案', 'complaint.handle', array[pg_temp.told('给举报人的告知')],
    pg_temp.own('{"meets":["tip.notify"],"guard":"private.complaint_guard_notify","sort":20}')),
  private.allow_move('tip', 'investigating', 'answer', 'answered', '办结反馈', 'complaint.handle', array[private.field('outcome', 'select', '处理结果', '{"code_set":"tip.outcome"}'), pg_temp.told('给举报人的反馈')],
    pg_temp.agreed('{"meets":["tip.settle","tip.notify"],"tone":"primary","sort":10}'));

-- Wherever somebody still owes something: the citizen may withdraw, leaders and superiors may press (also a desk that dispatches late).
select private.allow_move(s.kind, s.state, 'withdraw', 'withdrawn', '撤回', null)
from public.work_states as s where s.kind in ('complaint', 'tip') and s.is_open;
select
  private.allow_press(k.kind, '{awaiting_dispatch}', 'complaint.supervise', 'complaint.dispatch'),
  private.allow_press(k.kind, k.states, 'complaint.supervise', 'complaint.handle'),
  private.allow_handlers(k.kind, k.states)
from (select s.kind, array_agg(s.state) as states from public.work_states as s
  where s.kind in ('complaint', 'tip') and s.is_open and s.state <> 'awaiting_dispatch' group by s.kind) as k;
select
  private.allow_move(s.kind, s.state, 'instruct', null, '批示', 'complaint.instruct', array[pg_temp.note('批示意见')], '{"effects":["instruct"],"is_public":false,"sort":63}')
from public.work_states as s where s.kind in ('complaint', 'tip') and s.is_open;
-- 回访问效 (总局令121号): after the end, what the citizen said on the phone.
select
  private.allow_move(s.kind, s.state, 'call_back', null, '回访', 'complaint.handle', array[pg_temp.note('回访情况', 1000)], '{"is_public":false,"sort":10}')
from public.work_states as s where s.kind in ('complaint', 'tip') and not s.is_open and s.state <> 'withdrawn';

drop function pg_temp.note, pg_temp.ground, pg_temp.told, pg_temp.org, pg_temp.own, pg_temp.agreed;
