import type { PrismaClient } from '../client'
import { addDays, dateColumn, dayOf } from '../../app/domain/kernel/time'

/** What the people of the sample district look for, and about how often a day. */
const asked: [query: string, daily: number][] = [
  ['自动驾驶', 6], ['机器视觉', 5], ['固态电池', 4], ['茶叶 杀青', 4], ['低温 电池', 3], ['污水处理', 3], ['缺陷检测', 3], ['无人机', 2], ['余热回收', 2], ['智能制造', 2],
]
const days = 10

/** Counts of the last days, so that there is something to suggest at once. */
export async function seedSearches(client: PrismaClient, now: Date): Promise<void> {
  const today = dayOf(now)
  const data = asked.flatMap(([query, daily]) => Array.from({ length: days }, (_, ago) => ({ query, day: dateColumn(addDays(today, -ago)), count: daily + (ago % 3), sample: true })))
  await client.searchCount.createMany({ data })
}
