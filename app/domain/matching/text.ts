import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict'
import { fold } from '#search/text/fold'

const jieba = Jieba.withDict(dict)
/** Words that every need and every result has: they say nothing of what it is about. */
const empty = new Set('的 了 和 与 及 或 在 对 为 是 有 等 中 由 以 于 将 从 到 并 可 能 要 不 无 其 该 这 我们 进行 实现 要求 需要 具有 采用 基于 技术 研究 系统 方法 问题 项目 公司 企业 目前 现有 已有 提高 提升 降低 达到 满足 支持 开展 应用 开发 解决 方案 平台 设备 产品 使用 通过 相关 情况 方面 过程 以上 以下 不低于 不超过 不少于 主要 关键 指标 目标 完成 形成 合作 单位 团队 永川 重庆'.split(' '))

export type Term = { text: string; start: number; end: number }

/** The terms of a text with their places: words of two characters and more, pairs of characters inside longer words, Latin and digit runs. */
export function termsOf(original: string): Term[] {
  const text = fold(original)
  // Folding keeps the length for nearly all texts; where it does not, places are left out rather than wrong.
  const exact = text.length === original.length
  const terms: Term[] = []
  let at = 0
  for (const word of jieba.cut(text, true)) {
    const start = at
    at += word.length
    if (!exact && terms.length > 50_000) break
    if (/^[a-z0-9][a-z0-9.+#-]*$/.test(word)) {
      if (word.length > 1 && !/^\d+(\.\d+)?$/.test(word)) terms.push({ text: word, start, end: at })
      continue
    }
    if (!/^\p{Script=Han}{2,}$/u.test(word) || empty.has(word)) continue
    terms.push({ text: word, start, end: at })
    if (word.length > 2) for (let n = 0; n + 2 <= word.length; n++) terms.push({ text: word.slice(n, n + 2), start: start + n, end: start + n + 2 })
  }
  return terms
}

/** Sentences and clauses, long enough to say something, with their marks. */
export function sentencesOf(text: string): string[] {
  return (text.match(/[^。！？；;\n]+[。！？；;]?/g) ?? []).map((sentence) => sentence.trim()).filter((sentence) => sentence.length >= 6)
}
