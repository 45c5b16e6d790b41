import { createHmac, randomBytes } from 'node:crypto'
import { expect } from '@playwright/test'
import { sign } from '@/lib/auth/token'
import { make } from '@/lib/support'
import { cookieOf } from '../sign-in'
import { test } from '../story'
import { addresses } from '../surface'
import { newCustomer, newStaff, word } from './people'
import { ask, inBatches, payload } from './wire'

const name = 'deskwell.session'

/** Places that anybody may see; everything else asks who is there. */
const everybodys = new Set(['/', '/sign-in', '/setup', '/api/health/live', '/api/health/ready', '/empty'])

const guarded = addresses
  .map(({ pattern }) => pattern)
  .filter(
    (pattern) =>
      !everybodys.has(pattern) && !pattern.startsWith('/api/auth') && !/^\/sign(ed)?-out$/.test(pattern),
  )
  .map((pattern) => pattern.replace(/\[\w+\]/, 'SUP-00000000'))

const subrequest = 'proxy:proxy:proxy:proxy:proxy'

/** Headers and addresses by which other programs were made to believe that somebody had been let in already. */
const tricks: readonly (readonly [(path: string) => string, Record<string, string>])[] = [
  [(path) => path, { 'x-middleware-subrequest': subrequest }],
  [(path) => path, { 'x-middleware-subrequest': 'src/middleware:src/middleware:src/middleware' }],
  [(path) => path, { 'x-middleware-next': '1', 'x-middleware-rewrite': '/sign-in' }],
  [(path) => path, { 'x-remote-user': 'admin', 'x-forwarded-user': 'admin', 'remote-user': 'admin' }],
  [(path) => path, { 'x-forwarded-for': '127.0.0.1', 'x-real-ip': '127.0.0.1', forwarded: 'for=127.0.0.1' }],
  [() => '/', { 'x-original-url': '/admin/people', 'x-rewrite-url': '/admin/people' }],
  [(path) => path, { rsc: '1' }],
  [(path) => path, { rsc: '1', 'next-router-prefetch': '1' }],
  [(path) => path, { rsc: '1', 'next-router-segment-prefetch': '/_full' }],
  [(path) => `${path}.rsc`, {}],
  [(path) => `${path}.segments/_full.segment.rsc`, { rsc: '1' }],
  [(path) => `${path}?_rsc=abc&nxtPrefid=SUP-00000000`, { rsc: '1' }],
  [(path) => `/en${path}`, {}],
  [(path) => `/./${path}`, {}],
  [(path) => path.replace('/', '/%2e/'), {}],
  [(path) => path.toUpperCase(), {}],
  [(path) => `/_next/data/build${path}.json`, { 'x-nextjs-data': '1' }],
  [(path) => path, { 'x-http-method-override': 'GET', 'x-invoke-path': '/sign-in', 'x-matched-path': '/' }],
]

test('no header and no spelling of an address lets a visitor into a room', async () => {
  expect(guarded.length).toBeGreaterThan(12)
  const asked = guarded.flatMap((path) => tricks.map(([spell, headers]) => ({ path: spell(path), headers })))
  await inBatches(asked, 8, async ({ path, headers }) => {
    const { status, text, headers: answered } = await ask(path, { headers })
    const what = `${path} with ${JSON.stringify(headers)}`
    expect(status, what).toBeLessThan(500)
    // A streamed payload begins before the page sends the visitor away; then it holds that and nothing of the page.
    const sentAway = status !== 200 || /NEXT_REDIRECT|NEXT_HTTP_ERROR|NEXT_NOT_FOUND/.test(text)
    expect(sentAway || path === '/' || isFrame(text), what).toBe(true)
    expect(text, what).not.toMatch(/SUP-[1-9A-Z]\w{7}|@demo\.test/)
    expect(answered.get('location') ?? '/', what).toMatch(/^(\/(?!\/)|http:\/\/localhost:)/)
  })
})

/** A prefetched segment may hold the tree of the route, which is in every script as well. */
const isFrame = (text: string) => !/"children":"[^"]*(Sign out|Settings|Reports)/.test(text)

test('an address decides which ticket is shown, whatever its query says', async () => {
  const [maria, other] = [await newCustomer(), await newCustomer()]
  const filed = (id: number, subject: string) =>
    make().for(id).subject(subject).description('It has been so since Monday.').create()
  const [mine, theirs] = [await filed(maria.id, word()), await filed(other.id, word())]
  const cookie = await cookieOf(maria)
  for (const query of ['nxtPrefid', 'refid', '[refid]', '__nextLocale', 'nxtIrefid', '_nextRoute'])
    for (const read of [payload, (path: string, cookie: string) => ask(path, { cookie })]) {
      const shown = await read(`/tickets/${mine.refid}?${query}=${theirs.refid}`, cookie)
      expect(shown.text, query).toContain(mine.subject)
      expect(shown.text, query).not.toContain(theirs.subject)
      const foreign = await read(`/tickets/${theirs.refid}?${query}=${mine.refid}`, cookie)
      expect(foreign.text, query).not.toContain(theirs.subject)
    }
})

/** Everything that might be taken for a session and is none. */
function forgeries(cookie: string, count: number): readonly string[] {
  const real = cookie.slice(name.length + 1)
  const [secret = '', signature = ''] = real.split('.')
  const other = createHmac('sha256', 'another key').update(secret).digest('base64url')
  const places = Array.from(real, (letter, at) => ({ letter, at }))
  const made = [
    ...['', '.', secret, `${secret}.`, `.${signature}`, `${secret}.${other}`, `${signature}.${secret}`],
    ...[
      `${secret}.${secret}`,
      `${real}.${signature}`,
      `${real}=`,
      `${secret}+.${signature}`,
      real.toLowerCase(),
    ],
    ...[
      'null',
      'undefined',
      'true',
      '[object Object]',
      '{"sid":"1"}',
      '%00',
      '%',
      '%E0%A4%A',
      '"',
      `"${secret}"`,
    ],
    ...['eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.', 'eyJhbGciOiJkaXIifQ..a.b.c', '__proto__', 'a'.repeat(6_000)],
    ...places.map(
      ({ letter, at }) => `${real.slice(0, at)}${letter === 'A' ? 'B' : 'A'}${real.slice(at + 1)}`,
    ),
    ...places.map(({ at }) => real.slice(0, at)),
  ]
  const guesses = Array.from({ length: count }, () =>
    sign(randomBytes(32).toString('base64url')).slice(0, -1),
  )
  return [...made, ...guesses].slice(0, count)
}

test('a thousand broken cookies and authorizations are nobody, and no error', async () => {
  const ana = await newStaff()
  const real = await cookieOf(ana)
  expect((await ask('/api/console/counts', { cookie: real })).status).toBe(200)
  const values = forgeries(real, 1_000)
  const statuses = await inBatches(values, 20, async (value) => {
    const odd = value.length % 3
    const headers: Record<string, string> =
      odd === 0
        ? { cookie: `${name}=${value}` }
        : { authorization: `${odd === 1 ? 'Bearer' : 'Basic'} ${value}` }
    if (odd === 2) headers.cookie = `${name}=${value}; authjs.session-token=${value}; ${name}.0=${value}`
    return (await ask('/api/console/counts', { headers })).status
  })
  expect(statuses.filter((status) => status !== 401)).toEqual([])
})

test('broken cookies lead to the sign-in page, and next-auth knows nobody by them', async () => {
  const real = await cookieOf(await newStaff('admin'))
  const values = forgeries(real, 40)
  await inBatches(values, 5, async (value) => {
    const cookie = `${name}=${value}`
    const page = await ask('/admin/people', { cookie })
    expect([page.status, page.headers.get('location')], value).toEqual([
      307,
      `/sign-in?next=${encodeURIComponent('/admin/people')}`,
    ])
    const session = await ask('/api/auth/session', { cookie, headers: { authorization: `Bearer ${value}` } })
    expect([session.status, session.text], value).toEqual([200, 'null'])
  })
})
