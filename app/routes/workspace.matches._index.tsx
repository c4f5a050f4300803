import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ownFits } from '~/domain/matching/fits.server'
import { ownMatches } from '~/domain/matching/read.server'
import { page } from '~/http/guard.server'
import { Page, titled } from '~/page'
import { workspaceCrumbs } from '~/routes-parts/accounts/crumbs'
import { FitRows } from '~/routes-parts/matching/fits'
import { MatchRows } from '~/routes-parts/matching/rows'
import { EmptyState, PageTitle, Section, useT } from '~/ui'

export const loader = page('signed_in', async ({ actor, call, t }) => ({
  title: t('match.own.title'),
  ...(await ownMatches(actor, {}, call)),
  fits: await ownFits(actor, {}, call),
  is: { candidate: actor.personId !== null || actor.brokerId !== null || actor.memberships.some(({ role }) => role === 'institute'), owner: actor.memberships.some(({ role }) => role === 'enterprise' || role === 'publisher') },
}))
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => titled(data?.title ?? '', matches)

export default function OwnMatches() {
  const { title, asCandidate, asOwner, fits, is } = useLoaderData<typeof loader>()
  const t = useT()
  return (
    <Page crumbs={workspaceCrumbs(t)}>
      <PageTitle title={title} />
      {(is.candidate || !is.owner) && (
        <Section id="candidate" title={t('match.own.candidate')}>
          {asCandidate.length === 0 ? <EmptyState title={t('match.own.candidate.empty')}>{t('match.own.candidate.next')}</EmptyState> : <MatchRows rows={asCandidate} show="target" to={(row) => `/workspace/matches/${row.id}`} />}
        </Section>
      )}
      {fits.length > 0 && (
        <Section id="fits" title={t('match.fit.title')}>
          <p className="mt-2">{t('match.fit.note')}</p>
          <FitRows fits={fits} />
        </Section>
      )}
      {is.owner && (
        <Section id="owner" title={t('match.own.owner')}>
          {asOwner.length === 0 ? <EmptyState title={t('match.own.owner.empty')}>{t('match.own.owner.next')}</EmptyState> : <MatchRows rows={asOwner} show="candidate" to={(row) => `/workspace/matches/${row.id}`} />}
        </Section>
      )}
    </Page>
  )
}
