/** What somebody wrote, out of how it is shown: the part that is selected, or all of it. */
export function wordsOf(prose: Element, selection: Selection | null): string {
  const picked = selection?.toString().trim()
  const inside = [selection?.anchorNode, selection?.focusNode].every((node) => node && prose.contains(node))
  return picked && inside ? picked : [...prose.children].map((child) => written(child)).join('\n\n')
}

/** One block, with the marks of lists and quotations; the rest is words. */
function written(block: Element): string {
  if (block.matches('ul, ol'))
    return [...block.children]
      .map((item, place) => `${block.matches('ol') ? `${place + 1}.` : '-'} ${plain(item)}`)
      .join('\n')
  if (block.matches('blockquote'))
    return [...block.children]
      .map((child) => written(child))
      .join('\n\n')
      .split('\n')
      .map((line) => `> ${line}`)
      .join('\n')
  if (block.matches('pre')) return `\`\`\`\n${plain(block)}\n\`\`\``
  return plain(block)
}

const plain = (element: Element) => (element instanceof HTMLElement ? element.innerText.trim() : '')
