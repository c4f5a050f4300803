import { checkTallies } from '~/domain/contracts/tally.server'
import { logger } from '~/log.server'

/** Every night: the sums that pages add up are compared with the contracts; days that differ are counted anew, and said. */
export async function checkStatistics(): Promise<void> {
  const { days, differing } = await checkTallies(new Date())
  if (differing.length > 0) logger().error({ days, differing: differing.slice(0, 20) }, 'sums of contracts differed from the contracts and were made anew')
}
