-- 事项类别 with words that hint at them, and the base routing rules: 属地 × line of the matter × tier.
insert into public.complaint_matters (code, label, line_code, hint, keywords, sort) values
  ('food', '食品安全', 'market', '变质、异物、过期、无证餐饮', '{食品,变质,过期,异物,餐馆,饭店,外卖,食物中毒,超市}', 10),
  ('goods', '商品质量与售后', 'market', '质量问题、不退不换、拒绝保修', '{质量,退货,退款,换货,保修,维修,售后,假货}', 20),
  ('price', '价格与收费', 'market', '不明码标价、多收费、乱收费', '{价格,收费,标价,多收,涨价,费用}', 30),
  ('online', '网络购物与预付卡', 'market', '网店不发货、健身美容预付卡', '{网店,网购,平台,预付,充值,会员卡,健身,美容}', 40),
  ('advert', '虚假宣传与广告', 'market', '夸大功效、虚假广告', '{广告,宣传,虚假,夸大,功效}', 50),
  ('equipment', '电梯等特种设备', 'market', '电梯、锅炉、游乐设施', '{电梯,锅炉,游乐,压力容器}', 60),
  ('unlicensed', '无证无照经营', 'market', '没有营业执照或许可证', '{无证,无照,营业执照,许可证}', 70),
  ('medicine', '药店、药品和化妆品', 'market', '药店销售、医疗器械、化妆品', '{药店,药品,医疗器械,化妆品,假药}', 80),
  ('drug_making', '药品生产企业', 'drug', '药品生产环节', '{药厂,药品生产}', 85),
  ('pollution', '环境污染', 'environment', '污水、废气、粉尘、工业噪声', '{污水,废气,粉尘,噪声,排放,异味,污染,烟囱}', 90),
  ('work_safety', '安全生产', 'emergency', '生产安全隐患、违规作业、危化品', '{安全隐患,爆炸,危化品,违规作业,消防通道,安全生产}', 100),
  ('medical', '医院、诊所与公共卫生', 'health', '非法行医、公共场所卫生', '{医院,诊所,行医,医生,卫生,消毒}', 110),
  ('transport', '客货运输与网约车', 'transport', '黑车、拒载、超限运输', '{出租车,网约车,黑车,拒载,客车,货车,超限}', 120),
  ('building', '房屋建筑、物业与燃气', 'housing', '工程质量、物业服务、燃气安全', '{工地,房屋,漏水,物业,燃气,施工质量}', 130),
  ('street', '占道、油烟与违法建设', 'urban', '占道经营、餐饮油烟、违章搭建', '{占道,油烟,违建,搭建,摊贩,夜间施工}', 140),
  ('culture', '文化娱乐与旅游', 'culture', '旅行社、网吧、娱乐场所', '{旅行社,旅游,导游,网吧,歌舞厅,景区}', 150),
  ('land', '土地与矿产', 'resources', '违法占地、私采矿产', '{占地,耕地,采矿,采砂,土地}', 160),
  ('wage', '欠薪与劳动权益', 'labor', '拖欠工资、不签合同', '{工资,欠薪,劳动合同,社保,加班}', 170),
  ('training', '学校与校外培训', 'education', '违规补课、培训退费', '{补课,培训机构,学费,学校,幼儿园,退费}', 180),
  ('farm', '农资与农产品', 'agriculture', '种子、农药、兽药、农产品', '{种子,农药,化肥,兽药,农产品,养殖}', 190),
  ('river', '河道与水利', 'water', '侵占河道、非法取水', '{河道,水库,取水,堤防}', 200),
  ('security', '治安与交通秩序', 'police', '治安、赌博、交通违法', '{治安,赌博,打架,交通违法,诈骗}', 210),
  ('lending', '小额贷款、典当与担保', 'finance', '地方金融组织', '{贷款,典当,担保,高利,套路贷}', 220),
  ('other', '其他，说不清属于哪一类', null, '由协调机构确定承办单位', '{}', 999)
on conflict (code) do update set label = excluded.label, line_code = excluded.line_code, hint = excluded.hint,
  keywords = excluded.keywords, sort = excluded.sort;

insert into public.complaint_routing_rules (matter_code, tier, reason, legal_basis) values
  (null, 4, '属地管理：由事发地县（市、区）主管部门办理', '市场监督管理投诉举报处理办法：由县级机关管辖'),
  ('lending', 3, '地方金融组织由市级地方金融监管部门办理', '地方金融监督管理规定'),
  ('drug_making', 2, '药品生产许可和监管属省级事权', '药品管理法第8条、第41条')
on conflict (matter_code, region_code, valid_from) do update set tier = excluded.tier, reason = excluded.reason,
  legal_basis = excluded.legal_basis;
