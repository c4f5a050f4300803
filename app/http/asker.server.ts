import { isbot } from 'isbot'

/** Whether a person asks, as far as a request tells: no robot, and no browser that fetches ahead of a click. */
export function isPerson(request: Request): boolean {
  const agent = request.headers.get('User-Agent')
  return agent !== null && !isbot(agent) && !(request.headers.get('Sec-Purpose') ?? '').includes('prefetch')
}
