import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { examples, operators, sampleOf } from './operators'
import { longestQuery, readQuery } from './query'

/** What was understood, without the places. */
function understood(text: string) {
  const { query, problems } = readQuery(text)
  expect(problems).toEqual([])
  return [
    ...query.words.map(({ text, phrase, not }) => `${not ? '-' : ''}${phrase ? `"${text}"` : text}`),
    ...query.asks.map(({ operator, any, not }) => `${not ? '-' : ''}${operator}: ${JSON.stringify(any)}`),
  ]
}

const problem = (text: string) => {
  const { problems } = readQuery(text)
  return problems.map(({ at, end, message }) => `${text.slice(at, end)} → ${message}`)
}

describe('what an agent types is understood', () => {
  test.each([
    ['', []],
    ['printer', ['printer']],
    ['  toner   printer ', ['toner', 'printer']],
    ['"paper jam"', ['"paper jam"']],
    ['“paper jam”', ['"paper jam"']],
    ['-toner -"paper jam"', ['-toner', '-"paper jam"']],
    ['is:open', ['is: ["open"]']],
    ['IS:Open,on-hold', ['is: ["open","on_hold"]']],
    ['status:hold', ['is: ["on_hold"]']],
    ['is:live', ['is: ["open","pending","on_hold"]']],
    ['-is:closed', ['-is: ["closed"]']],
    ['is:spam,open', ['is: ["spam","open"]']],
    ['assignee:me priority:urgent,high', ['assignee: ["me"]', 'priority: ["urgent","high"]']],
    ['tag:vip,"big fish" -tag:spam', ['tag: ["vip","big fish"]', '-tag: ["spam"]']],
    ['team:"Front desk"', ['team: ["Front desk"]']],
    ['from:ana@acme.test', ['from: ["ana@acme.test"]']],
    ['subject:rota,"night shift"', ['subject: ["rota","night shift"]']],
    ['channel:email,API', ['channel: ["email","api"]']],
    ['sla:at-risk', ['sla: ["at_risk"]']],
    ['created:>2026-01-01', ['created: [{"from":{"day":"2026-01-02"}}]']],
    ['updated:<=2026-02', ['updated: [{"until":{"day":"2026-03-01"}}]']],
    ['created:2025', ['created: [{"from":{"day":"2025-01-01"},"until":{"day":"2026-01-01"}}]']],
    [
      'created:2026-01..2026-02-10',
      ['created: [{"from":{"day":"2026-01-01"},"until":{"day":"2026-02-11"}}]'],
    ],
    ['updated:2w', ['updated: [{"from":{"daysAgo":13}}]']],
    ['tag:vip"paper jam"', ['"paper jam"', 'tag: ["vip"]']],
  ])('%s', (text, expected) => {
    expect(understood(text)).toEqual(expected)
  })

  test.each([
    ['https://example.test/a?b=c', ['https://example.test/a?b=c']],
    ['12:30', ['12:30']],
    ['Re: invoice', ['Re:', 'invoice']],
    ['localhost:4100', ['localhost:4100']],
    ['std::list', ['std::list']],
    ['C:\\temp', ['C:\\temp']],
    ['hello:-)', ['hello:-)']],
    ['"has:attachment" or "subject:"', ['"has:attachment"', 'or', '"subject:"']],
    ['toner or printer', ['toner', 'or', 'printer']],
    ['error:"no paper"', ['error: no paper']],
    ['100% _x_', ['100%', '_x_']],
    ['- -- & | ! <-> () :', []],
    ["l'été", ["l'été"]],
    ['名前 检索', ['名前', '检索']],
    ['in\u202evoice\u0000 x', ['invoice', 'x']],
    ['\ud800broken', ['\ufffdbroken']],
  ])('%s is words, and no operator', (text, expected) => {
    expect(understood(text)).toEqual(expected)
  })

  test('everything that the help shows, and the sample of each operator', () => {
    for (const { write } of examples) expect(readQuery(write).problems).toEqual([])
    for (const operator of operators)
      expect(readQuery(`${operator}:${sampleOf[operator]}`).query.asks).toMatchObject([{ operator }])
  })
})

describe('what makes no sense is told at its place', () => {
  test.each([
    ['is:opne x', 'opne → “opne” is not known here. Did you mean open?'],
    ['priority:5', '5 → “5” is not known here. Write low, medium, high or urgent.'],
    ['tag: vip', 'tag: → Say what to look for, without a blank: tag:vip'],
    ['tag:a,,b', 'tag:a,,b → Say what to look for, without a blank: tag:vip'],
    ['from:""', 'from:"" → Say what to look for, without a blank: from:ana@acme.example'],
    [
      'x asignee:me',
      'asignee:me → There is no “asignee:”. Did you mean “assignee:”? In quotation marks it is a word like others.',
    ],
    ['has:attachment x', 'has:attachment → There is no “has:”. In quotation marks it is a word like others.'],
    [
      'x -before:2026-01-01',
      '-before:2026-01-01 → There is no “before:”. In quotation marks it is a word like others.',
    ],
    [
      'constructor:toString',
      'constructor:toString → There is no “constructor:”. In quotation marks it is a word like others.',
    ],
    ['channel:emial', 'emial → “emial” is not known here. Did you mean email?'],
    ['tag:vip OR tag:"big fish"', 'OR → Write one or the other with a comma: tag:vip,"big fish"'],
    ['is:open or status:hold x', 'or → Write one or the other with a comma: is:open,hold'],
    ['tag:vip or priority:urgent', expect.stringMatching(/^or → One or the other can only be asked of one/)],
    ['tag:vip or -tag:bug', expect.stringMatching(/^or → One or the other can only be asked of one/)],
    ['a "never closed', '"never closed → This quotation has no end'],
    ['team:"Front', '"Front → This quotation has no end'],
    ['created:>2026-02-30', expect.stringMatching(/^>2026-02-30 → /)],
    ['created:2026-03..2026-01', expect.stringMatching(/^2026-03..2026-01 → /)],
    ['created:0d', expect.stringMatching(/^0d → /)],
    ['updated:sometimes', expect.stringMatching(/^sometimes → /)],
    ['sla:', expect.stringMatching(/^sla: → Say what to look for/)],
  ])('%s', (text, expected) => {
    expect(problem(text)).toEqual([expected])
  })

  test('each problem of several has its own', () => {
    expect(problem('is:opne priority:urgnt printer')).toHaveLength(2)
  })

  test('ten thousand characters, or a hundred words, are too much', () => {
    expect(readQuery('x'.repeat(10_000))).toMatchObject({
      query: { words: [], asks: [] },
      problems: [{ at: longestQuery, end: 10_000 }],
    })
    expect(problem('a '.repeat(100))).toEqual([expect.stringMatching(/at most 32 words and values$/)])
    expect(problem(`from:${'qa,'.repeat(32)}qa`)).toEqual([
      expect.stringMatching(/at most 32 words and values$/),
    ])
    expect(understood('a '.repeat(32))).toHaveLength(32)
  })
})

const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        ...operators,
        ':',
        '"',
        '“',
        '-',
        ',',
        ' ',
        '%',
        '_',
        '\0',
        '\u202e',
        'me',
        '2026-01-01',
        '>',
        '..',
        'ü',
        '\n',
      ),
      { maxLength: 40 },
    )
    .map((parts) => parts.join('')),
)

test('whatever is typed is understood or refused, at places within it and in their order', () => {
  fc.assert(
    fc.property(anything, (text) => {
      const { query, problems } = readQuery(text)
      const places = [...query.words, ...query.asks, ...problems]
      for (const { at, end } of places) expect(0 <= at && at < end && end <= text.length).toBe(true)
      expect(problems.map(({ at }) => at)).toEqual(problems.map(({ at }) => at).toSorted((a, b) => a - b))
      for (const { text } of query.words) {
        // What PostgreSQL cannot take, and what a reader cannot see, does not come through.
        expect(text).not.toMatch(/[\p{Cc}\u202a-\u202e]/u)
        expect(text.isWellFormed()).toBe(true)
        expect(text).toMatch(/[\p{L}\p{N}]/u)
      }
    }),
    { numRuns: 2_000 },
  )
})

test('a quotation of any words is these words', () => {
  fc.assert(
    fc.property(
      fc.array(fc.stringMatching(/^[\p{L}\p{N}:,%_'-]*[\p{L}][\p{L}\p{N}:,%_'-]*$/u), {
        minLength: 1,
        maxLength: 5,
      }),
      (words) => {
        const text = words.join(' ')
        expect(readQuery(`"${text}"`).query.words).toMatchObject([{ phrase: true, text }])
      },
    ),
  )
})
