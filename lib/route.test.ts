import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { Conflict, Missing, Refused, TooMany } from './errors'
import { answering, visitorRoute } from './route'

const thrown = (error: unknown) => answering(() => Promise.reject(error))

const coded = (code: string) => Object.assign(new Error('Failed'), { code })

test('what a route finds is sent as JSON, and an answer as it is', async () => {
  const address = { params: Promise.resolve({ word: 'lamp' }) }
  const asked = new Request('http://localhost/nothing')
  const found = visitorRoute(async (_, { word }: { readonly word: string }) => [word])
  expect(await (await found(asked, address)).json()).toEqual(['lamp'])
  const empty = visitorRoute(async () => new Response(null, { status: 204 }))
  expect((await empty(asked, address)).status).toBe(204)
})

test.each([
  [new Refused('Not so'), 422, 'Not so'],
  [new Missing(), 404, 'Not found'],
  [new Conflict('Ana was faster'), 409, 'Ana was faster'],
  [new TooMany('Too many windows', 60), 429, 'Too many windows'],
  [coded('57014'), 503, 'That took too long.'],
  [new Error('Failed', { cause: coded('ECONNREFUSED') }), 503, 'Our database cannot be reached.'],
])('%s is answered with %i', async (error, status, message) => {
  const answer = await thrown(error)
  expect([answer.status, await answer.json()]).toEqual([status, { message }])
})

test('who comes too often is told when to come again', async () => {
  expect((await thrown(new TooMany('Too many windows', 60))).headers.get('retry-after')).toBe('60')
})

test('a bug stays one', async () => {
  await expect(thrown(new TypeError('x is undefined'))).rejects.toThrow(TypeError)
})

const made =
  /^export const (?:GET|POST|PUT|PATCH|DELETE) = (?:customer|agent|supervisor|admin|visitor)Route\(/

/** They ask by themselves who is there, or nobody. */
const others = [
  'app/api/auth/[...nextauth]/route.ts', // next-auth's own
  'app/api/console/queue/export/route.ts', // leads whoever is signed out to sign in
  'app/api/console/stream/route.ts', // turns everybody away while the server ends
  'app/api/health/live/route.ts',
  'app/api/health/ready/route.ts',
  'app/sign-out/route.ts',
  'app/signed-out/route.ts', // shows whoever is signed out what they have just posted
]

const routes = globSync('app/**/route.ts').filter((path) => !others.includes(path))

test.each(routes)('%s exports only what the route makers made', (path) => {
  const exports = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('export'))
  expect(exports).not.toEqual([])
  expect(exports.filter((line) => !made.test(line))).toEqual([])
})
