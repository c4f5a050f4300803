import type { LogEntry } from '~/domain/needs/log'
import type { NeedView } from '~/domain/needs/view'
import { isMessageKey } from '~/i18n'
import { ChangeLog, DataTable, Facts, Part, ProseText, useFormat, useT, type Change } from '~/ui'

type Labels = { field: string; area: string; industry: string; discipline: string }

/** The facts at the side: how much, how it is chosen, when, where. */
export function NeedFacts({ need, labels, contact }: { need: NeedView; labels: Labels; contact: { name: string; phone: string } | null }) {
  const t = useT()
  const format = useFormat()
  return (
    <Facts
      items={[
        { term: t('need.field.funding'), detail: <b>{need.fundingMin || need.fundingMax ? format.wanRange(need.fundingMin, need.fundingMax) : t('common.negotiable')}</b>, note: need.lumpSum ? t('need.fact.lump_sum') : undefined },
        { term: t('need.field.selection'), detail: t('need.fact.selection', { selection: t(`selection.${need.selection}`), teams: need.teams }) },
        { term: t('need.field.modes'), detail: need.modes.map((mode) => t(`mode.${mode}`)).join('、') },
        need.startsOn !== null && need.endsOn !== null && { term: t('need.field.term'), detail: format.monthRange(new Date(need.startsOn), new Date(need.endsOn)) },
        { term: t('need.field.ipr'), detail: t(`need.ipr.${need.ipr}`) },
        { term: t('need.field.field'), detail: labels.field },
        labels.area !== '' && { term: t('need.field.area'), detail: labels.area },
        labels.industry !== '' && { term: t('need.field.industry'), detail: labels.industry },
        { term: t('need.field.source'), detail: t(`need.source.${need.source}`) },
        { term: t('need.fact.deadline'), detail: format.dateTime(new Date(need.deadline), { zone: true }) },
        { term: t('need.fact.applied'), detail: t('need.fact.applied.count', { count: need.applications }), note: t('need.fact.applied.note') },
        { term: t('need.field.contact'), detail: contact ? `${contact.name} ${contact.phone}`.trim() : t('need.fact.contact.hidden') },
      ]}
    />
  )
}

/** The text with its side-heads, the indicators and the criteria as tables. */
export function NeedText({ need }: { need: NeedView }) {
  const t = useT()
  const prose = (title: string, text: string) => text !== '' && <Part title={title}><ProseText text={text} /></Part>
  return (
    <>
      {prose(t('need.part.problem'), need.problem)}
      {(need.indicators !== '' || need.indicatorRows.length > 0) && (
        <Part title={t('need.part.indicators')}>
          {need.indicatorRows.length === 0 ? <ProseText text={need.indicators} /> : (
            <DataTable
              id="indicators"
              caption={t('need.table.indicators')}
              hideCaption
              rows={need.indicatorRows}
              rowKey={(row) => row.name}
              columns={[
                { key: 'name', head: t('need.field.indicator.name'), cell: (row) => row.name },
                { key: 'current', head: t('need.field.indicator.current'), cell: (row) => row.current, align: 'right' },
                { key: 'required', head: t('need.field.indicator.required'), cell: (row) => <b>{row.required}</b>, align: 'right' },
                { key: 'verification', head: t('need.field.indicator.verification'), cell: (row) => row.verification },
              ]}
            />
          )}
        </Part>
      )}
      {prose(t('need.part.goal'), need.goal)}
      {prose(t('need.part.basis'), need.basis)}
      {prose(t('need.part.conditions'), need.conditions.map((line) => `- ${line}`).join('\n'))}
      {prose(t('need.part.partners'), need.preferredPartners)}
      {need.criteria.length > 0 && (
        <Part title={t('need.part.criteria')}>
          <DataTable
            id="criteria"
            caption={t('need.table.criteria')}
            hideCaption
            rows={need.criteria}
            rowKey={(row) => row.id}
            columns={[
              { key: 'name', head: t('need.field.criterion.name'), cell: (row) => row.name },
              { key: 'description', head: t('need.field.criterion.description'), cell: (row) => row.description },
              { key: 'weight', head: t('need.field.criterion.weight'), cell: (row) => row.weight, align: 'right' },
            ]}
            foot={[t('need.table.total'), '', '100']}
          />
        </Part>
      )}
      {prose(t('need.part.keywords'), need.keywords.join('、'))}
    </>
  )
}

/** What happened and what changed, newest first. */
export function NeedLog({ log }: { log: LogEntry[] }) {
  const t = useT()
  const field = (name: string) => (isMessageKey(`need.field.${name}`) ? t(`need.field.${name}` as 'need.field.title') : name)
  const items = log.map((entry): Change => {
    const at = new Date(entry.at)
    if ('step' in entry) return { at, parts: [t(`need.log.${entry.step}` as 'need.log.submitted'), entry.reason ? t('need.log.reason', { reason: entry.reason }) : ''] }
    return {
      at,
      parts: entry.changes.flatMap(({ field: name, before, after, cut }) => {
        const shown = (text: string) => (text === '' ? t('need.log.empty') : text.length > 80 ? `${text.slice(0, 80)}……` : text)
        if (cut) return [t('need.log.changed', { field: field(name) }), cut.lead, { del: shown(cut.del) }, { ins: shown(cut.ins) }, cut.tail, t('need.log.more')]
        return [t('need.log.changed', { field: field(name) }), { del: shown(before) }, t('need.log.to'), { ins: shown(after) }, t('need.log.more')]
      }),
    }
  })
  return (
    <Part title={t('need.part.log')}>
      <ChangeLog items={items} />
    </Part>
  )
}
