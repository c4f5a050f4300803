import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'eval matching '))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const file = (name: string, lines: (string | object)[]) => {
  const path = join(folder, name)
  writeFileSync(path, lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'))
  return path
}
const run = (...args: string[]) => spawnSync(process.execPath, ['--import', 'tsx', 'app/cli/eval-matching.ts', ...args], { encoding: 'utf8' })

const titles = ['锂电池回收拆解', '锂 电池 梯次 利用', '锂电池热管理', '', '茶园病虫害防控', '采摘机器人', '矿车编队', '压铸件检测', '污水处理', '中药材烘干', '减速器寿命试验', '政务问答']
const needs = file('needs.jsonl', [{ id: 'n1', title: '退役锂电池回收与梯次利用', content: '拆解自动化程度低。', keywords: ['锂电池'] }, { id: 'n2', title: '' }])
const candidates = file('candidates.jsonl', titles.map((title, index) => ({ id: `c${index}`, kind: 'achievement', title, ...(index % 2 ? { content: title } : { keywords: [title] }) })))
const grades = titles.map((_, index) => [3, 3, 2][index] ?? 1)
const qrels = file('qrels.tsv', ['need\tcandidate\tgrade', ...grades.map((grade, index) => `n1\tc${index}\t${grade}`), 'n2\tc0\t3', 'n2\tc1\t1'])
const given = ['--needs', needs, '--candidates', candidates, '--qrels', qrels]

describe('npm run eval:matching', () => {
  it('ranks what was judged, prints the measures and writes the run', () => {
    const out = join(folder, 'out.trec')
    const { stdout, status } = run(...given, '--related-from', '3', '--run', out, '--pool', 'all')
    expect(status).toBe(0)
    expect(stdout).toMatch(/NDCG@5 +1\.0000\nNDCG@10 +1\.0000\nP@1 +1\.0000\nAUC +1\.0000\nAUC per need +1\.0000\nMAP +1\.0000\nrecall@10 +1\.0000\nrecall@50 +1\.0000\nrecall@100 +1\.0000\nneeds +1\nBM25 over single characters and pairs, for comparison:\nBM25 NDCG@5 +\d\.\d{4}\n/)
    const lines = readFileSync(out, 'utf8').trimEnd().split('\n').map((line) => line.split(' '))
    expect(lines).toHaveLength(14)
    for (const [need, q0, , , score, name] of lines) expect([need, q0, Number.isFinite(Number(score)), name]).toEqual([expect.stringMatching(/^n[12]$/), 'Q0', true, 'portal'])
    const first = lines.filter(([need]) => need === 'n1')
    expect(first.map(([, , , rank]) => Number(rank))).toEqual(titles.map((_, index) => index + 1))
    expect(first.map(([, , id]) => id).slice(0, 3).sort()).toEqual(['c0', 'c1', 'c2'])
    const scores = first.map(([, , , , score]) => Number(score))
    expect(scores).toEqual([...scores].sort((one, other) => other - one))
    const again = join(folder, 'again.trec')
    expect(run(...given, '--related-from', '3', '--run', again, '--pool', 'all').stdout).toBe(stdout)
    expect(readFileSync(again)).toEqual(readFileSync(out))
  }, 60_000)

  it('measures the own judged sets without arguments, well beyond plain BM25', () => {
    const { stdout, status } = run()
    expect(status).toBe(0)
    const sets = stdout.split(/^The /m).slice(1)
    const figure = (set: string, name: string) => Number(new RegExp(`^${name} +([\\d.]+)$`, 'm').exec(set)?.[1])
    expect(sets.map((set) => figure(set, 'needs'))).toEqual([63, 68])
    for (const set of sets) for (const name of ['NDCG@10', 'AUC per need', 'recall@100']) expect(figure(set, name)).toBeGreaterThan(figure(set, `BM25 ${name}`) + 0.05)
  }, 60_000)

  it.each<[string, string[], RegExp]>([
    ['a missing option', ['--needs', needs], /^--candidates is missing\n/],
    ['a run of several sets', ['--run', 'out.trec'], /^--run is of one set: name its files\n/],
    ['an unknown option', [...given, '--nonsense'], /^Unknown option '--nonsense'\n/],
    ['a grade that is none', [...given, '--related-from', 'good'], /^--related-from is a grade\n/],
    ['a file that is not there', ['--needs', 'nowhere.jsonl', '--candidates', candidates, '--qrels', qrels], /^nowhere\.jsonl: cannot be read \(ENOENT\)\n$/],
    ['a line that is no JSON', ['--needs', file('bad.jsonl', [{ id: 'n1', title: 'x' }, '{']), '--candidates', candidates, '--qrels', qrels], /bad\.jsonl:2: not JSON\n$/],
    ['an id twice', ['--needs', file('twice.jsonl', [{ id: 'n1' }, { id: 'n1' }]), '--candidates', candidates, '--qrels', qrels], /twice\.jsonl:2: the id n1 stands twice\n$/],
    ['a judgement of two cells', [...given.slice(0, 4), '--qrels', file('bad.tsv', ['need\tcandidate\tgrade', 'n1\tc1'])], /bad\.tsv:2: not a need's id/],
  ])('says in a line what is wrong with %s', (_name, args, said) => {
    const { status, stderr } = run(...args)
    expect(status).toBe(1)
    expect(stderr).toMatch(said)
    expect(stderr).not.toContain('    at ')
  }, 60_000)

  it('ranks an id that is nowhere last, and says so', () => {
    const { status, stderr } = run(...given.slice(0, 4), '--qrels', file('more.tsv', ['n\tc\tg', 'n1\tnobody\t2', 'n1\tc0\t1']))
    expect(status).toBe(0)
    expect(stderr).toContain('1 judged candidates are not in the file and score 0: nobody')
  }, 60_000)
})
