export interface Span {
  readonly start: number
  /** Behind its last character. */
  readonly end: number
}

/**
 * Where a text in Markdown is code beyond doubt: fences from the margin, and spans within a line of a paragraph in which
 * none goes over a line's end. What might be code is text: whoever asks rather asks once too often.
 */
export function codeIn(text: string): readonly Span[] {
  const spans: Span[] = []
  let fence: (Span & { readonly mark: string }) | undefined
  let paragraph: Span = { start: 0, end: 0 }
  const end = () => spans.push(...inline(text.slice(paragraph.start, paragraph.end), paragraph.start))
  let at = 0
  for (const line of text.split('\n')) {
    const next = { start: at, end: at + line.length }
    const mark = /^(`{3,}(?=[^`]*$)|~{3,})/.exec(line)?.[1]
    if (fence) {
      fence = { ...fence, end: next.end }
      if (closes(line, fence.mark)) {
        spans.push(fence)
        fence = undefined
        paragraph = { start: next.end, end: next.end }
      }
    } else if (mark || line.trim() === '') {
      end()
      paragraph = { start: next.end, end: next.end }
      if (mark) fence = { ...next, mark }
    } else paragraph = { ...paragraph, end: next.end }
    at = next.end + 1
  }
  if (fence) spans.push(fence)
  else end()
  return spans
}

const closes = (line: string, mark: string) => {
  const [, close = ''] = /^ {0,3}(`{3,}|~{3,})[ \t]*$/.exec(line) ?? []
  return close[0] === mark[0] && close.length >= mark.length
}

/** The code spans of a paragraph. A run of backticks goes to the next one of its length. */
function inline(paragraph: string, offset: number): readonly Span[] {
  const spans: Span[] = []
  const runs = Map.groupBy(paragraph.matchAll(/`+/g), ([run]) => run)
  const mark = /\\[\s\S]|`+/g
  for (let opening = mark.exec(paragraph); opening; opening = mark.exec(paragraph)) {
    const [run] = opening
    if (run.startsWith('\\')) continue
    const closings = runs.get(run) ?? []
    // Those that lie behind are of no use to any later one either.
    while (closings[0] && closings[0].index < mark.lastIndex) closings.shift()
    const [closing] = closings
    if (!closing) continue
    mark.lastIndex = closing.index + run.length
    spans.push({ start: opening.index, end: mark.lastIndex })
  }
  const within = spans.map(({ start, end }) => paragraph.slice(start, end))
  if (within.some((code) => code.includes('\n'))) return []
  // In a table a bar ends the cell, also within code.
  return spans
    .filter((_, index) => !within[index]?.includes('|'))
    .map(({ start, end }) => ({ start: start + offset, end: end + offset }))
}
