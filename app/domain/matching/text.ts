import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict'
import { foldWithMap } from '#search/text/fold'

const jieba = Jieba.withDict(dict)
/** Words that every need and every result has: they say nothing of what it is about. */
const empty = new Set('的 了 和 与 及 或 在 对 为 是 有 等 中 由 以 于 将 从 到 并 可 能 要 不 无 其 该 这 我们 进行 实现 要求 需要 具有 采用 基于 技术 研究 系统 方法 问题 项目 公司 企业 目前 现有 已有 提高 提升 降低 达到 满足 支持 开展 应用 开发 解决 方案 平台 设备 产品 使用 通过 相关 情况 方面 过程 以上 以下 不低于 不超过 不少于 主要 关键 指标 目标 完成 形成 合作 单位 团队 永川 重庆'.split(' '))

const latin = /^[a-z0-9][a-z0-9.+#-]*$/
const number = /^\d+(\.\d+)?$/
const pieces = /\p{Script=Han}+|[a-z0-9][a-z0-9.+#-]*/gu

/** Folded text without the spaces that some write between Chinese words, and where each of its characters stands in the original. */
export function closedUp(original: string): { text: string; at: (index: number) => number } {
  const folded = foldWithMap(original)
  if (!/\p{Script=Han} +\p{Script=Han}/u.test(folded.text)) return folded
  const gaps = [...folded.text.matchAll(/(?<=\p{Script=Han}) +(?=\p{Script=Han})/gu)]
  const starts: number[] = []
  let text = ''
  let from = 0
  for (const gap of [...gaps.map((match) => ({ start: match.index, end: match.index + match[0].length })), { start: folded.text.length, end: folded.text.length }]) {
    text += folded.text.slice(from, gap.start)
    for (let index = from; index < gap.start; index++) starts.push(folded.at(index))
    from = gap.end
  }
  return { text, at: (index) => starts[index] ?? original.length }
}

/** What a text is compared by: its characters, its pairs of neighbouring characters, and Latin words with more than digits in them. */
export const gramsOf = (original: string): string[] => gramsIn(closedUp(original).text)

/** The same of a text that is folded and closed up already. */
export function gramsIn(closed: string): string[] {
  const grams: string[] = []
  for (const [piece] of closed.matchAll(pieces)) {
    if (latin.test(piece)) {
      if (piece.length > 1 && !number.test(piece)) grams.push(piece)
      continue
    }
    const characters = [...piece]
    characters.forEach((character, index) => {
      grams.push(character)
      const next = characters[index + 1]
      if (next) grams.push(character + next)
    })
  }
  return grams
}

/**
 * The words in which any business asks for anything: who it is, what it makes a year, that it hopes and seeks, how it would work
 * together. They stand in every need and say nothing of its problem; the matter's own words (装置, 工艺, 控制 …) are not among them.
 */
const dealing = /(?:我们|我司|我公司|本公司|我厂|本厂|该公司|公司|企业)(?:成立于|主要从事|主要生产|专业从事|主营|是一家|生产|从事)?|年(?:产值|产量|产|销售额|营业额|处理量)|(?:迫切|急需|希望|寻求|寻找|拟|欲|诚邀|征集)+(?:与|找到|得到|引进|合作|开发)*|合作(?:方式|单位|伙伴|方)?|委托开发|联合开发|合作开发|共同开发|技术转让|技术入股|技术服务|技术咨询|专利许可|专利转让|产学研(?:合作)?|高等院校|高校院所|大专院校|高校|科研院所|科研机构|院所|专家团队|(?:技术)?(?:需求|难题|瓶颈|难点)|(?:需要|需|要)?(?:解决|攻克|突破)(?:的)?(?:关键)?(?:技术)?(?:问题|难题)?|(?:主要)?(?:技术)?(?:指标|要求)(?:如下|为)?|不(?:低于|高于|大于|小于|少于|超过)|(?:以上|以下|以内|左右)|(?:万|亿)元/g

/** A text that asks, without the words of dealing; where one stood its neighbours do not meet. What has nothing else stays as it is. */
export function withoutDealing(text: string): string {
  const rest = text.replace(dealing, '，')
  return /[\p{L}\p{N}]/u.test(rest) ? rest : text
}

export type Term = { text: string; start: number; end: number }

/**
 * The terms of a text that are worth showing, with their places in it: words of two characters, the pairs inside longer
 * words, and Latin words. Each is a gram, so that how rare it is is known; words that say nothing are left out.
 */
export function termsOf(original: string): Term[] {
  const { text, at } = closedUp(original)
  const terms: Term[] = []
  const add = (start: number, end: number) => terms.push({ text: text.slice(start, end), start: at(start), end: at(end - 1) + 1 })
  let start = 0
  for (const word of jieba.cut(text, true)) {
    const end = start + word.length
    if (latin.test(word) ? word.length > 1 && !number.test(word) : word.length === 2 && /^\p{Script=Han}+$/u.test(word) && !empty.has(word)) add(start, end)
    else if (/^\p{Script=Han}{3,}$/u.test(word) && !empty.has(word)) for (let n = start; n + 2 <= end; n++) add(n, n + 2)
    start = end
  }
  return terms
}

/** Sentences and clauses, long enough to say something, with their marks. */
export function sentencesOf(text: string): string[] {
  return (text.match(/[^。！？；;\n]+[。！？；;]?/g) ?? []).map((sentence) => sentence.trim()).filter((sentence) => sentence.length >= 6)
}
