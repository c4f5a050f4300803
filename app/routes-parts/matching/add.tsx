import type { CandidateKind, TargetKind } from '~/domain/matching/schema'
import { Button, EmptyState, ErrorSummary, HiddenField, Link, RadioGroup, ResultList, ResultRow, Section, TextField, localPath, useT, useUi, type TextPart } from '~/ui'
import { summary, typed, type Returned } from '../shared/refused'
import { kindOf } from './rows'

export const candidateTypes = ['expert', 'institute', 'achievement', 'broker'] as const
type CandidateType = (typeof candidateTypes)[number]
const kinds: Record<CandidateType, CandidateKind> = { expert: 'person', institute: 'institute', achievement: 'achievement', broker: 'broker' }
const prefixes: Record<string, CandidateType> = { RC: 'expert', CG: 'achievement', JJ: 'broker' }

/** Whose number it is, by its first letters; undefined for what is no number. */
export function kindOfNumber(typed: string): CandidateType | undefined {
  const [, prefix = ''] = /^([A-Z]{2})-?\d{4}-?\d+$/.exec(typed.trim().normalize('NFKC').toUpperCase()) ?? []
  return prefixes[prefix]
}

type Target = { kind: TargetKind; id: string; title: string; taken: { path: string; matchId: string }[] }
type Asked = { target: string; q: string; type: CandidateType }

/** Which need or scenario, and whom to look for. */
export function AddSearch({ asked, target }: { asked: Asked; target: Target | null }) {
  const { t, locale } = useUi()
  const unknown = asked.target !== '' && !target
  return (
    <form method="get" action={localPath('/bureau/matches/new', locale)} className="max-w-measure" noValidate>
      <TextField name="target" label={t('match.add.target')} hint={target ? undefined : t('match.add.target.hint')} value={asked.target} error={unknown ? t('match.add.target.unknown', { number: asked.target }) : undefined} required half />
      {target && (
        <>
          <p className="mt-2"><Link to={`/bureau/${target.kind}s/${asked.target}`}>{target.title}</Link></p>
          <RadioGroup name="type" label={t('match.queue.kind')} value={asked.type} columns={2} options={candidateTypes.map((value) => ({ value, label: t(`kind.${value}`) }))} />
          <TextField name="q" type="search" label={t('match.add.q')} hint={t('match.add.q.hint')} value={asked.q} />
        </>
      )}
      <Button variant={target ? 'main' : 'plain'} className="mt-4">{t(target ? 'match.add.find' : 'match.add.next')}</Button>
    </form>
  )
}

type Hit = { id: string; type: string; recordId: string; number: string; url: string; title: TextPart[]; passage: TextPart[]; who: string[] }

/** Whoever has the number types it and is done. */
export function AddByNumber({ target, back }: { target: Target; back: Returned | null }) {
  const t = useT()
  const labels = { candidateKind: t('match.queue.kind'), candidateNumber: t('match.add.number') }
  return (
    <Section id="by-number" title={t('match.add.by_number')}>
      <form method="post" noValidate className="max-w-measure">
        <ErrorSummary errors={summary(back, labels)} />
        <HiddenField name="kind" value={target.kind} />
        <HiddenField name="id" value={target.id} />
        <RadioGroup name="candidateKind" label={labels.candidateKind} value={typed(back, 'candidateKind', 'person')} error={back?.errors.candidateKind} columns={2} options={(['person', 'achievement', 'broker'] as const).map((value) => ({ value, label: t(`kind.${kindOf[value]}`) }))} />
        <TextField name="candidateNumber" label={labels.candidateNumber} hint={t('match.add.number.hint')} value={typed(back, 'candidateNumber', '')} error={back?.errors.candidateNumber} required half />
        <Button className="mt-4">{t('match.add.action')}</Button>
      </form>
    </Section>
  )
}

/** Who was found; each is added with one press, or is there already. */
export function AddFound({ target, hits }: { target: Target; hits: Hit[] }) {
  const t = useT()
  const found = hits.flatMap((hit) => candidateTypes.filter((type) => type === hit.type).map((type) => ({ hit, type })))
  return (
    <Section id="found" title={t('match.add.found', { count: found.length })}>
      {found.length === 0 && <EmptyState title={t('match.add.none')}>{t('match.add.none.next')}</EmptyState>}
      <ResultList>
        {found.map(({ hit, type }) => {
          const known = target.taken.find(({ path }) => path === hit.url)
          return (
            <ResultRow key={hit.id} kind={t(`kind.${type}`)} number={hit.number || undefined} to={hit.url} title={hit.title} line={hit.who.slice(0, 1)} passage={hit.passage}>
              {known ? (
                <p className="mt-2"><Link to={`/bureau/matches/${known.matchId}`}>{t('match.add.known')}</Link></p>
              ) : (
                <form method="post" className="mt-2">
                  <HiddenField name="kind" value={target.kind} />
                  <HiddenField name="id" value={target.id} />
                  <HiddenField name="candidateKind" value={kinds[type]} />
                  <HiddenField name="candidateNumber" value={hit.recordId} />
                  <Button small label={`${t('match.add.action')} ${hit.title.map(({ text }) => text).join('')}`}>{t('match.add.action')}</Button>
                </form>
              )}
            </ResultRow>
          )
        })}
      </ResultList>
    </Section>
  )
}
