import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nextPath } from '@/lib/auth/next-path'

const ours = 'https://help.acme.test'

test.each([
  '/',
  '/tickets',
  '/tickets/SUP-7K2M9QXA',
  '/tickets/SUP-7K2M9QXA?from=mail#message-3',
  '/console/tickets?status=open,pending&q=%2Fetc%2Fpasswd%25',
  '/console/tickets?q=a//b',
  '/signing-in',
])('%s is a way to go on', (path) => {
  expect(nextPath(path)).toBe(path)
})

describe('leads nowhere else', () => {
  test.each([
    ['another site', 'https://evil.test/'],
    ['another site by the same scheme', '//evil.test'],
    ['three slashes', '///evil.test'],
    ['a backslash', '/\\evil.test'],
    ['two backslashes', '\\\\evil.test'],
    ['a slash behind a tab', '/\t/evil.test'],
    ['a slash behind a line break', '/\n/evil.test'],
    ['a slash behind an encoded tab', '/%09/evil.test'],
    ['an encoded slash', '/%2fevil.test'],
    ['an encoded backslash', '/%5Cevil.test'],
    ['an encoded slash, encoded again', '/%252fevil.test'],
    ['dots that leave two slashes', '/.//evil.test'],
    ['dots that leave two slashes, going up', '/tickets/..//evil.test'],
    ['encoded dots', '/%2e//evil.test'],
    ['a script', 'javascript:alert(1)'],
    ['a script behind a space', ' javascript:alert(1)'],
    ['a document', 'data:text/html,x'],
    ['a relative path', 'tickets'],
    ['a name', '@evil.test'],
    ['a NUL', '/tickets\0'],
    ['a letter that is not ASCII', '/ticket\u0455'],
    ['a wide solidus', '/\uff0f/evil.test'],
    ['nothing', ''],
    ['a long way', `/${'a'.repeat(2000)}`],
    ['here again', '/sign-in?next=/'],
    ['out again', '/sign-out'],
    ['what is only posted to', '/signed-out?next=/'],
    ['an answer for programs', '/api/auth/signout'],
    ['the set-up', '/Setup'],
  ])('%s', (_, wanted) => {
    expect(nextPath(wanted)).toBeUndefined()
  })

  test.each([[undefined], [null], [7], [['/tickets']], [{}]])('%j, which is no text', (wanted) => {
    expect(nextPath(wanted)).toBeUndefined()
  })

  test('whatever is typed: the browser stays on our origin', () => {
    const pieces = fc.constantFrom(
      '/',
      '\\',
      '.',
      '..',
      '%2f',
      '%5c',
      '%2e',
      '%09',
      '\t',
      '\n',
      ' ',
      '@',
      ':',
      '?',
      '#',
      'evil.test',
      'a',
      '\u3002',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
        const path = nextPath(`/${parts.join('')}`)
        if (path !== undefined) expect(new URL(path, ours).origin).toBe(ours)
      }),
      { numRuns: 5000 },
    )
  })

  const corpora = new URL('../../../shared/corpora/injection/', import.meta.url)
  test.runIf(existsSync(corpora))('known attacks', () => {
    for (const file of ['path_traversal.json', 'crlf.json', 'format_and_control.json']) {
      const text = readFileSync(new URL(file, corpora), 'utf8')
      for (const attack of strings(JSON.parse(text))) {
        for (const wanted of [attack, `/${attack}`]) {
          const path = nextPath(wanted)
          if (path !== undefined) expect(new URL(path, ours).origin).toBe(ours)
        }
      }
    }
  })
})

const strings = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  return value && typeof value === 'object' ? Object.values(value).flatMap(strings) : []
}
