import { spreadMatches } from '~/domain/matching/spread.server'

/** Chooses again among the pairs of all open needs and scenarios, so that nobody is flooded and every target has its candidates. */
export async function assignMatches(): Promise<void> {
  await spreadMatches(new Date())
}
