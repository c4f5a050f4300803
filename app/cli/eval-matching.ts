import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { hold, learn, readingOf } from '~/domain/matching/held'
import { leastJudged, mean, measure, ranked, recall, type Judged } from '~/domain/matching/measures'
import { askingProfile, profileOf, type Section } from '~/domain/matching/profile'
import { scoreAll } from '~/domain/matching/ranking'
import { candidateKinds } from '~/domain/matching/schema'
import type { Candidate, Target } from '~/domain/matching/score'
import { plainBm25 } from './eval-baseline'
import { candidateShape, FileError, needShape, readJsonLines, readJudgements, type EvalCandidate, type EvalNeed, type Judgement } from './eval-files'

const usage = 'npm run eval:matching [-- --needs N.jsonl --candidates C.jsonl --qrels Q.tsv [--related-from GRADE] [--run out.trec] [--pool all]]'
const depths = [10, 50, 100]
type Files = { needs: string; candidates: string; qrels: string }
/** The project's own judged sets, measured one after the other where no other is named. */
const ownFolder = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', 'domain', 'matching', 'eval')
const ownSets = ['first', 'second'].map((name) => ({ name, needs: path.join(ownFolder, name, 'needs.jsonl'), candidates: path.join(ownFolder, name, 'candidates.jsonl'), qrels: path.join(ownFolder, name, 'qrels.tsv') }))

class UsageError extends Error {}

function options() {
  let values
  try {
    values = parseArgs({ options: { needs: { type: 'string' }, candidates: { type: 'string' }, qrels: { type: 'string' }, run: { type: 'string' }, pool: { type: 'string' }, 'related-from': { type: 'string' } } }).values
  } catch (error) {
    throw new UsageError((error as Error).message.split('. ')[0])
  }
  const { needs, candidates, qrels, run, pool = 'judged' } = values
  const ours = needs === undefined && candidates === undefined && qrels === undefined
  if (!ours && (!needs || !candidates || !qrels)) throw new UsageError(`--${!needs ? 'needs' : !candidates ? 'candidates' : 'qrels'} is missing`)
  if (pool !== 'all' && pool !== 'judged') throw new UsageError('--pool is all or judged')
  if (ours && run) throw new UsageError('--run is of one set: name its files')
  const typed = values['related-from'] ?? (ours ? '3' : undefined)
  const relatedFrom = typed === undefined ? null : Number(typed)
  if (relatedFrom !== null && (typed?.trim() === '' || !Number.isFinite(relatedFrom))) throw new UsageError('--related-from is a grade')
  const sets: (Files & { name?: string })[] = needs && candidates && qrels ? [{ needs, candidates, qrels }] : ownSets
  return { sets, run, all: ours || pool === 'all', relatedFrom }
}

const sections = (one: Record<string, string>): Section[] => Object.entries(one).map(([name, text]) => ({ name, text })).filter(({ text }) => text.trim() !== '')
const kindOf = (kind: string) => candidateKinds.find((known) => known === kind) ?? 'achievement'

/** A need as the portal would match it; what the file does not tell is left open. */
function targetOf({ id, title, keywords, content }: EvalNeed): Target {
  return { id, sections: sections({ title, keywords, problem: content }), field: '', modes: [], areaKey: null, trlWanted: null, ownerIds: [] }
}

function candidateOf({ id, kind }: EvalCandidate): Candidate {
  return { kind: kindOf(kind), id, fields: [], modes: [], areaKey: null, place: 'unknown', trl: null, records: 0, organisationIds: [], personIds: [] }
}

/** The portal's own scoring over the file's candidates as its pool: for a need, the score of each of them, by id. */
async function scorer(candidates: ReadonlyMap<string, EvalCandidate>): Promise<(need: EvalNeed) => Promise<Map<string, number>>> {
  const all = [...candidates.values()]
  const profiles = all.map(({ title, keywords, content }) => profileOf(sections({ title, keywords, summary: content })))
  const lessons = await learn(profiles)
  const held = hold(profiles, lessons)
  const placed = all.map((one, place) => ({ candidate: candidateOf(one), place }))
  return async (need) => {
    const target = targetOf(need)
    const reading = readingOf(askingProfile(target.sections), lessons, held)
    return new Map((await scoreAll(target, placed, reading)).map(({ candidate, order }) => [candidate.id, order]))
  }
}

function groupByNeed(judgements: readonly Judgement[]): Map<string, Judgement[]> {
  const groups = new Map<string, Judgement[]>()
  for (const judgement of judgements) groups.set(judgement.needId, [...(groups.get(judgement.needId) ?? []), judgement])
  return groups
}

/** An id that only the judgements know is ranked last with the score 0, and said. */
function warnOfUnknown(what: string, ids: Iterable<string>, known: ReadonlyMap<string, unknown>): void {
  const missing = [...new Set(ids)].filter((id) => !known.has(id))
  if (missing.length > 0) console.error(`${missing.length} judged ${what} are not in the file and score 0: ${missing.slice(0, 5).join(', ')}${missing.length > 5 ? ' …' : ''}`)
}

const shown = (value: number | null) => (value === null ? '-' : value.toFixed(4))

const whole = ({ title, keywords, content }: EvalNeed | EvalCandidate) => [title, keywords, content].join('\n')

type Measured = { all: boolean; least: number; relatedFrom: number }

/** Ranks what was judged by one scoring and measures it: the rows to print and the lines of a run file. */
async function figuresOf(needs: ReadonlyMap<string, EvalNeed>, judgements: readonly Judgement[], scoresFor: (need: EvalNeed) => Map<string, number> | Promise<Map<string, number>>, { all, least, relatedFrom }: Measured): Promise<{ rows: [string, string][]; trec: string[] }> {
  const judged: Judged[][] = []
  const recalls: (number | null)[][] = depths.map(() => [])
  const trec: string[] = []
  for (const [needId, ofNeed] of groupByNeed(judgements)) {
    const need = needs.get(needId)
    const scores = need ? await scoresFor(need) : new Map<string, number>()
    const list = ranked(ofNeed.map(({ candidateId, grade }) => ({ id: candidateId, grade, score: scores.get(candidateId) ?? 0 })))
    judged.push(list)
    list.forEach(({ id, score }, index) => trec.push(`${needId} Q0 ${id} ${index + 1} ${score.toFixed(6)} portal`))
    if (!all || list.length < leastJudged) continue
    const retrieved = ranked([...scores].map(([id, score]) => ({ id, score }))).map(({ id }) => id)
    const related = new Set(list.filter(({ grade }) => grade >= relatedFrom).map(({ id }) => id))
    depths.forEach((depth, index) => recalls[index]?.push(recall(retrieved, related, depth)))
  }
  const measures = measure(judged, least, relatedFrom)
  const rows: [string, string][] = [
    ['NDCG@5', shown(measures.ndcg5)], ['NDCG@10', shown(measures.ndcg10)], ['P@1', shown(measures.precision1)], ['AUC', shown(measures.aucOverall)], ['AUC per need', shown(measures.aucPerNeed)], ['MAP', shown(measures.map)],
    ...(all ? depths.map((depth, index): [string, string] => [`recall@${depth}`, shown(mean(recalls[index] ?? []))]) : []),
    ['needs', String(measures.needs)],
  ]
  return { rows, trec }
}

async function measureSet({ needs: needFile, candidates: candidateFile, qrels }: Files, { run, all, relatedFrom: given }: Omit<ReturnType<typeof options>, 'sets'>): Promise<void> {
  const needs = readJsonLines(needFile, needShape)
  const candidates = readJsonLines(candidateFile, candidateShape)
  const judgements = readJudgements(qrels)
  warnOfUnknown('needs', judgements.map(({ needId }) => needId), needs)
  warnOfUnknown('candidates', judgements.map(({ candidateId }) => candidateId), candidates)
  const least = judgements.reduce((lowest, { grade }) => Math.min(lowest, grade), Infinity)
  const relatedFrom = given ?? judgements.reduce((next, { grade }) => (grade > least ? Math.min(next, grade) : next), Infinity)

  const portal = await figuresOf(needs, judgements, await scorer(candidates), { all, least, relatedFrom })
  if (run) writeFileSync(run, portal.trec.map((line) => `${line}\n`).join(''))
  const bm25 = plainBm25(new Map([...candidates].map(([id, one]) => [id, whole(one)])))
  const plain = await figuresOf(needs, judgements, (need) => bm25(whole(need)), { all, least, relatedFrom })

  console.log(`related from grade ${Number.isFinite(relatedFrom) ? relatedFrom : '-'}, least grade ${least}, ${judgements.length} judged pairs`)
  for (const [name, value] of portal.rows) console.log(`${name.padEnd(19)}${value}`)
  console.log('BM25 over single characters and pairs, for comparison:')
  for (const [name, value] of plain.rows) console.log(`${`BM25 ${name}`.padEnd(19)}${value}`)
}

async function main(): Promise<void> {
  const { sets, ...how } = options()
  for (const [index, { name, ...files }] of sets.entries()) {
    if (name) console.log(`${index > 0 ? '\n' : ''}The ${name} of the project's own sets:`)
    await measureSet(files, how)
  }
}

try {
  await main()
} catch (error) {
  if (!(error instanceof UsageError) && !(error instanceof FileError)) throw error
  console.error(error instanceof UsageError ? `${error.message}\n${usage}` : error.message)
  process.exitCode = 1
}
