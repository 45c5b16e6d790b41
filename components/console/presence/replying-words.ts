import type { Present } from '@/lib/presence/presence'

/** `Replying: Ana Petrović and 2 others`: what matters most stands where it is not cut off. */
export function replyingWords(present: readonly Present[]) {
  const [first, ...others] = present
  if (!first) return ''
  if (others.length === 0) return `Replying: ${first.name}`
  return `Replying: ${first.name} and ${others.length === 1 ? others[0]?.name : `${others.length} others`}`
}
