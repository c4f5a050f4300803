import { batteryTopics } from './battery'
import { countryTopics } from './country'
import { factoryTopics } from './factory'
import { partsTopics } from './parts'
import type { Topic } from './topic'
import { vehicleTopics } from './vehicle'
import { worksTopics } from './works'

export type { GroupKey, Topic } from './topic'

export const topics: Topic[] = [...vehicleTopics, ...partsTopics, ...batteryTopics, ...factoryTopics, ...countryTopics, ...worksTopics]

const byKey = new Map(topics.map((topic) => [topic.key, topic]))

/** The topic with this key; throws when there is none. */
export function topicOf(key: string): Topic {
  const topic = byKey.get(key)
  if (!topic) throw new Error(`no topic has the key ${key}`)
  return topic
}
