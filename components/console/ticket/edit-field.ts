import type { Edit } from './markdown-edit'

/** Does to a field what an edit says, so that the browser's own undo takes it back. */
export function editField(area: HTMLTextAreaElement, { from, to, insert, start, end }: Edit) {
  area.focus()
  area.setSelectionRange(from, to)
  // Deprecated and without a successor: what else changes a field forgets what was typed before.
  const done = insert
    ? document.execCommand('insertText', false, insert)
    : from === to || document.execCommand('delete')
  if (!done) {
    area.setRangeText(insert, from, to, 'end')
    area.dispatchEvent(new Event('input', { bubbles: true }))
  }
  area.setSelectionRange(start, end)
}

/** Puts the pen into a field where it was; where it never was, behind what is written there already. */
export function writeOn(area: HTMLTextAreaElement) {
  area.focus()
  if (area.selectionEnd === 0) area.setSelectionRange(area.value.length, area.value.length)
}

export const selectedIn = ({ value, selectionStart, selectionEnd }: HTMLTextAreaElement) => ({
  text: value,
  start: selectionStart,
  end: selectionEnd,
})
