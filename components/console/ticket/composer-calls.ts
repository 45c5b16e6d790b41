import type { WritingMode } from '@/lib/drafts/draft'

/** What other parts of a ticket's page ask of its fields. */
interface WritingCalls {
  /** Another window, or the server, may have changed the draft. */
  readonly look: () => void
  /** Shows the field and puts the pen into it. */
  readonly open: () => void
  /** Writes a block of its own at the caret. */
  readonly insert: (block: string) => void
  readonly isShown: () => boolean
}

interface Answering {
  readonly refid: string
  readonly calls: WritingCalls
}

const fields = new Map<WritingMode, Answering>()

/** A page has one composer; its fields answer while they are there. */
export function answerCalls(refid: string, mode: WritingMode, calls: WritingCalls) {
  fields.set(mode, { refid, calls })
  return () => {
    if (fields.get(mode)?.calls === calls) fields.delete(mode)
  }
}

export const callWriting = (mode: WritingMode) => fields.get(mode)?.calls

let awaited: string | undefined

/** Its reply is about to be back on this ticket, of which the page may not be there yet; null: it stays away. */
export const awaitReply = (refid: string | null) => {
  awaited = refid ?? undefined
}

/** Shows the field to whoever waits for a reply to be back in it, once the page has been changed: to no other ticket's. */
export function openAwaited(refid: string) {
  if (awaited !== refid) return
  awaited = undefined
  setTimeout(() => {
    const field = fields.get('reply')
    if (field?.refid === refid) field.calls.open()
  })
}

/** The field that is in sight. */
export const callShownWriting = () =>
  [...fields.values()].map(({ calls }) => calls).find(({ isShown }) => isShown())
