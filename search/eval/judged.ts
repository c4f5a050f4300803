import { Converter } from 'opencc-js/cn2t'
import { pinyin } from 'pinyin-pro'
import { segment } from '../text/segment'

export type JudgedDocument = { id: string; title: string; content: string; keywords: string }
/** A query with what each document is worth for it: 2 when its title has the subject, 1 when only the rest has. */
export type JudgedQuery = { id: string; kind: string; q: string; grades: Map<string, number> }
/** A word to ask for, and other words that mean the same. */
export type Subject = { word: string; others: string[] }

/** Kinds of queries, by how what was typed differs from what stands in the documents. */
export const judgedKinds = [
  'whole word', 'inside a word', 'several words', 'spaces', 'pinyin', 'initials', 'half pinyin', 'traditional', 'one wrong character', 'one missing character', 'synonym', 'question',
] as const
type Kind = (typeof judgedKinds)[number]

const questions = [
  '有没有关于…的技术', '请问谁在做…？', '我想找…方面的专家', '怎么解决…的问题', '有没有人研究…', '哪家单位能做…', '我们公司想了解…的方案', '寻找…相关成果', '…有什么好办法吗', '想请教一下…怎么做',
]
/** More documents than this have the subject: the first ten cannot tell good from bad. */
const mostRelevant = 150

const toTraditional = Converter({ from: 'cn', to: 't' })
const han = /^\p{Script=Han}+$/u
const read = (word: string) => pinyin(word, { toneType: 'none', type: 'array', v: true })

/** `word = other = other` a line; lines that begin with # say something to the reader. */
export function readSubjects(text: string): Subject[] {
  return text.split('\n').map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#')).map((line) => {
    const [word = '', ...others] = line.split('=').map((one) => one.trim())
    return { word, others }
  })
}

type Judge = (words: string[]) => Map<string, number>

/** Grades documents by the words that stand in them, letter for letter: it knows nothing of how search works. */
function judgeOf(documents: readonly JudgedDocument[]): Judge {
  const low = documents.map(({ id, title, content, keywords }) => ({ id, title: title.toLowerCase(), all: `${title}\n${content}\n${keywords}`.toLowerCase() }))
  return (words) => {
    const asked = words.map((word) => word.toLowerCase())
    const grades = new Map<string, number>()
    for (const { id, title, all } of low) {
      if (asked.some((word) => title.includes(word))) grades.set(id, 2)
      else if (asked.some((word) => all.includes(word))) grades.set(id, 1)
    }
    return grades
  }
}

/** Characters of the documents by their sound, in order, so that a slip is one that an input method offers. */
function soundsOf(documents: readonly JudgedDocument[]): Map<string, string[]> {
  const characters = [...new Set(documents.map(({ title }) => title).join('').match(/\p{Script=Han}/gu) ?? [])].sort()
  const sounds = new Map<string, string[]>()
  for (const character of characters) {
    const sound = read(character)[0] ?? ''
    sounds.set(sound, [...(sounds.get(sound) ?? []), character])
  }
  return sounds
}

/** The word with one character replaced by another of the same sound; null where there is none. */
function misspelled(word: string, sounds: Map<string, string[]>): string | null {
  const syllables = read(word)
  for (let place = word.length - 1; place >= 0; place--) {
    const [other] = (sounds.get(syllables[place] ?? '') ?? []).filter((character) => character !== word[place])
    if (other) return word.slice(0, place) + other + word.slice(place + 1)
  }
  return null
}

/** The keyword that most often stands beside the word, for a query of two. */
function companion(word: string, documents: readonly JudgedDocument[]): string | null {
  const beside = new Map<string, number>()
  for (const { title, keywords } of documents) {
    if (!title.includes(word) && !keywords.includes(word)) continue
    for (const keyword of keywords.split('、')) if (keyword.length > 1 && !keyword.includes(word) && !word.includes(keyword)) beside.set(keyword, (beside.get(keyword) ?? 0) + 1)
  }
  return [...beside].sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1))[0]?.[0] ?? null
}

/** The judged set over documents: every subject in all the kinds that it has a form in. The same documents give the same set. */
export function judgedQueries(documents: readonly JudgedDocument[], subjects: readonly Subject[]): JudgedQuery[] {
  const judge = judgeOf(documents)
  const sounds = soundsOf(documents)
  const made: JudgedQuery[] = []
  const add = (kind: Kind, q: string | null, grades: Map<string, number>) => {
    if (q !== null && q !== '' && grades.size > 0 && grades.size <= mostRelevant) made.push({ id: `q${made.length + 1}`, kind, q, grades })
  }
  subjects.forEach(({ word, others }, index) => {
    const grades = judge([word])
    add('whole word', word, grades)
    const beside = companion(word, documents)
    if (beside) add('several words', `${word} ${beside}`, both(grades, judge([beside])))
    add('question', (questions[index % questions.length] ?? '').replace('…', word), grades)
    for (const other of others) add('synonym', other, judge([word, other]))
    if (!han.test(word)) return
    const syllables = read(word)
    if (word.length > 2) {
      const inside = word.slice(1, 3)
      if (segment(word).every((part) => part !== inside)) add('inside a word', inside, judge([inside]))
      const cut = segment(word)[0]?.length ?? 2
      add('spaces', `${word.slice(0, cut === word.length ? 2 : cut)} ${word.slice(cut === word.length ? 2 : cut)}`, grades)
      add('half pinyin', syllables.slice(0, -1).join('') + (syllables.at(-1) ?? '').slice(0, 1), grades)
      add('initials', syllables.map((syllable) => syllable.slice(0, 1)).join(''), grades)
      add('one wrong character', misspelled(word, sounds), grades)
    }
    if (word.length > 3) add('one missing character', word.slice(0, 2) + word.slice(3), grades)
    add('pinyin', syllables.join(''), grades)
    if (toTraditional(word) !== word) add('traditional', toTraditional(word), grades)
  })
  return made
}

/** What is relevant for both words, worth the better of the two. */
function both(one: Map<string, number>, other: Map<string, number>): Map<string, number> {
  return new Map([...one].filter(([id]) => other.has(id)).map(([id, grade]) => [id, Math.max(grade, other.get(id) ?? 0)]))
}
