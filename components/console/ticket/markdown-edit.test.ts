import { expect, test } from 'vitest'
import {
  block,
  type Edit,
  type Format,
  formatted,
  pastedLink,
  quotation,
  type Selected,
} from './markdown-edit'

/** `|` stands where the selection begins and ends; one alone is the caret. */
function read(marked: string): Selected {
  const [before = '', inside = '', after] = marked.split('|')
  return after === undefined
    ? { text: before + inside, start: before.length, end: before.length }
    : { text: before + inside + after, start: before.length, end: before.length + inside.length }
}

function shown({ text }: Selected, { from, to, insert, start, end }: Edit) {
  const after = text.slice(0, from) + insert + text.slice(to)
  return start === end
    ? `${after.slice(0, start)}|${after.slice(start)}`
    : `${after.slice(0, start)}|${after.slice(start, end)}|${after.slice(end)}`
}

const does = (format: Format, marked: string) => shown(read(marked), formatted(format, read(marked)))

test.each([
  ['bold', 'a |word| here', 'a **|word|** here'],
  ['bold', 'a **|word|** here', 'a |word| here'],
  ['bold', '|', '**|**'],
  ['bold', 'a| word |here', 'a **|word|** here'],
  ['italic', '|word|', '_|word|_'],
  ['code', 'run |npm ci|', 'run `|npm ci|`'],
  ['code', 'x\n|one\ntwo|\ny', 'x\n```\n|one\ntwo|\n```\ny'],
  ['link', 'see |this|', 'see [this](|https://|)'],
  ['link', 'see |https://a.test|', 'see [|](https://a.test)'],
  ['list', 'one\ntw|o\nthr|ee', 'one\n- two\n- three|'],
  ['list', '- on|e', 'one|'],
  ['quote', '|', '> |'],
  ['quote', '> on|e\n> t|wo', 'one\ntwo|'],
] as const)('%s: %j becomes %j', (format, before, after) => {
  expect(does(format, before)).toBe(after)
})

test('bold, pressed twice, changes nothing', () => {
  for (const marked of ['|word|', 'a |b c| d', '**|x|**']) {
    const once = formatted('bold', read(marked))
    const { text } = read(marked)
    const between = { text: text.slice(0, once.from) + once.insert + text.slice(once.to), ...once }
    const twice = formatted('bold', between)
    expect(shown(between, twice)).toBe(marked)
  }
})

test('an address pasted over words is their link', () => {
  const at = read('see |our page| for')
  const edit = pastedLink(at, ' https://a.test/x ')
  expect(edit && shown(at, edit)).toBe('see [our page](https://a.test/x)| for')
  expect(pastedLink(read('see |'), 'https://a.test')).toBeNull()
  expect(pastedLink(at, 'no address')).toBeNull()
  expect(pastedLink(read('|https://b.test|'), 'https://a.test')).toBeNull()
})

test('a quotation stands apart, with room below', () => {
  expect(quotation(' Hello\n\nthere\n')).toBe('> Hello\n>\n> there\n\n')
  const at = read('Dear Maria,|')
  expect(shown(at, block(at, quotation('Hi')))).toBe('Dear Maria,\n\n> Hi\n\n|')
  const empty = read('|')
  expect(shown(empty, block(empty, quotation('Hi')))).toBe('> Hi\n\n|')
})
