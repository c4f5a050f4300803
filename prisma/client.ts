import { PrismaPg } from '@prisma/adapter-pg'
import { Prisma, PrismaClient } from './generated/client'

export { Prisma, PrismaClient }
export * from './generated/enums'
export type * from './generated/models'
export type { District, Term, Area, Account, Session, Organisation, Membership, Person, Achievement, Broker, Scenario, Need, NeedQuestion, Criterion, Application, Match, Contract, ContractParty, Target, Mail, Transition, AuditEntry, Attachment, SavedSearch } from './generated/client'

/** A transaction, or the client itself where none is open. */
export type Tx = Omit<PrismaClient, '$connect' | '$disconnect' | '$on' | '$use' | '$extends' | '$transaction'>

/** Connects to PostgreSQL. `connections` is the size of the pool. */
export function createPrisma(url: string, connections = 12): PrismaClient {
  return new PrismaClient({ adapter: new PrismaPg({ connectionString: url, max: connections, connectionTimeoutMillis: 10_000 }) })
}
