/** What people complain of, by the trade of the business: matter, title, what happened. Invented; no real business is meant. */

export interface Grievance {
  types: readonly ('complaint' | 'tip')[]
  matter: string
  title: string
  content: string
}

const one = (types: Grievance['types'], matter: string, title: string, content: string): Grievance => ({ types, matter, title, content })
const complaint = ['complaint'] as const
const tip = ['tip'] as const

const food: Grievance[] = [
  one(complaint, 'food', '饭菜里吃出异物', '用餐时在菜里发现异物，店家只同意免单这一道菜，不愿按规定赔偿。'),
  one(complaint, 'food', '买到过期食品', '回家发现食品已过保质期，店员说货架上的都是刚上的，不肯退款。'),
  one(tip, 'food', '后厨卫生差', '从窗口看到后厨地面积水，生熟食材混放，操作人员没有戴口罩。'),
  one(tip, 'unlicensed', '无证加工销售食品', '店里没有悬挂食品经营许可证，现场加工熟食对外销售。'),
]
const shop: Grievance[] = [
  one(complaint, 'goods', '商品有质量问题不退不换', '买回第三天就坏了，拿去店里要求换货，商家说人为损坏，只修不换。'),
  one(complaint, 'price', '结账价格与标价不一致', '货架标价与小票价格不一样，找店员核对，对方说以系统为准。'),
  one(tip, 'advert', '宣传功效与实际不符', '店内海报写着“国家级”“第一”，并称产品可以治病。'),
  one(complaint, 'goods', '拒绝开具发票和保修', '付款后商家以各种理由不开发票，出现故障又说没有票不保修。'),
]
const prepaid: Grievance[] = [
  one(complaint, 'online', '预付卡余额不退', '办卡时承诺随时可退，现在门店换人经营，新老板不承认余额。'),
  one(complaint, 'advert', '办卡承诺不兑现', '充值时承诺的项目和次数与合同不符，要求退款被拖延。'),
]

/** By the line that supervises the trade. */
const byLine: Record<string, Grievance[]> = {
  market: shop,
  health: [...prepaid, one(tip, 'medical', '消毒和从业证件不齐', '毛巾、工具重复使用不消毒，工作人员说不出健康证在哪里。')],
  transport: [one(tip, 'transport', '货车超载上路', '每天早晚有货车超载出入，路面被压坏，扬尘很大。')],
  environment: [
    one(tip, 'pollution', '夜间排放刺鼻气味', '晚上十点以后气味刺鼻，附近居民不敢开窗，已持续一个多月。'),
    one(tip, 'pollution', '污水直排路边沟渠', '下雨天把发黑的污水排进路边沟渠，水面有泡沫。'),
  ],
  emergency: [one(tip, 'work_safety', '车间消防通道堵塞', '车间通道堆满原料，电焊作业没有防护，存在安全隐患。')],
  housing: [
    one(complaint, 'building', '装修质量差拒绝返工', '卫生间防水没有做好，楼下漏水，公司一再拖延不来维修。'),
    one(tip, 'building', '物业收费不公示', '小区物业多收电梯费，收支从不公示，业主多次询问没有结果。'),
  ],
  culture: [one(complaint, 'culture', '临时加价不退费', '付款后被告知要另加服务费，不同意就不给安排，钱也不退。')],
  education: [one(complaint, 'training', '培训费退费难', '孩子不再上课，合同约定按课时退费，机构以各种理由推脱。')],
  agriculture: [one(tip, 'farm', '销售的种子出芽率低', '同村几户买的种子出芽不到一半，包装上没有生产日期。')],
}

const foodTrades = new Set(['6210', '6220', '6291', '5212', '5213', '5222', '5224', '1411', '1392', '1512'])
export const grievancesOf = (industryCode: string, line: string): readonly Grievance[] =>
  foodTrades.has(industryCode) ? food : industryCode === '8930' ? prepaid : (byLine[line] ?? shop)
