import { expect } from '@playwright/test'
import { draftsOf } from '@/lib/drafts/find'
import { getUserTickets, make } from '@/lib/support'
import { cookieOf } from '../sign-in'
import { test } from '../story'
import { addresses, filled } from '../surface'
import { newCustomer, newStaff } from './people'
import { act, ask, broke, inBatches, isReady, origin } from './wire'

const numbers = [
  '0',
  '-1',
  '1.5',
  '1e9',
  '9'.repeat(400),
  'NaN',
  'Infinity',
  '0x10',
  '',
  ' ',
  '1;2',
  '١',
  '%00',
  '[]',
  '__proto__',
]

test('a page or a limit that is no number, or beyond all pages, is still a page', async () => {
  const [maria, boss] = [await cookieOf(await newCustomer()), await cookieOf(await newStaff('supervisor'))]
  const asked = numbers.flatMap((number) => [
    { cookie: maria, path: `/tickets?page=${encodeURIComponent(number)}` },
    { cookie: maria, path: `/tickets?page=${encodeURIComponent(number)}&page=2&limit=${number}&page[]=3` },
    {
      cookie: boss,
      path: `/console/reports?period=custom&from=${encodeURIComponent(number)}&to=${encodeURIComponent(number)}`,
    },
    { cookie: boss, path: `/console/tickets?limit=${number}&page=${number}&offset=${number}` },
  ])
  await inBatches(asked, 8, async ({ path, cookie }) => {
    const answer = await ask(path, { cookie })
    expect([answer.status, broke(answer)], path).toEqual([200, false])
  })
})

const moments = [
  '2024-02-30 00:00:00',
  '0000-01-01 00:00:00',
  '9999-12-31 23:59:59',
  '2024-13-01 00:00:00',
  '2024-01-01 24:00:01',
  '-infinity',
  'infinity',
  'now',
  "epoch'--",
  '',
]

test('a place in the queue that nobody ever was at begins where it can', async () => {
  const cookie = await cookieOf(await newStaff())
  const sorts = ['updated', 'due', 'waiting', 'created', 'priority', 'id; drop table tickets', '__proto__']
  const asked = moments.flatMap((moment) =>
    sorts.flatMap((sort) => ['after', 'before'].map((side) => ({ moment, sort, side }))),
  )
  await inBatches(asked, 8, async ({ moment, sort, side }) => {
    const query = new URLSearchParams({ sort, dir: 'up', [side]: `${moment}~SUP-00000000` })
    const answer = await ask(`/console/tickets?${query}`, { cookie })
    expect([answer.status, broke(answer)], `${query}`).toEqual([200, false])
  })
})

test('the numbers of days at the end of all calendars are a page, or refused', async () => {
  const boss = await newStaff('supervisor')
  const cookie = await cookieOf(boss)
  for (const day of ['0000-01-01', '0001-01-01', '1900-01-01', '2999-12-31', '9999-12-31']) {
    const days = `period=custom&from=${day}&to=${day}`
    for (const path of [
      `/console/reports?${days}`,
      `/console/me/figures?${days}`,
      `/console/tickets?behind=created+${day}..${day}`,
      `/console/tickets?behind=backlog+${day}..${day}+by:${boss.email}`,
    ]) {
      const answer = await ask(path, { cookie })
      expect([answer.status, broke(answer)], path).toEqual([200, false])
    }
    const table = await ask(`/api/console/reports/overview?${days}`, { cookie })
    expect(table.status, day).toBe(day === '1900-01-01' ? 200 : 400)
  }
})

test('thousands of parameters and a hundred filters are answered, or refused', async () => {
  const [maria, ana] = [await cookieOf(await newCustomer()), await cookieOf(await newStaff())]
  const many = Array.from({ length: 5_000 }, (_, at) => `p${at}=`)
    .join('&')
    .slice(0, 15_000)
  const filters = Array.from({ length: 100 }, () => 'status=open&priority=low&category=a,b&q=x').join('&')
  for (const [path, cookie] of [
    [`/tickets?${many}`, maria],
    [`/console/tickets?${many}`, ana],
    [`/console/tickets?${filters}`, ana],
    [`/console/tickets?category=${'a,'.repeat(7_000)}`, ana],
    [`/console/tickets?q=${'x'.repeat(15_000)}`, ana],
    [`/tickets?q=${'%F0%9F%92%A9'.repeat(1_200)}`, maria],
    [`/tickets?q=${'"'.repeat(5_000)}`, maria],
    [`/${'a/'.repeat(1_500)}`, maria],
  ] as const) {
    const answer = await ask(path, { cookie })
    expect(broke(answer), path.slice(0, 60)).toBe(false)
  }
})

test('headers larger than any browser sends are refused', async () => {
  for (const header of ['cookie', 'authorization', 'user-agent', 'x-anything'])
    expect((await ask('/tickets', { headers: { [header]: 'a'.repeat(100_000) } })).status, header).toBe(431)
  expect((await ask(`/tickets?q=${'x'.repeat(100_000)}`)).status).toBe(431)
})

test('a body of ten megabytes is refused, and nothing of it is kept', async () => {
  const maria = await newCustomer()
  const cookie = await cookieOf(maria)
  const huge = 'x'.repeat(10_000_000)
  const asked = [
    act('fileRequest', { category: '', subject: 'S', details: huge, impact: 'question' }, { cookie }),
    ask('/sign-in', { method: 'POST', body: huge, cookie, headers: { origin } }),
    ask('/sign-out', { method: 'POST', body: huge, headers: { origin } }),
    ask('/signed-out', { method: 'POST', body: huge, headers: { origin } }),
    ask('/api/auth/callback/credentials', { method: 'POST', body: huge, headers: { origin } }),
  ]
  // Some are cut off while they still speak.
  const [filed, ...others] = await Promise.allSettled(asked)
  expect(others).toHaveLength(4)
  expect(filed?.status === 'fulfilled' && filed.value.status < 400, 'accepted').toBe(false)
  expect(await getUserTickets(maria.id)).toEqual([])
  expect(await isReady()).toBe(true)
})

test('JSON of ten thousand lists in lists, or of ten megabytes, is refused by every address that is put to', async () => {
  const [maria, ana] = [await newCustomer(), await newStaff()]
  const { refid } = await make().for(maria.id).subject('S').description('D').create()
  const cookie = await cookieOf(ana)
  const [lists, objects] = [
    '['.repeat(10_000) + ']'.repeat(10_000),
    `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`,
  ]
  const draft = { mode: 'note', writer: ana.email, body: 'B', submission: crypto.randomUUID(), turn: 1 }
  const deep = JSON.stringify({ ...draft, replying: 0, actions: 0 })
  const bodies = [
    lists,
    objects,
    '['.repeat(10_000),
    deep.replaceAll(':0', `:${lists}`),
    deep.replaceAll(':0', `:${objects}`),
    JSON.stringify({ ...draft, body: 'x'.repeat(10_000_000), replying: true }),
  ]
  const paths = addresses
    .filter(({ methods }) => methods.includes('PUT'))
    .flatMap(({ pattern }) => filled(pattern, { '[refid]': [refid] }))
  expect(paths.length).toBeGreaterThan(1)
  for (const path of paths)
    for (const [at, body] of bodies.entries()) {
      const put = ask(path, { method: 'PUT', body, cookie, headers: { origin } })
      // What is too long may be cut off while it still speaks.
      const [answer] = await Promise.allSettled([put])
      const status = answer.status === 'fulfilled' ? answer.value.status : 'cut off'
      expect(body.length > 1_000_000 ? [422, 'cut off'] : [422], `${path}, ${at}`).toContain(status)
    }
  expect(await draftsOf(ana, refid)).toEqual({ reply: null, note: null })
  expect(await isReady()).toBe(true)
})

test('a text at its limit is kept, one letter more is refused at its field', async () => {
  const maria = await newCustomer()
  const cookie = await cookieOf(maria)
  const filed = (details: string) =>
    act('fileRequest', { category: '', subject: 'S', details, impact: 'question' }, { cookie })
  const over = await filed('x'.repeat(2_000_000))
  expect([over.refused, broke(over)]).toEqual([true, false])
  expect(over.text).toContain('Details is too long: 2,000,000 characters')
  expect(await getUserTickets(maria.id)).toEqual([])
})
