import { expect, test } from 'vitest'
import { sentByUs } from '@/lib/auth/same-origin'

const ours = 'https://help.acme.test'
const asked = (method: string, headers: Record<string, string> = {}) => ({
  method,
  headers: new Headers(headers),
})

test.each(['GET', 'HEAD', 'OPTIONS'])('%s changes nothing and may come from anywhere', (method) => {
  expect(sentByUs(asked(method, { origin: 'https://evil.test', 'sec-fetch-site': 'cross-site' }), ours)).toBe(
    true,
  )
})

test.each(['POST', 'PUT', 'PATCH', 'DELETE', 'QUERY'])('%s comes from a page of ours', (method) => {
  expect(sentByUs(asked(method, { origin: ours }), ours)).toBe(true)
  expect(sentByUs(asked(method, { origin: ours, 'sec-fetch-site': 'same-origin' }), ours)).toBe(true)
})

test.each<[string, Record<string, string>]>([
  ['no origin', {}],
  ['no origin, though the site is said to be the same', { 'sec-fetch-site': 'same-origin' }],
  ['the origin null', { origin: 'null' }],
  ['an empty origin', { origin: '' }],
  ['another site', { origin: 'https://evil.test' }],
  [
    'another site that is also the host',
    { origin: 'https://evil.test', host: 'evil.test', 'x-forwarded-host': 'evil.test' },
  ],
  ['a longer name', { origin: 'https://help.acme.test.evil.test' }],
  ['a neighbour', { origin: 'https://acme.test' }],
  ['another scheme', { origin: 'http://help.acme.test' }],
  ['another port', { origin: 'https://help.acme.test:8443' }],
  ['two origins', { origin: `${ours}, https://evil.test` }],
  ['no address', { origin: 'javascript:' }],
  ['our origin, said by another site', { origin: ours, 'sec-fetch-site': 'cross-site' }],
  ['our origin, said by a neighbour', { origin: ours, 'sec-fetch-site': 'same-site' }],
])('a POST with %s is refused', (_, headers) => {
  expect(sentByUs(asked('POST', headers), ours)).toBe(false)
})

test('localhost and 127.0.0.1 are one place, with the same port only', () => {
  const local = (origin: string) => sentByUs(asked('POST', { origin }), 'http://localhost:3000')
  expect(local('http://127.0.0.1:3000')).toBe(true)
  expect(local('http://[::1]:3000')).toBe(true)
  expect(local('http://localhost:3001')).toBe(false)
  expect(local('http://localhost')).toBe(false)
  expect(local('http://localhost.evil.test:3000')).toBe(false)
  expect(sentByUs(asked('POST', { origin: 'http://localhost:3000' }), ours)).toBe(false)
})
