import type { MacroAction } from '@/lib/canned/action'
import type { AfterReply } from '@/lib/messages/message'

export type WritingMode = 'reply' | 'note'

/** What an agent has written and not sent. */
export interface Draft {
  /** Markdown, as far as it has come. */
  readonly body: string
  /** The status chosen for after the reply. */
  readonly becomes: AfterReply | null
  /** What is to be done with the ticket when it is sent. */
  readonly actions: readonly MacroAction[]
  /** Which form saved it, and its how manieth save it was: `<submission>/<turn>`. */
  readonly version: string
  /** ISO 8601, UTC. */
  readonly savedAt: string
}

/** Whether there is something to keep: words, or what is to be done without any. */
export const isBegun = ({ body, actions }: Pick<Draft, 'body' | 'actions'>) =>
  body !== '' || actions.length > 0

export type Drafts = Readonly<Record<WritingMode, Draft | null>>

/** What a form sends to be kept. */
export interface DraftToSave {
  readonly mode: WritingMode
  readonly body: string
  readonly becomes: AfterReply | null
  readonly actions?: readonly MacroAction[]
  /** Of the form: one window, one message to be. */
  readonly submission: string
  /** Counts the form's own saves, so that one that comes late does not undo a later one. */
  readonly turn: number
  /** The version that the form goes on from; null: it began with nothing. */
  readonly seen: string | null
}

export const versionOf = ({ submission, turn }: Pick<DraftToSave, 'submission' | 'turn'>) =>
  `${submission}/${turn}`

/** More bytes than any draft within the limits has; what is longer is not even read. */
export const draftBytes = 1_048_576
