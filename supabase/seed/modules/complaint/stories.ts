/** What citizens of the demo site complained about. Businesses and people are invented. */
export interface Story {
  types: ('complaint' | 'tip')[]
  matter: string
  title: string
  content: string
  wish: string
  subject: string
  /** How many photos come with it. */
  photos?: number
  /** Where the coordinator sends what the router cannot place. */
  desk?: { line: string; note: string }
}

export const demoStories: Story[] = [
  {
    types: ['complaint'],
    matter: 'food',
    title: '超市买到过期酸奶',
    content: '昨天在超市买了一箱酸奶，回家发现已经过期六天，找到店里，店员只愿意退一瓶的钱。小票和照片都在。',
    wish: '全额退款并按规定赔偿',
    subject: '惠民生活超市',
    photos: 2,
  },
  {
    types: ['tip'],
    matter: 'unlicensed',
    title: '小区底商无照做早点',
    content: '小区门口底商没有营业执照也没有食品经营许可证，每天早上现炸油条，油烟直接排到楼道。',
    wish: '',
    subject: '小区东门早点铺',
  },
  {
    types: ['complaint'],
    matter: 'online',
    title: '健身房关门不退预付卡',
    content: '三月份充值了两年的健身会员卡，现在门店关门，老板电话不接，会员群已解散，涉及二百多人。',
    wish: '退还剩余会员费 2680 元',
    subject: '力健健身服务有限公司',
  },
  {
    types: ['complaint'],
    matter: 'goods',
    title: '新买的冰箱制冷不好拒绝换货',
    content: '冰箱买回来第五天就不制冷，维修人员上门两次没有修好，商家坚持只修不换。',
    wish: '按三包规定换货',
    subject: '佳和家电经营部',
    photos: 1,
  },
  {
    types: ['tip'],
    matter: 'pollution',
    title: '家具厂夜间喷漆气味刺鼻',
    content: '厂区每天晚上十点以后喷漆，废气没有经过处理，附近居民不敢开窗，已经持续两个月。',
    wish: '',
    subject: '宏达家具制造厂',
  },
  {
    types: ['complaint'],
    matter: 'price',
    title: '停车场未公示收费标准',
    content: '停车两小时收了四十元，现场没有收费公示牌，收费员也不给发票。',
    wish: '退还多收的费用',
    subject: '中心广场停车服务公司',
  },
  {
    types: ['tip'],
    matter: 'advert',
    title: '保健品广告宣称能治糖尿病',
    content: '门店组织老年人听讲座，宣传单上写着产品可以代替降糖药，承诺根治糖尿病。',
    wish: '',
    subject: '康寿健康咨询中心',
  },
  {
    types: ['complaint', 'tip'],
    matter: 'food',
    title: '外卖吃出异物且商家无证',
    content: '外卖盒饭里吃出一段钢丝，找商家理论时发现店里没有挂许可证，平台页面上的证照也看不清。',
    wish: '退款并赔偿',
    subject: '老灶台快餐店',
  },
  {
    types: ['tip'],
    matter: 'equipment',
    title: '电梯检验标志过期仍在使用',
    content: '小区三号楼电梯检验合格标志上的下次检验日期是上个月，电梯还在运行，最近经常夹人。',
    wish: '',
    subject: '锦绣物业服务有限公司',
  },
  {
    types: ['complaint'],
    matter: 'training',
    title: '培训机构停课不退费',
    content: '孩子报的英语班上了十次课就停了，说好的退费一拖再拖，合同和收据都在。',
    wish: '退还剩余课时费',
    subject: '启明教育培训学校',
    photos: 3,
  },
  {
    types: ['tip'],
    matter: 'work_safety',
    title: '仓库违规存放危化品',
    content: '居民楼一楼仓库里堆了几十桶油漆稀料，没有任何标识，消防通道也被堵住。',
    wish: '',
    subject: '永盛物流仓储点',
  },
  {
    types: ['complaint'],
    matter: 'medicine',
    title: '药店刷医保卡多扣钱',
    content: '买了两盒药，刷卡比标价多扣了三十六元，店员说系统问题，要求核对后一直没有答复。',
    wish: '退还多扣的费用',
    subject: '百康大药房',
    photos: 1,
  },
  {
    types: ['complaint'],
    matter: 'other',
    title: '洗车卡老板跑路',
    content: '办了洗车卡以后店面转让，新老板不认账，不知道应该找哪个部门。',
    wish: '退还余额',
    subject: '速洁汽车美容店',
    desk: { line: 'market', note: '预付卡消费纠纷，由市场监管部门调解' },
  },
  {
    types: ['tip'],
    matter: 'other',
    title: '反映一处院落有人员聚集加工',
    content: '院子里白天晚上都有人进出，有时有异味，也有货车拉货，不清楚是做什么的。',
    wish: '',
    subject: '城郊一处院落',
    desk: { line: 'environment', note: '反映异味和加工排放，由生态环境部门核查' },
  },
]
