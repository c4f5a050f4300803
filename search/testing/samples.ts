import type { AchievementSource, BrokerSource, ExpertSource, InstituteSource, NeedSource, ScenarioSource, SearchSource } from '../document'

/* Records for tests, all six kinds; the tests' clock stands at 2026-06-15. Names are invented. */

const day = (text: string) => new Date(`${text}T10:00:00+08:00`)
type Row<T extends SearchSource> = Omit<T, 'type' | 'version' | 'publishedAt' | 'body' | 'keywords'> & { body?: string; keywords?: string[]; posted: string }

function common<T extends { body?: string; keywords?: string[]; posted: string }>({ posted, body = '', keywords = [], ...row }: T) {
  return { ...row, body, keywords, version: 1, publishedAt: day(posted) }
}

const scenarioRows: Row<ScenarioSource>[] = [
  { id: '2026-01-001', title: 'L4级自动驾驶公交示范线与测试场', summary: '在科技生态新城开放 30 公里道路，征集自动驾驶公交车辆与车路协同设备。', keywords: ['自动驾驶', '车联网'], theme: 'smart_city', field: 'modern_transport', industry: ['C', 'C36'], area: 'keji_shengtai', modes: ['joint_operation'], opensAt: day('2026-03-01'), closesAt: day('2026-12-31'), fundingMin: '5000000', fundingMax: '12000000', year: 2026, leadDepartment: '区经济信息委', posted: '2026-03-01' },
  { id: '2026-01-002', title: '城市内涝监测预警与海绵城市评估', summary: '用传感器和水动力模型预测积水点。', keywords: ['内涝', '海绵城市'], theme: 'smart_city', field: 'urban', industry: ['N', 'N77'], area: 'wanglonghu', modes: ['service'], opensAt: day('2026-04-01'), closesAt: day('2026-09-30'), fundingMax: '800000', year: 2026, leadDepartment: '区住房城乡建委', posted: '2026-04-01' },
  { id: '2026-01-003', title: '秀芽茶园水肥一体化与采摘机器人', summary: '名优茶采摘用工难，征集识别嫩芽的采摘机器人。', keywords: ['茶叶', '采摘机器人'], theme: 'modern_agriculture', field: 'agriculture', industry: ['A', 'A01'], area: 'sanjiao', modes: ['joint_development'], opensAt: day('2026-05-01'), closesAt: day('2026-08-31'), fundingMin: '300000', fundingMax: '900000', year: 2026, leadDepartment: '区农业农村委', posted: '2026-05-01' },
  { id: '2026-01-004', title: '政务服务大厅智能问答', summary: '面向群众办事的大模型问答，接入一网通办。', keywords: ['大模型', '数字政府'], theme: 'smart_city', field: 'electronics', industry: ['I', 'I65'], area: 'all', modes: ['service'], opensAt: day('2026-02-01'), year: 2026, leadDepartment: '区大数据局', posted: '2026-02-01' },
  { id: '2026-01-005', title: '产业招商线索分析平台', summary: '汇集工商、专利与投融资数据，为引进的科技公司画像。', keywords: ['招商引资', '大数据'], theme: 'enterprise_technology', field: 'electronics', industry: ['I', 'I65'], area: 'fenghuanghu', modes: ['service'], opensAt: day('2026-05-20'), closesAt: day('2026-07-20'), fundingMax: '450000', year: 2026, leadDepartment: '区招商投资局', posted: '2026-05-20' },
  { id: '2025-04-100', title: '化工园区挥发性有机物走航监测', summary: '溯源臭气投诉，按小时给出来源。', keywords: ['VOCs', '空气质量'], theme: 'smart_city', field: 'environment', industry: ['N', 'N77'], area: 'gangqiao', modes: ['service'], opensAt: day('2025-10-01'), closesAt: day('2026-01-31'), fundingMin: '600000', fundingMax: '1500000', year: 2025, leadDepartment: '区生态环境局', posted: '2025-10-01' },
]

const needRows: Row<NeedSource>[] = [
  { id: 'n-battery', title: '废旧动力锂电池回收与梯次利用技术', summary: '退役锂电池拆解自动化程度低，正极材料回收率不足。', body: '要求镍钴锰综合回收率不低于 98%，锂回收率不低于 90%，处理线满足防爆要求。', keywords: ['锂电池', '梯次利用'], theme: 'enterprise_technology', field: 'new_energy', industry: ['C', 'C38'], area: 'gangqiao', modes: ['commissioned_development'], selection: 'open_call', opensAt: day('2026-05-10'), closesAt: day('2026-08-10'), fundingMin: '1000000', fundingMax: '2000000', year: 2026, organisationName: '重庆绿源循环科技有限公司', posted: '2026-05-10' },
  { id: 'n-pests', title: '茶园病虫害绿色防控技术', summary: '茶小绿叶蝉抗药性强，需要少用农药的办法。', body: `现有做法以化学防治为主，每年用药六次以上，农残风险高。${'周边果园与蔬菜基地也有相似的问题，愿意一起试验并提供地块和人工。'.repeat(3)}希望结合天敌释放、色板诱杀和黑水虻处理残枝，形成可复制的规程，并对农户做两次培训。`, keywords: ['病虫害', '绿色防控'], theme: 'modern_agriculture', field: 'agriculture', industry: ['A', 'A01'], area: 'sanjiao', modes: ['joint_development'], selection: 'open_call', opensAt: day('2026-06-01'), closesAt: day('2026-09-01'), fundingMax: '300000', year: 2026, organisationName: '永川茶山合作社', posted: '2026-06-01' },
  { id: 'n-5g', title: '矿用5G基站防爆与低功耗改造', summary: '井下 5G 基站功耗大、散热难。', keywords: ['5G', '防爆'], theme: 'enterprise_technology', field: 'electronics', industry: ['C', 'C39'], area: 'fenghuanghu', modes: ['commissioned_development'], selection: 'open_call', opensAt: day('2026-05-01'), closesAt: day('2026-06-19'), fundingMin: '400000', fundingMax: '600000', year: 2026, organisationName: '重庆深井通信有限公司', posted: '2026-05-01' },
  { id: 'n-building', title: '装配式建筑节点质量检测', summary: '灌浆套筒饱满度无法无损检测。', keywords: ['装配式建筑', '无损检测'], theme: 'enterprise_technology', field: 'urban', industry: ['E', 'E47'], area: 'wanglonghu', modes: ['service'], opensAt: day('2026-02-01'), closesAt: day('2026-05-31'), year: 2026, organisationName: '渝西建工集团', posted: '2026-02-01' },
  { id: 'n-mine', title: '露天矿山无人驾驶矿车编队', summary: '六台矿车编队运行，雨雾天也能作业。', keywords: ['无人驾驶', '矿山'], theme: 'enterprise_technology', field: 'modern_transport', industry: ['B', 'B10'], area: 'gangqiao', modes: ['equity', 'joint_development'], selection: 'parallel', opensAt: day('2026-07-01'), closesAt: day('2026-10-01'), fundingMin: '3000000', fundingMax: '5000000', year: 2026, organisationName: '重庆石岭矿业有限公司', posted: '2026-06-12' },
  { id: 'n-casting', title: '新能源汽车一体化压铸件气孔缺陷在线检测', summary: '压铸件内部气孔靠抽检，漏检率高。', keywords: ['压铸', '缺陷检测', '机器视觉'], theme: 'enterprise_technology', field: 'manufacturing', industry: ['C', 'C36'], area: 'fenghuanghu', modes: ['joint_development'], selection: 'open_call', opensAt: day('2026-06-10'), closesAt: day('2026-09-10'), fundingMin: '800000', fundingMax: '1500000', year: 2026, organisationName: '重庆飞驰汽车部件有限公司', posted: '2026-06-10' },
  { id: 'n-sewage', title: '榨菜废水处理与盐分回收', summary: '高盐废水生化处理效率低。', keywords: ['污水处理', '榨菜'], theme: 'enterprise_technology', field: 'environment', industry: ['C', 'C13'], area: 'sanjiao', modes: ['commissioned_development'], opensAt: day('2026-04-15'), closesAt: day('2026-10-15'), fundingMin: '500000', fundingMax: '1000000', year: 2026, organisationName: '重庆川味食品有限公司', posted: '2026-04-15' },
  { id: 'n-dryer', title: '中药材低温烘干能耗优化', summary: '热泵烘干均匀性差。', keywords: ['中药材', '热泵'], theme: 'enterprise_technology', field: 'biomedicine', industry: ['C', 'C27'], area: 'keji_shengtai', modes: ['consulting'], opensAt: day('2026-03-20'), closesAt: day('2026-07-31'), fundingMax: '200000', year: 2026, organisationName: '重庆本草堂药业有限公司', posted: '2026-03-20' },
  { id: 'n-gear', title: '机器人用谐波减速器寿命试验台', summary: '缺少加速寿命试验方法。', keywords: ['减速器', '工业机器人'], theme: 'enterprise_technology', field: 'manufacturing', industry: ['C', 'C34'], area: 'fenghuanghu', modes: ['joint_development'], selection: 'open_call', opensAt: day('2026-05-15'), closesAt: day('2026-11-15'), fundingMin: '600000', fundingMax: '900000', year: 2026, organisationName: '重庆精齿传动有限公司', posted: '2026-05-15' },
]

const achievementRows: Row<AchievementSource>[] = [
  { id: 'a-battery', title: '三元锂离子电池材料短流程再生', summary: '直接修复回收来的正极，能耗为湿法的三分之一。', keywords: ['锂离子电池', '再生'], field: 'new_energy', industry: ['C', 'C38'], modes: ['licence'], priceMin: '2000000', priceMax: '4000000', ownerName: '重庆文理学院', inventors: ['周明远'], number: 'ZL202310000001.1', posted: '2026-02-10' },
  { id: 'a-software', title: '工业软件建模内核', summary: '自主几何内核，支持参数化设计与数据库直连。', keywords: ['工业软件', 'CAD'], field: 'electronics', industry: ['I', 'I65'], modes: ['licence', 'equity'], ownerName: '西部软件研究院', inventors: ['何晓峰'], posted: '2026-01-15' },
  { id: 'a-trace', title: '农产品全程溯源系统', summary: '基于 Blockchain 与电子标签，扫码可见产地、用药和检测。', keywords: ['溯源', 'RFID'], field: 'agriculture', industry: ['A', 'A01'], modes: ['service'], priceMax: '300000', ownerName: '市农科院', inventors: ['王素琴', '刘洋'], posted: '2026-03-05' },
  { id: 'a-vision', title: '基于深度学习的金属表面缺陷检测仪', summary: '划痕、气孔识别率 99.2%。', keywords: ['机器视觉', '缺陷检测'], field: 'manufacturing', industry: ['C', 'C40'], modes: ['assignment'], priceMin: '800000', priceMax: '800000', ownerName: '重庆交大永川研究院', inventors: ['谢立'], posted: '2026-04-22' },
  { id: 'a-glass', title: '高强度玻璃纤维复合板材', summary: '轻量化车厢板。', keywords: ['玻璃纤维', '复合材料'], field: 'new_material', industry: ['C', 'C30'], modes: ['licence'], ownerName: '重庆文理学院', posted: '2025-11-11' },
  { id: 'a-drug', title: '口服多肽药物递送载体', summary: '提高生物利用度。', keywords: ['药物递送', '多肽'], field: 'biomedicine', industry: ['C', 'C27'], modes: ['joint_development'], ownerName: '新领先重庆研究院', posted: '2026-05-02' },
  { id: 'a-uav', title: '山地果园植保无人机仿地飞行', summary: '坡度 40 度以内自动跟随地形喷洒。', keywords: ['植保无人机', '柑橘'], field: 'agriculture', industry: ['A', 'A01'], modes: ['service'], priceMax: '500000', ownerName: '西南大学', posted: '2026-06-11' },
]

const expertRows: Row<ExpertSource>[] = [
  { id: 'e-tea', title: '陈玉兰', summary: '研究茶叶加工与烘干装备，主持名优茶自动化生产线三条。', keywords: ['茶叶加工', '烘干'], field: 'agriculture', organisationName: '重庆市农科院茶研所', personTitle: '研究员', posted: '2026-01-08' },
  { id: 'e-driving', title: '李志强', summary: '研究智能网联汽车决策规划与自动驾驶安全。', keywords: ['自动驾驶', '决策规划'], field: 'modern_transport', organisationName: '重庆交大永川研究院', personTitle: '教授', posted: '2026-01-09' },
  { id: 'e-water', title: '赵文静', summary: '研究高盐废水生化处理与膜分离。', keywords: ['污水处理', '膜分离'], field: 'environment', organisationName: '重庆文理学院', personTitle: '副教授', posted: '2026-01-10' },
  { id: 'e-vision', title: '孙浩然', summary: '研究计算机视觉与三维重建。', keywords: ['机器视觉', '三维重建'], field: 'electronics', organisationName: '重庆文理学院', personTitle: '讲师', posted: '2026-01-11' },
  { id: 'e-gear', title: '吴国栋', summary: '研究精密传动与减速器可靠性。', keywords: ['减速器', '可靠性'], field: 'manufacturing', organisationName: '重庆大学', personTitle: '教授', posted: '2026-01-12' },
  { id: 'e-medicine', title: '郑雅婷', summary: '研究中药质量标准与指纹图谱。', keywords: ['中药材', '质量标准'], field: 'biomedicine', organisationName: '新领先重庆研究院', personTitle: '高级工程师', posted: '2026-01-13' },
  { id: 'e-storage', title: '马腾飞', summary: '研究电化学储能与电池管理系统。', keywords: ['储能', 'BMS'], field: 'new_energy', organisationName: '重庆绿色电池研究院', personTitle: '研究员', posted: '2026-01-14' },
]

const instituteRows: Row<InstituteSource>[] = [
  { id: 'i-battery', title: '重庆绿色电池研究院', summary: '固态电池与钠离子电池中试线。', keywords: ['固态电池', '钠离子电池'], field: 'new_energy', area: 'gangqiao', kind: '新型研发机构', posted: '2025-12-01' },
  { id: 'i-wenli', title: '重庆文理学院', summary: '新材料、新药、智能制造研发平台。', keywords: ['新材料', '智能制造'], field: 'new_material', area: 'wanglonghu', kind: '高校', posted: '2025-12-02' },
  { id: 'i-jiaoda', title: '重庆交大永川研究院', summary: '智能网联汽车测试与道路材料。', keywords: ['智能网联汽车'], field: 'modern_transport', area: 'keji_shengtai', kind: '新型研发机构', posted: '2025-12-03' },
  { id: 'i-tea', title: '重庆市农科院茶研所', summary: '茶树育种、栽培与加工。', keywords: ['茶树育种'], field: 'agriculture', area: 'sanjiao', kind: '科研院所', posted: '2025-12-04' },
  { id: 'i-drug', title: '新领先重庆研究院', summary: '仿制药一致性评价与药物筛选。', keywords: ['药物筛选'], field: 'biomedicine', area: 'keji_shengtai', kind: '新型研发机构', posted: '2025-12-05' },
]

const brokerRows: Row<BrokerSource>[] = [
  { id: 'b-lin', title: '林晓燕', summary: '服务新能源与新材料，促成技术合同 32 项。', keywords: ['新能源', '新材料'], field: 'new_energy', organisationName: '渝西技术转移中心', grade: '高级', posted: '2026-02-01' },
  { id: 'b-huang', title: '黄建国', summary: '服务装备制造与工业机器人。', keywords: ['装备制造'], field: 'manufacturing', organisationName: '渝西技术转移中心', grade: '中级', posted: '2026-02-02' },
  { id: 'b-agency', title: '永川科技成果转化服务有限公司', summary: '技术评估、挂牌与合同登记代办。', keywords: ['成果转化', '技术评估'], field: 'electronics', grade: '机构', posted: '2026-02-03' },
  { id: 'b-tang', title: '唐雪', summary: '服务现代农业与食品加工。', keywords: ['现代农业', '食品加工'], field: 'agriculture', organisationName: '三教产业促进中心', grade: '初级', posted: '2026-06-13' },
]

export const sampleSources: SearchSource[] = [
  ...scenarioRows.map((row): ScenarioSource => ({ type: 'scenario', ...common(row) })),
  ...needRows.map((row): NeedSource => ({ type: 'need', ...common(row) })),
  ...achievementRows.map((row): AchievementSource => ({ type: 'achievement', ...common(row) })),
  ...expertRows.map((row): ExpertSource => ({ type: 'expert', ...common(row) })),
  ...instituteRows.map((row): InstituteSource => ({ type: 'institute', ...common(row) })),
  ...brokerRows.map((row): BrokerSource => ({ type: 'broker', ...common(row) })),
]
