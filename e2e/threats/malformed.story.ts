import { existsSync } from 'node:fs'
import { expect } from '@playwright/test'
import { cpuMilliseconds } from '@/scripts/bench/cpu'
import { cookieOf } from '../sign-in'
import { test } from '../story'
import { actionBody } from '../surface'
import { newCustomer, word } from './people'
import { ask, built, inBatches, isReady, origin } from './wire'

/*
 * Next.js itself answers some of these with 500, which is its own way of refusing. What must hold is that nothing runs,
 * that the process lives on, and that it answers others meanwhile.
 */

const nested = (depth: number, open: string, close: string) => `${open.repeat(depth)}1${close.repeat(depth)}`

/** What stands at the root of a call, where React expects its arguments. */
const roots: readonly string[] = [
  '',
  'null',
  '[]',
  '{}',
  '[',
  '"$0"',
  '["$0"]',
  '["$1","$2","$3"]',
  '["$K0"]',
  '["$F1"]',
  '["$F0:constructor"]',
  '["$1:__proto__:then"]',
  '["$1:constructor:constructor"]',
  '["$B1"]',
  '["$Q1","$W1","$i1"]',
  '["$@0"]',
  '["$@1","$@1"]',
  '["$S1"]',
  '["$R0","$r0","$X0","$x0"]',
  '["$n99999999999999999999999999"]',
  `["$n${'9'.repeat(4_000)}"]`,
  '["$D2020-99-99"]',
  '["$T","$P","$Z","$undefined","$NaN","$Infinity","$-0"]',
  '[{"then":"$1:then","status":"resolved_model","reason":-1,"value":"{\\"then\\":\\"$B0\\"}","_response":{"_prefix":"x","_formData":{"get":"$1:constructor:constructor"}}}]',
  '[{"__proto__":{"status":"done"}},"$K1"]',
  '[{"constructor":{"prototype":{"status":"done"}}},"$K1"]',
  '[{"then":"$F1"},"$K1"]',
  '[{"status":"idle"},{"get":"$F1","getAll":"$F1"}]',
  '[{"status":"idle"},"$K99999"]',
  '[{"status":"idle"},"$Kconstructor"]',
  nested(20_000, '[', ']'),
  nested(20_000, '{"a":', '}'),
  `[${'"$1",'.repeat(20_000)}1]`,
  `["${'x'.repeat(500_000)}"]`,
]

/** What stands in the second part, to which the first one refers. */
const parts = [
  '"$0"',
  '"$1"',
  '["$0","$0"]',
  '{"then":"$0"}',
  '"$@1"',
  '"$Q1"',
  '"$1:1:1:1"',
  '{',
  '__proto__',
  'null',
]

function* bodies(): Generator<FormData | string | Uint8Array<ArrayBuffer>> {
  for (const root of roots)
    for (const part of parts) {
      const body = new FormData()
      body.append('1', part)
      body.append('_1_body', 'text')
      body.append('0', root)
      yield body
    }
  for (const name of [
    '__proto__',
    'constructor',
    'then',
    'toString',
    '$ACTION_REF_1',
    '$ACTION_KEY',
    '$ACTION_1:0',
  ]) {
    const body = actionBody({ [name]: '{"id":"x","bound":"$@1"}' })
    body.append(name, '{"id":"__proto__","bound":["$F0"]}')
    yield body
  }
  yield* [
    '',
    '[]',
    '{"a":1}',
    nested(20_000, '[', ']'),
    '--x\r\ncontent-disposition: form-data\r\n\r\n',
    '\0'.repeat(1_000),
  ]
  for (let seed = 1; seed <= 60; seed += 1)
    yield Uint8Array.from({ length: 300 }, (_, at) => (at * seed * 7919) % 256)
}

test('some hundreds of malformed calls run nothing and leave the server well', async () => {
  const maria = await newCustomer()
  const cookie = await cookieOf(maria)
  const ids = ['fileRequest', 'signInWithPassword'].map((name) => built(name).id)
  const types = [
    'text/plain;charset=UTF-8',
    'multipart/form-data',
    'multipart/form-data; boundary=x',
    'application/json',
  ]
  const tries = [...bodies()].map((body, at) => ({ body, at }))
  expect(tries.length).toBeGreaterThan(300)

  await inBatches(tries, 10, async ({ body, at }) => {
    const type = types[at % types.length] ?? ''
    const headers = {
      origin,
      'next-action': ids[at % 2] ?? '',
      ...(!(body instanceof FormData) && { 'content-type': type }),
    }
    const asked = ask('/tickets/new', { method: 'POST', body, headers, cookie })
    const other = at % 20 === 0 ? await ask('/api/health/live') : undefined
    const { text, headers: answered } = await asked
    expect(other?.status ?? 200).toBe(200)
    expect([text.includes('"status":"done"'), answered.get('x-action-redirect')]).toEqual([false, null])
    expect(text).not.toMatch(/at .*\.js:\d+|node_modules|DATABASE_URL|AUTH_SECRET/)
  })
  expect(await isReady()).toBe(true)
  expect((await ask('/tickets', { cookie })).status).toBe(200)
})

/** Of almost the four megabytes that we take, in the shapes that have kept React and Next.js busy. */
const large: Readonly<Record<string, () => FormData | string>> = {
  'lists in lists': () => called(nested(1_900_000, '[', ']')),
  'references to one part': () => called(`[${'"$1",'.repeat(780_000)}1]`),
  'fields of a form': () =>
    called('[{"status":"idle"},"$K1"]', (body) => {
      for (let at = 0; at < 40_000; at += 1) body.append(`_1_field${at}`, '')
    }),
  'parts that nobody asks for': () =>
    called('[]', (body) => {
      for (let at = 2; at < 40_000; at += 1) body.append(`${at}`, '"$1"')
    }),
  'a text that is one list after another': () => '['.repeat(3_900_000),
}

function called(root: string, more: (body: FormData) => void = () => {}) {
  const body = new FormData()
  body.append('1', 'null')
  more(body)
  body.append('0', root)
  return body
}

/** Milliseconds of the processor, of which the largest of these calls takes two thousand. */
const mostWork = 6_000

test('the largest calls that we take, by nobody, cost the server a bounded amount of work', async () => {
  // As Linux counts it. A clock would tell of the machine, and of the stories beside this one.
  test.skip(!existsSync('/proc/self/stat'))
  const server = Number(process.env.DESKWELL_WEB_PID)
  for (const [what, body] of Object.entries(large)) {
    const before = cpuMilliseconds(server)
    const sent = body()
    const headers = {
      origin,
      'next-action': built('fileRequest').id,
      ...(typeof sent === 'string' && { 'content-type': 'text/plain;charset=UTF-8' }),
    }
    const { text } = await ask('/tickets/new', { method: 'POST', body: sent, headers })
    expect(text, what).not.toContain('"status":"done"')
    expect(cpuMilliseconds(server) - before, what).toBeLessThan(mostWork)
  }
  expect(await isReady()).toBe(true)
})

test('ids of actions that are none, or are names of every object, call nothing', async () => {
  const ids = [
    'x',
    '__proto__',
    'constructor',
    'toString',
    '0'.repeat(42),
    'f'.repeat(4_000),
    '%00',
    '../../x',
    word(),
  ]
  for (const id of ids) {
    const body = actionBody({ refid: 'SUP-00000000' })
    const answer = await ask('/sign-in', { method: 'POST', body, headers: { origin, 'next-action': id } })
    expect([400, 404, 409], id).toContain(answer.status)
  }
  expect(await isReady()).toBe(true)
})
