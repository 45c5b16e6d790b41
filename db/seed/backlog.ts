import type { Channel, Priority } from '@/lib/tickets/ticket'
import type { CategorySlug } from './company'
import { Conversation } from './conversation'
import { customers } from './customers'
import { phrases } from './phrases'
import { randomFrom } from './random'
import { scenarios } from './scenarios/all'
import type { Scenario } from './scenarios/scenario'
import { hour, later, type Story } from './story'

type Shape = keyof typeof shapes

/** What lies in the queue whenever somebody starts the demo: how many hours old, how urgent, and how far it came. */
const waiting: readonly (readonly [
  hours: number,
  priority: Priority,
  shape: Shape,
  category: CategorySlug,
])[] = [
  [0.2, 'medium', 'fresh', 'mobile-app'],
  [0.6, 'urgent', 'fresh', 'access-privacy'],
  [0.9, 'high', 'fresh', 'integrations'],
  [1.7, 'urgent', 'fresh', 'rota-planning'],
  [2.6, 'high', 'taken', 'rota-planning'],
  [3.4, 'urgent', 'chased', 'integrations'],
  [4.1, 'medium', 'solved', 'getting-started'],
  [5.3, 'medium', 'asked', 'integrations'],
  [6.1, 'high', 'replied', 'access-privacy'],
  [6.8, 'high', 'fresh', 'rota-planning'],
  [7.3, 'high', 'solved', 'billing'],
  [9.5, 'high', 'noted', 'integrations'],
  [13, 'low', 'taken', 'billing'],
  [14, 'medium', 'solved', 'mobile-app'],
  [17, 'medium', 'solved', 'rota-planning'],
  [19.6, 'medium', 'asked', 'mobile-app'],
  [20.5, 'medium', 'noted', 'rota-planning'],
  [21.8, 'medium', 'chased', 'integrations'],
  [22.7, 'medium', 'fresh', 'access-privacy'],
  [24.5, 'low', 'replied', 'mobile-app'],
  [26, 'low', 'asked', 'rota-planning'],
  [26.5, 'medium', 'answered', 'billing'],
  [27, 'medium', 'replied', 'billing'],
  [36, 'low', 'answered', 'integrations'],
  [44, 'high', 'fresh', 'mobile-app'],
  [50, 'low', 'held', 'rota-planning'],
  [52, 'medium', 'noted', 'access-privacy'],
  [59, 'low', 'noted', 'integrations'],
  [62, 'low', 'asked', 'access-privacy'],
  [64, 'low', 'answered', 'billing'],
  [69, 'low', 'answered', 'access-privacy'],
  [74, 'low', 'asked', 'getting-started'],
  [76, 'medium', 'returned', 'rota-planning'],
  [85, 'low', 'asked', 'mobile-app'],
  [98, 'low', 'asked', 'getting-started'],
  [121, 'medium', 'asked', 'integrations'],
  [212, 'low', 'held', 'integrations'],
]

export const backlog = (now: Date): Story[] =>
  waiting.map(([hours, priority, shape, category], index) => {
    const random = randomFrom(9100 + index)
    const scenario = scenarios[category][index % scenarios[category].length]
    const customer = customers[(index * 11 + 4) % customers.length]
    if (!scenario || !customer) throw new Error('There are scenarios and customers')
    const talk = new Conversation(random, scenario, customer, later(now, -hours * hour), 'any')
    const channel = random.weighted<Channel>([
      ['portal', 6],
      ['email', 3],
      ['widget', 1],
    ])
    talk.file({ channel, priority })
    // Whole hours are shared out between the turns, so that the last of them lies before now.
    shapes[shape](talk, (hours * hour) / 10, scenario)
    return { requester: customer.email, steps: talk.steps, tags: scenario.tags ?? [] }
  })

type Tell = (talk: Conversation, tenth: number, scenario: Scenario) => void

const claimed = (talk: Conversation, tenth: number) => talk.team(tenth, { does: 'claim' })
const ask = (scenario: Scenario) =>
  scenario.question ?? [
    'Could you tell me which browser you use, and send a screenshot of what you see? Then I can compare it with our side.',
    'It is Firefox, newest version. The screenshot shows exactly what I described above.',
  ]
const annotate = (talk: Conversation, scenario: Scenario) =>
  talk.note(scenario.notes[0] ?? 'Answered from the handbook before, see the saved replies.')

const shapes = {
  fresh: () => {},
  taken: claimed,
  answered: (talk, tenth) => claimed(talk, tenth).answer(tenth, talk.random.pick(phrases.looking)),
  asked: (talk, tenth, scenario) => claimed(talk, tenth).answer(2 * tenth, ask(scenario)[0], 'pending'),
  replied: (talk, tenth, scenario) =>
    shapes.asked(talk, tenth, scenario) ?? talk.write(3 * tenth, ask(scenario)[1]),
  noted: (talk, tenth, scenario) => {
    claimed(talk, tenth).answer(tenth, talk.random.pick(phrases.looking))
    annotate(talk, scenario)
    if (tenth > hour) talk.handOver()
  },
  chased: (talk, tenth, scenario) => {
    shapes.noted(talk, tenth, scenario)
    talk.write(4 * tenth, talk.random.pick(phrases.chasing))
  },
  held: (talk, tenth) => {
    claimed(talk, tenth).answer(tenth, talk.random.pick(phrases.heldForCustomer), 'on_hold')
    talk.note(talk.random.pick(phrases.held))
  },
  solved: (talk, tenth, scenario) => claimed(talk, tenth).answer(4 * tenth, scenario.solution, 'resolved'),
  returned: (talk, tenth, scenario) => {
    claimed(talk, tenth).answer(tenth, scenario.solution, 'resolved')
    talk.write(5 * tenth, scenario.again?.[0] ?? talk.random.pick(phrases.again))
    annotate(talk, scenario)
  },
} as const satisfies Record<string, Tell>
