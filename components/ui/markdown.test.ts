import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { renderMarkdown } from './markdown'

/** What may come out, and nothing else: element to its attributes. */
const allowed: Record<string, readonly string[]> = {
  p: ['dir', 'class'],
  br: [],
  hr: [],
  strong: [],
  em: [],
  s: [],
  code: [],
  pre: [],
  blockquote: ['dir'],
  ul: ['dir'],
  ol: ['dir', 'start'],
  li: ['dir', 'value'],
  h3: ['dir'],
  h4: ['dir'],
  h5: ['dir'],
  h6: ['dir'],
  a: ['href', 'title', 'rel', 'target'],
  div: ['class'],
  table: [],
  thead: [],
  tbody: [],
  tr: [],
  th: ['dir'],
  td: ['dir'],
}

/** Every `<` must begin a tag of ours in full, so a scanner this small cannot be fooled: it refuses what it cannot read. */
const tag = /^<(\/?)([a-z0-9]+)((?: [a-z-]+="[^"<>]*")*)>/

function faults(html: string): string[] {
  const found: string[] = []
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', at + 1)) {
    const match = tag.exec(html.slice(at, at + 20_000))
    if (!match) {
      found.push(`not a tag of ours: ${html.slice(at, at + 60)}`)
      continue
    }
    const [, , name = '', attributes = ''] = match
    const known = allowed[name]
    if (!known) found.push(`element ${name}`)
    for (const [, attribute = '', value = ''] of attributes.matchAll(/ ([a-z-]+)="([^"]*)"/g)) {
      if (!known?.includes(attribute)) found.push(`attribute ${attribute} on ${name}`)
      if (attribute === 'href' && !/^(https?:\/\/|mailto:|tel:)/i.test(value)) found.push(`address ${value}`)
    }
  }
  return found
}

describe('what people write is formatted', () => {
  test('as they meant it', () => {
    expect(renderMarkdown('**bold** and `code`\nnext line')).toBe(
      '<p dir="auto"><strong>bold</strong> and <code>code</code><br>\nnext line</p>\n',
    )
  })

  test('with links that carry nothing along and open beside the helpdesk', () => {
    const link = 'rel="nofollow noopener noreferrer ugc" target="_blank"'
    expect(renderMarkdown('see https://example.com/a?b=1&c=2')).toContain(
      `<a href="https://example.com/a?b=1&amp;c=2" ${link}>`,
    )
    expect(renderMarkdown('[here](http://example.com "there")')).toContain(link)
    expect(renderMarkdown('write to ana@example.com')).toContain(
      '<a href="mailto:ana@example.com" rel="nofollow noopener noreferrer ugc">',
    )
    expect(renderMarkdown('[call](tel:+4930123456)')).toContain('href="tel:+4930123456"')
  })

  test('each block in its own reading direction, and headings below those of the page', () => {
    expect(renderMarkdown('# Title\n\nمرحبا\n\n- one')).toBe(
      '<h3 dir="auto">Title</h3>\n<p dir="auto">مرحبا</p>\n<ul dir="auto">\n<li dir="auto">one</li>\n</ul>\n',
    )
  })
})

describe('a letter of a customer', () => {
  test.each([
    ['C:\\_work\\!temp\\*.log', 'C:\\_work\\!temp\\*.log'],
    ['__init__.py failed in my_own_file', '__init__.py failed in my_own_file'],
    ['a __b__ **c** ~~d~~ 2*3*4 `d_e`', 'a __b__ <strong>c</strong> ~~d~~ 2*3*4 <code>d_e</code>'],
    ['***a*** *b*', '***a*** *b*'],
    ['AT&amp;T &copy;', 'AT&amp;amp;T &amp;copy;'],
    ['[ERROR]: it broke', '[ERROR]: it broke'],
  ])('%s says what it says', (text, html) => {
    expect(renderMarkdown(text, 'letter')).toBe(`<p dir="auto">${html}</p>\n`)
  })

  test('makes no heading of what stands above a line', () => {
    expect(renderMarkdown('Error\n-----', 'letter')).toBe('<p dir="auto">Error</p>\n<hr>\n')
  })

  test('has its own numbers', () => {
    expect(renderMarkdown('1) one\n3) three', 'letter')).toBe(
      '<ol dir="auto">\n<li value="1" dir="auto">one</li>\n<li value="3" dir="auto">three</li>\n</ol>\n',
    )
  })

  test('has links with underscores', () => {
    expect(renderMarkdown('see https://example.test/my_page_here now', 'letter')).toContain(
      '<a href="https://example.test/my_page_here" ',
    )
  })
})

describe('what people write is never markup of theirs', () => {
  const attacks = [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<svg/onload=alert(1)>',
    'text <b onclick="alert(1)">bold</b>',
    '![x](https://evil.example/pixel.png)',
    '![x](javascript:alert(1))',
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](java\nscript:alert(1))',
    '[x](java&#10;script:alert(1))',
    '[x](&#x6A;avascript:alert(1))',
    '[x](javascript&colon;alert(1))',
    '[x](\u0001javascript:alert(1))',
    '[x](vbscript:msgbox(1))',
    '[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)',
    '[x](data:image/svg+xml,<svg onload=alert(1)>)',
    '[x](file:///etc/passwd)',
    '[x](//evil.example)',
    '[x](/sign-out)',
    '[x]()',
    '[x](<>)',
    '[x](http:javascript:alert(1))',
    '[x](blob:https://example.com/1)',
    '[x](https://a.example "title\\" onmouseover=alert(1) x=\\"")',
    "[x](https://a.example 'ti\"onmouseover=alert(1)')",
    '[x](<https://a.example/"onmouseover="alert(1)>)',
    'http://x/"onmouseover=alert(1)',
    "http://x.example/'onmouseover='alert(1)",
    'http://x.example/"><script>alert(1)</script>',
    '<http://x.example/"onmouseover=alert(1)>',
    '<javascript:alert(1)>',
    'javascript:alert(1)',
    'a@b.example"onmouseover=alert(1)',
    '[<script>alert(1)</script>](https://a.example)',
    '[![x](javascript:alert(1))](https://a.example)',
    '[a]: javascript:alert(1)\n\n[a]',
    '[a]: https://a.example "\\"><script>alert(1)</script>"\n\n[a]',
    '`<script>`\n\n```"><script>alert(1)</script>\nx\n```',
    '``` js onload=alert(1)\n</code></pre><script>alert(1)</script>\n```',
    '    <script>alert(1)</script>',
    '> <iframe src=javascript:alert(1)>',
    '- <style>*{x:expression(alert(1))}</style>',
    '| <script> | b |\n|:--|--:|\n| <img onerror=alert(1)> | [x](javascript:alert(1)) |',
    '<!-- --><script>alert(1)</script><!-- -->',
    '<![CDATA[<script>alert(1)</script>]]>',
    '&lt;script&gt;alert(1)&lt;/script&gt;',
    '<a href="javascript:alert(1)">x</a>',
    '***<u onfocus=alert(1) autofocus>***',
    'x\0<script>alert(1)</script>',
  ]

  test.each(attacks)('%s', (attack) => {
    for (const hand of ['markdown', 'letter'] as const) {
      expect(faults(renderMarkdown(attack, hand))).toEqual([])
      expect(faults(renderMarkdown(`- > **a** ${attack} _b_`, hand))).toEqual([])
    }
  })

  test('the scanner of this test sees what it must', () => {
    for (const bad of [
      '<script>',
      '<p onclick="x">',
      '<a href="javascript:x">',
      '<img src="x">',
      '<p dir="auto" <b>',
      '<!-- -->',
      '<A href="x">',
    ]) {
      expect(faults(bad)).not.toEqual([])
    }
  })
})

describe('what people write costs little', () => {
  const long = 49_000
  const heavy = {
    brackets: '['.repeat(long),
    'nested links': '[a]('.repeat(long / 4),
    emphasis: '*a_ '.repeat(long / 4),
    stars: '*'.repeat(long),
    backticks: Array.from({ length: 300 }, (_, index) => '`'.repeat(index)).join(' '),
    quotes: '> '.repeat(long / 2),
    lists: '- '.repeat(long / 2),
    addresses: 'a@'.repeat(long / 2),
    links: 'http://'.repeat(long / 7),
    entities: '&'.repeat(long),
    references: '[a]: b\n'.repeat(long / 7),
    cells: `${'|a'.repeat(400)}\n${'|-'.repeat(400)}\n${`${'|b'.repeat(400)}\n`.repeat(50)}`,
    'angle brackets': '<a'.repeat(long / 2),
    tildes: '~~a '.repeat(long / 4),
    dots: 'a.'.repeat(long / 2),
    letters: 'a'.repeat(long),
  }

  test.each(Object.entries(heavy))('even %s', (_, text) => {
    for (const hand of ['markdown', 'letter'] as const) expect(faults(renderMarkdown(text, hand))).toEqual([])
  })

  /** Of a text that repeats this: milliseconds of processor time. */
  const cost = (piece: string, letters: number) => {
    const text = piece.repeat(letters / piece.length)
    const before = process.cpuUsage()
    renderMarkdown(text)
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1_000
  }

  test.each([
    '//a.b/',
    '//1.1.1.1/',
    '//localhost/',
    '://a.b/',
    'ftp://a.b/',
    'http://a.b/',
    'www.a.co/',
    'a@b.co',
    'mailto:a@b.co ',
    '[a]: b\n',
    '**a _b',
    '|a\n|-\n',
  ])('four times as much of “%s” costs no more than eight times as much', (piece) => {
    cost(piece, 4_000)
    expect(cost(piece, 48_000)).toBeLessThan(8 * Math.max(cost(piece, 12_000), 25))
  })

  const row = (cell: string, columns: number) => `${cell.repeat(columns)}\n`
  const growing = {
    'tables of empty rows': `${row('|a', 181)}${row('|-', 181)}${'|\n'.repeat(361)}\n`.repeat(34),
    'one table of empty rows': `${row('|a', 5_000)}${row('|-', 5_000)}${'|\n'.repeat(10_000)}`,
    'heads of tables alone': '|a\n|-\n'.repeat(7_000),
    'tables in quotes': `> ${row('|a', 300)}> ${row('|-', 300)}${'> |\n'.repeat(300)}\n`.repeat(10),
    'an address used again and again': `[a]: http://x.y/${'a'.repeat(8_000)}\n\n${'[a] '.repeat(8_000)}`,
    'a title used again and again': `[a]: http://x.y "${'a'.repeat(8_000)}"\n\n${'[a] '.repeat(8_000)}`,
  }

  test.each(Object.entries(growing))('%s come to no more than a page', (_, text) => {
    const html = renderMarkdown(text)
    expect(html.length).toBeLessThan(50 * text.length)
    expect(faults(html)).toEqual([])
  })

  test('tables with gaps, and addresses that are used twice, are what they were meant as', () => {
    expect(renderMarkdown('|Day|Shift|Who|\n|-|-|-|\n|Monday|\n|Tuesday|late|')).toContain(
      '<td dir="auto">Monday</td>\n<td dir="auto"></td>\n<td dir="auto"></td>',
    )
    expect(renderMarkdown('a|b\n-|-\n1|2')).toContain('<td dir="auto">2</td>')
    expect(renderMarkdown(`a|b|c\n-|-|-\n${'1\n'.repeat(200)}`).split('<tr>')).toHaveLength(202)
    expect(renderMarkdown('[one][a] [two][a]\n\n[a]: https://example.test/a').split('href=')).toHaveLength(3)
  })

  test.each([
    '- a\n',
    '> a@b.de\n',
    '*a* ',
    'a\n\n',
  ])('of “%s” so many are formatted as somebody reads', (piece) => {
    expect(renderMarkdown(piece.repeat(200))).not.toContain('as-typed')
    const html = renderMarkdown(piece.repeat(49_000 / piece.length))
    expect(html.split('<').length).toBeLessThan(5_000)
  })

  test('beyond the limit text stays as it was typed', () => {
    const html = renderMarkdown(`**a** <b>\n${'x'.repeat(60_000)}`)
    expect(html.startsWith('<p dir="auto" class="as-typed">**a** &lt;b&gt;\n')).toBe(true)
    expect(faults(html)).toEqual([])
  })
})

/** Thousands of collected attacks, where they lie beside the project; the cases above stand without them. */
const corpus = join(import.meta.dirname, '../../../shared/corpora/xss')

test.skipIf(!existsSync(corpus))('no collected attack gets through', () => {
  const attacks = readdirSync(corpus).flatMap((file) =>
    texts(JSON.parse(readFileSync(join(corpus, file), 'utf8'))),
  )
  expect(attacks.length).toBeGreaterThan(7_000)
  const through = attacks.filter((attack) =>
    [attack, `[x](${attack})`].some((text) =>
      (['markdown', 'letter'] as const).some((hand) => faults(renderMarkdown(text, hand)).length > 0),
    ),
  )
  expect(through).toEqual([])
})

const texts = (node: unknown): string[] => {
  if (typeof node === 'string') return [node]
  return node && typeof node === 'object' ? Object.values(node).flatMap(texts) : []
}
