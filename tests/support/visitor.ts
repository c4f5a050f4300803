import { password } from './factories'

export type Values = { [name: string]: Value }
export type Value = string | number | boolean | null | undefined | readonly Value[] | Values
export type Answer = { status: number; headers: Headers; text: string; location: string | null }

/** Fields as a form names them: `rows[0][name]`. A list of plain values repeats its name; nothing is left out. */
export function fieldsOf(values: Values, prefix = ''): [string, string][] {
  return Object.entries(values).flatMap(([key, value]): [string, string][] => {
    const name = prefix ? `${prefix}[${key}]` : key
    if (value === undefined || value === null) return []
    if (Array.isArray(value)) return value.flatMap((one: Value, index) => (typeof one === 'object' && one !== null ? fieldsOf(one as Values, `${name}[${index}]`) : one === undefined || one === null ? [] : [[name, String(one)]]))
    return typeof value === 'object' ? fieldsOf(value as Values, name) : [[name, String(value)]]
  })
}

/** Somebody at the portal without a browser: asks and posts as a page of ours does, with one session. */
export class Visitor {
  cookie = ''
  constructor(readonly url: string, private address = '198.51.100.1') {}

  async ask(path: string, init: RequestInit & { duplex?: 'half' } = {}): Promise<Answer> {
    const headers = { Cookie: this.cookie, 'X-Forwarded-For': this.address, ...(init.headers as Record<string, string>) }
    const response = await fetch(this.url + path, { redirect: 'manual', ...init, headers })
    return { status: response.status, headers: response.headers, text: await response.text(), location: response.headers.get('Location') }
  }

  /** Posts raw bytes; the type is a form's unless named, null sends none. */
  send(path: string, body: BodyInit, type: string | null = 'application/x-www-form-urlencoded', more: Record<string, string> = {}): Promise<Answer> {
    const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body
    return this.ask(path, { method: 'POST', body: bytes, headers: { Origin: this.url, ...(type && { 'Content-Type': type }), ...more } })
  }

  post(path: string, values: Values | [string, string][], more: Record<string, string> = {}): Promise<Answer> {
    return this.send(path, new URLSearchParams(Array.isArray(values) ? (values as [string, string][]) : fieldsOf(values as Values)).toString(), undefined, more)
  }

  /** From another address, so that the limit of one sender is not met by what was asked before. */
  from(address: string): this {
    this.address = address
    return this
  }

  async signIn(email: string, typed = password): Promise<Answer> {
    const answer = await this.post('/login', { email, password: typed, to: '/workspace' })
    this.cookie = (answer.headers.getSetCookie().find((one) => one.startsWith('session=')) ?? '').split(';')[0] ?? ''
    if (answer.status !== 303 || !this.cookie) throw new Error(`${email} could not sign in: ${answer.status}`)
    return answer
  }
}
