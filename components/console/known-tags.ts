import { keptTag, tagLimit, tooLong } from '@/lib/tags/kept'

/** What a list of tags offers. Where the answer does not come, it offers what is there, and takes new names. */
export async function knownTags(): Promise<readonly string[]> {
  try {
    const answer = await fetch('/api/console/tags')
    return answer.ok ? await answer.json() : []
  } catch {
    return []
  }
}

/** A name that nobody has used yet, as it will be kept, or why it will not. */
export const made = (words: string) => {
  const name = keptTag(words)
  if (name.length > tagLimit) return tooLong
  return name ? { value: name, label: name, hint: 'new' } : null
}
