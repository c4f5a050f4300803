import { listPublicPaths } from '~/domain/searching/sitemap.server'
import { env } from '~/env.server'
import { api } from '~/http/guard.server'

const fixed = ['/', '/scenarios', '/needs', '/achievements', '/experts', '/institutes', '/brokers', '/statistics', '/help']

export const loader = api('public', async ({ url }) => {
  const base = (env().PUBLIC_URL ?? url.origin).replace(/\/$/, '')
  const paths = [...fixed, ...(await listPublicPaths())]
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${paths.map((path) => `<url><loc>${base}${path}</loc></url>`).join('\n')}\n</urlset>\n`
  return new Response(body, { headers: { 'Content-Type': 'application/xml; charset=utf-8' } })
})
