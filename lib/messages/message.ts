import type { Channel } from '@/lib/tickets/ticket'

/** What an agent may leave behind with a reply; `keep` changes nothing. */
export const afterReply = ['keep', 'open', 'pending', 'on_hold', 'resolved'] as const
export type AfterReply = (typeof afterReply)[number]

export interface Written {
  /** Markdown. */
  readonly body: string
  readonly channel: Channel
  /** Of the message, where it had one before: as a reply that waited to be sent. */
  readonly uid?: string
  /** Made with the form; the same submission twice is one message. */
  readonly submission?: string
  /** The version of the draft that this was: the draft goes when the message comes. */
  readonly draft?: string
}
