import { randomBytes, randomUUID } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import { pathToFileURL } from 'node:url'
import { resolve } from 'node:path'
import { createRequestHandler } from '@remix-run/express'
import type { AppLoadContext, ServerBuild } from '@remix-run/node'
import compression from 'compression'
import express, { type NextFunction, type Request, type Response } from 'express'
import helmet from 'helmet'
import { env } from '~/env.server'
import type { Locale } from '~/i18n'
import { logger } from '~/log.server'
import { originIsOurs } from './origin'

type Seen = Request & { portal: Pick<AppLoadContext, 'nonce' | 'requestId' | 'locale' | 'path' | 'search'> }

/** What a request is known by, and its address without the language prefix, which Remix never sees. */
function notice(request: Request, response: Response, next: NextFunction) {
  const url = new URL(request.originalUrl, 'http://portal')
  const english = url.pathname === '/en' || url.pathname.startsWith('/en/')
  const path = english ? url.pathname.slice(3) || '/' : url.pathname
  const requestId = randomUUID()
  ;(request as Seen).portal = { nonce: randomBytes(16).toString('base64'), requestId, locale: english ? 'en' : 'zh-CN', path, search: url.search }
  request.url = path + url.search
  request.originalUrl = path + url.search
  response.setHeader('X-Request-Id', requestId)
  const started = performance.now()
  response.on('finish', () => {
    logger().info({ requestId, method: request.method, path, status: response.statusCode, ms: Math.round(performance.now() - started) }, 'request')
  })
  next()
}

/** Headers for every answer; the policy allows our own files alone, and a script only with this answer's nonce. */
function securityHeaders() {
  const secure = (env().PUBLIC_URL ?? '').startsWith('https:')
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: [(request) => `'nonce-${(request as unknown as Seen).portal.nonce}'`],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        manifestSrc: ["'self'"],
      },
    },
    // With no-referrer Chromium posts plain forms with `Origin: null`.
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
    strictTransportSecurity: secure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    crossOriginEmbedderPolicy: false,
  })
}

const plain = (response: Response, status: number, text: string) => response.status(status).type('text/plain; charset=utf-8').send(text)

/** The server: what stands before Remix (headers, origin, static files, health) and Remix itself. */
export async function createApp(): Promise<express.Express> {
  const build = (await import(pathToFileURL(resolve('build/server/index.js')).href)) as ServerBuild
  const words = build.entry.module as ServerBuild['entry']['module'] & { foreignOrigin: (locale: Locale) => string }
  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  const proxy = env().TRUST_PROXY
  app.set('trust proxy', proxy ? (/^\d+$/.test(proxy) ? Number(proxy) : proxy) : false)
  app.use(notice)
  app.use(securityHeaders())
  app.get('/healthz', (_request, response) => void plain(response, 200, 'ok'))
  app.use((request, response, next) => {
    if (originIsOurs(request, env().PUBLIC_URL)) return next()
    logger().warn({ requestId: (request as Seen).portal.requestId, origin: request.headers.origin ?? null }, 'foreign origin refused')
    const english = (request as Seen).portal.locale === 'en'
    plain(response, 403, words.foreignOrigin(english ? 'en' : 'zh-CN'))
  })
  app.use('/assets', express.static('build/client/assets', { immutable: true, maxAge: '1y', index: false }))
  app.use(express.static('public', { maxAge: '1h', index: false, dotfiles: 'ignore' }))
  app.use(compression({ level: 1, threshold: 2048 }))
  app.all(
    '*',
    createRequestHandler({
      build,
      mode: 'production',
      getLoadContext: (request) => ({
        ...(request as unknown as Seen).portal,
        address: request.ip ?? 'unknown',
        now: new Date(),
        bearer: /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1] ?? null,
      }),
    }),
  )
  return app
}

/** Listens; resolves when connections are accepted. */
export async function listen(port: number, host: string): Promise<Server> {
  const server = createServer(await createApp())
  await new Promise<void>((done, fail) => {
    server.once('error', fail)
    server.listen(port, host, done)
  })
  return server
}
