import { db } from '@/db/client'
import { waitingReplies } from '@/db/schema'
import { startBulk } from '@/lib/bulk/start'
import { createCanned } from '@/lib/canned/create'
import { saveDraft } from '@/lib/drafts/save'
import { follow } from '@/lib/followers/follow'
import { writeBack } from '@/lib/messages/write-back'
import { createOrganization } from '@/lib/organizations/create'
import { joinOrganization } from '@/lib/organizations/join'
import { customerPage } from '@/lib/people/customers'
import { beat } from '@/lib/presence/beat'
import { createCalendar } from '@/lib/sla/calendars/create'
import { createPolicy } from '@/lib/sla/policies/create'
import { make } from '@/lib/support'
import { createTeam } from '@/lib/teams/create'
import { tag } from '@/lib/tickets/tag'
import { isSupervisor, system } from '@/lib/viewer'
import { createView } from '@/lib/views/create'
import { createWallboard } from '@/lib/wallboards/create'
import { tokenOf } from '@/lib/wallboards/token'
import { newCustomer, newStaff, word } from './people'

/**
 * One of each thing that an address can name and that somebody has, and people who see it: a customer, an agent, an admin.
 * `text` is in every name and everything that is written.
 */
export async function oneOfEach(text = 'Plain') {
  const name = () => `${word()} ${text}`
  const [maria, ana, boss] = [
    await newCustomer(name()),
    await newStaff('agent', name()),
    await newStaff('admin', name()),
  ]
  if (!isSupervisor(boss)) throw new Error('not an admin')
  const ticket = await make().for(maria.id).subject(name()).description(text).create()
  await tag(ana, ticket, { add: ['looked-at'] })
  const [customer] = (await customerPage(system, { q: maria.email })).rows
  const organization = await createOrganization(system, { name: name(), notes: text })
  await joinOrganization(system, maria.email, organization.uid)

  // News, what is being written, what waits to be sent, somebody there, a change of many.
  for (const agent of [ana, boss]) await follow(agent, ticket)
  await writeBack(maria, ticket, { body: text, channel: 'portal' })
  await beat(ana, ticket.refid, true)
  const run = crypto.randomUUID()
  await saveDraft(ana, ticket.refid, {
    mode: 'note',
    body: text,
    becomes: null,
    submission: run,
    turn: 1,
    seen: null,
  })
  await db.insert(waitingReplies).values({
    ticketId: ticket.id,
    authorId: ana.id,
    channel: 'agent',
    body: text,
    becomes: 'keep',
    statusBefore: 'open',
    submission: run,
    sendAt: new Date(Date.now() + 86_400_000),
  })
  await startBulk(ana, { submission: run, wish: { kind: 'status', to: 'resolved' }, which: [ticket.refid] })
  const view = await createView(ana, {
    name: name(),
    scope: 'personal',
    query: { address: {}, match: 'all', groups: [] },
  })
  const canned = await createCanned(ana, {
    name: name(),
    shortcut: null,
    body: text,
    actions: [],
    scope: 'personal',
  })
  const calendar = await createCalendar(system, {
    name: name(),
    hours: { timeZone: 'UTC', weekly: { mon: [['09:00', '17:00']] }, days: [] },
  })
  const policy = await createPolicy(system, {
    name: name(),
    conditions: { priorities: ['low'], channels: ['api'] },
    targets: { low: { resolution: 3600 }, medium: {}, high: {}, urgent: {} },
    calendar: null,
    pausing: [],
    steps: [],
  })
  return {
    maria,
    ana,
    boss,
    ticket,
    view,
    /** For `filled`. */
    fillings: {
      '[refid]': [ticket.refid],
      '[email]': [ana.email],
      '[slug]': ['billing'],
      '[...nextauth]': ['signout'],
      '[report]': ['agents'],
      '[run]': [run],
      '[customer]': [String(customer?.uid)],
      '[policy]': [policy.uid],
      '[calendar]': [calendar.uid],
      '[team]': [(await createTeam(system, { name: name(), members: [ana.email] })).uid],
      '[organization]': [organization.uid],
      '[tag]': ['looked-at'],
      '[canned]': [canned.uid],
      '[token]': [tokenOf((await createWallboard(boss, name())).uid)],
    },
  }
}
