import MarkdownIt, { type RendererRule, type StateCore, type Token } from 'markdown-it'

/** What is longer, or of more elements, is shown as it was typed: what it costs must not grow with what a stranger sends. */
const longest = 50_000

/** Whose words: those of somebody who writes Markdown, or a customer's, who writes a letter. */
export type Hand = 'markdown' | 'letter'

function reader(hand: Hand) {
  const markdown = new MarkdownIt({
    html: false,
    linkify: true,
    breaks: true,
    typographer: false,
    maxNesting: 20,
  })
  markdown.disable('image')
  markdown.validateLink = leadsOut
  markdown.linkify.set({ fuzzyIP: false })
  // Neither leads anywhere here, and looking for them anew at each pair of slashes takes seconds.
  markdown.linkify.add('//', null).add('ftp:', null)
  boundTables(markdown)
  if (hand === 'letter') readAsLetter(markdown)
  markdown.core.ruler.push('house_rules', houseRules)
  markdown.renderer.rules.link_open = openLink
  // A table that is too wide is moved sideways, without ceasing to be one.
  markdown.renderer.rules.table_open = () => '<div class="wide"><table>\n'
  markdown.renderer.rules.table_close = () => '</table></div>\n'
  return markdown
}

type Reader = InstanceType<typeof MarkdownIt>

const leadsOut = (url: string) => /^(?:https?:\/\/|mailto:|tel:)\S/i.test(url)

/** Short rows are filled up: a few letters could be a hundred thousand cells. Small tables may have as many gaps as they like. */
const mostCells = (source: string) => source.length + 1_000

function boundTables({ block: { ruler } }: Reader) {
  const rules = ruler.getRules('')
  ruler.disable('table')
  // Their own rule: the one that is not there without tables. Functions lose their names when they are bundled.
  const tableOf = rules.find((rule) => !ruler.getRules('').includes(rule))
  if (!tableOf) throw new Error('markdown-it has no rule of the name “table”')
  ruler.enable('table')
  ruler.at(
    'table',
    (state, start, end, silent) => {
      const written = state.env as { cells?: number }
      const before = written.cells ?? 0
      const most = mostCells(state.src)
      if (before > most || !tableOf(state, start, end, true)) return false
      if (silent) return true
      let behind = start + 2
      while (behind < end && !state.isEmpty(behind)) behind += 1
      const delimiters = state.getLines(start + 1, start + 2, 0, false).split('|')
      const columns = delimiters.filter((dashes) => dashes.trim() !== '').length
      written.cells = before + columns * (behind - start - 1)
      return written.cells <= most && tableOf(state, start, end, false)
    },
    { alt: ['paragraph', 'reference'] },
  )
}

/** Of longer runs each part is plain all the same. */
const mostMarks = 100

/** Paths, names, formulas and lines of a log stay as they are: of the signs in a line only `**two stars**` mean more. Lists have their own numbers. */
function readAsLetter(markdown: Reader) {
  markdown.disable(['entity', 'escape', 'lheading', 'reference', 'strikethrough'])
  markdown.inline.ruler.before('emphasis', 'plain_marks', (state, silent) => {
    const [marks = ''] = /^(?:_+|\*+)/.exec(state.src.slice(state.pos, state.pos + mostMarks)) ?? []
    if (marks === '' || marks === '**') return false
    if (!silent) state.pending += marks
    state.pos += marks.length
    return true
  })
  markdown.core.ruler.push('own_numbers', ({ tokens }) => {
    for (const item of tokens)
      if (item.type === 'list_item_open' && item.info !== '') item.attrSet('value', item.info)
  })
}

const blocks = new Set([
  'paragraph_open',
  'heading_open',
  'blockquote_open',
  'bullet_list_open',
  'ordered_list_open',
  'list_item_open',
  'th_open',
  'td_open',
])

function houseRules({ tokens, src }: StateCore) {
  // An address that is named once may be used a thousand times; so many letters no addresses have that are written out.
  let letters = 10 * src.length
  for (const link of tokens.flatMap(({ children }) => children ?? [])) {
    if (link.type !== 'link_open') continue
    letters -= link.attrs?.join().length ?? 0
    if (letters < 0) link.attrs = []
  }
  for (const token of tokens) {
    // Each block decides its own reading direction by its first strong letter.
    if (blocks.has(token.type)) token.attrSet('dir', 'auto')
    // The page has one h1 and its own h2s; a writer's headings begin below them.
    if (token.tag.match(/^h[1-6]$/)) token.tag = `h${Math.min(6, Number(token.tag[1]) + 2)}`
    // Column alignment comes as a style attribute, and a language as a class; neither is ours.
    if (token.type === 'th_open' || token.type === 'td_open') token.attrs = [['dir', 'auto']]
    if (token.type === 'fence') token.info = ''
  }
}

const openLink: RendererRule = (tokens, index, options, _env, self) => {
  const link = tokens[index]
  const address = String(link?.attrGet('href'))
  // `[words]()` passes the parser without a look at its address: it stays words.
  if (!link || !leadsOut(address)) return '<a>'
  link.attrSet('rel', 'nofollow noopener noreferrer ugc')
  if (/^https?:/i.test(address)) link.attrSet('target', '_blank')
  return self.renderToken(tokens, index, options)
}

const readers = { markdown: reader('markdown'), letter: reader('letter') } satisfies Record<Hand, Reader>

/** Markdown to HTML that holds nothing but our own elements: raw HTML, images and other schemes stay text. */
export function renderMarkdown(source: string, hand: Hand = 'markdown'): string {
  if (source.length > longest) return asTyped(source)
  const markdown = readers[hand]
  const written = {}
  const tokens = markdown.parse(source, written)
  if (elementsIn(tokens) > mostElements(source)) return asTyped(source)
  return markdown.renderer.render(tokens, markdown.options, written)
}

/** A short text may be as dense as it likes; a long one has an element for each line of prose. */
const mostElements = (source: string) => 1_000 + source.length / 40

const elementsIn = (tokens: readonly Token[]): number =>
  tokens.reduce(
    (sum, { tag, nesting, children }) =>
      sum + (tag !== '' && nesting >= 0 ? 1 : 0) + (children ? elementsIn(children) : 0),
    0,
  )

const asTyped = (source: string) =>
  `<p dir="auto" class="as-typed">${readers.markdown.utils.escapeHtml(source)}</p>\n`
