import { eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { messages } from '@/db/schema'
import { randomFrom } from '@/db/seed/random'
import { at } from '@/lib/clock'
import { dayLength } from '@/lib/day-length'
import { Conflict, Missing, Refused } from '@/lib/errors'
import { answer } from '@/lib/messages/answer'
import { note } from '@/lib/messages/note'
import { writeBack } from '@/lib/messages/write-back'
import { rate } from '@/lib/ratings/rate'
import { changeSettings } from '@/lib/settings/change'
import { fireDue } from '@/lib/sla/fire'
import { always, calendar, hour, office, promising } from '@/lib/sla/testing'
import { createTeam } from '@/lib/teams/create'
import { agent, customer } from '@/lib/testing/people'
import { assign } from '@/lib/tickets/assign'
import { categorize } from '@/lib/tickets/categorize'
import { close } from '@/lib/tickets/close'
import { file } from '@/lib/tickets/file'
import { handOver } from '@/lib/tickets/hand-over'
import { ticketByRefid } from '@/lib/tickets/lists'
import { markSpam, unmarkSpam } from '@/lib/tickets/mark-spam'
import { merge } from '@/lib/tickets/merge'
import { move } from '@/lib/tickets/move'
import { prioritize } from '@/lib/tickets/prioritize'
import { refuseIfMerged } from '@/lib/tickets/refuse-if-merged'
import { reopen } from '@/lib/tickets/reopen'
import { resolve } from '@/lib/tickets/resolve'
import { split } from '@/lib/tickets/split'
import { takeBackReopening } from '@/lib/tickets/take-back-reopening'
import { takeBackResolution } from '@/lib/tickets/take-back-resolution'
import { isLive, priorities } from '@/lib/tickets/ticket'
import { unmerge } from '@/lib/tickets/unmerge'
import { inTransaction } from '@/lib/transaction'
import { type Agent, type Customer, system } from '@/lib/viewer'

interface Histories {
  /** The same histories for the same number. */
  readonly seed: number
  readonly tickets: number
  readonly timeZone: string
}

/**
 * For tests: tickets with random histories of some weeks around the days on which clocks change (in the northern and the
 * southern autumn of 2026), up to now, told by the verbs. What the rules refuse is left out.
 */
export async function makeHistories({ seed, tickets, timeZone }: Histories) {
  const random = randomFrom(seed)
  await changeSettings(system, {
    timeZone,
    rateLimit: { enabled: false, ticketsPerHour: 5, repliesPerMinute: 10_000 },
  })
  const people = { customers: [await customer(), await customer()], agents: [await agent(), await agent()] }
  const team = await createTeam(system, { name: `Team ${seed}`, members: [] })
  const promises = [
    await promising({
      targets: always({ first_response: hour, next_response: 20 * hour, resolution: 8 * hour }),
      calendar: await calendar({ ...office, timeZone: 'Europe/Berlin' }),
    }),
    await promising({ targets: always({ resolution: 20 * hour }) }),
  ]
  const scene: Scene = {
    random,
    ...people,
    team: team.uid,
    slugs: promises.map((one) => one.category.slug),
    filed: [],
  }
  const last = Date.now() - dayLength
  for (let count = 0; count < tickets; count++)
    await tell(scene, last - random.between(0, 70) * dayLength, last)
  while ((await fireDue()) > 0);
}

interface Scene {
  readonly random: ReturnType<typeof randomFrom>
  readonly customers: readonly Customer[]
  readonly agents: readonly Agent[]
  readonly team: string
  readonly slugs: readonly string[]
  readonly filed: string[]
}

async function tell(scene: Scene, from: number, until: number) {
  const { random, customers, agents, slugs, filed } = scene
  const requester = random.pick(customers)
  let moment = from
  const { refid } = await at(new Date(moment), () =>
    file(random.chance(0.8) ? requester : random.pick(agents), requester, {
      subject: 'It does not work',
      description: 'Please help',
      channel: random.pick(['portal', 'api', 'agent'] as const),
      priority: random.pick(priorities),
      ...(random.chance(0.8) && { category: random.pick(slugs) }),
    }),
  )
  filed.push(refid)
  for (let deeds = random.whole(1, 20); deeds > 0; deeds--) {
    moment += random.around(2.5 * 3_600_000)
    if (moment > until) return
    await at(new Date(moment), async () => {
      await fireDue()
      await deed(scene, refid, requester).catch(unlessRefused)
    })
  }
}

async function deed({ random, agents, team, slugs, filed }: Scene, refid: string, requester: Customer) {
  const ticket = await ticketByRefid(refid)
  const somebody = random.pick(agents)
  const written = { body: 'So it is', channel: 'portal' } as const
  const deeds = {
    answer: () => {
      const then = random.pick(['open', 'pending', 'resolved', 'keep'] as const)
      return answer(somebody, ticket, written, then === 'keep' ? undefined : then)
    },
    write: () => writeBack(requester, ticket, written),
    note: () => note(somebody, ticket, written),
    assign: () => assign(system, ticket, random.chance(0.8) ? somebody : null),
    move: () => move(somebody, ticket, random.pick(['open', 'pending', 'on_hold'])),
    resolve: () => resolve(somebody, ticket),
    close: () => close(random.pick([somebody, requester]), ticket),
    reopen: () => reopen(somebody, ticket),
    rate: () => rate(requester, ticket, { score: random.whole(1, 5), comment: '' }),
    prioritize: () => prioritize(somebody, ticket, random.pick(priorities)),
    categorize: () => categorize(somebody, ticket, random.pick([...slugs, null])),
    handOver: () => handOver(somebody, ticket, random.pick([team, null])),
    spam: () => markSpam(somebody, ticket),
    noSpam: () => unmarkSpam(somebody, ticket),
    takeBack: async () => {
      if (isLive(ticket)) return
      await inTransaction(async (tx) => {
        await refuseIfMerged(tx, ticket)
        await takeBackResolution(tx, somebody, ticket, 'open')
      })
    },
    takeBackReopening: () =>
      inTransaction(async (tx) => {
        if (isLive(ticket)) await takeBackReopening(tx, somebody, ticket, 'resolved')
      }),
    merge: async () => merge(somebody, ticket, await ticketByRefid(random.pick(filed))),
    unmerge: () => unmerge(somebody, ticket),
    split: async () => {
      const own = await db
        .select({ uid: messages.uid })
        .from(messages)
        .where(eq(messages.ticketId, ticket.id))
      if (own.length === 0) return
      await split(somebody, ticket, {
        subject: 'Another thing',
        message: random.pick(own).uid,
        andAfter: random.chance(0.5),
      })
    },
  }
  const often = {
    answer: 14,
    write: 12,
    note: 2,
    assign: 3,
    move: 2,
    resolve: 5,
    close: 2,
    reopen: 3,
    rate: 6,
  }
  const names = Object.keys(deeds) as (keyof typeof deeds)[]
  await deeds[random.weighted(names.map((name) => [name, often[name as keyof typeof often] ?? 1]))]()
}

function unlessRefused(error: unknown) {
  if (!(error instanceof Refused || error instanceof Conflict || error instanceof Missing)) throw error
}
