import { defaultSettings } from '@/lib/settings/settings'
import type { Channel } from '@/lib/tickets/ticket'
import { supervisor } from './company'
import { Conversation } from './conversation'
import type { DemoCustomer } from './customers'
import { phrases } from './phrases'
import type { Random } from './random'
import type { Scenario } from './scenarios/scenario'
import { day, hour, minute, type Story } from './story'

const firstReply = { low: 5 * hour, medium: 1.6 * hour, high: 35 * minute, urgent: 12 * minute } as const
const settling = { low: 9 * hour, medium: 2.5 * hour, high: 1.3 * hour, urgent: 35 * minute } as const

/** A ticket as most are: filed, taken, answered, resolved, sometimes not at the first try, rated by some, closed. */
export function everyday(random: Random, scenario: Scenario, customer: DemoCustomer, filed: Date): Story {
  const priority =
    scenario.priority ??
    random.weighted([
      ['medium', 8],
      ['low', 2],
      ['high', 1],
    ])
  const hours = priority === 'high' || priority === 'urgent' ? 'duty' : 'office'
  const talk = new Conversation(random, scenario, customer, filed, hours)
  const wait = () => random.around(settling[priority])
  talk.file({ ...arrival(random), priority })

  const raised = priority === 'medium' && random.chance(0.08)
  if (raised) talk.raise('high')
  if (random.chance(0.25)) {
    talk.team(
      random.around(firstReply[priority] / 2),
      { does: 'assign', to: talk.agent.email },
      supervisor.email,
    )
  } else {
    talk.team(random.around(firstReply[priority] * 0.7), { does: 'claim' })
  }
  if (scenario.question && random.chance(0.75)) ask(talk, scenario.question, firstReply[priority] / 2)
  else if (random.chance(0.6)) talk.answer(10 * minute, random.pick(phrases.looking))

  if (scenario.notes.length > 0 && random.chance(0.55)) talk.note(random.pick(scenario.notes))
  if (random.chance(0.1)) talk.handOver()
  if (random.chance(0.06)) putOnHold(talk)

  settle(talk, scenario.solution, wait())
  if (random.chance(0.08)) comeBack(talk, scenario, wait())
  if (random.chance(0.46)) rate(talk)
  end(talk)
  return { requester: customer.email, steps: talk.steps, tags: scenario.tags ?? [] }
}

function arrival(random: Random) {
  const channel = random.weighted<Channel>([
    ['portal', 13],
    ['email', 5],
    ['widget', 3],
    ['api', 1],
    ['agent', 2],
  ])
  if (channel === 'widget')
    return {
      channel,
      metadata: { page: random.pick(['/board/week', '/board/month', '/exports']), appVersion: '5.12.1' },
    }
  if (channel === 'api')
    return { channel, metadata: { source: 'status-monitor', check: random.whole(100, 999) } }
  return { channel }
}

function ask(talk: Conversation, [question, detail]: readonly [string, string], wait: number) {
  const { random } = talk
  talk.answer(wait, question, 'pending')
  if (random.chance(0.12)) talk.answer(26 * hour, random.pick(phrases.reminder))
  // Not everybody sits beside their mail; the clocks stand still meanwhile.
  talk.write(random.chance(0.3) ? random.between(1.5, 9) * day : random.around(1.6 * hour), detail)
}

function putOnHold(talk: Conversation) {
  const { random } = talk
  talk.answer(40 * minute, random.pick(phrases.heldForCustomer), 'on_hold')
  talk.note(random.pick(phrases.held))
  talk.team(random.between(18, 40) * hour, { does: 'move', to: 'open' })
}

function settle(talk: Conversation, solution: string, wait: number) {
  const { random } = talk
  if (random.chance(0.1)) talk.write(wait * 0.7, random.pick(phrases.chasing))
  if (random.chance(0.62)) {
    talk.answer(wait, solution, 'resolved')
    return
  }
  // Some agents wait until the customer says that it works.
  talk.answer(wait, solution, 'pending')
  talk.write(random.around(hour), random.pick(phrases.thanks))
  talk.answer(random.around(30 * minute), random.pick(phrases.welcome), 'resolved')
}

function comeBack(talk: Conversation, scenario: Scenario, wait: number) {
  const { random } = talk
  const [complaint, solution] = scenario.again ?? [
    random.pick(phrases.again),
    random.pick(phrases.secondSolution),
  ]
  talk.write(random.between(3, 60) * hour, complaint)
  talk.answer(wait, solution, 'resolved')
}

function rate(talk: Conversation) {
  const { random } = talk
  const slow = talk.now.getTime() - (talk.steps[0]?.at.getTime() ?? 0) > 2 * day
  const score = random.weighted([
    [5, slow ? 4 : 12],
    [4, 6],
    [3, slow ? 3 : 1],
    [2, 0.7],
    [1, slow ? 1.2 : 0.4],
  ])
  const comment = random.pick(score >= 4 ? phrases.happy : score === 3 ? phrases.fair : phrases.unhappy)
  talk.theirs(random.between(0.3, 40) * hour, { does: 'rate', score, comment })
}

/** Most close by themselves, to the minute as the settings say; some customers press the button. */
function end(talk: Conversation) {
  const { random } = talk
  if (random.chance(0.06)) {
    talk.theirs(random.between(1, 20) * hour, { does: 'close' })
    return
  }
  const resolved = talk.steps.findLast(({ deed }) => 'then' in deed && deed.then === 'resolved')
  const since = talk.now.getTime() - (resolved?.at ?? talk.now).getTime()
  talk.itself(defaultSettings.autoCloseDays * day - since, { does: 'auto-close' })
}
