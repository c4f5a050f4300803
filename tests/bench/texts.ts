import { readFileSync } from 'node:fs'
import { createRng } from '#prisma/seed/sample/rng'

/** What a made-up record says: a title of some 20 characters, a summary and a body of some 310 together, five keywords. */
export type Text = { title: string; summary: string; body: string; keywords: string[] }

const titles = ['面向{a}的{b}关键技术', '{a}{b}系统研制与应用', '基于{b}的{a}检测方法', '{a}用{b}的制备工艺', '高可靠{a}与{b}协同控制', '{a}中{b}的快速评价', '一种{a}{b}装置', '{b}在{a}中的示范应用']
const sentences = [
  '针对{a}在{b}环节稳定性不足的问题，提出以{c}为核心的改进路线。', '现有{a}成本较高，{b}的一致性难以保证。', '通过{a}与{b}的联合优化，{c}指标提高约{n}%。',
  '已在{n}家单位完成{a}试用，{b}运行正常。', '形成{a}设计规范，配套{b}与{c}的测试方法。', '样机经第三方检测，{a}满足{b}的使用要求。',
  '团队长期从事{a}和{b}研究，具备{c}中试条件。', '可提供{a}的工艺包、{b}培训与{c}技术支持。', '与传统{a}相比，{b}能耗降低{n}%。', '适用于{a}、{b}和{c}等场景。',
]

/** Words of the trades, as the search's own word list has them: some seven thousand, in the order of the file. */
function tradeWords(): string[] {
  const lines = readFileSync('search/words/synonyms.txt', 'utf8').split('\n').filter((line) => line && !line.startsWith('#'))
  return [...new Set(lines.flatMap((line) => line.split(/ [=>] /)).filter((word) => /^\p{Script=Han}{2,8}$/u.test(word)))]
}

/** Texts without end; the same seed gives the same ones. Common words come more often than rare ones, as in real records. */
export function* texts(seed: number): Generator<Text, never> {
  const rng = createRng(seed)
  const words = createRng(1).shuffle(tradeWords())
  // The square of an even number leans towards the front of the list.
  const word = () => words[Math.floor(rng.next() ** 2 * words.length)] ?? ''
  const filled = (pattern: string) => pattern.replace(/\{([abcn])\}/g, (_, name: string) => (name === 'n' ? String(rng.int(3, 95)) : word()))
  const some = (count: number) => Array.from({ length: count }, () => filled(rng.pick(sentences))).join('')
  for (;;) yield { title: filled(rng.pick(titles)), summary: some(3), body: some(7), keywords: [word(), word(), word(), word(), word()] }
}

/** What people ask such records for: a word that some record has, or two that one has together. The same list every time. */
export function questions(count: number): string[] {
  const written = texts(11)
  return Array.from({ length: count }, (_, place) => written.next().value.keywords.slice(0, place % 4 === 3 ? 2 : 1).join(' '))
}
