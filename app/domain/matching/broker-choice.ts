/* Which brokers to suggest for a pair, and why: pure. */

export type BrokerFacts = { id: string; name: string; fields: readonly string[]; load: number; maxLoad: number; /** Of what they were asked, how much they answered, 0–1; null: nothing yet. */ responseRate: number | null }
export type RankedBroker = { id: string; name: string; serves: boolean; load: number; maxLoad: number; full: boolean; responseRate: number | null }

/** A broker who has not been asked yet stands between the quick and the slow. */
const unasked = 0.5

/**
 * Those who serve the field first, whose hands are not full, then by what is free of their load and how often they answer, half and half.
 * Equals by name and id, so that the same input gives the same order.
 */
export function rankBrokers(brokers: readonly BrokerFacts[], field: string): RankedBroker[] {
  const worth = ({ load, maxLoad, responseRate }: BrokerFacts) => (maxLoad === 0 ? 0 : Math.max(0, 1 - load / maxLoad)) + (responseRate ?? unasked)
  const rows = brokers.map((broker) => ({ broker, serves: broker.fields.includes(field), full: broker.load >= broker.maxLoad }))
  rows.sort((one, other) => Number(one.full) - Number(other.full) || Number(other.serves) - Number(one.serves) || worth(other.broker) - worth(one.broker) || one.broker.name.localeCompare(other.broker.name, 'zh') || (one.broker.id < other.broker.id ? -1 : 1))
  return rows.map(({ broker: { id, name, load, maxLoad, responseRate }, serves, full }) => ({ id, name, serves, load, maxLoad, full, responseRate }))
}
