/** A path of our own without its language prefix; anything else (another site, `//host`, a path with a backslash) is `otherwise`. */
export function barePath(given: unknown, otherwise: string): string {
  if (typeof given !== 'string' || !/^\/(?![/\\])[^\\\s]*$/.test(given)) return otherwise
  const bare = given.replace(/^\/en(?=[/?#]|$)/, '') || '/'
  const path = bare.startsWith('/') ? bare : `/${bare}`
  return path.startsWith('//') || /^\/(login|logout)(?=[/?#]|$)/.test(path) ? otherwise : path
}
