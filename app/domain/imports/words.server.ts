import { contractKinds, iprKinds, natures, paymentMethods, planSources } from '~/domain/contracts/schema'
import { labels } from '~/domain/district/service.server'
import { scales } from '~/domain/organisations/schema'
import { locales, translator, type MessageKey } from '~/i18n'
import { wordKey, type Words } from './cells'
import { columnMessage, columns } from '~/domain/contracts/columns'

/** Other words by which files name a code: the forms before 2026, the national system, everyday short forms. None that leaves open which code is meant. */
const alsoCalled: Record<string, Record<string, string>> = {
  kind: { 委托开发: 'development_commissioned', 合作开发: 'development_cooperative', 技术转让合同: 'transfer', 技术许可合同: 'licence', 技术咨询合同: 'consulting', 技术服务合同: 'service', 技术培训: 'service_training', 技术中介: 'service_intermediary' },
  ipr: { 专利: 'patent', 专利权: 'patent', 技术秘密: 'know_how', 软件著作权: 'software_copyright', 集成电路布图设计: 'layout_design', 植物新品种: 'plant_variety', 无: 'none', 未涉及: 'none' },
  plan: { 国家: 'national', 部门: 'ministry', 省级: 'provincial', 省级及计划单列市: 'provincial', 地市县: 'municipal', 市级: 'municipal', 无: 'unplanned' },
  payment: { 一次性支付: 'lump_sum', 一次支付: 'lump_sum', 分期付款: 'instalments', 提成: 'royalty' },
  nature: { 机关法人: 'government', 科研院所: 'research_institute', 高等院校: 'university', 医疗机构: 'medical', 内资: 'domestic_enterprise', 个人: 'individual', 自然人: 'individual' },
}

function named(codes: readonly string[], message: (code: string) => string, others: Record<string, string> = {}): Map<string, string> {
  const words = new Map(Object.entries(others).map(([name, code]) => [wordKey(name), code]))
  for (const code of codes) {
    words.set(wordKey(code), code)
    for (const locale of locales) words.set(wordKey(translator(locale)(message(code) as MessageKey)), code)
  }
  return words
}

/** Everything by which a cell may name a code: the words of the pages in both languages, the codes, and what files say instead. */
export async function wordsOfCells(): Promise<Words> {
  const terms = async (scheme: 'field' | 'objective' | 'industry') => {
    const words = new Map<string, string>()
    for (const locale of locales) for (const [code, name] of await labels(scheme, locale)) words.set(wordKey(name), words.get(wordKey(name)) ?? code).set(wordKey(code), code)
    return words
  }
  return {
    kind: named(contractKinds, (code) => `contract_kind.${code}`, alsoCalled.kind),
    ipr: named(iprKinds, (code) => `ipr.${code}`, alsoCalled.ipr),
    plan: named(planSources, (code) => `plan_source.${code}`, alsoCalled.plan),
    payment: named(paymentMethods, (code) => `payment.${code}`, alsoCalled.payment),
    nature: named(natures, (code) => `nature.${code}`, alsoCalled.nature),
    scale: named(scales, (code) => `contract.scale.${code}`),
    field: await terms('field'),
    objective: await terms('objective'),
    industry: await terms('industry'),
  }
}

/** The headers of the template in both languages: where each leads. */
export function headerNames(): Map<string, string> {
  return new Map(locales.flatMap((locale) => columns.map(({ path }) => [translator(locale)(columnMessage(path)), path] as const)))
}
