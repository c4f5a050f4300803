import { translator, type Locale, type MessageKey } from '~/i18n'

/**
 * The columns of a table of contracts, as it is imported and exported: the fields of the national registration form (domain.md, section 7), how a cell is read, and
 * under which headers others keep them. The template has them in this order.
 */
export type ColumnKind = 'text' | 'kind' | 'ipr' | 'plan' | 'nature' | 'scale' | 'payment' | 'field' | 'objective' | 'industry' | 'amount' | 'day' | 'pending' | 'related'
export type Column = { path: string; kind: ColumnKind; required: boolean; aliases: readonly string[] }

const column = (path: string, kind: ColumnKind, required: boolean, ...aliases: string[]): Column => ({ path, kind, required, aliases })

/** The registration form prefixes a party's fields with seller or buyer; people say 让与方, 受让方, 甲方 … as well. */
function party(side: 'seller' | 'buyer', names: readonly string[]): Column[] {
  const of = (...parts: string[]) => names.flatMap((name) => parts.map((part) => `${name}${part}`))
  return [
    column(`${side}.name`, 'text', true, `${side}name`, ...names, ...of('名称', '单位', '单位名称')),
    column(`${side}.creditCode`, 'text', false, `${side}creditcode`, `${side}code`, ...of('统一社会信用代码', '信用代码', '社会信用代码', '机构代码')),
    column(`${side}.nature`, 'nature', true, `${side}type`, ...of('性质', '类型', '类别', '单位性质')),
    column(`${side}.regionCode`, 'text', false, `${side}region`, `${side}area`, ...of('所在区县', '所在地', '地区', '行政区划', '行政区划代码')),
    column(`${side}.scale`, 'scale', false, `${side}_scale`, ...of('规模', '企业规模')),
    column(`${side}.address`, 'text', false, `${side}address`, ...of('地址', '通讯地址')),
    column(`${side}.representative`, 'text', false, `${side}representative`, ...of('法定代表人', '法人代表', '代表人')),
    column(`${side}.contactName`, 'text', false, `${side}contact`, ...of('联系人')),
    column(`${side}.contactPhone`, 'text', false, `${side}phone`, ...of('联系电话', '电话')),
  ]
}

export const columns: readonly Column[] = [
  column('projectName', 'text', true, 'projectname', '合同名称', '技术合同名称', '项目'),
  column('kind', 'kind', true, 'contracttype', '合同类型', '合同种类', '技术合同类型'),
  column('field', 'field', true, 'techarea', '技术领域', '所属技术领域'),
  column('ipr', 'ipr', true, 'ipr', '知识产权类型', '知识产权形式'),
  column('plan', 'plan', true, 'projectplantype', '计划类别', '项目计划来源'),
  ...party('seller', ['卖方', '让与方', '转让方', '乙方', '受托方', '出让方']),
  ...party('buyer', ['买方', '受让方', '甲方', '委托方']),
  column('totalAmount', 'amount', false, 'totalamount', '合同金额', '合同总额', '成交额', '合同成交金额', '合同成交总额'),
  column('equipmentAmount', 'amount', false, '设备费', '外购设备'),
  column('materialAmount', 'amount', false, '材料费', '外购材料'),
  column('technologyAmount', 'amount', false, 'technicalamount', '技术交易金额', '技术合同交易额', '技术性收入'),
  column('pending', 'pending', false, '待定'),
  column('paymentMethod', 'payment', true, 'paymethod', '支付方式', '价款支付方式'),
  column('signedOn', 'day', true, 'signdate', '签订时间', '签约日期', '签约时间', '合同签订日期'),
  column('beginsOn', 'day', false, 'contractbegindate', '合同开始日期', '起始日期', '履行开始日期'),
  column('endsOn', 'day', false, 'contractenddate', '合同结束日期', '终止日期', '履行结束日期', '截止日期'),
  column('related', 'related', false, 'isrelated', '是否关联交易', '关联方交易'),
  column('objective', 'objective', false, '社会经济目标代码'),
  column('buyerIndustry', 'industry', false, '国民经济行业', '所属行业', '买方行业', '服务的国民经济行业'),
  column('needNumber', 'text', false, '来源需求'),
  column('scenarioSerial', 'text', false, '来源场景'),
  column('brokerNumber', 'text', false, '经纪人编号'),
  column('registrationNumber', 'text', false, '合同登记编号', '合同登记号', '认定登记编号', '登记号'),
  column('registrationOffice', 'text', false, '登记点', '认定登记机构', '登记站'),
  column('registeredOn', 'day', false, '登记时间', '认定登记日期', '认定日期'),
]

const amountUnit = { 'zh-CN': '（元）', en: ' (yuan)' } as const

/** The header of a column as the template has it; amounts name their unit. */
export function headerOf({ path, kind }: Column, locale: Locale): string {
  return translator(locale)(columnMessage(path)) + (kind === 'amount' ? amountUnit[locale] : '')
}

export const columnOf = (path: string): Column | undefined => columns.find((one) => one.path === path)

/** The message that names a column in the template and beside a problem. */
export const columnMessage = (path: string): MessageKey => `import.column.${path}` as MessageKey
