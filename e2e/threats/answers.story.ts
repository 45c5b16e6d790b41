import { expect } from '@playwright/test'
import { make } from '@/lib/support'
import { cookieOf } from '../sign-in'
import { test } from '../story'
import { addresses } from '../surface'
import { newCustomer, newStaff, word } from './people'
import { type Asked, sharedCache } from './shared-cache'
import { type Answer, act, ask, inBatches, origin, payloadAddress } from './wire'

const nonceOf = ({ headers }: Answer) =>
  /'nonce-([^']+)'/.exec(headers.get('content-security-policy') ?? '')?.[1]

function expectGuarded(answer: Answer, what: string) {
  const policy = answer.headers.get('content-security-policy') ?? ''
  for (const rule of ["default-src 'self'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"])
    expect(policy, what).toContain(rule)
  expect(policy.match(/script-src[^;]*/)?.[0], what).not.toMatch(/unsafe|\*|https?:|data:/)
  expect(Object.fromEntries(answer.headers), what).toMatchObject({
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cache-control': expect.stringContaining('no-store'),
  })
  expect(answer.headers.get('x-powered-by'), what).toBeNull()
}

test('every answer carries the headers that guard it, also errors and what is not there', async () => {
  const boss = await cookieOf(await newStaff('admin'))
  const pages = addresses.map(({ pattern }) => pattern.replace(/\[.*\]/, 'nothing'))
  const asked = [
    ...pages,
    '/nothing',
    '/nothing.php',
    '/.env',
    '/.git/config',
    '/tickets/%ff',
    '/api/portal/tickets/%E0%A4%A/latest',
    '/api/nothing',
    '/_next/nothing',
    '/robots.txt',
    '/favicon.ico',
    '/iconxsvg',
  ]
  await inBatches(asked, 8, async (path) => {
    expectGuarded(await ask(path), `${path} as a visitor`)
    expectGuarded(await ask(path, { cookie: boss }), `${path} as an admin`)
    expectGuarded(await ask(path, { cookie: boss, headers: { rsc: '1' } }), `${path} as a payload`)
    expectGuarded(await ask(path, { method: 'POST', cookie: boss }), `POST ${path}`)
    expectGuarded(await ask(path, { method: 'DELETE', cookie: boss, headers: { origin } }), `DELETE ${path}`)
  })
  expectGuarded(await act('fileRequest', {}, { cookie: boss }), 'an action')
})

test('an address that cannot be read is one at which there is nothing', async () => {
  for (const path of ['/tickets/%ff', '/console/tickets/%', '/wall/%E0%A4%A', '/api/auth/%ff'])
    expect((await ask(path)).status, path).toBe(404)
})

test('what the build made carries nosniff, and a missing file of it too', async () => {
  const script = (await ask('/sign-in')).text.match(/\/_next\/static\/[^"\\]+\.js/)?.[0] ?? ''
  for (const path of [script, '/icon.svg', '/_next/static/nothing.js'])
    expect((await ask(path)).headers.get('x-content-type-options'), path).toBe('nosniff')
  for (const path of [
    '/_next/image?url=http://127.0.0.1:1/&w=64&q=75',
    '/_next/image?url=/icon.svg&w=64&q=75',
  ])
    expect((await ask(path)).status, path).not.toBe(200)
})

test('nobody chooses the nonce: it is new with each answer and not the one that was sent along', async () => {
  const headers = {
    'x-nonce': 'chosen',
    'content-security-policy': "script-src 'nonce-chosen' 'unsafe-inline'",
    'content-security-policy-report-only': "script-src 'nonce-chosen'",
  }
  const answers = await Promise.all(Array.from({ length: 8 }, () => ask('/sign-in', { headers })))
  const nonces = answers.map(nonceOf)
  expect(new Set(nonces).size).toBe(8)
  for (const [at, { text }] of answers.entries()) {
    expect(text).not.toContain('chosen')
    const scripts = [...text.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag)
    expect(scripts.length).toBeGreaterThan(0)
    for (const tag of scripts) expect(tag).toContain(`nonce="${nonces[at]}"`)
  }
})

test('two people who ask in turn, four hundred times and through one cache, never get what is the other one’s', async () => {
  const people = await Promise.all(
    ['Yrsa', 'Zeno'].map(async (name) => {
      const customer = await newCustomer(`${name} ${word()}`)
      const subject = word()
      const { refid } = await make().for(customer.id).subject(subject).description('D').create()
      return { name: customer.name, subject, refid, cookie: await cookieOf(customer) }
    }),
  )
  const cache = sharedCache()
  const behindLink = await payloadAddress('/tickets')
  const turns = Array.from({ length: 50 }, (_, at) => at)
  await inBatches(turns, 8, async (turn) => {
    const [who, other] = turn % 2 ? people : people.toReversed()
    if (!who || !other) throw new Error('nobody')
    const { cookie } = who
    const asked: Asked[] = [
      { path: '/tickets', headers: { cookie } },
      { path: behindLink, headers: { cookie, rsc: '1' } },
      { path: '/account', headers: { cookie } },
      { path: `/tickets/${other.refid}`, headers: { cookie, 'if-none-match': '*' } },
      { path: `/tickets/${who.refid}`, headers: { cookie } },
      // They are sent away, each time anew.
      { path: '/sign-in', headers: { cookie } },
      { path: '/', headers: { cookie } },
      { path: '/api/console/counts', headers: { cookie } },
    ]
    const answers = await inBatches(asked, 2, cache.ask)
    for (const [at, { text, headers, status }] of answers.entries()) {
      expect(text).not.toContain(other.subject)
      expect(text).not.toContain(other.name)
      expect(headers.get('cache-control'), asked[at]?.path).toMatch(/private.*no-store/)
      expect(status).toBeLessThan(500)
    }
    for (const at of [0, 1, 4]) expect(answers[at]?.text).toContain(who.subject)
  })
  expect(cache.hits()).toBe(0)
  // It does keep what is everybody's.
  const script = (await ask('/sign-in')).text.match(/\/_next\/static\/[^"\\]+\.js/)?.[0] ?? ''
  for (const { cookie } of people) await cache.ask({ path: script, headers: { cookie } })
  expect(cache.hits()).toBe(1)
})
