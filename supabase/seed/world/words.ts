/** Words of names: of businesses, people and streets. Invented pairs; no real business is meant. */
const split = (text: string) => [...text]

export const brandHeads = split(
  '鼎宏瑞祥福兴盛嘉金鑫恒昌隆泰和顺安康利达丰裕华茂荣锦誉诚信德源润泽品味香鲜悦佳雅艺美乐优百万千众汇聚合创新锐卓远博大天地山水清江淮皖楚徽蜀庐',
)
export const brandTails = split(
  '鼎宏瑞祥福兴盛嘉金鑫恒昌隆泰和顺安康利达丰裕华茂荣锦誉诚信德源润泽品味香鲜悦佳雅艺美乐优百万千众汇聚合创新锐卓远博大天地山水清江淮峰林轩阁园居坊记',
)
export const brandEnds = ['', ...split('来元益洲辰宇昊晟睿哲铭杰峻铂尚臻懿煜渝沃邦联通途翔腾骏驰捷迅飞鹏鸿燕')]

export const surnames = split(
  '王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁于董余苏叶吕魏蒋田杜丁沈姜范江傅钟卢汪戴崔任陆廖姚方金邱夏谭韦贾邹石熊孟秦',
)
export const givenHeads = split('志文明国建晓海永春小俊家玉丽秀红亚雪思子天宇佳欣雨')
export const givenTails = split('华军平伟强磊涛斌敏静芳燕玲娟霞超勇杰鹏辉峰刚波宁洁琳莉颖倩慧')

export const streets = (
  '人民路 长江路 解放路 中山路 建设路 和平路 文化路 新华路 胜利路 幸福路 光明路 学府路 滨河路 迎宾大道 工业大道 ' +
  '朝阳路 青年路 团结路 东风路 健康路 花园路 振兴路 站前路 湖滨路 桃园路 梅山路 凤凰路 望江路 环城东路 环城西路'
).split(' ')
