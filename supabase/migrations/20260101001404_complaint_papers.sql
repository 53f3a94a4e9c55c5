-- 投诉举报: the papers that its moves issue (市场监督管理部门处理投诉举报文书式样), their first templates, when each goes out.
-- Who may do what: the hook of the flows issues, for the body that made the move; site.admin publishes new templates.
-- Nothing goes to somebody who is not known: an anonymous tip has no paper, its answers stand at look-up.

select private.act_as('system:migration');

create function pg_temp.fields(p_more jsonb[] default '{}') returns jsonb[] language sql as $$
  select array[
    private.paper_field('reporter', '投诉举报人', '张*', '{"is_required":true,"is_private":true}'),
    private.paper_field('case_no', '受理编号', 'TS20260410000123', '{"is_required":true}'),
    private.paper_field('title', '事由', '购买的食品过期', '{}'),
    private.paper_field('subject', '被投诉举报单位', '某某超市', '{}'),
    private.paper_field('filed_on', '提交日期', '二〇二六年四月十日', '{}')] || p_more
$$;
create function pg_temp.said(p_label text, p_example text) returns jsonb language sql as
$$ select private.paper_field('said', p_label, p_example, '{"is_required":true}') $$;
create function pg_temp.ground(p_label text, p_example text) returns jsonb language sql as
$$ select private.paper_field('ground', p_label, p_example, '{"is_required":true}') $$;
create function pg_temp.blocks(p_title text, p_texts text[], p_remedy text default null) returns jsonb language sql as $$
  select jsonb_build_array(jsonb_build_object('type', 'title', 'text', p_title), jsonb_build_object('type', 'addressee', 'text', '{{reporter}}：'))
    || (select jsonb_agg(jsonb_build_object('type', 'paragraph', 'text', t) order by n) from unnest(p_texts) with ordinality as p (t, n))
    || case when p_remedy is null then '[]' else jsonb_build_array(jsonb_build_object('type', 'remedy', 'text', p_remedy)) end
    || jsonb_build_array(jsonb_build_object('type', 'paragraph', 'text', '联系电话：{{org_phone}}'), jsonb_build_object('type', 'paragraph', 'text', '联系地址：{{org_address}}'),
      jsonb_build_object('type', 'signature'))
$$;
create function pg_temp.remedy(p_paper text) returns text language sql as $$
  select '如不服本' || p_paper || '，可以自收到之日起六十日内依法申请行政复议，也可以自收到之日起六个月内依法向人民法院提起行政诉讼。'
$$;

select
  private.register_paper_kind('complaint_accepted', 'complaint', '投诉受理决定书', 'citizen', pg_temp.fields(), '投受', pg_temp.blocks('投诉受理决定书', array[
    '你（单位）于{{filed_on}}提交的关于“{{title}}”的投诉（受理编号：{{case_no}}，被投诉人：{{subject}}）已收悉。',
    '经审查，该投诉符合《市场监督管理投诉举报处理办法》规定的受理条件，本机关决定予以受理，并将依法组织调解。调解采取自愿原则，请保持联系方式畅通。'])),
  private.register_paper_kind('complaint_refused', 'complaint', '投诉不予受理决定书', 'citizen',
    pg_temp.fields(array[pg_temp.ground('不予受理理由', '不属于本机关职责'), pg_temp.said('给投诉人的说明', '您反映的物业服务费问题由住房城乡建设部门负责，可向其提出。')]),
    '投不受', pg_temp.blocks('投诉不予受理决定书', array[
    '你（单位）于{{filed_on}}提交的关于“{{title}}”的投诉（受理编号：{{case_no}}，被投诉人：{{subject}}）已收悉。',
    '经审查，该投诉属于“{{ground}}”的情形。{{said}}',
    '根据《市场监督管理投诉举报处理办法》的规定，本机关决定不予受理。'], pg_temp.remedy('决定')), true),
  private.register_paper_kind('complaint_supply', 'complaint', '投诉材料补正通知书', 'citizen',
    pg_temp.fields(array[pg_temp.said('需要补正的内容', '请补充购物小票或付款记录。'), private.paper_field('due_on', '补正期限', '二〇二六年四月三十日')]),
    '投补', pg_temp.blocks('投诉材料补正通知书', array[
    '你（单位）提交的关于“{{title}}”的投诉（受理编号：{{case_no}}）材料不齐全，请补正：', '{{said}}',
    '请于{{due_on}}前凭查询码在“查询进度”页面补充；期满不补正的，本机关将根据现有材料依法处理。补正时间不计入受理期限。'])),
  private.register_paper_kind('complaint_answered', 'complaint', '投诉办理结果告知书', 'citizen',
    pg_temp.fields(array[private.paper_field('outcome', '调解结果', '达成调解协议'), pg_temp.said('给投诉人的答复', '双方达成协议：商家退还货款并赔偿500元，已履行。')]),
    '投告', pg_temp.blocks('投诉办理结果告知书', array[
    '你（单位）关于“{{title}}”的投诉（受理编号：{{case_no}}，被投诉人：{{subject}}），本机关已依法组织调解，现将办理结果告知如下：',
    '调解结果：{{outcome}}。', '{{said}}'],
    '未达成调解协议或者不愿调解的，可以依法通过申请仲裁、提起民事诉讼等途径解决消费争议。' || pg_temp.remedy('告知')), true),
  private.register_paper_kind('tip_supply', 'complaint', '补充举报线索通知书', 'citizen',
    pg_temp.fields(array[pg_temp.said('需要补充的内容', '请补充违法行为发生的时间和地点。'), private.paper_field('due_on', '补充期限', '二〇二六年四月三十日')]),
    '举补', pg_temp.blocks('补充举报线索通知书', array[
    '你（单位）提交的关于“{{title}}”的举报（受理编号：{{case_no}}）需要补充线索：', '{{said}}', '请于{{due_on}}前凭查询码在“查询进度”页面补充。'])),
  private.register_paper_kind('tip_extended', 'complaint', '举报核查延期告知书', 'citizen',
    pg_temp.fields(array[private.paper_field('due_on', '延长后的期限', '二〇二六年五月二十日')]), '举延', pg_temp.blocks('举报核查延期告知书', array[
    '你（单位）关于“{{title}}”的举报（受理编号：{{case_no}}），因情况复杂，经本机关负责人批准，核查期限延长至{{due_on}}。核查结果将依法告知。'])),
  private.register_paper_kind('tip_filed', 'complaint', '举报立案告知书', 'citizen',
    pg_temp.fields(array[pg_temp.said('给举报人的告知', '您举报的问题已立案调查。')]), '举立', pg_temp.blocks('举报立案告知书', array[
    '你（单位）关于“{{title}}”的举报（受理编号：{{case_no}}，被举报人：{{subject}}），经核查，本机关已决定立案。', '{{said}}'])),
  private.register_paper_kind('tip_not_filed', 'complaint', '举报不予立案告知书', 'citizen',
    pg_temp.fields(array[pg_temp.ground('不予立案理由', '经核查违法事实不成立'), pg_temp.said('给举报人的说明', '现场检查未发现您反映的情形。')]),
    '举不立', pg_temp.blocks('举报不予立案告知书', array[
    '你（单位）关于“{{title}}”的举报（受理编号：{{case_no}}，被举报人：{{subject}}），本机关已依法核查，决定不予立案。', '理由：{{ground}}。', '{{said}}'],
    pg_temp.remedy('告知')), true),
  private.register_paper_kind('tip_answered', 'complaint', '举报处理结果告知书', 'citizen',
    pg_temp.fields(array[private.paper_field('outcome', '处理结果', '已作出行政处罚'), pg_temp.said('给举报人的反馈', '已责令改正并处罚款。')]),
    '举告', pg_temp.blocks('举报处理结果告知书', array[
    '你（单位）关于“{{title}}”的举报（受理编号：{{case_no}}，被举报人：{{subject}}），本机关已依法处理，现将结果告知如下：', '处理结果：{{outcome}}。', '{{said}}'],
    pg_temp.remedy('告知')), true);
drop function pg_temp.fields, pg_temp.said, pg_temp.ground, pg_temp.blocks, pg_temp.remedy;

create function private.complaint_issue_papers(p_item public.work_items, p_before public.work_items, p_action text, p_payload jsonb)
returns void
language plpgsql
security definer set search_path = ''
as $$
declare
  kind text := case p_item.kind || '.' || p_action
    when 'complaint.accept' then 'complaint_accepted' when 'complaint.refuse' then 'complaint_refused'
    when 'complaint.request_material' then 'complaint_supply' when 'complaint.answer' then 'complaint_answered'
    when 'tip.request_material' then 'tip_supply' when 'tip.extend' then 'tip_extended' when 'tip.notify' then 'tip_filed'
    when 'tip.not_file' then 'tip_not_filed' when 'tip.answer' then 'tip_answered' end;
  one record;
begin
  if kind is null then
    return;
  end if;
  select c.id, c.case_no, c.title, c.subject_name, c.filed_at, r.is_anonymous, r.name_masked into one
  from public.complaint_cases as c join public.complaint_reporters as r on r.filing_id = c.filing_id where c.id = p_item.record_id;
  if one.is_anonymous then
    return;
  end if;
  perform private.issue_paper(kind, p_item, p_before.org_id, jsonb_build_object(
    'reporter', one.name_masked, 'case_no', one.case_no, 'title', one.title, 'subject', one.subject_name,
    'filed_on', private.chinese_date(private.local_day(one.filed_at)),
    'due_on', private.chinese_date(case p_action when 'extend' then private.local_day(p_item.due_at) else (
      select t.due_on from public.work_terms as t where t.item_id = p_item.id and t.key = p_item.kind || '.supply' and t.state = 'running') end),
    'ground', (select c.label from public.codes as c where c.code = p_payload ->> 'ground' and c.set_key = case p_item.kind when 'tip' then 'tip.not_filed_ground' else 'complaint.refuse_ground' end),
    'outcome', (select a.outcome_label from public.complaint_answers as a where a.case_id = one.id order by a.id desc limit 1),
    'said', coalesce(p_payload ->> 'public_text', p_payload ->> 'note')));
end
$$;
comment on function private.complaint_issue_papers is
  'The paper to the citizen that a move issues, with the masked name and in the words of the move. Definer: called by the hook.';
