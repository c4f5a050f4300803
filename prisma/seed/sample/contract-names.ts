import { placeName } from './areas'
import { groups } from './groups'
import type { Rng } from './rng'
import { createWriter } from './text'
import type { Topic } from './topics'
import type { SampleContract } from './types'

type Kind = SampleContract['type'] | 'training' | 'intermediary' | 'cooperative'

const PATTERNS: Record<Kind, string[]> = {
  development: ['{o}{w}(技术开发|委托开发|研制|开发)', '{w}(研制|技术开发|系统开发)（{o}）', '{area}{o}{w}(开发|研发)', '{o}{w}二期(开发|升级)', '面向{o}的{w}(研发|定制开发)', '基于{m}的{w}(开发|研究)', '{o}用{w}样机(试制|研制)', '{we}{w}(委托开发|定制开发)'],
  cooperative: ['{o}{w}(联合|合作)(研发|开发)', '{w}联合攻关（{o}）', '{o}{k}问题(联合研究|合作攻关)', '{we}与院所共同开发{w}'],
  service: ['{o}{w}技术服务', '{area}{o}{w}(测试|检测|运行维护|技术支持)服务', '{o}{k}(检测分析|测试服务|数据分析)', '{we}{w}(改造|调试|运维)技术服务', '{w}(现场调试|安装指导|升级)服务（{o}）', '{o}{w}年度(维护|技术支持)', '{area}{w}技术服务', '{we}{o}{k}(改善|优化)服务'],
  consulting: ['{o}{w}(可行性研究|技术咨询|方案评估)', '{area}{k}(专项规划|技术咨询|现状评估)', '{we}{k}(技术诊断|专利分析|技术路线咨询)', '{o}{k}(风险评估|技术论证)', '{w}技术(调研|咨询)（{o}）'],
  transfer: ['一种{o}用{w}(专利权|专利申请权)转让', '{w}(技术秘密|专利权|成果)转让', '{o}{w}(成套技术|技术秘密)转让', '{m}(相关专利|技术秘密)转让（{o}）', '面向{o}的{w}成果转让'],
  licence: ['{o}{w}(专利实施许可|普通许可|排他许可)', '{w}软件使用许可（{o}）', '{m}(专利|技术秘密)(普通许可|独占许可)', '{we}{w}(专利许可|技术许可)'],
  training: ['{o}{w}技术培训', '{we}{k}(岗位技术|操作)培训', '{area}{k}技术培训'],
  intermediary: ['{o}{w}技术中介服务', '{we}{k}技术(对接|居间)服务', '{w}成果转化中介']
}

/** The project name of a contract about a topic; `party` is the short name of one party. */
export function projectName(rng: Rng, kind: Kind, topic: Topic, party: string): string {
  const areas = groups[topic.group].areas
  const write = createWriter(rng, {
    o: rng.pick(topic.objects), w: rng.pick(topic.works), m: rng.pick(topic.methods), k: rng.pick(topic.keywords), area: placeName(rng.pick(areas)), we: party
  })
  return write(rng.pick(PATTERNS[kind]))
}
