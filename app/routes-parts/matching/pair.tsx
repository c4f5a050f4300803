import type { HardCheck } from '~/domain/matching/constraints'
import type { MatchPart, MatchPassage } from '~/domain/matching/schema'
import { isMessageKey } from '~/i18n'
import { Alternates, HardChecks, Joint, MatchPair, Note, ScoreParts, SmallHead, TwoColumns, useFormat, useT } from '~/ui'

export type Pair = {
  score: number
  target: { kind: 'need' | 'scenario'; number: string; title: string; path: string; owner: string; deadline: string | null; min: string | null; max: string | null }
  candidate: { kind: 'person' | 'institute' | 'achievement' | 'broker'; number: string; name: string; path: string; organisation: string; title: string; trl: number | null; results: number | null }
  parts: MatchPart[]
  passages: MatchPassage[]
  load: number | null
  maxLoad: number | null
  availableFrom: string | null
  checks: HardCheck[]
  alternates: { id: string; name: string; path: string; kind: string; score: number }[]
  correction: string | null
  corrected: { by: string; at: string } | null
}

const kindOf = { person: 'expert', institute: 'institute', achievement: 'achievement', broker: 'broker' } as const

/** One pair as the reviewer reads it: both sides, the passages that join them, where the points come from. */
export function PairView({ pair }: { pair: Pair }) {
  const t = useT()
  const format = useFormat()
  const { target, candidate } = pair
  const section = (name: string) => (isMessageKey(`match.section.${name}`) ? t(`match.section.${name}` as 'match.section.title') : name)
  const funding = target.min || target.max ? format.wanRange(target.min, target.max) : t('common.negotiable')
  const words = {
    own: (ok: boolean) => t(ok ? 'match.check.own' : 'match.check.own.not'),
    conflict: (ok: boolean) => t(ok ? 'match.check.conflict' : 'match.check.conflict.not'),
    load: () => (pair.maxLoad === null ? t('match.check.load.open') : t('match.check.load', { load: pair.load ?? 0, max: pair.maxLoad })),
    available: (ok: boolean) => (pair.availableFrom ? t(ok ? 'match.check.available' : 'match.check.available.late', { date: pair.availableFrom }) : t('match.check.available.now')),
  }
  const checks = pair.checks.map(({ check, ok }) => ({ ok, text: words[check](ok) }))
  return (
    <>
      <section className="mt-3 border-t border-rule pt-3" aria-label={t('match.pair.label')}>
        <MatchPair
          score={pair.score}
          verdict={t(pair.score >= 65 ? 'match.verdict.strong' : pair.score >= 45 ? 'match.verdict.some' : 'match.verdict.weak')}
          summary={pair.passages.length > 0 ? t('match.summary', { count: pair.passages.length }) : undefined}
          left={{ kind: t(`kind.${target.kind}`), number: target.number, to: target.path, title: target.title, facts: [{ term: t('match.fact.owner'), detail: target.owner }, { term: t('match.fact.funding'), detail: funding }, { term: t('match.fact.deadline'), detail: target.deadline ? `${format.dateTime(new Date(target.deadline))}，${format.deadline(new Date(target.deadline))}` : format.deadline(null) }] }}
          right={{ kind: t(`kind.${kindOf[candidate.kind]}`), number: candidate.number || undefined, to: candidate.path, title: [candidate.name, candidate.title].filter(Boolean).join('　'), facts: [candidate.organisation !== '' && { term: t('match.fact.organisation'), detail: candidate.organisation }, candidate.results !== null && { term: t('match.fact.results'), detail: t('match.fact.results.count', { count: candidate.results }) }, candidate.trl !== null && { term: t('match.fact.trl'), detail: `TRL ${candidate.trl}` }].filter((fact) => fact !== false) }}
        />
        {pair.passages.slice(0, 3).map((passage, index) => {
          const n = (index + 1) as 1 | 2 | 3
          return <Joint key={n} n={n} label={t(`match.joint.${n}`)} points={t('match.joint.points', { points: passage.points, max: passage.max })} left={{ cite: section(passage.left.section), parts: passage.left.parts }} right={{ cite: section(passage.right.section), parts: passage.right.parts }} />
        })}
        {pair.passages.length === 0 && <Note className="mt-4">{t('match.no_passage')}</Note>}
        {pair.correction && <Note className="mt-4"><b>{t('match.correction')}：</b>{pair.correction}{pair.corrected && <> <span className="text-ink-soft">{t('match.corrected', { name: pair.corrected.by, date: format.date(new Date(pair.corrected.at), { year: true }) })}</span></>}</Note>}
      </section>
      <section className="mt-10 grid gap-6 border-t border-rule pt-3" aria-label={t('match.basis')}>
        <div>
          <SmallHead>{t('match.parts.title', { score: pair.score })}</SmallHead>
          <ScoreParts parts={pair.parts.map((part) => ({ label: t(`match.part.${part.part}`), points: part.points, max: part.max, note: t(part.reason.key, part.reason.params) }))} />
        </div>
        <TwoColumns>
          <div className="mb-6 lg:mb-0">
            <SmallHead>{t('match.checks.title')}</SmallHead>
            <HardChecks items={checks} />
          </div>
          <div>
            {pair.alternates.length > 0 && (
              <>
                <SmallHead note={t('match.alternates.note')}>{t('match.alternates.title', { count: pair.alternates.length })}</SmallHead>
                <Alternates items={pair.alternates.map((one) => ({ to: one.path, name: one.name, note: t(`kind.${kindOf[one.kind as keyof typeof kindOf]}`), score: one.score }))} />
              </>
            )}
          </div>
        </TwoColumns>
      </section>
    </>
  )
}
