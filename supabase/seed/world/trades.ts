/** What businesses do: GB/T 4754 code, words in their names, how frequent, what licence they need, who supervises them. */

export interface Trade {
  code: string
  /** In the name of a company. */
  word: string
  /** What small shops of the trade call themselves. */
  shops: readonly string[]
  weight: number
  /** Of a hundred how many are shops of one person. */
  shopShare: number
  line: string
  licence?: { name: string; mark: string; issuer: string; years: number }
}

const food = { name: '食品经营许可证', mark: 'JY', issuer: '市场监督管理局', years: 5 }
const foodMaking = { name: '食品生产许可证', mark: 'SC', issuer: '市场监督管理局', years: 5 }
const medicine = { name: '药品经营许可证', mark: 'CB', issuer: '市场监督管理局', years: 5 }
const hygiene = { name: '公共场所卫生许可证', mark: '卫公', issuer: '卫生健康委员会', years: 4 }
const clinic = { name: '医疗机构执业许可证', mark: 'PDY', issuer: '卫生健康委员会', years: 5 }
const road = { name: '道路运输经营许可证', mark: '运', issuer: '交通运输局', years: 4 }
const emission = { name: '排污许可证', mark: '排', issuer: '生态环境局', years: 5 }
const chemical = { name: '危险化学品经营许可证', mark: '危化', issuer: '应急管理局', years: 3 }
const building = { name: '安全生产许可证', mark: '安许', issuer: '住房和城乡建设局', years: 3 }
const travel = { name: '旅行社业务经营许可证', mark: 'L', issuer: '文化和旅游局', years: 10 }
const amusement = { name: '娱乐经营许可证', mark: '娱', issuer: '文化和旅游局', years: 2 }
const teaching = { name: '民办学校办学许可证', mark: '教民', issuer: '教育局', years: 5 }

const market = (code: string, word: string, shops: string[], weight: number, shopShare: number, licence?: Trade['licence']): Trade => ({
  code,
  word,
  shops,
  weight,
  shopShare,
  line: 'market',
  ...(licence && { licence }),
})
const other = (line: string, code: string, word: string, shops: string[], weight: number, shopShare: number, licence?: Trade['licence']): Trade => ({
  ...market(code, word, shops, weight, shopShare, licence),
  line,
})

export const trades: readonly Trade[] = [
  market('6210', '餐饮管理', ['酒楼', '饭店', '农家菜馆', '火锅店', '烧烤店', '土菜馆'], 90, 80, food),
  market('6220', '餐饮服务', ['快餐店', '面馆', '饺子馆', '汉堡店'], 60, 90, food),
  market('6291', '食品', ['小吃店', '早点店', '奶茶店', '牛肉汤店'], 60, 95, food),
  market('5211', '商贸', ['百货店', '日用品店', '杂货店'], 80, 80),
  market('5212', '超市', ['超市', '生活超市', '购物中心'], 50, 60, food),
  market('5213', '便利店管理', ['便利店', '烟酒店'], 60, 92, food),
  market('5222', '烘焙食品', ['蛋糕店', '面包房'], 20, 85, food),
  market('5223', '果业', ['水果店', '蔬菜店'], 40, 95),
  market('5224', '水产', ['鲜肉店', '水产店', '冷鲜禽蛋店'], 25, 95, food),
  market('5232', '服饰', ['服装店', '童装店', '鞋服店'], 60, 88),
  market('5251', '大药房', ['大药房', '药店'], 30, 35, medicine),
  market('5274', '通信科技', ['手机店', '通讯器材店'], 25, 80),
  market('5281', '五金机电', ['五金店', '水暖器材店'], 35, 85),
  market('5283', '家居', ['家具店', '橱柜店'], 25, 65),
  market('5165', '建材', ['建材店', '瓷砖店', '门窗店'], 40, 70),
  market('8111', '汽车服务', ['汽车修理厂', '汽车美容店', '轮胎店'], 40, 75),
  market('8930', '健身管理', ['健身房', '瑜伽馆', '游泳馆'], 14, 45),
  market('6513', '信息科技', ['网络工作室'], 40, 5),
  market('6432', '电子商务', ['网店'], 35, 30),
  market('7030', '房地产经纪', ['房产中介'], 18, 20),
  market('1411', '食品制造', ['糕点坊'], 10, 25, foodMaking),
  market('1392', '豆制品', ['豆腐坊', '豆制品加工厂'], 8, 60, foodMaking),
  market('1512', '酒业', ['酒坊'], 5, 30, foodMaking),
  other('health', '8040', '美容美发', ['理发店', '美容店', '造型店', '美甲店'], 50, 93, hygiene),
  other('health', '8051', '洗浴服务', ['浴室', '足浴店'], 14, 75, hygiene),
  other('health', '6121', '酒店管理', ['宾馆', '旅馆', '客栈'], 22, 55, hygiene),
  other('health', '8425', '门诊部', ['口腔诊所', '中医诊所', '卫生室'], 12, 55, clinic),
  other('transport', '5431', '物流', ['货运部', '配货站'], 40, 45, road),
  other('environment', '2641', '涂料', ['涂料厂'], 6, 10, emission),
  other('environment', '2929', '塑业', ['塑料制品厂'], 14, 25, emission),
  other('environment', '3021', '新型建材', ['水泥制品厂'], 8, 20, emission),
  other('environment', '4210', '再生资源', ['废品收购站'], 14, 60),
  other('emergency', '3311', '钢结构', ['金属加工厂'], 16, 25),
  other('emergency', '5265', '石油', ['加油站'], 8, 5, chemical),
  other('housing', '4710', '建筑工程', ['工程队'], 24, 3, building),
  other('housing', '5012', '装饰工程', ['装饰店'], 32, 30),
  other('housing', '7020', '物业管理', ['物业服务站'], 18, 2),
  other('housing', '7010', '置业', ['售楼处'], 10, 0),
  other('culture', '7291', '国际旅行社', ['旅行社门市部'], 8, 5, travel),
  other('culture', '9011', '文化娱乐', ['歌厅', 'KTV'], 8, 40, amusement),
  other('culture', '9013', '网络文化', ['网吧', '电竞馆'], 8, 45, amusement),
  other('education', '8391', '教育咨询', ['培训中心', '艺术培训部'], 20, 25, teaching),
  other('agriculture', '0141', '农业发展', ['家庭农场', '蔬菜种植园'], 30, 55),
  other('agriculture', '5192', '宠物用品', ['宠物店'], 10, 80),
]

export interface Institution {
  code: string
  word: string
  line: string
}

export const institutions: readonly Institution[] = [
  { code: '8310', word: '幼儿园', line: 'education' },
  { code: '8321', word: '小学', line: 'education' },
  { code: '8411', word: '医院', line: 'health' },
]
