import { expect, test } from 'vitest'
import { isUid, uidShape } from './uid'

const uid = '0b9a6c7e-1f2d-3a4b-0c5d-6e7f8a9b0c1d'

test.each([
  [uid, true],
  [crypto.randomUUID(), true],
  ['00000000-0000-0000-0000-000000000000', true],
  [`${uid}\n`, false],
  [` ${uid}`, false],
  [`${uid},${uid}`, false],
  [uid.replaceAll('-', ''), false],
  [`{${uid}}`, false],
  ['', false],
  ['nowhere', false],
])('a form and an address agree on whether “%s” can be a uid', (text, can) => {
  expect(isUid(text)).toBe(can)
  expect(uidShape().safeParse(text).success).toBe(can)
})

test('what is no text is refused in the same words', () => {
  const refusal = (value: unknown) =>
    uidShape('There is no such team').safeParse(value).error?.issues[0]?.message
  expect([refusal(undefined), refusal(7), refusal('nowhere')]).toEqual(Array(3).fill('There is no such team'))
})
