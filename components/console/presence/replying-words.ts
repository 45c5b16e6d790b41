import type { Present } from '@/lib/presence/presence'

/** `Ana Petrović and 2 others are replying`. */
export function replyingWords(present: readonly Present[]) {
  const [first, ...others] = present
  if (!first) return ''
  if (others.length === 0) return `${first.name} is replying`
  return `${first.name} and ${others.length === 1 ? others[0]?.name : `${others.length} others`} are replying`
}
