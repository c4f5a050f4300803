import { match } from './catalogue-data'
import { QueueHead } from './decide'
import { SmallHead } from './heads'
import { TwoColumns } from './layout'
import { Alternates, HardChecks, Joint, MatchPair, ScoreParts } from './match'

/** One pair of the match queue; the decide bar belongs to the frame. */
export function CatalogueMatch() {
  return (
    <>
      <QueueHead title={match.title} at={18} total={50} note={match.progress} />
      <section className="mt-3 border-t border-rule pt-3" aria-label={match.pairLabel}>
        <MatchPair left={match.left} right={match.right} score={78} verdict={match.verdict} summary={match.summary} />
        {match.joints.map((joint) => (
          <Joint key={joint.n} {...joint} />
        ))}
      </section>
      <section className="mt-10 grid gap-6 border-t border-rule pt-3" aria-label={match.basis}>
        <div>
          <SmallHead>{match.partsTitle}</SmallHead>
          <ScoreParts parts={match.parts} />
        </div>
        <div className="grid gap-6">
          <TwoColumns>
            <div className="mb-6 lg:mb-0">
              <SmallHead>{match.checksTitle}</SmallHead>
              <HardChecks items={match.checks} />
            </div>
            <div>
              <SmallHead note={match.alternatesNote}>{match.alternatesTitle}</SmallHead>
              <Alternates items={match.alternates} />
            </div>
          </TwoColumns>
        </div>
      </section>
    </>
  )
}
