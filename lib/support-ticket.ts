import { now } from './clock'
import { history } from './events/find'
import { key } from './key'
import { contactOf } from './people/by-id'
import { isSlaBreached } from './sla/sla'
import { assign } from './tickets/assign'
import { descriptionOf } from './tickets/description'
import { ticketByRefid } from './tickets/lists'
import { reopen } from './tickets/reopen'
import { isLive, type Ticket } from './tickets/ticket'
import { system } from './viewer'

/**
 * A ticket as it was when it was read, with the verbs that programs use most. A verb gives the ticket as it is then. As JSON it is
 * its named properties but for `id`, which stays on the server; nothing in them is moved by a note.
 */
export class SupportTicket {
  readonly #ticket: Ticket
  readonly refid: Ticket['refid']
  readonly subject: Ticket['subject']
  readonly status: Ticket['status']
  readonly priority: Ticket['priority']
  readonly requesterId: Ticket['requesterId']
  readonly categoryId: Ticket['categoryId']
  readonly assigneeId: Ticket['assigneeId']
  readonly metadata: Ticket['metadata']
  readonly createdAt: Ticket['createdAt']
  readonly resolvedAt: Ticket['resolvedAt']
  readonly slaDueAt: Ticket['slaDueAt']

  constructor(ticket: Ticket) {
    this.#ticket = ticket
    this.refid = ticket.refid
    this.subject = ticket.subject
    this.status = ticket.status
    this.priority = ticket.priority
    this.requesterId = ticket.requesterId
    this.categoryId = ticket.categoryId
    this.assigneeId = ticket.assigneeId
    this.metadata = ticket.metadata
    this.createdAt = ticket.createdAt
    this.resolvedAt = ticket.resolvedAt
    this.slaDueAt = ticket.slaDueAt
  }

  static async find(refid: string) {
    return new SupportTicket(await ticketByRefid(refid))
  }

  get id() {
    return this.#ticket.id
  }

  /** Neither resolved nor closed. */
  isOpen() {
    return isLive(this.#ticket)
  }

  isUrgent() {
    return this.#ticket.priority === 'urgent'
  }

  isSlaBreached() {
    return isSlaBreached(this.#ticket, now())
  }

  /** Markdown: the oldest message that its requester can read, also where a merge or a split took it to another ticket. */
  description() {
    return descriptionOf(this.#ticket)
  }

  /** Whose ticket it is: `{ name, email }`. */
  user() {
    return contactOf(this.#ticket.requesterId)
  }

  /**
   * Throws Conflict if somebody else has changed the assignee since, Refused if there is no such active agent (`assignee`) or it was
   * closed.
   */
  async assignTo(agentId: number) {
    await assign(system, this.#ticket, { id: key(agentId) })
    return SupportTicket.find(this.refid)
  }

  /** Throws Refused unless the ticket is resolved or closed, or if it was merged; Conflict if its status has changed since. */
  async reopen() {
    await reopen(system, this.#ticket)
    return SupportTicket.find(this.refid)
  }

  /**
   * Everything that happened, oldest first: `{ kind, audience, actor, change, at }`. `actor` is a name, null: Deskwell itself;
   * `change` is each field's `[before, after]`.
   */
  history() {
    return history(this.#ticket)
  }
}
