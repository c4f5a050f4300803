import { readFileSync } from 'node:fs'
import { z } from 'zod'

/** A file that is not as it should be, as `file:line: problem`. */
export class FileError extends Error {}

const text = z.string().nullish().transform((value) => value ?? '')
const words = z.union([z.array(z.string()), z.string()]).nullish().transform((value) => (Array.isArray(value) ? value.join('、') : (value ?? '')))
const id = z.union([z.string().min(1), z.number()]).transform(String)

export const needShape = z.object({ id, title: text, content: text, keywords: words })
export const candidateShape = z.object({ id, kind: text, title: text, content: text, keywords: words })
export type EvalNeed = z.output<typeof needShape>
export type EvalCandidate = z.output<typeof candidateShape>
export type Judgement = { needId: string; candidateId: string; grade: number }

function linesOf(file: string): { line: string; number: number }[] {
  let whole: string
  try {
    whole = readFileSync(file, 'utf8')
  } catch (error) {
    throw new FileError(`${file}: cannot be read (${(error as NodeJS.ErrnoException).code ?? 'error'})`)
  }
  return whole.replace(/^\uFEFF/, '').split(/\r?\n/).map((line, index) => ({ line, number: index + 1 })).filter(({ line }) => line.trim() !== '')
}

/** One JSON object a line, by its id. Throws a FileError that names the line. */
export function readJsonLines<Shape extends z.ZodType<{ id: string }>>(file: string, shape: Shape): Map<string, z.output<Shape>> {
  const found = new Map<string, z.output<Shape>>()
  for (const { line, number } of linesOf(file)) {
    let value: unknown
    try {
      value = JSON.parse(line)
    } catch {
      throw new FileError(`${file}:${number}: not JSON`)
    }
    const parsed = shape.safeParse(value)
    if (!parsed.success) throw new FileError(`${file}:${number}: ${parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')}`)
    if (found.has(parsed.data.id)) throw new FileError(`${file}:${number}: the id ${parsed.data.id} stands twice`)
    found.set(parsed.data.id, parsed.data)
  }
  return found
}

/** `needId  candidateId  grade`, tab-separated, the first line a header. A pair that stands twice counts once, with its last grade. */
export function readJudgements(file: string): Judgement[] {
  const pairs = new Map<string, Judgement>()
  for (const { line, number } of linesOf(file)) {
    const [needId, candidateId, written, ...more] = line.split('\t').map((cell) => cell.trim())
    const grade = Number(written)
    if (number === 1 && !(written && Number.isFinite(grade))) continue
    if (!needId || !candidateId || !written || !Number.isFinite(grade) || more.length > 0) throw new FileError(`${file}:${number}: not a need's id, a candidate's id and a grade, parted by tabs`)
    pairs.set(`${needId}\t${candidateId}`, { needId, candidateId, grade })
  }
  if (pairs.size === 0) throw new FileError(`${file}: no judged pair in it`)
  return [...pairs.values()]
}
