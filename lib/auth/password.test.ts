import { expect, test, vi } from 'vitest'
import { hashPassword, passwordMatches, typedPassword } from '@/lib/auth/password'
import { Refused } from '@/lib/errors'

const verifications = vi.hoisted((): string[] => [])

// The real library, with a look at what it is given.
vi.mock('@node-rs/argon2', async (original) => {
  const argon2 = await original<typeof import('@node-rs/argon2')>()
  return {
    ...argon2,
    verify: (encoded: string, password: string) => {
      verifications.push(encoded)
      return argon2.verify(encoded, password)
    },
  }
})

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

test('an unknown account costs the same work as a known one: one verification at the same cost', async () => {
  const encoded = await hashPassword(good, ana)
  const cost = /^\$argon2id\$[^$]+\$[^$]+\$/
  verifications.length = 0
  await passwordMatches(encoded, 'wrong horse battery')
  await passwordMatches(null, 'wrong horse battery')

  expect(verifications).toHaveLength(2)
  expect(verifications[1]?.match(cost)?.[0].split('$').slice(0, 4)).toEqual(
    encoded.match(cost)?.[0].split('$').slice(0, 4),
  )
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

test.each([
  '',
  undefined,
  ['one', 'other'],
  'long enough '.repeat(84),
])('what does not fit is told in the words of its label', (typed) => {
  const read = typedPassword('New password').safeParse(typed)
  expect(read.error?.issues.map(({ message }) => message)).toEqual([
    expect.stringMatching(/^New password is (missing|too long, at most 1000 characters)$/),
  ])
})
