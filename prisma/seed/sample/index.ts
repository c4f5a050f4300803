import { makeAchievements } from './achievements'
import { sampleAreas, sampleThemes } from './areas'
import { makeBrokers } from './brokers'
import { fillUniversityCodes, makeOutsideParties } from './contract-parties'
import { periodsOf } from './contract-plan'
import { makeContracts } from './contracts'
import { dayOf } from './dates'
import { creditCodeMaker } from './names'
import { makeNeeds } from './needs'
import { makeDepartments, makeEnterprises, makeInstitutes } from './organisations'
import { makePeople } from './people'
import { createRng } from './rng'
import { makeScenarios } from './scenarios'
import type { SampleDistrict } from './types'

export { sampleAreas, sampleThemes } from './areas'
export type * from './types'

const SEED = 500118

/**
 * The whole sample district, the same for the same day. Names are invented; dates are relative to `seedDate`.
 *
 * @param seedDate any instant of the seeding day in Asia/Shanghai
 */
export function buildSample(seedDate: Date): SampleDistrict {
  const root = createRng(SEED)
  const today = dayOf(seedDate)
  const codes = creditCodeMaker(root.fork('credit codes'))
  const departments = makeDepartments(root.fork('departments'), codes)
  const enterprises = makeEnterprises(root.fork('enterprises'), codes, 500)
  const institutes = makeInstitutes(root.fork('institutes'), codes, 60)
  const people = makePeople(root.fork('people'), today, institutes, enterprises, 600)
  const taken = new Set(enterprises.flatMap((enterprise) => enterprise.name.match(/(?:重庆市永川区|重庆|永川)?(..)/)?.[1] ?? []))
  const { brokers, agencies } = makeBrokers(root.fork('brokers'), today, codes, taken, 30, 10)
  const achievements = makeAchievements(root.fork('achievements'), today, people, [...institutes, ...enterprises], 400)
  const needs = makeNeeds(root.fork('needs'), today, enterprises)
  const scenarios = makeScenarios(root.fork('scenarios'), today, enterprises)
  const outside = makeOutsideParties(root.fork('outside parties'), codes, taken, 420)
  fillUniversityCodes(outside, codes)
  const contracts = makeContracts(root.fork('contracts'), today, needs, scenarios, brokers, { enterprises, institutes, departments }, outside)
  return {
    periods: periodsOf(today), areas: sampleAreas, themes: sampleThemes, departments, enterprises, institutes, brokerAgencies: agencies, people, brokers, achievements, needs, scenarios, contracts
  }
}
