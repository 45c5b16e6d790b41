import type { Draft, DraftToSave, WritingMode } from '@/lib/drafts/draft'

/** What became of a draft that was sent to be kept. */
export type Posted =
  | { readonly is: 'saved'; readonly version: string }
  | { readonly is: 'elsewhere'; readonly theirs: Draft | null }
  /** The same text will not be taken later either. */
  | { readonly is: 'refused'; readonly words: string }
  | { readonly is: 'unreachable'; readonly words: string }
  /** The next to sign in here may be somebody else, or was. */
  | { readonly is: 'signed out'; readonly words: string }

const address = (refid: string) => `/api/console/tickets/${refid}/draft`

/** A browser sends no more than 64 kB for a page that is gone. */
const mostWhileLeaving = 60_000

export async function postDraft(refid: string, writer: string, draft: DraftToSave): Promise<Posted> {
  const body = JSON.stringify({ ...draft, writer })
  try {
    const answer = await fetch(address(refid), {
      method: 'PUT',
      body,
      headers: { 'content-type': 'application/json' },
      // The request outlives the page: the last words before it goes.
      keepalive: new Blob([body]).size < mostWhileLeaving,
      signal: AbortSignal.timeout(20_000),
    })
    const said = await answer.json().catch(() => ({}))
    if (answer.ok) return { is: 'saved', version: said.version }
    if (answer.status === 409 && said.draft !== undefined) return { is: 'elsewhere', theirs: said.draft }
    const words = said.message ?? 'The server does not answer.'
    if (answer.status === 401 || answer.status === 409) return { is: 'signed out', words }
    return { is: answer.status === 422 || answer.status === 404 ? 'refused' : 'unreachable', words }
  } catch {
    return { is: 'unreachable', words: 'The server cannot be reached.' }
  }
}

/** What is kept now; undefined: nobody could say. */
export async function fetchDraft(
  refid: string,
  writer: string,
  mode: WritingMode,
): Promise<Draft | null | undefined> {
  const asked = new URLSearchParams({ mode, writer })
  try {
    const answer = await fetch(`${address(refid)}?${asked}`, { signal: AbortSignal.timeout(20_000) })
    return answer.ok ? (await answer.json()).draft : undefined
  } catch {
    return undefined
  }
}
