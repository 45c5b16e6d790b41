import { createHash } from 'node:crypto'
import { at } from '@/lib/clock'
import { answer } from '@/lib/messages/answer'
import { note } from '@/lib/messages/note'
import { writeBack } from '@/lib/messages/write-back'
import { rate } from '@/lib/ratings/rate'
import { assign } from '@/lib/tickets/assign'
import { closeResolved } from '@/lib/tickets/auto-close'
import { claim } from '@/lib/tickets/claim'
import { close } from '@/lib/tickets/close'
import { file } from '@/lib/tickets/file'
import { handOver } from '@/lib/tickets/hand-over'
import { ticketByRefid } from '@/lib/tickets/lists'
import { move } from '@/lib/tickets/move'
import { prioritize } from '@/lib/tickets/prioritize'
import { reopen, reopenOwn } from '@/lib/tickets/reopen'
import { resolve } from '@/lib/tickets/resolve'
import { tag } from '@/lib/tickets/tag'
import type { Ticket } from '@/lib/tickets/ticket'
import { type Agent, isAgent, type Viewer } from '@/lib/viewer'
import { letClocksRun } from './clocks'
import { type Deed, hour, later, type Step, type Story } from './story'

const atOnce = 8

/** How often the clocks of the past are looked at. Until then steps run side by side. */
const watching = 2 * hour

interface Cast {
  /** By address. */
  readonly people: ReadonlyMap<string, Viewer>
  /** Uids, by name. */
  readonly teams: ReadonlyMap<string, string>
}

/** What an earlier run, ended in the middle, has told already: by submission. */
export type Told = ReadonlyMap<string, { readonly refid: string; readonly last: Date }>

/** The same story is the same submission in every run. */
function submissionOf(index: number) {
  const hex = createHash('sha256').update(`deskwell demo ticket ${index}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/**
 * Tells all stories as one, in the order of time, through the verbs, each at its moment. A few steps run side by side,
 * but never two of one requester, so that each ticket's history is in order and nobody meets a limit. In between the clocks
 * do what is due, up to `now`.
 */
export async function tell(stories: readonly Story[], cast: Cast, told: Told, now: Date) {
  const steps = stories
    .flatMap((story, index) => {
      const submission = submissionOf(index)
      const last = told.get(submission)?.last
      return story.steps
        .filter(({ at }) => last === undefined || at > last)
        .map((step) => ({ ...step, requester: story.requester, submission }))
    })
    .sort((one, another) => one.at.getTime() - another.at.getTime())
  const refids = new Map([...told].map(([submission, { refid }]) => [submission, refid]))
  const running = new Set<Promise<void>>()
  const latest = new Map<string, Promise<void>>()
  let watched = steps[0]?.at ?? now

  for (const step of steps) {
    if (step.at > later(watched, watching)) {
      await Promise.all(running)
      await letClocksRun(step.at)
      watched = step.at
    }
    while (running.size >= atOnce) await Promise.race(running)
    const before = latest.get(step.requester)
    const work = (async () => {
      await before
      await perform(step, cast, refids)
    })()
    const settled = work.finally(() => running.delete(settled))
    running.add(settled)
    latest.set(step.requester, settled)
  }
  await Promise.all(running)
  await letClocksRun(now)
}

type Placed = Step & { readonly requester: string; readonly submission: string }

async function perform(step: Placed, cast: Cast, refids: Map<string, string>) {
  const { deed, submission } = step
  const actor = person(cast, step.who || step.requester)
  await at(step.at, async () => {
    if (deed.does === 'file') {
      const { does: _, body, ...ticket } = deed
      const requester = person(cast, step.requester)
      const { refid } = await file(actor, requester, { ...ticket, description: body, submission })
      refids.set(submission, refid)
      return
    }
    const refid = refids.get(submission)
    if (!refid) throw new Error('A story begins with its ticket')
    const ticket = await ticketByRefid(refid)
    if (isAgent(actor)) await asAgent(actor, ticket, deed, cast)
    else await asCustomer(actor, ticket, deed)
  })
}

type Later = Exclude<Deed, { does: 'file' }>

async function asAgent(agent: Agent, ticket: Ticket, deed: Later, cast: Cast) {
  const written = (body: string) => ({ body, channel: 'agent' }) as const
  switch (deed.does) {
    case 'claim':
      return claim(agent, ticket)
    case 'assign':
      return assign(agent, ticket, person(cast, deed.to))
    case 'hand-over':
      return handOver(agent, ticket, cast.teams.get(deed.to) ?? null)
    case 'tag':
      return tag(agent, ticket, { add: deed.tags })
    case 'prioritize':
      return prioritize(agent, ticket, deed.to)
    case 'move':
      return move(agent, ticket, deed.to)
    case 'note':
      return note(agent, ticket, written(deed.body))
    case 'answer':
      return answer(agent, ticket, written(deed.body), deed.then)
    case 'resolve':
      return resolve(agent, ticket)
    case 'close':
      return close(agent, ticket)
    case 'reopen':
      return reopen(agent, ticket)
    default:
      throw new Error(`An agent does not ${deed.does}`)
  }
}

async function asCustomer(customer: Exclude<Viewer, Agent>, ticket: Ticket, deed: Later) {
  switch (deed.does) {
    case 'write':
      return writeBack(customer, ticket, { body: deed.body, channel: ticket.channel })
    case 'rate':
      return rate(customer, ticket, deed)
    case 'close':
      return close(customer, ticket)
    case 'reopen':
      return reopenOwn(customer, { ...ticket, closedByYou: true })
    case 'auto-close':
      return closeResolved(ticket.id)
    default:
      throw new Error(`A customer does not ${deed.does}`)
  }
}

function person({ people }: Cast, email: string) {
  const found = people.get(email)
  if (!found) throw new Error(`Nobody has the address ${email}`)
  return found
}
