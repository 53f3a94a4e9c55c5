-- 投诉举报, part two: the two flows as rows (domain rules §4.2–4.3), permissions, terms, dictionaries.

select private.act_as('system:migration');

select private.allow('complaint.read', '查看投诉举报', '{"handler":"own_org","reviewer":"own_org","lead":"own_org","line_supervisor":"line_subtree","coordinator":"region_subtree","leader":"region_subtree"}');
select private.allow('complaint.handle', '办理投诉举报', '{"handler":"own_org","lead":"own_org"}');
select private.allow('complaint.approve', '审批投诉举报办理', '{"reviewer":"own_org","lead":"own_org"}');
select private.allow('complaint.assign', '指派承办人', '{"lead":"own_org"}');
select private.allow('complaint.instruct', '批示', '{"leader":"region_subtree"}');
select private.allow('complaint.dispatch', '分派投诉举报', '{"coordinator":"region_subtree"}');
select private.allow('complaint.supervise', '催办和督办', '{"coordinator":"region_subtree","line_supervisor":"line_subtree","leader":"region_subtree"}');
select private.allow('complaint.reveal', '查看投诉举报人身份', '{"handler":"own_org","lead":"own_org"}');
select private.require_second_factor('{complaint.reveal}');
select private.allow('complaint.figures', '查看投诉举报统计', '{"lead":"own_org","line_supervisor":"line_subtree","coordinator":"region_subtree","leader":"region_subtree"}');

-- What the citizen owes: nobody is late by it, and nobody is warned before its end.
insert into public.deadline_rules (key, label, amount, unit, legal_basis, is_confirmed, is_charged, warn_share, effective_from) values
  ('complaint.supply', '投诉人补正', 15, 'workday', '平台缺省值，可由站点调整', false, false, 0, '2020-01-01'),
  ('tip.supply', '举报人补充线索', 10, 'workday', '平台缺省值，可由站点调整', false, false, 0, '2020-01-01');
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
  ('work.message', 'dissatisfied', '群众不满意', 30),
  ('work.link', 'same_filing', '同次提交', 1),
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

select private.register_work_kind(k.kind, k.label, k.prefix, 'complaint.read', 'complaint.handle', 'complaint.assign', 'private.complaint_on_act', interval '180 days')
from (values ('complaint', '投诉', 'TS'), ('tip', '举报', 'JB')) as k (kind, label, prefix);
insert into private.outbox_subscriptions (consumer, topics, function_name) values
  ('route-complaint', array['complaint.file', 'tip.file'], 'route-complaint');

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
update public.work_states as s set is_side = true where s.kind in ('complaint', 'tip') and s.state in ('awaiting_material', 'suspended');
