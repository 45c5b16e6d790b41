import { expect, test } from 'vitest'
import { emailAddress, mailbox } from '@/lib/people/email'

const read = (typed: unknown) => emailAddress.safeParse(typed)

test('one person has one spelling', () => {
  for (const typed of ['ana@acme.test', ' Ana@ACME.test ', '\tANA@acme.TEST\n']) {
    expect(read(typed).data).toBe('ana@acme.test')
  }
})

test.each([
  ['two addresses', 'ana@acme.test,eve@evil.test'],
  ['two addresses in a row', 'ana@acme.test eve@evil.test'],
  ['two addresses with a semicolon', 'ana@acme.test;eve@evil.test'],
  ['two at signs', 'ana@acme.test@evil.test'],
  ['a name around it', 'Ana <ana@acme.test>'],
  ['a quoted part', '"ana@acme.test"@evil.test'],
  ['markup', '<b>ana</b>@acme.test'],
  ['a header', 'ana@acme.test\r\nBcc: eve@evil.test'],
  ['a NUL', 'ana\0@acme.test'],
  ['a wide at sign', 'ana\uff20acme.test'],
  ['a dotless i', 'adm\u0131n@acme.test'],
  ['a Cyrillic a', '\u0430na@acme.test'],
  ['a domain with a Cyrillic a', 'ana@\u0430cme.test'],
  ['the Kelvin sign', '\u212aim@acme.test'],
  ['a composed letter', 'ren\u00e9@acme.test'],
  ['a decomposed letter', 'rene\u0301@acme.test'],
  ['a wide domain', 'ana@\uff41cme.test'],
  ['an ideographic full stop', 'ana@acme\u3002test'],
  ['a zero-width space', 'ana\u200b@acme.test'],
  ['no domain', 'ana@'],
  ['nothing before the sign', '@acme.test'],
  ['no sign', 'ana'],
  ['nothing', ''],
  ['a very long one', `${'a'.repeat(250)}@acme.test`],
])('%s is refused', (_, typed) => {
  expect(read(typed).success).toBe(false)
})

test.each([[undefined], [null], [1], [['ana@acme.test']], [{}]])('%j is refused', (typed) => {
  expect(read(typed).success).toBe(false)
})

test('dots and tags do not make another mailbox', () => {
  for (const email of ['a.n.a@acme.test', 'ana+1@acme.test', 'a.na+x+y.z@acme.test']) {
    expect(mailbox(email)).toBe('ana@acme.test')
  }
})
