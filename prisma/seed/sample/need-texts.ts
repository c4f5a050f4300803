import type { SampleCriterion, SampleQuestion } from './types'

/** Sentences that any need may carry; templates follow `createWriter`. */
export const openings = [
  '', '', '', '这是我们今年排在第一位的技术难题。', '问题从去年(扩产|旺季|换型)以来更突出。', '先说情况：', '这件事内部试了(一年多|三轮)，没有解决，所以公开征集。', '主管部门和用户都提过意见。'
]
export const closings = [
  '', '', '有意者可先来现场看，每周三下午接待。', '样品和部分数据可以先提供。', '不接受只出报告、不到现场的方案。', '如能分两期交付，第一期希望在[3~5]个月内见效。', '我们可以配[2~4]名技术人员全程跟做。', '方案若需停产改造，停产时间合计不能超过[3~7]天。'
]
export const indicatorTails = [
  '以上指标须同时达到，任何一项不达标不予验收。', '前两项为必达，其余允许在验收后三个月内补齐。', '测试在需求方现场进行，费用由需求方承担。', '如有更优指标，请在申请中逐项写明。', '指标为合同考核值，(允许一次复测|复测不超过两次)。'
]
export const goalTails = [
  '申请发明专利不少于[1~3]项。', '形成企业标准或操作规程一份，培训本单位人员[4~12]名。', '交付全部设计文件和源代码。', '一年内在[2~5](条线|处)复制。', '项目期内完成产品检测报告一份。', '预计年新增(产值|节约)[80~900/10]万元。'
]
export const basisTails = [
  '项目负责人由副总经理担任，配套资金已列入预算。', '可提供独立的试验场地和水电气条件。', '与[1~2]所院校有过合作，留有前期报告。', '相关台账保存[2~5]年，可现场查阅。', '已取得(质量管理体系|知识产权管理体系)认证，检测仪器在有效期内。'
]
export const conditions = [
  '高校、科研院所或企业均可，近三年有{name}方面的量产或示范项目', '团队不少于[4~7]人，其中1人常驻永川不少于[3~8]个月', '与需求方没有控股或参股关系', '能独立承担民事责任，近三年无严重失信记录',
  '联合体申请的，成员不超过3家，并明确牵头单位', '拥有自主知识产权，不存在权属纠纷', '能提供至少一处可参观的同类应用', '项目负责人须有副高级以上职称或博士学位', '具备相应的检测条件或与检测机构有协议',
  '接受分期付款，首付不超过[20~30]%', '软件部分须提供源代码或托管', '承诺交付后免费维护不少于[12~24]个月', '外地单位中标后能在一周内到场'
]
export const partners = ['高校和科研院所优先', '有量产经验的装备企业优先', '不限，看方案和实测', '川渝地区单位优先，便于驻场', '希望院所与设备厂家联合申请', '有同类标准起草经历的单位', '愿意长期合作、共建实验室的团队', '新型研发机构或初创团队均可']

const CRITERIA: SampleCriterion[][] = [
  [{ name: '技术方案', description: '指标能否达到，路线是否可行', weight: 45 }, { name: '已有业绩', description: '同类项目和实测数据', weight: 25 }, { name: '费用与进度', description: '总价，里程碑', weight: 20 }, { name: '本地服务', description: '驻场人数与时间', weight: 10 }],
  [{ name: '指标响应', description: '逐项对照，有依据', weight: 40 }, { name: '团队与设备', description: '人员结构、试验条件', weight: 25 }, { name: '报价', description: '总价及分项是否合理', weight: 20 }, { name: '知识产权安排', description: '归属清楚，不留纠纷', weight: 15 }],
  [{ name: '技术路线', description: '原理清楚，风险有预案', weight: 35 }, { name: '样机或实测', description: '能否带样机到现场', weight: 30 }, { name: '费用', description: '总价与后续使用成本', weight: 20 }, { name: '进度', description: '关键节点能否保证', weight: 15 }],
  [{ name: '可行性', description: '结合本单位现场条件', weight: 30 }, { name: '现场试验结果', description: '统一样品，当场测试', weight: 30 }, { name: '团队', description: '负责人经历和投入时间', weight: 20 }, { name: '价格', description: '合计报价', weight: 10 }, { name: '售后', description: '响应时间、备件', weight: 10 }],
  [{ name: '成熟度', description: '处在哪个阶段，有何证明', weight: 35 }, { name: '创新性', description: '与现有做法的差别', weight: 20 }, { name: '产业化条件', description: '能否在永川落地', weight: 20 }, { name: '费用', description: '总价与分期', weight: 25 }]
]

export const criteriaSets: readonly SampleCriterion[][] = CRITERIA

export const genericQuestions: SampleQuestion[] = [
  { question: '数据能否带出园区使用？', answer: '脱敏后的可以；原始数据只能在我方机房使用，可提供工作站。' },
  { question: '总价是否含税？试验耗材由谁承担？', answer: '含税。前两轮试验耗材由我方承担，之后各半。' },
  { question: '可否由两家单位联合申请？', answer: '可以，须写明牵头单位和分工，付款只对牵头单位。' },
  { question: '是否必须使用现有设备，能否更换品牌？', answer: '可以更换，但更换费用计入总价，停产时间不超过三天。' },
  { question: '指标达到但工期晚一个月，如何处理？', answer: '延期一个月以内不扣款，超过一个月每周扣合同额的百分之一。' },
  { question: '驻场人员的食宿如何解决？', answer: '厂区有宿舍和食堂，按内部职工标准收费。' },
  { question: '验收由哪一方组织？', answer: '由我方组织，邀请三名外部专家，抽样由专家现场决定。' },
  { question: '专利费用和署名怎样安排？', answer: '申请费由我方承担，双方共同署名，排序按贡献协商。' },
  { question: '能否先签小额验证合同？', answer: '可以，验证费用不超过总价的一成，通过后并入正式合同。' },
  { question: '现场是否有防爆或洁净要求？', answer: '一般区域没有，进入二号车间需按防静电要求着装。' }
]
