import type { PublicRules } from '~/domain/district/public.server'
import type { Standing } from '~/domain/statistics/targets.server'
import { DataTable, Facts, Link, ProseText, SmallHead, useUi } from '~/ui'
import { valueWords } from '../statistics/words'

/** How contracts and scenarios are counted in this district now, and what the targets are. All figures are the district's own. */
export function MeasuresHelp({ rules, standings }: { rules: PublicRules; standings: Standing[] }) {
  const { t, format } = useUi()
  const { region, regionCode } = rules
  return (
    <>
      <ProseText text={t('help.measures.body')} />
      <div className="mt-5"><SmallHead>{t('help.measures.now')}</SmallHead></div>
      <Facts
        items={[
          { term: t('help.measures.contracts'), detail: t(`help.measures.contracts.${rules.contractMeasure}`) },
          { term: t('help.measures.amount'), detail: t(`help.measures.amount.${rules.contractAmount}`) },
          { term: t('help.measures.day'), detail: t('help.measures.day.body') },
          { term: t('help.measures.flow'), detail: t('help.measures.flow.body', { region, regionCode }) },
          { term: t('help.measures.twice'), detail: t('help.measures.twice.body') },
          { term: t('help.measures.small'), detail: t('help.measures.small.body') },
          { term: t('help.measures.scenarios'), detail: t('help.measures.scenarios.body', { scenariosPerYear: rules.scenariosPerYear }) },
        ]}
      />
      {standings.length === 0 ? (
        <p>{t('help.measures.none')}</p>
      ) : (
        <div className="mt-6"><DataTable
          caption={t('help.measures.targets')}
          rows={standings}
          rowKey={({ id }) => id}
          columns={[
            { key: 'period', head: t('help.measures.period'), cell: ({ period }) => t('ui.range', { from: format.date(period.from, { year: true }), to: format.date(period.to, { year: true }) }) },
            { key: 'measure', head: t('help.measures.measure'), cell: ({ measure }) => t(`statistics.measure.${measure}`) },
            { key: 'target', head: t('help.measures.target'), align: 'right', cell: (standing) => valueWords(standing, standing.target, t, format) },
            { key: 'current', head: t('help.measures.current'), align: 'right', cell: (standing) => <Link to="/statistics" className="fig">{valueWords(standing, standing.current, t, format)}</Link> },
          ]}
        /></div>
      )}
    </>
  )
}
