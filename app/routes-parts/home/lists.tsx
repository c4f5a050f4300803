import type { ReactNode } from 'react'
import { isMessageKey, type MessageKey } from '~/i18n'
import type { NeedSummary } from '~/domain/needs/view'
import { BriefList, BriefRow, ListHead, Note, StateTag, TwoColumns, useFormat, useT } from '~/ui'
import type { ScenarioRowData } from '../scenarios/row'

type Landing = { title: string; path: string; source: 'need' | 'scenario'; type: string; registeredOn: string }
type Achievement = { number: string; title: string; trl: number; publishedAt: string | null; owner: { name: string } | null; priceMin: string | null; priceMax: string | null }
type Props = { closing: ScenarioRowData[]; closingCount: number | null; achievements: { total: number; rows: Achievement[] }; needs: { closing: NeedSummary[]; newest: NeedSummary[]; open: number }; landings: Landing[]; children: ReactNode }

/** What closes this week, the newest needs, the doors, what has landed, and the newest achievements. */
export function HomeLists({ closing, closingCount, needs, landings, achievements, children }: Props) {
  const t = useT()
  const format = useFormat()
  const money = (need: { fundingMin: string | null; fundingMax: string | null }) => (need.fundingMin || need.fundingMax ? format.wanRange(need.fundingMin, need.fundingMax) : t('common.negotiable'))
  const typeName = (type: string) => (isMessageKey(`contract_type.${type}`) ? t(`contract_type.${type}` as MessageKey) : type)
  const soon = [
    ...closing.map((scenario) => ({ to: `/scenarios/${scenario.id}`, title: scenario.title, at: scenario.closesAt ?? '', line: [scenario.lead, scenario.budgetMin || scenario.budgetMax ? format.wanRange(scenario.budgetMin, scenario.budgetMax) : null] })),
    ...needs.closing.map((need) => ({ to: `/needs/${need.number}`, title: need.title, at: need.deadline, line: [need.organisation, money(need)] })),
  ].sort((a, b) => a.at.localeCompare(b.at)).slice(0, 3)
  return (
    <>
      <div className="mt-7">
        <TwoColumns early>
          <section aria-labelledby="closing">
            <ListHead id="closing" title={t('home.closing')} note={t('home.closing.note')} more={{ to: '/search?closes=7d&sort=closes', label: closingCount === null ? t('home.closing.more') : t('home.newest.more', { n: format.count(closingCount) }) }} />
            {soon.length === 0 ? <Note>{t('home.closing.empty')}</Note> : (
              <BriefList>
                {soon.map(({ to, title, at, line }) => (
                  <BriefRow key={to} to={to} title={title} when={<StateTag tone={format.daysLeft(new Date(at)) <= 3 ? 'soon' : 'open'}>{format.deadline(new Date(at))}</StateTag>} line={[format.dateTime(new Date(at)), ...line.filter((part) => part !== null)]} />
                ))}
              </BriefList>
            )}
          </section>
          <section aria-labelledby="newest">
            <ListHead id="newest" title={t('home.newest')} more={{ to: '/needs', label: t('home.newest.more', { n: format.count(needs.open) }) }} />
            {needs.newest.length === 0 ? <Note>{t('home.newest.empty')}</Note> : (
              <BriefList>
                {needs.newest.map((need) => (
                  <BriefRow key={need.number} to={`/needs/${need.number}`} title={need.title} when={need.publishedAt ? <time dateTime={need.publishedAt}>{format.date(new Date(need.publishedAt))}</time> : ''} line={[need.organisation, t(`selection.${need.selection}`), money(need)]} />
                ))}
              </BriefList>
            )}
          </section>
        </TwoColumns>
      </div>
      {children}
      <div className="mt-10">
        <TwoColumns early>
          <section aria-labelledby="landed">
            <ListHead id="landed" title={t('home.landed')} />
            {landings.length === 0 ? <Note>{t('home.landed.empty')}</Note> : (
              <BriefList>
                {landings.map((landing) => (
                  <BriefRow key={landing.path + landing.registeredOn} to={landing.path} title={landing.title} when={<time dateTime={landing.registeredOn}>{format.date(new Date(landing.registeredOn))}</time>} line={t('home.landed.line', { source: t(`kind.${landing.source}`), type: typeName(landing.type) })} />
                ))}
              </BriefList>
            )}
          </section>
          <section aria-labelledby="achievements">
            <ListHead id="achievements" title={t('home.achievements')} more={{ to: '/achievements', label: t('home.newest.more', { n: format.count(achievements.total) }) }} />
            {achievements.rows.length === 0 ? <Note>{t('home.achievements.empty')}</Note> : (
              <BriefList>
                {achievements.rows.map((one) => (
                  <BriefRow key={one.number} to={`/achievements/${one.number}`} title={one.title} when={one.publishedAt ? <time dateTime={one.publishedAt}>{format.date(new Date(one.publishedAt))}</time> : ''} line={[one.owner?.name, `TRL ${one.trl}`, one.priceMin || one.priceMax ? format.wanRange(one.priceMin, one.priceMax) : t('common.negotiable')].filter((part) => part !== undefined)} />
                ))}
              </BriefList>
            )}
          </section>
        </TwoColumns>
      </div>
    </>
  )
}
