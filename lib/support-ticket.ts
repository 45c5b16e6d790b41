import { now } from './clock'
import { history } from './events/find'
import { isSlaBreached } from './sla/sla'
import { assign } from './tickets/assign'
import { ticketByRefid } from './tickets/lists'
import { reopen } from './tickets/reopen'
import { isLive, type Ticket } from './tickets/ticket'
import { system } from './viewer'

/** A ticket as it was when it was read, with the verbs that programs use most. A verb gives the ticket as it is then. */
export class SupportTicket {
  constructor(private readonly ticket: Ticket) {}

  static async find(refid: string) {
    return new SupportTicket(await ticketByRefid(refid))
  }

  get id() {
    return this.ticket.id
  }
  get refid() {
    return this.ticket.refid
  }
  get subject() {
    return this.ticket.subject
  }
  get status() {
    return this.ticket.status
  }
  get priority() {
    return this.ticket.priority
  }
  get requesterId() {
    return this.ticket.requesterId
  }
  get assigneeId() {
    return this.ticket.assigneeId
  }
  get metadata() {
    return this.ticket.metadata
  }
  get createdAt() {
    return this.ticket.createdAt
  }
  get resolvedAt() {
    return this.ticket.resolvedAt
  }
  get slaDueAt() {
    return this.ticket.slaDueAt
  }

  /** Neither resolved nor closed. */
  isOpen() {
    return isLive(this.ticket)
  }

  isUrgent() {
    return this.ticket.priority === 'urgent'
  }

  isSlaBreached() {
    return isSlaBreached(this.ticket, now())
  }

  /**
   * Throws Conflict if somebody else has changed the assignee since, Refused if there is no such active agent (`assignee`) or it was
   * closed.
   */
  async assignTo(agentId: number) {
    await assign(system, this.ticket, { id: agentId })
    return SupportTicket.find(this.refid)
  }

  /** Throws Refused unless the ticket is resolved or closed, or if it was merged; Conflict if its status has changed since. */
  async reopen() {
    await reopen(system, this.ticket)
    return SupportTicket.find(this.refid)
  }

  /**
   * Everything that happened, oldest first: `{ kind, audience, actor, change, at }`. `actor` is a name, null: Deskwell itself;
   * `change` is each field's `[before, after]`.
   */
  history() {
    return history(this.ticket)
  }
}
