/** Cases with a place of their own: each shows one thing that the others leave to chance. Businesses and people are invented. */
import * as c from './courses.ts'
import type { Course } from './courses.ts'
import type { Story } from './stories.ts'

export interface Shown extends Story {
  place: 'county' | 'other'
  course: Course
  isAnonymous?: boolean
}

const complaint = (
  place: Shown['place'],
  matter: string,
  [title, content, wish, subject]: [string, string, string, string],
  course: Course,
): Shown => ({
  types: ['complaint'],
  place,
  matter,
  title,
  content,
  wish,
  subject,
  course,
})
const tip = (
  place: Shown['place'],
  matter: string,
  [title, content, subject]: [string, string, string],
  course: Course,
  isAnonymous = false,
): Shown => ({
  types: ['tip'],
  place,
  matter,
  title,
  content,
  wish: '',
  subject,
  course,
  isAnonymous,
})

export const showcase: Shown[] = [
  // 待审批: what the reviewer of each body finds on the desk.
  complaint(
    'county',
    'goods',
    ['洗衣机三次维修仍漏水', '洗衣机保修期内修了三次仍然漏水，商家说要等厂家答复，已经拖了两个月。', '退货退款', '宏图电器商行'],
    c.course(21, c.receive(1), c.accept(3), c.agree(13), c.askAnswer(3)),
  ),
  tip(
    'county',
    'advert',
    ['美容店宣传“一次祛斑永不复发”', '店内海报和短视频写着一次祛斑、永不复发，做完以后没有效果。', '丽颜美容会所'],
    c.course(12, c.receive(1), c.askFileCase(9)),
  ),
  complaint(
    'county',
    'price',
    ['复印店为经营资料复印收费争议', '公司在店里复印投标资料，结账时单价比说好的高，要求退差价。', '退还差价', '快印图文店'],
    c.course(9, c.receive(1), c.askRefuse(2), c.turnDown('请先核实是否有个人消费的部分，并在说明中写明法律依据')(1), c.askRefuse(2)),
  ),
  tip(
    'county',
    'pollution',
    ['汽修店露天喷漆', '汽修店在路边露天喷漆，漆雾飘到对面居民楼，下午最严重。', '顺达汽车维修部'],
    c.course(11, c.receive(1), c.askFileCase(8)),
  ),
  tip(
    'county',
    'pollution',
    ['豆制品作坊污水排入雨水井', '作坊把泡豆水直接倒进雨水井，夏天臭味很大。', '老味道豆制品作坊'],
    c.course(29, c.receive(2), c.fileCase(10), c.notify(3), c.askCorrect(12)),
  ),
  tip(
    'other',
    'unlicensed',
    ['住宅楼内无照经营小饭桌', '三楼住户办小饭桌，没有执照和许可证，接送二十多个孩子吃饭。', '阳光小饭桌'],
    c.course(10, c.receive(1), c.askFileCase(7)),
  ),
  complaint(
    'other',
    'food',
    ['婚宴菜品变质多人腹泻', '婚宴上的海鲜有异味，回家后七个人腹泻，酒店只愿意减免一桌。', '退还两桌餐费', '福满楼酒店'],
    c.course(19, c.receive(1), c.accept(2), c.agree(12), c.askAnswer(3)),
  ),
  // 审批退回 and asked again, then granted by the lead.
  tip(
    'county',
    'food',
    ['熟食店使用过期调料', '后厨货架上的酱油、料酒已经过期半年，还在用。', '张记熟食店'],
    c.course(20, c.receive(1), c.askNotFile(10), c.turnDown('现场笔录没有当事人签字，请补充后再报')(0), c.askNotFile(2), c.grantByLead(1)),
  ),
  // 督办: answered in its term, and not answered.
  complaint(
    'county',
    'online',
    ['瑜伽馆闭店会员卡无法使用', '瑜伽馆贴出停业通知，卡里还有 3200 元，客服只说等消息。', '退还余额 3200 元', '静心瑜伽馆'],
    c.course(13, c.receive(1), c.accept(5), c.supervise(2), c.answerSupervision(2)),
  ),
  complaint(
    'county',
    'goods',
    ['定制家具延期三个月未交付', '全屋定制付了全款，约定的交货日期过了三个月，门店一直推脱。', '限期交付或者退款', '美居定制家具店'],
    c.course(15, c.receive(3), c.urge(5), c.supervise(1), c.lapseSupervision(3)),
  ),
  complaint(
    'other',
    'online',
    ['直播间购买的玉镯与宣传不符', '直播说是天然玉，鉴定机构说是处理品，联系主播被拉黑。', '退一赔三', '玉满堂珠宝网店'],
    c.course(12, c.receive(1), c.accept(4), c.superviseFromCity(4)),
  ),
  // 批示 of the leader in charge.
  complaint(
    'county',
    'online',
    ['连锁洗衣店突然关门', '全市六家门店同一天关门，很多人的衣服和储值卡都取不出来。', '取回衣物并退还储值', '洁衣坊洗衣连锁'],
    c.course(10, c.receive(1), c.accept(2), c.instruct(2), c.assign(1)),
  ),
  // 回访 after 不满意.
  complaint(
    'county',
    'food',
    ['奶茶里喝出塑料片', '奶茶里喝出一片硬塑料，店员只肯重做一杯。', '退款并说明原因', '茶语时光奶茶店'],
    c.course(26, c.receive(2), c.accept(4), c.agree(9), c.answerAgreed(3, 1), c.displeased(1), c.callBack(2)),
  ),
  // 待分派 beyond its term.
  {
    types: ['tip'],
    place: 'county',
    matter: 'other',
    title: '夜间有人在空地回收旧家电',
    content: '每天夜里有货车进出空地，堆着旧冰箱和旧电视，不知道归哪里管。',
    wish: '',
    subject: '城东一处空地',
    course: c.course(4),
  },
  // 待补正 in its term; and one where nobody answered.
  complaint(
    'county',
    'medicine',
    ['药店售出的血压计读数不准', '新买的血压计比医院高三十，药店不肯退。', '退货', '康民药房'],
    c.course(8, c.receive(1), c.askMaterial(3)),
  ),
  complaint(
    'county',
    'price',
    ['理发店临时加价', '进店说三十八元，剪完要一百九十八元，不付钱不让走。', '退还多收的费用', '新形象理发店'],
    c.course(28, c.receive(1), c.askMaterial(2), c.lapseSupply(15), c.refuseUnproven(3)),
  ),
  // An anonymous tip: nobody to tell, so no term of 告知.
  tip(
    'county',
    'unlicensed',
    ['菜场旁无证销售散装白酒', '没有标签的散装白酒，说是自家酿的，销量很大。', '菜场东侧酒坊'],
    c.course(16, c.receive(1), c.fileCase(9)),
    true,
  ),
  // 转办 after the term has run out: it stays charged to the body that let it; 退回 and dispatched anew.
  complaint(
    'county',
    'food',
    ['夜市烧烤摊油烟扰民还卖变质肉', '摊位每天占道到凌晨两点，油烟大，买的羊肉串发酸。', '退款并整治', '老王烧烤摊'],
    c.course(14, c.receive(2), c.handOver('urban', '摊点属占道经营，由城市管理部门牵头办理')(8), c.receive(1), c.accept(1)),
  ),
  complaint(
    'county',
    'goods',
    ['驾校收费后不安排练车', '报名交了全款，三个月没有安排练车，要求退费被拒。', '退还学费', '平安驾校'],
    c.course(9, c.receive(1), c.giveBack(1), c.dispatch('transport', '驾驶培训由交通运输部门管理')(1), c.receive(1), c.accept(2)),
  ),
  // 中止 while something is examined, and 延期 that waits for approval.
  complaint(
    'other',
    'goods',
    ['新手机屏幕自行碎裂', '手机放在桌上屏幕自己裂了，商家说是人为损坏。', '换新机', '通达手机店'],
    c.course(27, c.receive(1), c.accept(2), c.suspend(3), c.resume(11), c.agree(5), c.answerAgreed(2), c.content(1)),
  ),
  tip(
    'other',
    'food',
    ['面粉厂疑似使用回收面粉', '有工人往新面粉里掺退回来的面粉，送检需要时间。', '金穗面粉加工厂'],
    c.course(14, c.receive(1), c.askExtend(11)),
  ),
]
