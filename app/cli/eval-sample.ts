import { buildSample } from '#prisma/seed/sample/index'
import type { EvalCandidate } from './eval-files'

/** The day on which the judged set's sample district is seeded: always the same, so that figures can be compared. */
const seedDate = new Date('2026-01-15T04:00:00Z')

/** What of the sample district can be found, in the form that evaluation reads; the public texts alone. */
export function sampleDocuments(): EvalCandidate[] {
  const { scenarios, needs, achievements, people } = buildSample(seedDate)
  return [
    ...scenarios.map(({ key, title, summary, body, technologies }) => ({ id: key, kind: 'scenario', title, content: `${summary}\n${body}`, keywords: technologies.join('、') })),
    ...needs.map(({ key, title, problem, indicators, goal, keywords }) => ({ id: key, kind: 'need', title, content: [problem, indicators, goal].join('\n'), keywords: keywords.join('、') })),
    ...achievements.map(({ key, title, summary, body, keywords }) => ({ id: key, kind: 'achievement', title, content: `${summary}\n${body}`, keywords: keywords.join('、') })),
    ...people.map(({ key, name, summary, keywords }) => ({ id: key, kind: 'expert', title: name, content: summary, keywords: keywords.join('、') })),
  ]
}
