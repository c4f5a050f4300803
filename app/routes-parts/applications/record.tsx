import type { ApplicationView } from '~/domain/applications/view'
import { Facts, Link, Part, ProseText, useFormat, useT } from '~/ui'

/** What was applied with, as its reader may see it. */
export function ApplicationText({ application }: { application: ApplicationView }) {
  const t = useT()
  const prose = (title: string, text: string) => (
    <Part title={title}>
      <ProseText text={text === '' ? t('application.check.empty') : text} />
    </Part>
  )
  return (
    <>
      {prose(t('application.part.approach'), application.approach)}
      {prose(t('application.part.team'), application.team)}
      {application.evidence.length > 0 && (
        <Part title={t('application.part.evidence')}>
          {application.evidence.map((one) => (
            <div key={one.criterionId} className="mb-4">
              <h3 className="text-base">{t('application.field.evidence.weight', { name: one.name, weight: one.weight })}</h3>
              <ProseText text={one.text === '' ? t('application.check.empty') : one.text} />
            </div>
          ))}
        </Part>
      )}
      {prose(t('application.part.ipr'), application.iprProposal)}
      {application.conditions !== '' && prose(t('application.part.conditions'), application.conditions)}
    </>
  )
}

export function ApplicationFacts({ application, contact }: { application: ApplicationView; contact: { name: string; phone: string } | null }) {
  const t = useT()
  const format = useFormat()
  const { target } = application
  return (
    <Facts
      items={[
        { term: t('application.fact.target'), detail: <Link to={`/${target.kind === 'need' ? 'needs' : 'scenarios'}/${target.address}`}>{target.title}</Link>, note: target.owner },
        { term: t('application.fact.applicant'), detail: application.applicant, note: application.employer ?? undefined },
        application.cost !== null && { term: t('application.fact.cost'), detail: format.yuanUnit(application.cost) },
        application.startsOn !== null && application.endsOn !== null && { term: t('application.fact.term'), detail: t('ui.range', { from: format.date(application.startsOn), to: format.date(application.endsOn) }) },
        application.broker !== null && { term: t('application.fact.broker'), detail: application.broker.name },
        application.submittedAt !== null && { term: t('application.fact.submitted'), detail: format.dateTime(new Date(application.submittedAt)) },
        contact !== null && { term: t('application.fact.contact'), detail: `${contact.name} ${contact.phone}` },
      ]}
    />
  )
}
