import type { PrismaClient } from '../client'

/** Takes the sample data out, and with it what people attached to sample records; accounts and records that people made stay. Answers the number of records. */
export async function removeSample(client: PrismaClient): Promise<number> {
  return client.$transaction(
    async (tx) => {
      const sampleNeeds = { need: { sample: true } }
      const sampleScenarios = { scenario: { sample: true } }
      let removed = 0
      const gone = async (work: Promise<{ count: number }>) => void (removed += (await work).count)
      await gone(tx.contract.deleteMany({ where: { OR: [{ sample: true }, sampleNeeds, sampleScenarios] } }))
      await gone(tx.importBatch.deleteMany({ where: { sample: true } }))
      await gone(tx.application.deleteMany({ where: { OR: [{ sample: true }, sampleNeeds, sampleScenarios, { submitter: { sample: true } }] } }))
      await gone(tx.match.deleteMany({ where: { OR: [{ sample: true }, sampleNeeds, sampleScenarios, { person: { sample: true } }, { organisation: { sample: true } }, { achievement: { sample: true } }, { broker: { sample: true } }] } }))
      await gone(tx.need.deleteMany({ where: { OR: [{ sample: true }, { organisation: { sample: true } }] } }))
      await gone(tx.scenario.deleteMany({ where: { OR: [{ sample: true }, { lead: { sample: true } }] } }))
      await tx.achievementInventor.deleteMany({ where: { OR: [{ achievement: { sample: true } }, { person: { sample: true } }] } })
      await gone(tx.achievement.deleteMany({ where: { sample: true } }))
      await gone(tx.person.deleteMany({ where: { sample: true } }))
      await gone(tx.broker.deleteMany({ where: { sample: true } }))
      await tx.membership.deleteMany({ where: { OR: [{ account: { sample: true } }, { organisation: { sample: true } }] } })
      await tx.achievement.updateMany({ where: { organisation: { sample: true } }, data: { organisationId: null } })
      await tx.person.updateMany({ where: { organisation: { sample: true } }, data: { organisationId: null } })
      await tx.contractParty.updateMany({ where: { organisation: { sample: true } }, data: { organisationId: null } })
      await gone(tx.organisation.deleteMany({ where: { sample: true } }))
      await gone(tx.account.deleteMany({ where: { sample: true } }))
      await tx.searchCount.deleteMany({ where: { sample: true } })
      await tx.district.update({ where: { id: 1 }, data: { sampleData: false } })
      return removed
    },
    { timeout: 120_000 },
  )
}
