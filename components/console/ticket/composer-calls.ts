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

const fields = new Map<WritingMode, WritingCalls>()

/** A page has one composer; its fields answer while they are there. */
export function answerCalls(mode: WritingMode, calls: WritingCalls) {
  fields.set(mode, calls)
  return () => {
    if (fields.get(mode) === calls) fields.delete(mode)
  }
}

export const callWriting = (mode: WritingMode) => fields.get(mode)

/** The field that is in sight. */
export const callShownWriting = () => [...fields.values()].find(({ isShown }) => isShown())
