import type { Channel } from '@/lib/tickets/ticket'

export interface Written {
  /** Markdown. */
  readonly body: string
  readonly channel: Channel
  /** Made with the form; the same submission twice is one message. */
  readonly submission?: string
}
