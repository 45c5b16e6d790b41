import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { newSecret, sessionId, sign, verify } from '@/lib/auth/token'

test('what we signed, we know again', () => {
  const secret = newSecret()
  expect(verify(sign(secret))).toBe(secret)
  expect(Buffer.from(secret, 'base64url')).toHaveLength(32)
})

test('the database learns nothing that lets somebody in', () => {
  const secret = newSecret()
  expect(sessionId(secret)).not.toContain(secret)
  expect(verify(sessionId(secret))).toBeNull()
  expect(verify(`${sessionId(secret)}.${sessionId(secret)}`)).toBeNull()
})

test('a token with any character changed is garbage', () => {
  const token = sign(newSecret())
  for (let at = 0; at < token.length; at++) {
    for (const other of ['A', 'B', '_', '.', '=', ' ', '\0']) {
      if (token[at] === other) continue
      expect(verify(token.slice(0, at) + other + token.slice(at + 1))).toBeNull()
    }
  }
})

test('a thousand malformed tokens are nobody, and none throws', () => {
  const secret = newSecret()
  const shapes = [
    () => '',
    () => '.',
    () => secret,
    () => `${secret}.`,
    () => `.${secret}`,
    () => `${secret}.${secret}.${secret}`,
    () => 'eyJhbGciOiJub25lIn0.eyJzaWQiOiJ4In0.',
    () => '%00%ff%',
    () => randomBytes(32).toString('base64'),
    () => randomBytes(64).toString('base64url'),
    () => randomBytes(200).toString('latin1'),
    () => `${newSecret()}.${newSecret()}`,
    () => ` ${sign(secret)}`,
    () => `${sign(secret)}\n`,
    () => 'x'.repeat(100_000),
  ]
  for (let i = 0; i < 1000; i++) expect(verify(shapes[i % shapes.length]?.())).toBeNull()
  for (const odd of [undefined, null, 1, true, {}, [], [sign(secret)], Symbol('x')])
    expect(verify(odd)).toBeNull()
})
