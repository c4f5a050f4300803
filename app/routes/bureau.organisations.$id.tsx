import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { labels } from '~/domain/district/service.server'
import { readOrganisation } from '~/domain/organisations/read.server'
import { returnOrganisation, verifyOrganisation } from '~/domain/organisations/service.server'
import { action as acting, go, page, stepOf } from '~/http/guard.server'
import { isMessageKey } from '~/i18n'
import { Page, titled } from '~/page'
import { bureauCrumbs } from '~/routes-parts/accounts/crumbs'
import { OrganisationFacts, StepLog, VerificationTag } from '~/routes-parts/organisations/detail'
import { ReviewPanel, type Decision } from '~/routes-parts/organisations/review'
import { returned } from '~/routes-parts/shared/refused'
import { Notice, PageTitle, Part, ProseText, Sheet, SideActions, useT } from '~/ui'

export const loader = page('staff', async ({ actor, call, context, params, url }) => {
  const organisation = await readOrganisation(actor, { id: params.id ?? '' }, call)
  const fields = await labels('field', context.locale)
  return { organisation, done: url.searchParams.get('done'), fieldNames: organisation.fields.map((field) => fields.get(field) ?? field) }
})
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.organisation.name ?? '', matches)

const steps = { verify: verifyOrganisation, return: returnOrganisation } as const
const done = { verify: 'verified', return: 'returned' } as const

export const action = acting('staff', async ({ actor, values, intent, params, call, context }) => {
  const step = stepOf(steps, intent)
  await steps[step](actor, { id: params.id ?? '', version: values.version, reason: values.reason }, call)
  return go(context, `/bureau/organisations/${params.id}?done=${done[step]}`)
})

export default function ReviewOrganisation() {
  const { organisation, done, fieldNames } = useLoaderData<typeof loader>()
  const back = returned(useActionData<typeof action>())
  const t = useT()
  const { can, verification } = organisation
  const said = `organisation.done.${done}`
  const decisions: Decision[] = []
  if (can.verify) decisions.push({ intent: 'verify', label: t('organisation.action.verify') })
  if (can.return) decisions.push({ intent: 'return', label: t(verification === 'verified' ? 'organisation.action.take_back' : 'organisation.action.return'), reason: true, stop: verification === 'verified' })
  return (
    <Page current="bureau" crumbs={bureauCrumbs(t, { label: t('organisation.desk.title'), to: '/bureau/organisations?state=submitted' })}>
      <PageTitle title={organisation.name} sub={[<VerificationTag key="state" state={verification} />, organisation.creditCode]} />
      {isMessageKey(said) && <Notice tone="calm" role="status" className="mt-4" actions={[{ to: '/bureau/organisations?state=submitted', label: t('review.next') }]}>{t(said)}</Notice>}
      <Sheet
        aside={
          <>
            <ReviewPanel version={organisation.version} decisions={decisions} back={back} note={t('organisation.review.note')} nothing={t('organisation.review.nothing')} />
            <OrganisationFacts organisation={organisation} fieldNames={fieldNames} />
            <SideActions links={[{ to: `/workspace/members/${organisation.id}`, label: t('member.title') }]} />
          </>
        }
      >
        <Part title={t('organisation.field.summary')}>{organisation.summary ? <ProseText text={organisation.summary} /> : <p className="text-ink-soft">{t('organisation.summary.empty')}</p>}</Part>
        {organisation.steps.length > 0 && <Part title={t('organisation.log')}><StepLog steps={organisation.steps} entity="organisation" /></Part>}
      </Sheet>
    </Page>
  )
}
