import { now } from '@/lib/clock'
import { currentSettings } from '@/lib/settings/find'
import { explain } from '@/lib/sla/explain'
import { slaOf } from '@/lib/sla/ledger'
import type { NamedClock, NamedEntry } from '@/lib/sla/named-clock'
import { targetWord } from '@/lib/sla/target'
import { stateOf, stateWords } from '@/lib/sla/words'
import { ticketByRefid } from '@/lib/tickets/lists'
import { system } from '@/lib/viewer'
import { commandAbout } from '../command'

export const slaExplainCommand = commandAbout(
  {
    name: 'sla:explain',
    usage: '<reference>',
    takes: 'one reference of a ticket',
    summary:
      'Tells why a ticket is due when it is, target by target, in the workspace’s time zone. Exits with 1 if there is no such ticket.',
  },
  async (reference) => {
    const [ticket, { timeZone }] = await Promise.all([ticketByRefid(reference), currentSettings()])
    const { clocks, hoursOf } = await slaOf(system, ticket)
    const moment = now()
    const told = clocks.map((clock) => ({
      clock,
      state: stateWords(clock, moment),
      ...explain(clock, { timeZone, now: moment, hoursOf }),
    }))
    return {
      text: [
        `${ticket.refid} ${ticket.subject}`,
        ...(told.length === 0 ? ['', 'Nothing was promised for this ticket.'] : told.flatMap(paragraph)),
        '',
        `Times are in ${timeZone}.`,
      ].join('\n'),
      json: {
        refid: ticket.refid,
        timeZone,
        clocks: told.map(({ clock, sentences }) => ({ ...facts(clock, moment), sentences })),
      },
    }
  },
)

interface ToldClock {
  readonly clock: NamedClock
  readonly state: string
  readonly sentences: readonly string[]
  readonly calendar: string
}

const paragraph = ({ clock, state, sentences, calendar }: ToldClock) => [
  '',
  `${nameOf(clock)}: ${state}`,
  ...sentences.map((sentence) => `  ${sentence}`),
  `  Counted in: ${calendar}. Policy: ${clock.policy}.`,
]

const nameOf = ({ target, instance }: NamedClock) =>
  instance > 1 ? `${targetWord[target]}, no. ${instance}` : targetWord[target]

/** Words and moments only: keys of the database stay in it. */
const facts = (clock: NamedClock, moment: Date) => ({
  target: clock.target,
  instance: clock.instance,
  state: stateOf(clock, moment),
  policy: clock.policy,
  calendar: clock.calendar,
  seconds: clock.seconds,
  pausing: clock.pausing,
  startedAt: clock.startedAt,
  dueAt: clock.dueAt,
  breachedAt: clock.breachedAt,
  endedAt: clock.endedAt,
  outcome: clock.outcome,
  ledger: clock.entries.map(entryFacts),
})

const entryFacts = ({ kind, at, reason, actor, notified = [], terms, names, dueAt }: NamedEntry) => ({
  kind,
  at,
  reason,
  actor,
  ...(notified.length > 0 && { notified }),
  ...(terms && { seconds: terms.seconds, pausing: terms.pausing, ...names }),
  dueAt,
})
