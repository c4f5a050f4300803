import type { Tx } from '#prisma/client'
import { dayOf } from '~/domain/kernel/time'
import { figuresOfBroker, idsOfBroker, type BrokerFigures } from './broker-repo.server'
import { countMeasure } from './read.server'
import * as repo from './repo.server'
import { rowOf, type ContractRow } from './view'

/** The contracts that name a broker, the last signed first, at most 100. */
export async function contractsOfBroker(tx: Tx, brokerId: string): Promise<ContractRow[]> {
  return (await repo.findMany(tx, await idsOfBroker(tx, brokerId, 100))).map(rowOf)
}

/** Count and 成交额 (元 as text) of the contracts that count today, by the district's measure, and the number of their parties. */
export async function contractFiguresOfBroker(tx: Tx, brokerId: string, now: Date): Promise<BrokerFigures> {
  return figuresOfBroker(tx, brokerId, await countMeasure(), dayOf(now))
}
