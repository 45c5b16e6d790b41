'use client'

import type { WritingMode } from '@/lib/drafts/draft'

const places = {
  reply: '[data-waiting]',
  note: '[data-timeline] [data-note]',
} as const satisfies Record<WritingMode, string>

/** Pixels by which a page moves without anybody who scrolls it. */
const slack = 4

/**
 * To be called when something is sent; what it returns, when it is taken: unless its writer has scrolled elsewhere by then, they
 * are to see it, by what that returns, as soon as it is on the page.
 */
export function followOwn(mode: WritingMode, field: HTMLTextAreaElement | null) {
  const before = window.scrollY
  return () => {
    const stays = Math.abs(window.scrollY - before) <= slack
    return () => {
      const own = [...document.querySelectorAll<HTMLElement>(places[mode])].at(-1)
      if (stays) own?.scrollIntoView({ block: 'nearest' })
      if (mode === 'reply' && isDoneWith(field)) own?.focus({ preventScroll: true })
    }
  }
}

/** Sent by a key: the next letter would go into the field, and not take the reply back as it says there. */
const isDoneWith = (field: HTMLTextAreaElement | null) =>
  field !== null && field === document.activeElement && field.value === ''
