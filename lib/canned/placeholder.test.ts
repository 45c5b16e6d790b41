import fc from 'fast-check'
import { expect, test } from 'vitest'
import { renderMarkdown } from '@/components/ui/markdown'
import { blanks, escaped, fill, type Values } from './placeholder'

const words = (text: string) => blanks(text).map((blank) => blank.words)

test('what is known is filled in, the rest stays to be filled in by a person', () => {
  const values = { 'customer.first_name': 'Maria', 'ticket.refid': 'SUP-1' }
  const filled = fill(
    'Hi {{customer.first_name}}, {{ ticket.refid }} at {{organization.name}}: {{the date}}',
    values,
  )
  expect(filled).toBe('Hi Maria, SUP-1 at {{organization.name}}: {{the date}}')
  expect(words(filled)).toEqual(['organization.name', 'the date'])
  expect(fill('{{constructor}} {{toString}}', values)).toBe('{{constructor}} {{toString}}')
})

test('a backslash makes braces plain text, and one before it takes that back', () => {
  expect(words('\\{{x}} \\\\{{y}} {\\{z}}')).toEqual(['y'])
  expect(words('{{}} {{ }} {{a\nb}} {{{c}}}')).toEqual(['', '', 'c'])
})

test('what is code beyond doubt is said as it is', () => {
  expect(words('Use `{{user}}` and ``a ` {{b}}`` here: {{c}}')).toEqual(['c'])
  expect(words('```\n{{user}}\n```\n{{c}}')).toEqual(['c'])
  expect(words('~~~ html\n{{user}}')).toEqual([])
})

test.each([
  ['a backtick alone', 'It is ` {{c}}'],
  ['a pair of them over two points of a list', '* a ` b\n* {{c}} ` d'],
  ['a pair that begins in the point before', '* a `\n* ` b ` {{c}} `'],
  ['a fence within a list, which ends with it', '- a\n  ```\nHello {{c}}'],
  ['a shorter fence, which does not end', '````\n```\n````\n{{c}}'],
  ['backticks in two cells of a table', '| ` | {{c}} ` |'],
  ['one that is escaped', '\\` {{c}} `'],
])('%s makes no code of a blank', (_, text) => {
  expect(words(text)).toEqual(['c'])
})

/** Texts of what people and attackers type, rich in what Markdown and we give a meaning. */
const hostile = fc
  .array(
    fc.constantFrom(
      '{{',
      '}}',
      '{',
      '\\',
      '`',
      '```',
      '*',
      '_',
      '[',
      '](x)',
      '<b>',
      '&amp;',
      'https://evil.test/',
      'HTTP://evil.test',
      '//evil.test',
      'evil.test',
      'www.evil.test',
      'mailto:a@b.co',
      'a@b.co',
      '#',
      '> ',
      '- ',
      '1. ',
      '|',
      '~',
      '\n',
      ' ',
      'a',
      'customer.name',
      '{{ticket.refid}}',
      '{{x}}',
      '=',
      '!',
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''))

const said = (html: string) =>
  html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim()

test('filling never expands, blocks or formats what came from data', () => {
  fc.assert(
    fc.property(hostile, hostile, (name, subject) => {
      const values: Values = { 'customer.name': name, 'ticket.subject': subject, 'ticket.refid': 'SECRET' }
      for (const text of [
        '{{customer.name}}',
        'Hi {{customer.name}}, {{ticket.subject}}',
        '{{{customer.name}}}',
      ]) {
        const filled = fill(text, values)
        expect(blanks(filled)).toEqual([])
        expect(fill(filled, values)).toBe(filled)
        expect(filled).not.toContain('SECRET')
      }
    }),
    { numRuns: 2_000 },
  )
})

test('what came from data reads as it was written, at the beginning of a line and within one', () => {
  fc.assert(
    fc.property(hostile, (name) => {
      const plain = name.replace(/\s+/g, ' ').trim()
      const [alone, within] = [renderMarkdown(escaped(name)), renderMarkdown(`Hi ${escaped(name)} there`)]
      expect(said(alone)).toBe(plain)
      expect(said(within)).toBe(`Hi ${plain} there`.replace(/\s+/g, ' '))
      expect(alone).not.toMatch(/<(?!\/?p\b)/)
      expect(within).not.toMatch(/<(?!\/?p\b)/)
    }),
    { numRuns: 2_000 },
  )
})

test('what looks like an address is none, except that of the customer', () => {
  const values = {
    'ticket.subject': 'Refund at https://evil.test or v1.2, e.g. J. Doe',
    'customer.email': '_a_b_@c.test',
  }
  const html = renderMarkdown(fill('{{ticket.subject}} for {{customer.email}}', values))
  expect(html.match(/href="[^"]*"/g)).toEqual(['href="mailto:_a_b_@c.test"'])
  // It is read by its writer first: no more backslashes than it takes.
  expect(escaped('Dr. J. Smith, v1.2 (e.g. 12:30)')).toBe('Dr. J. Smith, v1.2 (e\\.g. 12:30)')
})

test('between code and text, again and again, blanks are those outside of code', () => {
  const piece = '`{{a}}`{{b}} '
  expect(blanks(piece.repeat(3_000)).map(({ words }) => words)).toEqual(Array(3_000).fill('b'))
  expect(blanks('`a` {{b}} `{{c}}` {{d}}').map(({ words }) => words)).toEqual(['b', 'd'])
})
