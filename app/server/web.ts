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
import type { Locale, MessageKey } from '~/i18n'
import { logger } from '~/log.server'
import { addressOf } from './address'
import { bodyProblem } from './body'
import { isOneClick, originIsOurs } from './origin'
import { partRoutes } from './routes-of'

type Seen = Request & { portal: Pick<AppLoadContext, 'nonce' | 'requestId' | 'locale' | 'path' | 'search'> }

/** What a request is known by, and its address without the language prefix, which Remix never sees. */
function notice(request: Request, response: Response, next: NextFunction) {
  const { locale, path, search } = addressOf(request.originalUrl)
  const requestId = randomUUID()
  ;(request as Seen).portal = { nonce: randomBytes(16).toString('base64'), requestId, locale, path, search }
  request.url = path + search
  request.originalUrl = path + search
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

/** What Remix is told of a request beside the request itself. */
const getLoadContext = (request: Request) => ({
  ...(request as Seen).portal,
  address: request.ip ?? 'unknown',
  now: new Date(),
  bearer: /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1] ?? null,
})

const plain = (response: Response, status: number, text: string) => response.status(status).set('Cache-Control', 'no-store').type('text/plain; charset=utf-8').send(text)

/** The server: what stands before Remix (headers, origin, static files, health) and Remix itself. */
export async function createApp(): Promise<express.Express> {
  const build = (await import(pathToFileURL(resolve('build/server/index.js')).href)) as ServerBuild
  const { words, warm } = build.entry.module as ServerBuild['entry']['module'] & { warm: () => void; words: (locale: Locale, key: MessageKey, params?: Record<string, string>) => string }
  warm()
  const { parts, of } = partRoutes(build.routes)
  const partOf = (routes: ServerBuild['routes']): ServerBuild => {
    const known = Object.entries(build.assets.routes).filter(([id]) => id in routes)
    return { ...build, routes, assets: { ...build.assets, routes: Object.fromEntries(known) } }
  }
  const handlers = new Map([...parts].map(([name, routes]) => [name, createRequestHandler({ build: partOf(routes), mode: 'production', getLoadContext })]))
  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  const proxy = env().TRUST_PROXY
  app.set('trust proxy', proxy ? (/^\d+$/.test(proxy) ? Number(proxy) : proxy) : false)
  app.use(notice)
  app.use(securityHeaders())
  app.get('/healthz', (_request, response) => void plain(response, 200, 'ok'))
  app.use((request, response, next) => {
    const { requestId, locale, path } = (request as Seen).portal
    if (!isOneClick(request.method, path) && !originIsOurs(request, env().PUBLIC_URL)) {
      logger().warn({ requestId, origin: request.headers.origin ?? null }, 'foreign origin refused')
      return void plain(response, 403, words(locale, 'error.origin'))
    }
    const problem = bodyProblem(request, path)
    if (!problem) return next()
    // A browser reads the answer once its form is through: what comes is let go by, and then the connection ends.
    response.setHeader('Connection', 'close')
    const answer = () => void plain(response, problem.status, words(locale, problem.key))
    if (!problem.wait) return answer()
    request.once('end', answer).resume()
  })
  app.use('/assets', express.static('build/client/assets', { immutable: true, maxAge: '1y', index: false, redirect: false }))
  app.use(express.static('public', { maxAge: '1h', index: false, redirect: false, dotfiles: 'ignore' }))
  // The one library that a page loads, as its package has it: `public/suggest.js` imports it.
  app.use('/combobox-nav', express.static('node_modules/@github/combobox-nav/dist', { maxAge: '1h', index: false, redirect: false, extensions: [] }))
  app.use(compression({ level: 1, threshold: 2048 }))
  app.all(
    '*',
    (request, response, next) => handlers.get(of(request.path))!(request, response, next),
  )
  app.use((error: unknown, request: Request, response: Response, next: NextFunction) => {
    const { requestId, locale, path } = (request as Seen).portal
    logger().error({ requestId, path, err: error }, 'unexpected error')
    if (response.headersSent) return next(error)
    plain(response, 500, words(locale, 'error.unexpected', { requestId }))
  })
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
