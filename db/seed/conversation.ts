import type { Channel, Priority } from '@/lib/tickets/ticket'
import { agents, company, supervisor } from './company'
import type { DemoCustomer } from './customers'
import { atWork } from './office-hours'
import { filled, phrases } from './phrases'
import type { Random } from './random'
import type { Scenario } from './scenarios/scenario'
import { type Deed, later, minute, type Step } from './story'

const wards = [
  'Ward 2B',
  'Paediatrics',
  'the emergency department',
  'Cardiology',
  'the outpatient clinic',
  'Ward 5',
]
const colleagues = [
  'Sister Agnes',
  'Dr Novak',
  'Mrs Haugen',
  'Samira',
  'Dr de Wit',
  'Linnea',
  'Paolo',
  'Mrs Adeyemi',
]

/**
 * A conversation that is being written down: who takes part, what it is about, and the clock, which each turn moves.
 */
export class Conversation {
  readonly steps: Step[] = []
  private readonly facts: Record<string, string>
  agent: (typeof agents)[number]

  constructor(
    readonly random: Random,
    readonly scenario: Scenario,
    readonly customer: DemoCustomer,
    private clock: Date,
    /** When the team answers: in office hours, when somebody is on duty, or whenever the story needs it. */
    private readonly hours: 'office' | 'duty' | 'any' = 'office',
  ) {
    this.agent = random.weighted(agents.map((agent) => [agent, agent.share] as const))
    this.facts = {
      clinic: customer.clinic,
      called: customer.called,
      name: customer.called,
      ward: random.pick(wards),
      colleague: random.pick(colleagues),
      count: String(random.whole(6, 48)),
      week: String(random.whole(5, 50)),
      code: `NR-${random.whole(2100, 4900)}`,
    }
  }

  get now() {
    return this.clock
  }

  file(how: {
    readonly channel: Channel
    readonly priority: Priority
    readonly metadata?: Record<string, unknown>
  }) {
    const { random, scenario } = this
    const who = how.channel === 'agent' ? this.agent.email : this.customer.email
    return this.at(this.clock, who, {
      does: 'file',
      ...how,
      category: scenario.category,
      subject: this.text(random.pick(scenario.subjects)),
      body: this.letter(
        random.pick(phrases.customerHello),
        random.pick(scenario.openings),
        random.pick(phrases.customerBye),
      ),
    })
  }

  team(wait: number, deed: Deed, who: string = this.agent.email) {
    const { random, clock } = this
    const moment =
      this.hours === 'any'
        ? later(clock, wait)
        : atWork(random, clock, wait, company.timeZone, this.hours === 'duty')
    return this.at(moment, who, deed)
  }

  /** The customer does something, at any time. */
  theirs(wait: number, deed: Deed) {
    return this.at(later(this.clock, wait), this.customer.email, deed)
  }

  /** Something follows at once from the last. */
  next(deed: Deed, who: string = this.agent.email) {
    return this.at(later(this.clock, this.random.between(0.3, 4) * minute), who, deed)
  }

  write(wait: number, text: string) {
    return this.theirs(wait, { does: 'write', body: this.text(text) })
  }

  answer(wait: number, text: string, then?: 'pending' | 'on_hold' | 'resolved') {
    const { random } = this
    const body = this.letter(random.pick(phrases.agentHello), text, random.pick(phrases.agentBye))
    return this.team(wait, { does: 'answer', body, ...(then && { then }) })
  }

  note(text: string, who?: string) {
    return this.next({ does: 'note', body: this.text(text) }, who)
  }

  handOver() {
    const { random } = this
    const next = random.pick(agents.filter(({ email }) => email !== this.agent.email))
    this.note(random.pick(phrases.handover).replace('{next}', next.name.split(' ')[0] ?? ''))
    this.next({ does: 'assign', to: next.email })
    this.agent = next
    return this
  }

  raise(to: Priority) {
    this.team(this.random.between(5, 30) * minute, { does: 'prioritize', to }, supervisor.email)
    return this.note(this.random.pick(phrases.triage), supervisor.email)
  }

  /** Deskwell itself does something, exactly then. */
  itself(wait: number, deed: Deed) {
    return this.at(later(this.clock, wait), '', deed)
  }

  private at(moment: Date, who: string, deed: Deed) {
    this.clock = moment
    this.steps.push({ at: moment, who, deed })
    return this
  }

  private letter(...parts: readonly string[]) {
    return parts
      .filter((part) => part !== '')
      .map((part) => this.text(part))
      .join('\n\n')
  }

  private text(text: string) {
    return filled(text, { ...this.facts, agent: this.agent.name.split(' ')[0] ?? '' })
  }
}
