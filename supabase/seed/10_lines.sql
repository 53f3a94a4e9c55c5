-- 条线 with the name of the body at a province (department) and below (bureau); tiers says where such a body exists.
insert into public.org_lines (code, name, bureau_name, department_name, sort) values
  ('coordination', '综合协调', '', '', 0),
  ('market', '市场监管', '市场监督管理局', '市场监督管理局', 10),
  ('drug', '药品监管', '药品监督管理局', '药品监督管理局', 20),
  ('emergency', '安全生产', '应急管理局', '应急管理厅', 30),
  ('environment', '生态环境', '生态环境局', '生态环境厅', 40),
  ('health', '卫生健康', '卫生健康委员会', '卫生健康委员会', 50),
  ('transport', '交通运输', '交通运输局', '交通运输厅', 60),
  ('housing', '住房城乡建设', '住房和城乡建设局', '住房和城乡建设厅', 70),
  ('urban', '城市管理', '城市管理局', '住房和城乡建设厅', 80),
  ('culture', '文化旅游', '文化和旅游局', '文化和旅游厅', 90),
  ('resources', '自然资源', '自然资源和规划局', '自然资源厅', 100),
  ('labor', '人力资源社会保障', '人力资源和社会保障局', '人力资源和社会保障厅', 110),
  ('education', '教育', '教育局', '教育厅', 120),
  ('agriculture', '农业农村', '农业农村局', '农业农村厅', 130),
  ('water', '水利', '水利局', '水利厅', 140),
  ('police', '公安', '公安局', '公安厅', 150),
  ('finance', '地方金融', '地方金融监督管理局', '地方金融监督管理局', 160),
  ('reform', '发展改革', '发展和改革委员会', '发展和改革委员会', 170),
  ('justice', '司法行政', '司法局', '司法厅', 180)
on conflict (code) do update set name = excluded.name, bureau_name = excluded.bureau_name,
  department_name = excluded.department_name, sort = excluded.sort;
