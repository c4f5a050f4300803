import type { ReactNode } from 'react'
import type { MatchState } from '~/domain/matching/schema'
import { ResultList, ResultRow, StateTag, useT, type Tone } from '~/ui'

export const stateTone: Record<MatchState, Tone> = { suggested: 'wait', notified: 'wait', accepted: 'open', declined: 'shut', met: 'open', applied: 'done', contracted: 'done', excluded: 'shut' }
export const kindOf = { person: 'expert', institute: 'institute', achievement: 'achievement', broker: 'broker' } as const

export type MatchRowData = {
  id: string
  state: MatchState
  score: number
  target: { kind: 'need' | 'scenario'; number: string; title: string; path: string; owner: string; deadline: string | null }
  candidate: { kind: keyof typeof kindOf; number: string; name: string; path: string; organisation: string; title: string }
  passage: { text: string; mark?: boolean }[]
  pinned: boolean
  byHand: boolean
  accompanying: { name: string } | null
}

/** Pairs in a list; `show` says which side is news to the reader, `here` that the list stands on the page of the other side, `inside` that the bureau reads it. */
export function MatchRows({ rows, show, here, inside, to, children }: { rows: MatchRowData[]; show: 'target' | 'candidate' | 'both'; here?: boolean; inside?: boolean; to: (row: MatchRowData) => string; children?: (row: MatchRowData, index: number) => ReactNode }) {
  const t = useT()
  return (
    <ResultList>
      {rows.map((row, index) => {
        const candidate = [row.candidate.name, row.candidate.title].filter(Boolean).join(' ')
        const title = show === 'target' ? row.target.title : show === 'candidate' ? candidate : `${row.target.title} ↔ ${candidate}`
        return (
          <ResultRow
            key={row.id}
            kind={show === 'target' ? t(`kind.${row.target.kind}`) : t(`kind.${kindOf[row.candidate.kind]}`)}
            number={show === 'target' ? row.target.number : row.candidate.number || undefined}
            to={to(row)}
            title={title}
            line={show === 'target' ? [row.target.owner] : [row.candidate.organisation, here ? '' : show === 'both' ? row.target.owner : row.target.title].filter(Boolean)}
            passage={row.passage}
            tags={inside ? [row.pinned && t('match.tag.pinned'), row.byHand && t('match.tag.by_hand'), row.accompanying && t('match.tag.broker', { name: row.accompanying.name })].filter((tag) => tag !== false && tag !== null) : undefined}
            amount={t('match.score', { score: row.score })}
            state={<StateTag tone={stateTone[row.state]}>{t(`match.state.${row.state}`)}</StateTag>}
            deadline={undefined}
          >
            {children?.(row, index)}
          </ResultRow>
        )
      })}
    </ResultList>
  )
}
