import { expect, test } from 'vitest'
import { hashPassword, passwordMatches } from '@/lib/auth/password'
import { Refused } from '@/lib/errors'

const ana = { email: 'ana.lopez@acme.test' }
const good = 'correct horse battery'

test('the right password matches, and no other', async () => {
  const encoded = await hashPassword(good, ana)
  expect(encoded).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(await passwordMatches(encoded, good)).toBe(true)
  for (const wrong of ['', ' ', `${good} `, good.toUpperCase(), good.slice(0, -1), encoded]) {
    expect(await passwordMatches(encoded, wrong)).toBe(false)
  }
})

test('an accent is the same however the keyboard composes it', async () => {
  const encoded = await hashPassword('caf\u00e9 au lait, s\u2019il', ana)
  expect(await passwordMatches(encoded, 'cafe\u0301 au lait, s\u2019il')).toBe(true)
})

test('where there is no hash, nothing matches', async () => {
  for (const none of [null, undefined, '']) expect(await passwordMatches(none, good)).toBe(false)
})

test('no password takes as long to be refused as a wrong one', async () => {
  const encoded = await hashPassword(good, ana)
  const known: number[] = []
  const unknown: number[] = []
  for (let i = 0; i < 15; i++) {
    known.push(await milliseconds(() => passwordMatches(encoded, 'wrong horse battery')))
    unknown.push(await milliseconds(() => passwordMatches(null, 'wrong horse battery')))
  }
  const ratio = median(unknown) / median(known)
  expect(ratio).toBeGreaterThan(0.5)
  expect(ratio).toBeLessThan(2)
})

test.each([
  ['short', 'eleven char'],
  ['short in letters, though long in code units', '\u{1f511}'.repeat(6)],
  ['one letter', 'aaaaaaaaaaaaaaaa'],
  ['two letters', 'abababababababab'],
  ['the address', 'ana.lopez@acme.test'],
  ['the name and three digits', 'Ana.Lopez123'],
  ['our name', 'Deskwell deskwell'],
  ['the word itself', 'passwordpassword1'],
  ['too long', 'long enough '.repeat(84)],
])('a new password that is %s is refused', async (_, password) => {
  await expect(hashPassword(password, ana, 'newPassword')).rejects.toSatisfy(
    (error) => error instanceof Refused && error.field === 'newPassword',
  )
})

const milliseconds = async (work: () => Promise<unknown>) => {
  const start = performance.now()
  await work()
  return performance.now() - start
}

const median = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0
