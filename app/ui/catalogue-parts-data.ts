import type { Step, Task } from './progress'
import type { Tone } from './state'

/** Words of the page of parts and of the pages after a submission. */
export const parts = {
  title: '零件',
  lead: '每个零件的每种状态。数据为虚构。',
  heads: ['按钮', '搜索', '输入框', '出错时', '选择', '状态与标签', '提示', '列表为空', '翻页', '任务与进程', '图的边界情形', '排版'],
  buttons: { main: '提交审核', plain: '存为草稿', stop: '撤回需求', off: '还没到时间', link: '查看申请', small: '应用' },
  offNote: '10 月 1 日 9:00（北京时间）起可以申请。',
  fields: {
    text: { label: '需求名称', hint: '一句话说清要解决什么，30 字以内', value: '秀芽茶杀青温度在线监测' },
    optional: { label: '英文名称' },
    area: { label: '主要问题', hint: '现状、差距、已经试过什么', value: '杀青机温度靠人看，批次之间含水率相差 4 个百分点。' },
    select: { label: '技术领域', options: ['农业', '电子信息', '先进制造'] },
    date: { label: '截止时间', value: '2025-10-15T17:00' },
    money: { label: '最多', value: '120' },
    unit: '万元',
    file: { label: '附件', hint: '单个不超过 20 MB' },
  },
  errors: {
    text: '写上需求名称。',
    select: '选一个技术领域；不确定就选最接近的。',
    money: '最多要大于最少（80 万元）。',
    choice: '选一种合作方式。',
    check: '同意后才能提交。',
  },
  radio: {
    label: '选定方式',
    hint: '发布后不能改',
    options: [
      { value: 'open_call', label: '揭榜挂帅', hint: '按公布的标准选一家或几家' },
      { value: 'parallel', label: '赛马制', hint: '两三家同时做，每阶段决定谁继续' },
      { value: 'lump_sum', label: '包干制', disabled: true },
    ],
  },
  checkboxes: { label: '合作方式', options: ['联合开发', '委托研发', '技术许可', '技术服务'] },
  terms: { label: '我已读过并接受揭榜须知', hint: '2025 年 3 月版，约 900 字' },
  states: [
    ['open', '征集中'],
    ['wait', '审核中'],
    ['soon', '还有 2 天'],
    ['late', '落后 114 项'],
    ['ahead', '超前 10 项'],
    ['shut', '已截止'],
    ['done', '已签合同'],
  ] satisfies [Tone, string][],
  tags: ['激光雷达', '低照度', '紧急制动'],
  chip: '现代交通',
  chipOff: '30 天内截止',
  notices: [
    { tone: 'wait' as const, title: '等企业补充材料', text: '9 月 26 日前补上，审核接着算。' },
    { tone: 'stop' as const, title: '搜索服务暂时不可用', text: '现在用数据库查，结果一样，排序可能不同。' },
    { tone: 'calm' as const, title: '已保存', text: '9 月 22 日 09:41，草稿只有你看得到。' },
  ],
  empty: { title: '还没有人申请', text: '发布 3 天了。把需求发给对口的技术经纪人，或看看为你配好的 6 个人。', actions: ['看 6 个配对', '请经纪人帮忙'] },
  tasks: [
    { label: '合同与双方', to: '/workspace/contracts/1#1', tone: 'done', state: '已填好' },
    { label: '金额', to: '/workspace/contracts/1#3', hint: '技术交易额比最多的多 54,000.00 元', tone: 'soon', state: '有 1 处要改' },
    { label: '附件', to: '/workspace/contracts/1#5', tone: 'open', state: '可以填' },
    { label: '提交', tone: 'shut', state: '前三步填好后' },
  ] satisfies Task[],
  tasksLabel: '要做的四步',
  steps: [
    { label: '提交', state: 'done', when: '9 月 15 日' },
    { label: '区科技局审核', state: 'done', when: '9 月 17 日', note: '李蔓青，用了 2 个工作日' },
    { label: '征集', state: 'now', when: '到 10 月 15 日 17:00' },
    { label: '评审', state: 'next', note: '3 位专家，5 个工作日' },
    { label: '选定', state: 'next' },
  ] satisfies Step[],
  stepsLabel: '进程',
  rulers: {
    full: [
      { label: '第一批', count: 25 },
      { label: '第二批', count: 25 },
      { label: '第三批', count: 26 },
      { label: '第四批', count: 24 },
    ],
    small: [
      { label: '第一批', count: 6 },
      { label: '第二批', count: 3 },
    ],
  },
  over: { name: '技术合同', valueText: '5,210 项', targetText: '5,000 项' },
  prose: '区科技局每年征集 100 项应用场景，分四批发布。\n\n- 场景由牵头单位提出；\n- 企业、院所和个人都可以申请。\n\n超过 500 万元的技术交易额由两人审核。',
}

export const submitted = {
  check: '提交前再看一遍',
  groups: [
    {
      title: '合同',
      changeTo: '/workspace/contracts/1#1',
      items: [
        { term: '项目名称', detail: '秀芽茶杀青温度在线监测与自动调控系统开发', changeTo: '/workspace/contracts/1#field-project' },
        { term: '合同类别', detail: '技术开发（委托）', changeTo: '/workspace/contracts/1#field-type' },
      ],
    },
    {
      title: '金额',
      items: [
        { term: '合同总额', detail: '1,286,000.00 元', changeTo: '/workspace/contracts/1#field-totalAmount' },
        { term: '技术交易额', detail: '928,500.00 元', changeTo: '/workspace/contracts/1#field-technologyAmount' },
      ],
    },
  ],
  confirmation: {
    title: '已提交，15 个工作日内审核',
    numberLabel: '合同编号',
    number: 'HT-2025-1038',
    steps: [
      { what: '区科技局审核文本与金额', when: '10 月 21 日前' },
      { what: '登记后计入目标，发给你登记证明', when: '登记当天' },
      { what: '要补材料时发邮件给你，时限从补齐起重新算', when: '随时' },
    ],
    links: ['看这份合同', '再报一份'],
  },
}
