'use client'

const year = 31_536_000

/** Keeps a choice in this browser; null forgets it. */
export function keep(cookie: string, value: string | null) {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store is not in every browser yet
  document.cookie = `${cookie}=${value ?? ''}; path=/; max-age=${value === null ? 0 : year}; samesite=lax`
}
