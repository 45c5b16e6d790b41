import { expect } from '@playwright/test'
import { and, eq, isNull, like } from 'drizzle-orm'
import { db } from '@/db/client'
import { sessions, signInAttempts } from '@/db/schema'
import { addPerson } from '@/lib/people/add-person'
import { system } from '@/lib/viewer'
import { test } from '../story'
import { word } from './people'
import { withCorpus } from './strings'
import { act, ask, inBatches, origin } from './wire'

const password = 'four blue bicycles'
const prefix = word()

const newPerson = () =>
  addPerson(system, {
    name: 'Sina Signer',
    role: 'customer',
    email: `${prefix}i${word()}@example.test`,
    password,
  })

// Failures count against the address that all stories share: ours go when we are done.
test.afterAll(async () => {
  await db.delete(signInAttempts).where(like(signInAttempts.account, `${prefix}%`))
})

const signIn = (email: string, typed: string, headers: Record<string, string> = {}, cookie?: string) =>
  act('signInWithPassword', { email, password: typed }, { headers, cookie })

/** What a stranger can tell apart: everything but what is different each time. */
const shape = ({ status, headers, text }: Awaited<ReturnType<typeof signIn>>, email: string) => ({
  status,
  names: [...headers.keys()].sort(),
  length: headers.get('content-length'),
  text: text.replaceAll(email, 'EMAIL'),
  cookies: headers.getSetCookie().length,
})

test('no answer tells whether an account exists, is closed or has no password', async () => {
  const known = await newPerson()
  const without = await addPerson(system, {
    name: 'N',
    role: 'agent',
    email: `${prefix}${word()}@example.test`,
  })
  const stranger = `${prefix}${word()}@example.test`
  const shapes = []
  for (const email of [known.email, without.email, stranger])
    shapes.push(shape(await signIn(email, 'not the password'), email))
  expect(shapes[1]).toEqual(shapes[0])
  expect(shapes[2]).toEqual(shapes[0])
})

test('a sixth guess waits, for accounts that exist and that do not, however the guesser disguises', async () => {
  const known = await newPerson()
  for (const email of [known.email, `${prefix}${word()}@example.test`]) {
    const [name = '', domain = ''] = email.split('@')
    const disguises: readonly (readonly [string, Record<string, string>])[] = [
      [email, { 'x-forwarded-for': '203.0.113.1' }],
      [email.toUpperCase(), { 'x-forwarded-for': '203.0.113.2', 'x-real-ip': '203.0.113.2' }],
      [`${name}+tag@${domain}`, { forwarded: 'for=203.0.113.3' }],
      [`${name.slice(0, 5)}.${name.slice(5)}@${domain}`, { 'cf-connecting-ip': '203.0.113.4' }],
      [` ${email} `, { 'true-client-ip': '203.0.113.5', 'user-agent': 'another' }],
    ]
    for (const [spelling, headers] of disguises)
      expect((await signIn(spelling, 'not the password', headers)).text).toContain('is not right')
    // Even with the right password: otherwise the limit would tell which guess was right.
    const sixth = await signIn(email, password, { 'x-forwarded-for': '203.0.113.6' })
    expect(sixth.text).toContain('Too many attempts')
    expect(sixth.headers.getSetCookie()).toEqual([])
  }
})

test('an address is one address: lists, look-alikes and composed letters sign nobody in', async () => {
  const known = await newPerson()
  for (const email of [
    `a@evil.test,${known.email}`,
    `${known.email},a@evil.test`,
    `${known.email}\r\nbcc: a@evil.test`,
    `"${known.email}"@evil.test`,
    known.email.replace('@', '\uff20'),
    known.email.replace('e', '\u0435'),
    known.email.replace('i', '\u0131'),
    `<${known.email}>`,
    `${known.email}\0`,
  ]) {
    const { refused, leadsTo, headers } = await signIn(email, password)
    expect([refused, leadsTo, headers.getSetCookie()], email).toEqual([true, null, []])
  }
})

const sessionIn = (headers: Headers) =>
  /deskwell\.session=([^;]+)/.exec(headers.getSetCookie().join('\n'))?.[1] ?? ''

test('a session that was there before signing in is not the one after it', async () => {
  const person = await newPerson()
  const planted = 'deskwell.session=planted-by-a-stranger'
  const first = await signIn(person.email, password, {}, planted)
  const one = sessionIn(first.headers)
  expect(one).toMatch(/^[\w-]{43}\.[\w-]{43}$/)
  const cookie = first.headers.getSetCookie().find((text) => text.startsWith('deskwell.session='))
  expect(cookie).toMatch(/HttpOnly/i)
  expect(cookie).toMatch(/SameSite=Lax/i)
  expect(cookie).toMatch(/Path=\//i)

  const other = sessionIn((await signIn(person.email, password, {}, `deskwell.session=${one}`)).headers)
  expect(other).not.toBe(one)
  expect((await ask('/tickets', { cookie: `deskwell.session=${one}` })).status).toBe(307)
  expect((await ask('/tickets', { cookie: `deskwell.session=${other}` })).status).toBe(200)
})

test('a new password ends every other session and gives none away', async () => {
  const person = await newPerson()
  const here = `deskwell.session=${sessionIn((await signIn(person.email, password)).headers)}`
  const there = `deskwell.session=${sessionIn((await signIn(person.email, password)).headers)}`
  const wrong = await act(
    'changePassword',
    { password: 'wrong', newPassword: 'six red bicycles' },
    { cookie: here },
  )
  expect(wrong.refused).toBe(true)
  expect(wrong.text).not.toContain('six red bicycles')
  expect((await ask('/tickets', { cookie: there })).status).toBe(200)

  const right = await act('changePassword', { password, newPassword: 'six red bicycles' }, { cookie: here })
  expect(right.done).toBe(true)
  expect((await ask('/tickets', { cookie: there })).status).toBe(307)
  expect((await ask('/tickets', { cookie: here })).status).toBe(200)
})

test('signing out ends the session itself, not only its cookie', async () => {
  const person = await newPerson()
  const cookie = `deskwell.session=${sessionIn((await signIn(person.email, password)).headers)}`
  const out = await ask('/sign-out', { method: 'POST', cookie, headers: { origin } })
  expect([out.status, out.headers.get('location')]).toEqual([303, '/sign-in?left=1'])
  expect((await ask('/tickets', { cookie })).status).toBe(307)
  const open = and(eq(sessions.personId, person.id), isNull(sessions.revokedAt))
  expect(await db.select({ id: sessions.id }).from(sessions).where(open)).toEqual([])
})

const elsewhere = [
  '//evil.test',
  '/\\evil.test',
  'https://evil.test',
  'javascript:alert(1)',
  '/%2f/evil.test',
  '/.//evil.test',
  '/\t/evil.test',
  'https:evil.test',
  '/\u0000/evil.test',
  'http://localhost@evil.test',
]

test('after signing in nobody is led to another site, whatever the link said', async () => {
  const person = await newPerson()
  const cookie = `deskwell.session=${sessionIn((await signIn(person.email, password)).headers)}`
  const wanted = withCorpus(elsewhere, 'injection/crlf.json', 20)
  const here = (location: string | null) => new URL(location ?? '/', origin).origin
  await inBatches(wanted, 8, async (next) => {
    for (const name of ['next', 'callbackUrl', 'returnTo', 'redirect']) {
      const { status, headers } = await ask(`/sign-in?${name}=${encodeURIComponent(next)}`, { cookie })
      expect([status, here(headers.get('location'))], next).toEqual([307, origin])
      expect(headers.get('crlf'), next).toBeNull()
    }
    const query = `callbackUrl=${encodeURIComponent(next)}`
    const { headers } = await ask(`/api/auth/signin?${query}`, { cookie })
    expect(here(headers.get('location')), next).toBe(origin)
  })
  for (const next of elsewhere.slice(0, 6)) {
    const { leadsTo } = await act('signInWithPassword', { email: person.email, password, next })
    expect(leadsTo, next).toBe('/tickets')
  }
})

test('once there is an admin, nobody can set the helpdesk up again', async () => {
  const first = { workspaceName: 'Mine', name: 'Mallory', email: `${prefix}${word()}@example.test`, password }
  const answers = await Promise.all(Array.from({ length: 20 }, () => act('setUpHelpdesk', first)))
  for (const { done, leadsTo, headers } of answers)
    expect([done, leadsTo, headers.getSetCookie()]).toEqual([false, null, []])
  expect((await ask('/setup')).status).toBe(404)
})
