import type { Priority } from './ticket'

export interface TicketInput {
  /** Whose ticket it is. */
  readonly userId: number
  readonly subject: string
  /** Markdown. */
  readonly description: string
  /** The workspace's default where it is not given. */
  readonly priority?: Priority
  readonly categoryId?: number
  /** Plain JSON, at most 16 KiB. */
  readonly metadata?: Readonly<Record<string, unknown>>
}

/** A ticket told step by step. `create` exists once all that a ticket needs has been said. */
export class TicketDraft<Opened, Draft extends Partial<TicketInput> = Record<never, never>> {
  constructor(
    private readonly open: (ticket: TicketInput) => Promise<Opened>,
    private readonly draft: Draft,
  ) {}

  for(userId: number) {
    return this.with({ userId })
  }
  category(categoryId: number) {
    return this.with({ categoryId })
  }
  subject(subject: string) {
    return this.with({ subject })
  }
  description(description: string) {
    return this.with({ description })
  }
  low() {
    return this.priority('low')
  }
  medium() {
    return this.priority('medium')
  }
  high() {
    return this.priority('high')
  }
  urgent() {
    return this.priority('urgent')
  }
  priority(priority: Priority) {
    return this.with({ priority })
  }
  metadata(metadata: Readonly<Record<string, unknown>>) {
    return this.with({ metadata })
  }

  create(this: TicketDraft<Opened, TicketInput>) {
    return this.open(this.draft)
  }

  private with<More extends Partial<TicketInput>>(more: More) {
    return new TicketDraft<Opened, Draft & More>(this.open, { ...this.draft, ...more })
  }
}
