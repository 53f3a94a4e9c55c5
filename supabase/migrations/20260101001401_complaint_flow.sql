-- 投诉举报, part two: the two flows as rows (domain rules §4.2–4.3), permissions, terms, dictionaries.

select private.act_as('system:migration');

select private.allow('complaint.read', '查看投诉举报', '{"handler":"own_org","reviewer":"own_org","lead":"own_org","line_supervisor":"line_subtree","coordinator":"region_subtree","leader":"region_subtree"}');
select private.allow('complaint.handle', '办理投诉举报', '{"handler":"own_org","lead":"own_org"}');
select private.allow('complaint.approve', '审批投诉举报延期', '{"reviewer":"own_org","lead":"own_org"}');
select private.allow('complaint.dispatch', '分派投诉举报', '{"coordinator":"region_subtree"}');
select private.allow('complaint.supervise', '催办和督办', '{"coordinator":"region_subtree","line_supervisor":"line_subtree","leader":"region_subtree"}');
select private.allow('complaint.reveal', '查看投诉举报人身份', '{"handler":"own_org","lead":"own_org"}');
select private.allow('complaint.figures', '查看投诉举报统计', '{"lead":"own_org","line_supervisor":"line_subtree","coordinator":"region_subtree","leader":"region_subtree"}');

insert into public.deadline_rules (key, label, amount, unit, legal_basis, is_confirmed, effective_from, effective_to) values
  ('complaint.dispatch', '分派', 1, 'workday', '平台缺省值，可由站点调整', false, '2020-01-01', null),
  ('complaint.accept', '受理决定', 7, 'workday', '市场监督管理投诉举报处理暂行办法（总局令20号）', true, '2020-01-01', '2026-04-14'),
  ('complaint.accept', '受理决定', 7, 'workday', '市场监督管理投诉举报处理办法（总局令121号）', true, '2026-04-15', null),
  ('complaint.mediate', '调解', 45, 'workday', '市场监督管理投诉举报处理暂行办法（总局令20号）', true, '2020-01-01', '2026-04-14'),
  ('complaint.mediate', '调解', 60, 'day', '消费者权益保护法实施条例；待核对总局令121号文本', false, '2026-04-15', null),
  ('complaint.end_notice', '调解结果告知', 7, 'workday', '市场监督管理投诉举报处理办法', true, '2020-01-01', null),
  ('tip.decide', '核查与立案决定', 15, 'workday', '市场监督管理行政处罚程序规定第18条', true, '2020-01-01', null),
  ('tip.extend', '核查延长', 15, 'workday', '市场监督管理行政处罚程序规定第18条', true, '2020-01-01', null),
  ('tip.notify', '立案情况告知', 5, 'workday', '市场监督管理投诉举报处理办法', true, '2020-01-01', null),
  ('tip.settle', '案件处理决定', 90, 'day', '市场监督管理行政处罚程序规定', true, '2020-01-01', null);

insert into public.codes (set_key, code, label, sort) values
  ('complaint.refuse_ground', 'not_competent', '不属于本机关职责', 1),
  ('complaint.refuse_ground', 'handled_elsewhere', '法院、仲裁、其他机关已受理或处理同一争议', 2),
  ('complaint.refuse_ground', 'not_consumer', '不是为生活消费需要，或不能证明存在消费争议', 3),
  ('complaint.refuse_ground', 'over_three_years', '知道权益受损已超过三年', 4),
  ('complaint.refuse_ground', 'materials_missing', '材料不全，经通知仍未补正', 5),
  ('complaint.refuse_ground', 'identity_refused', '拒绝核验真实身份', 6),
  ('complaint.refuse_ground', 'repeated', '重复投诉', 7),
  ('complaint.refuse_ground', 'other', '法律法规规定的其他情形', 9),
  ('complaint.return_ground', 'other_line', '属其他部门职责', 1),
  ('complaint.return_ground', 'other_region', '不属本地管辖', 2),
  ('complaint.return_ground', 'other_tier', '应由上级或下级机关处理', 3),
  ('complaint.return_ground', 'law_other', '法律法规另有规定', 4),
  ('complaint.outcome', 'agreed', '达成调解协议', 1),
  ('complaint.outcome', 'settled_privately', '双方自行和解', 2),
  ('complaint.outcome', 'no_agreement', '未达成协议，终止调解', 3),
  ('complaint.outcome', 'absent', '一方拒绝或无故不参加，终止调解', 4),
  ('complaint.outcome', 'false_material', '材料虚假或冒用他人名义，终止调解', 5),
  ('tip.not_filed_ground', 'no_breach', '经核查违法事实不成立', 1),
  ('tip.not_filed_ground', 'minor', '违法行为轻微并及时纠正，没有造成危害后果', 2),
  ('tip.not_filed_ground', 'no_evidence', '证据不足，不能认定违法事实', 3),
  ('tip.not_filed_ground', 'over_time', '超过行政处罚追责时效', 4),
  ('tip.not_filed_ground', 'not_competent', '不属于本机关管辖', 5),
  ('tip.outcome', 'penalized', '已作出行政处罚', 1),
  ('tip.outcome', 'corrected', '已责令改正', 2),
  ('tip.outcome', 'not_penalized', '不予行政处罚', 3),
  ('tip.outcome', 'transferred', '已移送其他机关', 4),
  ('complaint.satisfaction', '5', '非常满意', 1),
  ('complaint.satisfaction', '4', '满意', 2),
  ('complaint.satisfaction', '3', '一般', 3),
  ('complaint.satisfaction', '2', '不满意', 4),
  ('complaint.satisfaction', '1', '非常不满意', 5);

select private.register_work_kind('complaint', '投诉', 'TS', 'private.complaint_on_act', 'complaint');
select private.register_work_kind('tip', '举报', 'JB', 'private.complaint_on_act', 'tip');
insert into private.outbox_subscriptions (consumer, topics, function_name) values
  ('route-complaint', array['complaint.create', 'tip.create'], 'route-complaint');

insert into public.work_states (kind, state, label, is_open, sort) values
  ('complaint', 'awaiting_dispatch', '待分派', true, 10),
  ('complaint', 'awaiting_receipt', '待签收', true, 20),
  ('complaint', 'awaiting_decision', '待受理', true, 30),
  ('complaint', 'awaiting_material', '待补正', true, 40),
  ('complaint', 'mediating', '调解中', true, 50),
  ('complaint', 'suspended', '调解中止', true, 60),
  ('complaint', 'concluded', '调解结束', true, 70),
  ('complaint', 'refused', '不予受理', false, 80),
  ('complaint', 'answered', '已反馈', false, 90),
  ('complaint', 'withdrawn', '已撤回', false, 95),
  ('tip', 'awaiting_dispatch', '待分派', true, 10),
  ('tip', 'awaiting_receipt', '待签收', true, 20),
  ('tip', 'verifying', '核查中', true, 30),
  ('tip', 'awaiting_material', '待补充线索', true, 40),
  ('tip', 'investigating', '立案查处', true, 50),
  ('tip', 'not_filed', '不予立案', false, 80),
  ('tip', 'answered', '已反馈', false, 90),
  ('tip', 'withdrawn', '已撤回', false, 95);

-- Field builders keep the rows below readable.
create function pg_temp.field(p_field text, p_type text, p_label text, p_max int default 500, p_set text default null) returns jsonb language sql as
$$ select jsonb_strip_nulls(jsonb_build_object('field', p_field, 'type', p_type, 'label', p_label, 'max', p_max, 'code_set', p_set, 'required', true)) $$;

insert into private.work_transitions (kind, from_state, action, to_state, label, permission, tone, requires, effect, starts, meets, extends, is_public, sort)
select k.kind, f.from_state, f.action, f.to_state, f.label, f.permission, f.tone, f.requires, f.effect, f.starts, f.meets, '{}', f.is_public, f.sort
from (values ('complaint', 'complaint.accept'), ('tip', 'tip.decide')) as k (kind, term)
cross join lateral (values
  -- Dispatch by the router, by the coordinator; the legal clock starts here.
  ('awaiting_dispatch', 'route', 'awaiting_receipt', '自动分派', null, 'primary', jsonb_build_array(pg_temp.field('to_org_id', 'org', '承办单位'), pg_temp.field('note', 'textarea', '分派理由')), 'hand_over', array[k.term], array['complaint.dispatch'], true, 1),
  ('awaiting_dispatch', 'dispatch', 'awaiting_receipt', '分派', 'complaint.dispatch', 'primary', jsonb_build_array(pg_temp.field('to_org_id', 'org', '承办单位'), pg_temp.field('note', 'textarea', '分派理由')), 'hand_over', array[k.term], array['complaint.dispatch'], true, 10),
  ('awaiting_receipt', 'receive', case k.kind when 'tip' then 'verifying' else 'awaiting_decision' end, '签收', 'complaint.handle', 'primary', '[]'::jsonb, null, '{}'::text[], '{}'::text[], true, 10),
  ('awaiting_receipt', 'give_back', 'awaiting_dispatch', '退回', 'complaint.handle', 'danger', jsonb_build_array(pg_temp.field('ground', 'select', '退回依据', 50, 'complaint.return_ground'), pg_temp.field('note', 'textarea', '退回理由')), 'give_back', array['complaint.dispatch'], '{}', false, 90),
  ('awaiting_receipt', 'hand_over', 'awaiting_receipt', '转办', 'complaint.handle', 'default', jsonb_build_array(pg_temp.field('to_org_id', 'org', '接收单位'), pg_temp.field('note', 'textarea', '转办理由')), 'hand_over', '{}', '{}', true, 80)
) as f (from_state, action, to_state, label, permission, tone, requires, effect, starts, meets, is_public, sort);

insert into private.work_transitions (kind, from_state, action, to_state, label, permission, tone, requires, effect, starts, meets, extends, is_public, sort) values
  ('complaint', 'awaiting_decision', 'accept', 'mediating', '受理', 'complaint.handle', 'primary', '[]', null, '{complaint.mediate}', '{complaint.accept}', '{}', true, 10),
  ('complaint', 'awaiting_decision', 'refuse', 'refused', '不予受理', 'complaint.handle', 'danger', jsonb_build_array(pg_temp.field('ground', 'select', '不予受理理由', 50, 'complaint.refuse_ground'), pg_temp.field('public_text', 'textarea', '给投诉人的说明', 2000)), null, '{}', '{complaint.accept}', '{}', true, 40),
  ('complaint', 'awaiting_decision', 'request_material', 'awaiting_material', '要求补正', 'complaint.handle', 'default', jsonb_build_array(pg_temp.field('note', 'textarea', '需要补正的内容')), 'suspend', '{}', '{}', '{}', true, 20),
  ('complaint', 'awaiting_decision', 'hand_over', 'awaiting_receipt', '转办', 'complaint.handle', 'default', jsonb_build_array(pg_temp.field('to_org_id', 'org', '接收单位'), pg_temp.field('note', 'textarea', '转办理由')), 'hand_over', '{}', '{}', '{}', true, 80),
  ('complaint', 'awaiting_decision', 'give_back', 'awaiting_dispatch', '退回', 'complaint.handle', 'danger', jsonb_build_array(pg_temp.field('ground', 'select', '退回依据', 50, 'complaint.return_ground'), pg_temp.field('note', 'textarea', '退回理由')), 'give_back', '{complaint.dispatch}', '{}', '{}', false, 90),
  ('complaint', 'awaiting_material', 'supply_material', 'awaiting_decision', '补正材料', null, 'default', '[]', 'resume', '{}', '{}', '{}', true, 10),
  ('complaint', 'awaiting_material', 'accept', 'mediating', '受理', 'complaint.handle', 'primary', '[]', 'resume', '{complaint.mediate}', '{complaint.accept}', '{}', true, 10),
  ('complaint', 'awaiting_material', 'refuse', 'refused', '不予受理', 'complaint.handle', 'danger', jsonb_build_array(pg_temp.field('ground', 'select', '不予受理理由', 50, 'complaint.refuse_ground'), pg_temp.field('public_text', 'textarea', '给投诉人的说明', 2000)), 'resume', '{}', '{complaint.accept}', '{}', true, 40),
  ('complaint', 'mediating', 'conclude', 'concluded', '调解结束', 'complaint.handle', 'primary', jsonb_build_array(pg_temp.field('outcome', 'select', '调解结果', 50, 'complaint.outcome'), pg_temp.field('note', 'textarea', '调解情况', 2000)), null, '{complaint.end_notice}', '{complaint.mediate}', '{}', true, 10),
  ('complaint', 'mediating', 'suspend', 'suspended', '中止调解', 'complaint.handle', 'default', jsonb_build_array(pg_temp.field('note', 'textarea', '中止事由（鉴定、检测等）')), 'suspend', '{}', '{}', '{}', true, 20),
  ('complaint', 'suspended', 'resume', 'mediating', '恢复调解', 'complaint.handle', 'primary', '[]', 'resume', '{}', '{}', '{}', true, 10),
  ('complaint', 'concluded', 'answer', 'answered', '答复', 'complaint.handle', 'primary', jsonb_build_array(pg_temp.field('public_text', 'textarea', '给投诉人的答复', 2000)), null, '{}', '{complaint.end_notice}', '{}', true, 10),
  ('tip', 'verifying', 'file_case', 'investigating', '立案', 'complaint.handle', 'primary', jsonb_build_array(pg_temp.field('note', 'textarea', '立案理由')), null, '{tip.notify,tip.settle}', '{tip.decide}', '{}', true, 10),
  ('tip', 'verifying', 'not_file', 'not_filed', '不予立案', 'complaint.handle', 'danger', jsonb_build_array(pg_temp.field('ground', 'select', '不予立案理由', 50, 'tip.not_filed_ground'), pg_temp.field('public_text', 'textarea', '给举报人的说明', 2000)), null, '{}', '{tip.decide}', '{}', true, 40),
  ('tip', 'verifying', 'request_material', 'awaiting_material', '要求补充线索', 'complaint.handle', 'default', jsonb_build_array(pg_temp.field('note', 'textarea', '需要补充的内容')), null, '{}', '{}', '{}', true, 20),
  ('tip', 'verifying', 'extend', 'verifying', '延长核查期限', 'complaint.approve', 'default', jsonb_build_array(pg_temp.field('note', 'textarea', '延长理由')), 'extend', '{}', '{}', '{tip.decide,tip.extend}', true, 30),
  ('tip', 'verifying', 'hand_over', 'awaiting_receipt', '转办', 'complaint.handle', 'default', jsonb_build_array(pg_temp.field('to_org_id', 'org', '接收单位'), pg_temp.field('note', 'textarea', '转办理由')), 'hand_over', '{}', '{}', '{}', true, 80),
  ('tip', 'verifying', 'give_back', 'awaiting_dispatch', '退回', 'complaint.handle', 'danger', jsonb_build_array(pg_temp.field('ground', 'select', '退回依据', 50, 'complaint.return_ground'), pg_temp.field('note', 'textarea', '退回理由')), 'give_back', '{complaint.dispatch}', '{}', '{}', false, 90),
  ('tip', 'awaiting_material', 'supply_material', 'verifying', '补充线索', null, 'default', '[]', null, '{}', '{}', '{}', true, 10),
  ('tip', 'awaiting_material', 'continue', 'verifying', '继续核查', 'complaint.handle', 'primary', '[]', null, '{}', '{}', '{}', false, 10),
  ('tip', 'investigating', 'notify', 'investigating', '告知立案', 'complaint.handle', 'default', jsonb_build_array(pg_temp.field('public_text', 'textarea', '给举报人的告知', 2000)), null, '{}', '{tip.notify}', '{}', true, 20),
  ('tip', 'investigating', 'answer', 'answered', '办结反馈', 'complaint.handle', 'primary', jsonb_build_array(pg_temp.field('outcome', 'select', '处理结果', 50, 'tip.outcome'), pg_temp.field('public_text', 'textarea', '给举报人的反馈', 2000)), null, '{}', '{tip.settle,tip.notify}', '{}', true, 10);

-- The citizen may withdraw, and the coordinator press, wherever somebody still owes something.
insert into private.work_transitions (kind, from_state, action, to_state, label, permission, effect, requires, is_public, sort)
select s.kind, s.state, a.action, a.to_state, a.label, a.permission, a.effect, a.requires, a.is_public, a.sort
from public.work_states as s
cross join (values
  ('withdraw', 'withdrawn', '撤回', null, null, '[]'::jsonb, true, 99),
  ('urge', null, '催办', 'complaint.supervise', 'urge', jsonb_build_array(pg_temp.field('note', 'textarea', '催办意见')), false, 60),
  ('supervise', null, '督办', 'complaint.supervise', 'supervise', jsonb_build_array(pg_temp.field('note', 'textarea', '督办要求')), false, 61)
) as a (action, to_state, label, permission, effect, requires, is_public, sort)
where s.kind in ('complaint', 'tip') and s.is_open and (a.action = 'withdraw' or s.state <> 'awaiting_dispatch');
drop function pg_temp.field;
