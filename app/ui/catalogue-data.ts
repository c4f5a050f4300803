import type { Question, Change } from './exchange'
import type { Fact } from './record'
import type { ResultRowProps } from './rows'
import type { Tone } from './state'
import type { TextPart } from './text'

/** Invented, believable specimens; the day is 22 September 2025. */
export const today = new Date('2025-09-22T08:30:00+08:00')
const at = (text: string) => new Date(`${text}+08:00`)
const words = (text: string) => text.split('|')

/** `…在[自动驾驶]和{无人驾驶}…`: square brackets are matches, braces near matches. */
export function marked(text: string): TextPart[] {
  return text
    .split(/(\[[^\]]*\]|\{[^}]*\})/)
    .filter(Boolean)
    .map((run) => {
      if (run.startsWith('[')) return { text: run.slice(1, -1), mark: true as const }
      if (run.startsWith('{')) return { text: run.slice(1, -1), mark: 'near' as const }
      return { text: run }
    })
}

export const site = { name: '永创汇', bureau: '永川区科学技术局', phone: '023-0000 0000' }
export const viewers = {
  reviewer: { name: '李蔓青', roleLabel: '区科技局', staff: true },
  enterprise: { name: '程予安', roleLabel: '云岫茶业', staff: false },
}
export const crumbs = {
  need: [{ label: '首页', to: '/' }, { label: '企业需求', to: '/needs' }, { label: '现代交通', to: '/needs?field=modern_transport' }],
  contract: [{ label: '首页', to: '/' }, { label: '我的合同', to: '/workspace/contracts' }],
}
export const pages = [
  { page: 'parts', label: '零件' },
  { page: 'home', label: '首页' },
  { page: 'search', label: '搜索' },
  { page: 'need', label: '需求' },
  { page: 'match', label: '对接' },
  { page: 'contract', label: '合同' },
  { page: 'statistics', label: '统计' },
  { page: 'submitted', label: '提交之后' },
] as const

export const home = {
  search: '搜索',
  question: ['找场景，找需求，', '找成果，找人'],
  tryLabel: '试一试：',
  tries: [
    { to: '/search?q=自动驾驶', label: '自动驾驶', note: '47 条' },
    { to: '/search?q=茶叶+杀青', label: '茶叶 杀青', note: '12 条' },
    { to: '/search?q=低温+电池', label: '低温 电池', note: '9 条' },
  ],
  scenarios: {
    title: '今年的应用场景',
    period: '2025 年',
    value: '83',
    unit: '/ 100 项',
    verdict: { tone: 'ahead' as Tone, text: '超前 10 项', note: '应到 73' },
    batches: [
      { label: '第一批', count: 28 },
      { label: '第二批', count: 24 },
      { label: '第三批', count: 31 },
    ],
  },
  count: {
    id: 'measure-count',
    name: '技术合同',
    title: '技术合同数',
    period: '2021—2025 年',
    value: '4,612',
    unit: '/ 5,000 项',
    percent: '92.2%',
    valueText: '4,612 项',
    targetText: '5,000 项',
    paceLabel: '4,726',
    share: 0.9224,
    paceShare: 0.9452,
    verdict: { tone: 'late' as Tone, text: '落后 114 项' },
    note: '年底前每周要 27 项，近 13 周平均 23.5 项',
    to: '/workspace/contracts',
  },
  amount: {
    id: 'measure-amount',
    name: '技术合同成交额',
    title: '技术合同成交额',
    period: '2021—2025 年',
    value: '4.87',
    unit: '/ 5 亿元',
    percent: '97.4%',
    valueText: '4.87 亿元',
    targetText: '5 亿元',
    paceLabel: '4.73',
    share: 0.974,
    paceShare: 0.9452,
    verdict: { tone: 'ahead' as Tone, text: '超前 1,440 万元' },
    note: '照近 13 周推算，10 月底达标',
    to: '/workspace/contracts',
  },
  closing: { title: '本周截止', note: '9 月 22—28 日，北京时间', more: { to: '/search?closes=7', label: '全部 7 项' } },
  closingRows: [
    { days: 2, to: '/needs/1', title: '零部件产线视觉质检方案遴选', segments: words('零部件产线|视觉质检|方案|遴选'), line: ['周三 17:00', '凤凰湖产业促进中心', '60 万元'] },
    { days: 3, to: '/needs/2', title: '竹笋采后保鲜与冷链装车一体化', segments: words('竹笋采后|保鲜与冷链|装车|一体化'), line: ['周四 12:00', '竹语食品', '40–60 万元'] },
    { days: 4, to: '/needs/3', title: '智慧路灯杆路侧感知设备共享接入', segments: words('智慧|路灯杆|路侧|感知|设备|共享接入'), line: ['周五 17:00', '区城市管理局', '面议'] },
  ],
  newest: { title: '最新需求', more: { to: '/needs', label: '全部 126 项' } },
  newestRows: [
    { at: at('2025-09-19T10:00'), to: '/needs/4', title: '茶园无人机低空巡检与病虫识别', line: ['云岫茶业', '委托研发', '30–45 万元'] },
    { at: at('2025-09-18T10:00'), to: '/needs/5', title: '磷酸铁锂极片涂布面密度闭环控制', line: ['衡锂新能源', '赛马制', '150 万元'] },
    { at: at('2025-09-17T10:00'), to: '/needs/6', title: '配送车夜间低照度障碍物识别与紧急制动', segments: words('配送车|夜间|低照度|障碍物|识别与|紧急制动'), line: ['驭行智能装备', '揭榜挂帅', '80–120 万元'] },
  ],
  doorsLabel: '按身份进入',
  doors: [
    { to: '/help#need', title: '企业', note: '发布需求，报送合同' },
    { to: '/help#apply', title: '科研人员', note: '放上成果，揭榜' },
    { to: '/institutes', title: '高校院所', note: '管理团队与成果' },
    { to: '/brokers', title: '技术经纪人', note: '看配对，记录促成' },
    { to: '/scenarios', title: '牵头单位', note: '申报场景，跟进落地' },
    { to: '/bureau', title: '区科技局', note: '审核，统计，通报' },
  ],
  landed: '最近落地',
  landedRows: [
    { at: at('2025-09-12T10:00'), to: '/scenarios/2025-02-011', title: '来苏柑橘园植保无人机统一调度', line: '场景 2025-02-011 → 对接 3 家 → 合同 42.8 万元，已登记' },
    { at: at('2025-09-05T10:00'), to: '/scenarios/2025-01-024', title: '职教园区实训设备预约与用电监测', line: '场景 2025-01-024 → 对接 5 家 → 合同 18.6 万元，已登记' },
  ],
}

export const search = {
  query: '自动驾驶',
  kindsLabel: '按类型看',
  kinds: [
    { to: '/search?q=a', label: '全部', count: 26, current: true },
    { to: '/search?q=a&type=scenario', label: '应用场景', count: 7 },
    { to: '/search?q=a&type=need', label: '企业需求', count: 8 },
    { to: '/search?q=a&type=achievement', label: '科技成果', count: 8 },
    { to: '/search?q=a&type=expert', label: '人才', count: 2 },
    { to: '/search?q=a&type=institute', label: '院所', count: 1 },
  ],
  facets: [
    {
      legend: '截止时间',
      name: 'closes',
      type: 'radio' as const,
      options: [
        { value: '', label: '不限', count: 26 },
        { value: '7', label: '7 天内', count: 0 },
        { value: '30', label: '30 天内', count: 2, checked: true },
        { value: 'open', label: '长期开放', count: 14 },
      ],
    },
    {
      legend: '技术领域',
      name: 'field',
      options: [
        { value: 'transport', label: '现代交通', count: 21, checked: true },
        { value: 'electronics', label: '电子信息', count: 5, checked: true },
        { value: 'manufacturing', label: '先进制造', count: 13 },
        { value: 'city', label: '城市建设与社会发展', count: 6 },
      ],
      more: { to: '/search?q=a&more=field', label: '另 3 个领域' },
    },
    {
      legend: '选定方式',
      name: 'selection',
      options: [
        { value: 'open_call', label: '揭榜挂帅', count: 5 },
        { value: 'parallel', label: '赛马制', count: 2 },
        { value: 'lump_sum', label: '包干制', count: 1 },
      ],
    },
  ],
  found: '26 条结果',
  sorts: [
    { value: 'relevance', label: '最相关' },
    { value: 'closes', label: '最快截止' },
    { value: 'newest', label: '最新发布' },
    { value: 'funding', label: '资金最多' },
  ],
  keep: [
    { to: '/account/searches', label: '保存这个搜索' },
    { to: '/feeds/search.atom', label: '订阅' },
    { to: '/calendar/search.ics', label: '截止日历' },
    { to: '/search.xlsx', label: '导出 Excel' },
  ],
  chips: ['现代交通', '电子信息'],
  relaxed: '30 天内截止',
  notice: '30 天内截止的只有 2 条，已放宽这一条件，另列 24 条。',
  near: '“自动驾驶”也查了近义词“无人驾驶”“智能网联”。',
  noticeActions: [
    { to: '/search?q=a&strict=1', label: '只看 2 条' },
    { to: '/search?q=a&near=0', label: '不用近义词（17 条）' },
  ],
  strict: { title: '全部条件都满足', note: '2 条' },
  loose: { title: '放宽“30 天内截止”后', note: '24 条' },
  strictRows: [
    {
      kind: '应用场景',
      number: '2025-03-017',
      to: '/scenarios/2025-03-017',
      title: '科技生态新城夜间自动驾驶环卫作业',
      segments: words('科技|生态|新城|夜间|自动驾驶|环卫|作业'),
      line: ['区城市管理局', '解决方案遴选', '6.2 公里道路', '现代交通'],
      passage: marked('……在封闭与半开放道路上开展[自动驾驶]清扫，每日 22:00 至次日 5:00 作业，须能远程接管，响应不超过 3 秒……'),
      amount: '180 万元',
      deadline: at('2025-10-10T17:00'),
    },
    {
      kind: '企业需求',
      number: 'XQ-2025-0412',
      to: '/needs/XQ-2025-0412',
      title: '园区无人配送车夜间低照度障碍物识别与紧急制动',
      segments: words('园区|无人|配送车|夜间|低照度|障碍物|识别与|紧急制动'),
      line: ['重庆驭行智能装备有限公司', '揭榜挂帅', '联合开发', '现代交通'],
      passage: marked('……L4 级[自动驾驶]配送车在照度低于 1 lx 的园区道路上，对 0.3 m 高障碍物的检出率只有 81%，误制动每百公里 4.6 次……'),
      amount: '80–120 万元',
      deadline: at('2025-10-15T17:00'),
    },
  ] satisfies ResultRowProps[],
  looseRows: [
    {
      kind: '应用场景',
      number: '2025-03-026',
      to: '/scenarios/2025-03-026',
      title: '测试基地雨雾路段感知数据开放',
      line: ['区新城建管委', '资源要素供给', '12.8 TB 路侧数据', '电子信息'],
      passage: marked('……向通过核验的团队开放西部[自动驾驶]测试基地三年雨雾天气的路侧激光雷达与相机同步数据，按申请分级授权……'),
      amount: '不收费',
      deadline: null,
    },
    {
      kind: '科技成果',
      number: 'CG-2024-0188',
      to: '/achievements/CG-2024-0188',
      title: '激光雷达与毫米波雷达在线联合标定方法',
      line: ['渝西智能网联研究院', '发明专利', '成熟度 TRL 6', '技术许可'],
      passage: marked('……无需停车与标定板，利用道路边线完成外参估计，已在 14 台{无人驾驶}物流车上连续运行 9 个月……'),
      amount: '30–50 万元',
      tags: ['激光雷达', '传感器标定', '智能网联'],
    },
    {
      kind: '企业需求',
      number: 'XQ-2025-0371',
      to: '/needs/XQ-2025-0371',
      title: '仿真场景库自动生成与去重',
      line: ['重庆擎途软件有限公司', '包干制', '技术服务', '电子信息'],
      passage: marked('……从路采数据自动生成{智能网联}测试场景，按相似度去重，覆盖国标规定的 9 类典型工况……'),
      amount: '45 万元',
      deadline: at('2025-09-12T17:00'),
    },
  ] satisfies ResultRowProps[],
}

const needTitle = '园区无人配送车夜间低照度障碍物识别与紧急制动'
const needWords = words('园区|无人配送车|夜间|低照度|障碍物|识别与|紧急制动')

export const need = {
  title: needTitle,
  segments: needWords,
  state: '征集中',
  sub: ['重庆驭行智能装备有限公司（已核验）', 'XQ-2025-0412', '9 月 17 日发布，9 月 19 日修改'],
  action: { to: '/needs/XQ-2025-0412/apply', label: '申请揭榜，还有 23 天', until: '10 月 15 日 17:00（北京时间）截止' },
  actionNote: '填写约 20 分钟，可存草稿。提交后 3 个工作日内告知是否受理；没选上也会收到理由。',
  facts: [
    { term: '资金', detail: '80–120 万元', note: '企业自筹，分三期支付' },
    { term: '选定方式', detail: '揭榜挂帅，选 1 家' },
    { term: '合作方式', detail: '联合开发、委托研发' },
    { term: '执行时间', detail: '2025 年 11 月—2026 年 10 月' },
    { term: '知识产权', detail: '共有，企业优先实施' },
    { term: '技术领域', detail: '现代交通' },
    { term: '落地区域', detail: '科技生态新城' },
    { term: '已申请', detail: '4 家', note: '名单在选定后公布' },
    { term: '联系人', detail: '申请受理后可见' },
  ] satisfies Fact[],
  sideActions: [
    { to: '/calendar/XQ-2025-0412.ics', label: '截止日加入日历' },
    { to: '/account/follow', label: '关注，有变化告诉我' },
    { to: '/needs/XQ-2025-0412/print', label: '打印或存为 PDF' },
  ],
  problem: {
    title: '主要问题',
    text: '公司在科技生态新城运营 46 台 L4 级无人配送车，夜间订单占三成。园区支路照度常低于 1 lx，现有视觉方案对 0.3 m 高的障碍物（路桩、倒伏单车、宠物）检出率只有 81%，误制动每百公里 4.6 次，夜间只能限速 8 km/h，每晚少送约 900 单。\n\n加装补光灯会扰民，换用高线束激光雷达使单车成本增加 2.4 万元，均不可取。需要在现有硬件上，用算法和一颗成本不超过 1,500 元的新增传感器解决。',
  },
  indicators: {
    title: '技术关键与指标',
    caption: '技术指标，现状与要求',
    heads: ['指标', '现状', '要求', '验收办法'],
    rows: [
      ['障碍物检出率（≤ 1 lx，15 m）', '81%', '≥ 98%', '第三方实测'],
      ['误制动，每百公里', '4.6 次', '≤ 0.5 次', '连续 3,000 km'],
      ['识别到制动的时延', '310 ms', '≤ 120 ms', '台架实测'],
      ['新增传感器成本', '—', '≤ 1,500 元', '采购凭据'],
    ],
  },
  conditions: { title: '揭榜方条件', text: '- 高校、科研院所或企业，近三年有车载感知量产或示范项目；\n- 团队不少于 5 人，其中 1 人常驻永川不少于 6 个月；\n- 与需求方没有控股或参股关系。' },
  criteria: {
    title: '评审标准',
    caption: '评审标准与权重',
    heads: ['标准', '看什么', '权重'],
    rows: [
      ['技术方案', '指标能否达到，路线是否可行', '45'],
      ['已有业绩', '同类项目和实测数据', '25'],
      ['费用与进度', '总价，里程碑', '20'],
      ['本地服务', '驻场人数与时间', '10'],
    ],
    foot: ['合计', '', '100'],
  },
  door: {
    title: '保密部分',
    head: '这一部分由企业保管，同意后才能看',
    contents: '里面有：现有算法结构（约 1,400 字）、实车数据集说明、传感器供应商清单，共 3 份附件。',
    steps: ['登录，并以已核验的单位身份申请；', '写明用途和查阅人，签保密承诺；', '企业同意后可在线查阅，每次查阅留有记录。'],
    action: '申请查阅保密部分',
    note: '企业通常 2 个工作日内答复。已有 5 家申请，同意 3 家。',
  },
  questions: {
    title: '提问与回答',
    items: [
      {
        question: '新增传感器是否可以用热成像？雨雾天也要达到 98% 吗？',
        answer: '可以，只要单价不超过 1,500 元。98% 指晴天和阴天；小雨（每小时 2.5 mm 以下）要求不低于 95%，大雨不考核。',
        note: '9 月 18 日提问，9 月 19 日回答。指标表已据此修改。',
      },
      { question: '数据能否带出园区训练？', answer: '脱敏后的可以；原始数据只能在公司机房使用，可提供 4 张显卡。', note: '9 月 19 日提问，9 月 22 日回答。' },
      { question: '一项等待回答的提问', waiting: '等企业回答', note: '9 月 21 日提问，回答后公开。' },
    ] satisfies Question[],
    ask: '向企业提问',
    hint: '10 月 13 日 17:00（北京时间）前可以提问。提问只有企业看得到；回答公开，不显示谁问的。',
    submit: '提交提问',
  },
  log: {
    title: '修改记录',
    items: [
      { at: at('2025-09-19T15:00'), parts: ['资金 ', { del: '60–100 万元' }, ' 改为 ', { ins: '80–120 万元' }, '；检出率补充小雨条件 ', { ins: '≥ 95%' }] },
      { at: at('2025-09-17T11:00'), parts: ['区科技局审核通过，发布'] },
      { at: at('2025-09-15T09:20'), parts: ['企业提交'] },
    ] satisfies Change[],
  },
  near: {
    title: '相近的',
    items: [
      { to: '/scenarios/2025-03-017', title: '科技生态新城夜间自动驾驶环卫作业', line: ['应用场景', '180 万元', '还有 18 天', '同一区域、同样夜间作业'] },
      { to: '/achievements/CG-2024-0188', title: '激光雷达与毫米波雷达在线联合标定方法', line: ['科技成果', 'TRL 6', '30–50 万元', '可用于本需求的传感器标定'] },
    ],
  },
}

export const match = {
  title: '对接审核',
  progress: '接受 11，排除 5，稍后 1。用时 3 分 24 秒',
  pairLabel: '需求与候选人',
  left: {
    kind: '企业需求',
    number: 'XQ-2025-0412',
    to: '/needs/XQ-2025-0412',
    title: needTitle,
    segments: needWords,
    facts: [
      { term: '需求方', detail: '重庆驭行智能装备有限公司' },
      { term: '资金', detail: '80–120 万元，揭榜挂帅' },
      { term: '截止', detail: '10 月 15 日 17:00，还有 23 天' },
    ],
  },
  right: {
    kind: '人才',
    number: 'RC-0307',
    to: '/experts/RC-0307',
    title: '周砚舟　副研究员，车载感知',
    facts: [
      { term: '单位', detail: '渝西智能网联研究院' },
      { term: '成果', detail: '6 项，其中 TRL 6 以上 3 项' },
      { term: '可用', detail: '10 月起；在手 2 项，还能接 1 项' },
    ],
  },
  verdict: '较强',
  summary: '三处对得上',
  joints: [
    {
      n: 1 as const,
      label: '很相近',
      points: '9 / 12 分',
      left: { cite: '主要问题', parts: marked('园区支路照度常低于 1 lx，[现有视觉方案对 0.3 m 高的障碍物检出率只有 81%]，误制动每百公里 4.6 次……') },
      right: { cite: '成果 CG-2025-0033 摘要', parts: marked('提出近红外与事件相机融合的检测方法，[在 0.5–1 lx 下对 0.25 m 以上目标的检出率为 97.2%]……') },
    },
    {
      n: 2 as const,
      label: '相近',
      points: '7 / 10 分',
      left: { cite: '技术关键与指标', parts: marked('[识别到制动的时延不超过 120 ms]，算力为车规级 30 TOPS，余量约四成。') },
      right: { cite: '项目经历，2023 年', parts: marked('……将检测网络压缩到 11 TOPS，[端到端时延 96 ms]，在 14 台无人物流车上连续运行 9 个月。') },
    },
    {
      n: 3 as const,
      label: '有关联',
      points: '5 / 8 分',
      left: { cite: '预期目标', parts: marked('形成一套[可移植到环卫车]的低照度感知软件，申请发明专利不少于 2 项。') },
      right: { cite: '研究方向', parts: marked('多传感器融合、[跨车型迁移]；发明专利 9 项，其中 4 项已许可。') },
    },
  ],
  basis: '依据',
  partsTitle: '78 分怎么来的',
  parts: [
    { label: '技术内容', points: 21, max: 30, note: '要解决的问题和能提供的内容很接近' },
    { label: '专业方向', points: 18.1, max: 22, note: '从用词看，两边讲的都是“智能网联汽车”' },
    { label: '同类佐证', points: 7.6, max: 10, note: '和它最相近的成果、人才大多也对得上' },
    { label: '技术领域', points: 10, max: 10, note: '都是现代交通' },
    { label: '同类经历', points: 5.3, max: 10, note: '做过无人物流车，没有园区道路验收' },
    { label: '合作方式', points: 9, max: 9, note: '都接受联合开发、委托研发' },
    { label: '地域', points: 7, max: 9, note: '重庆市内，可驻场 6 个月' },
  ],
  checksTitle: '硬性条件',
  checks: [
    { ok: true, text: '没有利益关系：双方单位无控股、参股，双方均已声明' },
    { ok: true, text: '没有超载：接受后在手 3 项，上限 3 项' },
    { ok: false, text: '时间不合：10 月起可用，需求 9 月 28 日开始' },
  ],
  alternatesTitle: '备选 3 人',
  alternatesNote: '接受后保留',
  alternates: [
    { to: '/experts/RC-0112', name: '陈牧川', note: '重庆交渡科技', score: 71 },
    { to: '/experts/RC-0258', name: '罗映秋', note: '渝西智能网联研究院', score: 66 },
    { to: '/experts/RC-0419', name: '何以宁', note: '缙云感知实验室', score: 58 },
  ],
  undo: { message: '上一对已排除：方向不符', label: '撤销（还有 8 秒）' },
  accept: '接受',
  exclude: '排除',
  later: '稍后',
  next: '下一对：秀芽茶杀青温度在线监测，64 分',
}

export const contract = {
  title: '报送技术合同',
  state: '草稿',
  sub: ['HT-2025-1038', '9 月 22 日 09:41 已自动保存'],
  errors: [{ field: 'technologyAmount', message: '技术交易额：最多 928,500.00 元，你填的多 54,000.00 元' }],
  sections: ['合同', '双方', '金额', '时间', '来历与附件'],
  project: { label: '项目名称', hint: '照合同封面填', value: '秀芽茶杀青温度在线监测与自动调控系统开发' },
  type: {
    label: '合同类别',
    options: ['技术开发（委托）', '技术开发（合作）', '技术转让', '技术许可', '技术咨询', '技术服务'],
  },
  field: { label: '技术领域', options: ['农业', '电子信息', '先进制造'] },
  ipr: { label: '知识产权', options: ['专利', '技术秘密', '计算机软件著作权'] },
  seller: { label: '卖方（研发、转让、服务的一方）', name: '渝西农产品智能装备研究院', note: '12500118MB0X417265　科研机构　重庆市永川区（500118）', change: '更换' },
  buyer: {
    label: '买方',
    hint: '输入名称或统一社会信用代码，几个字就行',
    value: '云岫',
    found: '找到的单位',
    options: [
      { value: '1', label: '云岫茶业（重庆）有限公司', note: '91500118MA5U2K7H07　内资企业　永川区　已核验' },
      { value: '2', label: '重庆云岫包装材料有限公司', note: '91500118MA7F9D1J4T　内资企业　永川区' },
      { value: 'new', label: '没有？按营业执照新填一家' },
    ],
  },
  amounts: [
    { name: 'totalAmount', label: '合同总额', value: '1,286,000.00' },
    { name: 'equipmentAmount', label: '其中：外购设备、仪器', value: '312,000.00' },
    { name: 'materialAmount', label: '其中：外购零部件、原材料', value: '45,500.00' },
  ],
  technology: {
    label: '技术交易额',
    hint: '总额减去外购的部分，不会自动填',
    error: '最多 928,500.00 元，你填的多 54,000.00 元。请核对，是不是把 2 和 8 写反了？',
    value: '982,500.00',
  },
  payment: { label: '付款方式', options: ['一次总付', '分期支付', '提成支付', '一次总付加提成'] },
  sumsLabel: '金额核算',
  sumsCaption: '合同金额核算，单位元',
  sums: [
    { label: '合同总额（成交额）', amount: '1,286,000.00' },
    { label: '减：外购设备、仪器', amount: '−312,000.00' },
    { label: '减：外购零部件、原材料', amount: '−45,500.00' },
    { label: '技术交易额最多', amount: '928,500.00', kind: 'total' as const },
    { label: '你填的技术交易额', amount: '982,500.00' },
  ],
  over: { label: '多出', amount: '54,000.00' },
  sumFacts: [
    { term: '大写', detail: '人民币壹佰贰拾捌万陆仟元整' },
    { term: '计入目标', detail: '登记后 1 项，128.6 万元' },
    { term: '审核', detail: '一人，15 个工作日内' },
  ],
  duplicate: {
    title: '可能重复',
    text: '同一双方、金额相同，7 月 30 日签订：',
    link: 'HT-2025-0873 秀芽茶杀青测温系统开发',
    actions: [
      { to: '/workspace/contracts/compare', label: '对照着看' },
      { to: '/workspace/contracts/different', label: '不是同一份' },
    ],
  },
  signed: { label: '签订日期', value: '2025-09-19' },
  begins: { label: '开始', value: '2025-10-01' },
  ends: { label: '结束', value: '2026-06-30' },
  source: {
    label: '这份合同从哪里来',
    options: [
      { value: 'need', label: '永创汇上的需求：秀芽茶杀青温度在线监测与自动调控', hint: 'XQ-2025-0405，9 月 2 日选定，经纪人：沈知微' },
      { value: 'scenario', label: '永创汇上的场景' },
      { value: 'outside', label: '站外' },
    ],
  },
  text: {
    label: '合同文本',
    hint: '已盖章的 PDF 或扫描件，单个不超过 20 MB',
    files: [{ name: '技术开发合同（盖章）.pdf', to: '/files/1', note: '3.2 MB　9 月 22 日 09:38　已查毒', removeValue: '1' }],
  },
  submit: '检查后提交',
  draft: '存为草稿',
  endNote: '下一步会按登记表的样子给你看一遍，确认后才提交。',
}
