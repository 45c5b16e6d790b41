import { expect, test } from 'vitest'
import { typedTexts } from './typed-texts'

const posted = (...fields: readonly (readonly [name: string, value: string | File])[]) => {
  const form = new FormData()
  for (const [name, value] of fields) form.append(name, value)
  return typedTexts(form).map(({ name, text }) => [name, text])
}

test('what a person typed is told again, in its order and with its lines', () => {
  expect(
    posted(['subject', 'Printer'], ['details', 'It smokes.\r\nAnd burns.'], ['subject', 'Twice']),
  ).toEqual([
    ['subject', 'Printer'],
    ['details', 'It smokes.\nAnd burns.'],
    ['subject', 'Twice'],
  ])
})

test('passwords, files, empty fields and what a form carries along are left out', () => {
  expect(
    posted(
      ['password', 'four blue bicycles'],
      ['newPassword', 'five yellow bicycles'],
      ['$ACTION_1:0', '{"id":"x"}'],
      ['$ACTION_KEY', 'k1'],
      ['submission', '0d4cbb5e-34f6-4f1a-9d0f-6f1f6e3b9a52'],
      ['refid', 'SUP-00000000'],
      ['comment', '  '],
      ['body', new File(['text'], 'a.txt')],
    ),
  ).toEqual([])
})

test('control characters and halves of characters are not shown', () => {
  expect(posted(['body', 'a\0b\u001b[31m\u0085\tc\nd \ud83d'])).toEqual([['body', 'ab[31m\tc\nd \ufffd']])
})
