import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { liveStatuses, priorities, type Status } from '@/lib/tickets/ticket'
import { advance, type Happening, type Standing } from './advance'
import type { Clock, Entry } from './clock'
import { derivedFrom } from './derived'
import type { Rules, SlaPolicy } from './sla-policy'
import { type Target, targets } from './target'
import { always, hour, onePolicy } from './testing'

const on = (time: string, day = 2) => new Date(`2026-03-0${day}T${time}${time.length === 5 ? ':00' : ''}Z`)

const promises = (terms: Partial<SlaPolicy> = {}) =>
  onePolicy({
    targets: {
      low: {},
      medium: { first_response: 4 * hour, next_response: 2 * hour, resolution: 8 * hour },
      high: { first_response: 2 * hour, next_response: hour, resolution: 4 * hour },
      urgent: { first_response: hour, next_response: hour / 2, resolution: 2 * hour },
    },
    pausing: ['pending'],
    ...terms,
  })
const rules = promises()
const only = (promised: Partial<Record<Target, number>>) => promises({ targets: always(promised) })

/** A ticket's life without a database: happenings come in as the verbs tell them. */
class Life {
  clocks: readonly Clock[] = []
  entries: readonly Entry[] = []
  ticket: Standing = {
    status: 'open',
    priority: 'medium',
    categoryId: null,
    channel: 'portal',
    organizationId: null,
    teamId: null,
    tagIds: [],
    firstAnsweredAt: null,
    waitingSince: on('09:00'),
  }

  constructor(
    private rules: Rules,
    ticket: Partial<Standing> = {},
  ) {
    this.ticket = { ...this.ticket, ...ticket }
  }

  happens(at: Date, happening: Happening, ticket: Partial<Standing> = {}, now = this.rules) {
    this.ticket = { ...this.ticket, ...ticket }
    this.rules = now
    const after = advance(this.clocks, this.ticket, happening, at, now)
    this.clocks = after.clocks
    this.entries = [...this.entries, ...after.entries]
    return this
  }

  filed = (at = on('09:00'), by: 'customer' | 'agent' = 'customer') => this.happens(at, { kind: 'filed', by })
  answered = (at: Date) =>
    this.happens(
      at,
      { kind: 'answered' },
      { waitingSince: null, firstAnsweredAt: this.ticket.firstAnsweredAt ?? at },
    )
  wrote = (at: Date) =>
    this.happens(at, { kind: 'wrote' }, { waitingSince: this.ticket.waitingSince ?? at, status: 'open' })
  moved = (at: Date, to: Status) =>
    this.happens(at, { kind: 'moved', to }, { status: to, ...(to === 'resolved' && { waitingSince: null }) })
  reopened = (at: Date) => this.happens(at, { kind: 'reopened' }, { status: 'open' })
  because = (at: Date, because: 'priority' | 'policy', ticket: Partial<Standing> = {}, now = this.rules) =>
    this.happens(at, { kind: 'reconsidered', because }, ticket, now)

  told = (target: Target) =>
    this.entries
      .filter((entry) => entry.target === target)
      .map(({ instance, kind, at }) => `${instance} ${kind} ${at.toISOString().slice(11, 16)}`)
  running = () => this.clocks.filter(({ endedAt }) => !endedAt).map(({ target }) => target)
}

const aTicket = (ticket: Partial<Standing> = {}, now = rules) => new Life(now, ticket)

describe('a response', () => {
  test('kept at the very deadline is kept; a second later it is breached at the deadline', () => {
    expect(aTicket().filed().answered(on('13:00')).told('first_response')).toEqual([
      '1 started 09:00',
      '1 met 13:00',
    ])
    expect(aTicket().filed().answered(on('13:00:01')).told('first_response')).toEqual([
      '1 started 09:00',
      '1 breached 13:00',
      '1 met 13:00',
    ])
  })

  test('is not paused by any status', () => {
    const everywhere = promises({ pausing: ['pending', 'on_hold'] })
    const life = aTicket({}, everywhere).filed().moved(on('10:00'), 'pending').moved(on('11:00'), 'on_hold')
    expect(life.told('first_response')).toEqual(['1 started 09:00'])
  })

  test('counts from the oldest message that nobody has answered', () => {
    const life = aTicket().filed().answered(on('09:10'))
    life.wrote(on('10:00')).wrote(on('10:30')).answered(on('10:40')).wrote(on('11:00'))
    expect(life.told('next_response')).toEqual(['1 started 10:00', '1 met 10:40', '2 started 11:00'])
  })

  test('two messages before the first answer wait for one response, the first', () => {
    expect(aTicket().filed().wrote(on('10:00')).running()).toEqual(['first_response', 'resolution'])
  })
})

describe('on a ticket that we filed for the customer', () => {
  const byUs = (now = rules) =>
    aTicket({ channel: 'agent', waitingSince: null }, now).filed(on('09:00'), 'agent')

  test('nobody waits for a response until the customer writes', () => {
    expect(byUs().running()).toEqual(['resolution'])
    expect(byUs().wrote(on('10:00')).running()).toEqual(['resolution', 'first_response'])
  })

  test('what we wrote before was no response: the first is to their first message', () => {
    const life = byUs().answered(on('09:30')).wrote(on('10:00'))
    expect(life.running()).toEqual(['resolution', 'first_response'])
    // One wait, one clock: neither a second message nor a new priority starts another.
    life.wrote(on('10:10')).because(on('10:20'), 'priority', { priority: 'high' })
    expect(life.running()).toEqual(['resolution', 'first_response'])
    expect(life.answered(on('10:30')).wrote(on('11:00')).running()).toEqual(['resolution', 'next_response'])
  })

  test('where no first response is promised, the next one is', () => {
    const life = byUs(only({ next_response: hour })).answered(on('09:30'))
    expect(life.wrote(on('10:00')).running()).toEqual(['next_response'])
  })

  test('a new priority does not make the customer wait for what they never asked', () => {
    expect(byUs().because(on('09:10'), 'priority', { priority: 'high' }).running()).toEqual(['resolution'])
  })

  test('a priority that promises again promises a response to what they wrote', () => {
    const life = byUs().wrote(on('10:00')).because(on('10:10'), 'priority', { priority: 'low' })
    life.because(on('10:20'), 'priority', { priority: 'medium' })
    expect(life.told('first_response')).toEqual(['1 started 10:00', '1 voided 10:10', '2 started 10:20'])
  })

  test('a response goes with the only message that asked for one', () => {
    const life = byUs().wrote(on('10:00'))
    life.happens(on('10:10'), { kind: 'regrouped' }, { waitingSince: null })
    expect(life.running()).toEqual(['resolution'])
  })
})

describe('a resolution', () => {
  test('stands still in the statuses that the policy names, and in no others', () => {
    const life = aTicket().filed()
    life.moved(on('10:00'), 'pending').moved(on('11:00'), 'on_hold').moved(on('12:00'), 'open')
    expect(life.told('resolution')).toEqual(['1 started 09:00', '1 paused 10:00', '1 resumed 11:00'])
    expect(derivedFrom(life.clocks.filter(({ target }) => target === 'resolution')).slaDueAt).toEqual(
      on('18:00'),
    )
  })

  test('from one pausing status to another it stands still on', () => {
    const life = aTicket({}, promises({ pausing: ['pending', 'on_hold'] })).filed()
    life.moved(on('10:00'), 'pending').moved(on('11:00'), 'on_hold').moved(on('12:00'), 'open')
    expect(life.told('resolution')).toEqual(['1 started 09:00', '1 paused 10:00', '1 resumed 12:00'])
  })

  test('begins again with each reopening, and what was breached stays breached', () => {
    const life = aTicket().filed().moved(on('18:00'), 'resolved').reopened(on('19:00'))
    expect(life.told('resolution')).toEqual([
      '1 started 09:00',
      '1 breached 17:00',
      '1 met 18:00',
      '2 started 19:00',
    ])
    expect(life.clocks.find(({ target }) => target === 'resolution')).toMatchObject({
      breachedAt: on('17:00'),
      outcome: 'met',
    })
  })

  test('without an answer voids the response; with one in the same moment meets both', () => {
    expect(aTicket().filed().moved(on('10:00'), 'resolved').told('first_response')).toEqual([
      '1 started 09:00',
      '1 voided 10:00',
    ])
    const both = aTicket().filed().answered(on('10:00')).moved(on('10:00'), 'resolved')
    expect(both.clocks.map(({ outcome }) => outcome)).toEqual(['met', 'met'])
  })

  test('that nobody resolves in time is breached by whatever happens next', () => {
    expect(aTicket().filed().moved(on('20:00'), 'pending').told('resolution')).toEqual([
      '1 started 09:00',
      '1 breached 17:00',
      '1 paused 20:00',
    ])
  })
})

describe('another priority', () => {
  test('counts from the original start', () => {
    const life = aTicket().filed().because(on('10:00'), 'priority', { priority: 'high' })
    expect(derivedFrom(life.clocks)).toMatchObject({ slaDueAt: on('11:00'), slaTarget: 'first_response' })
    life.because(on('10:30'), 'priority', { priority: 'medium' })
    expect(derivedFrom(life.clocks).slaDueAt).toEqual(on('13:00'))
  })

  test('whose deadline has passed already is breached then, and stays so', () => {
    const life = aTicket().filed().because(on('10:30'), 'priority', { priority: 'urgent' })
    life.because(on('10:40'), 'priority', { priority: 'medium' })
    expect(life.told('first_response')).toEqual(['1 started 09:00', '1 retargeted 10:30', '1 breached 10:00'])
    expect(life.told('resolution')).toEqual(['1 started 09:00', '1 retargeted 10:30', '1 retargeted 10:40'])
  })

  test('that promises nothing voids; one that promises again does so from then on', () => {
    const life = aTicket().filed().because(on('10:00'), 'priority', { priority: 'low' })
    expect(derivedFrom(life.clocks).slaDueAt).toBeNull()
    life.because(on('10:30'), 'priority', { priority: 'medium' })
    expect(life.told('resolution')).toEqual(['1 started 09:00', '1 voided 10:00', '2 started 10:30'])
  })

  test('of a ticket that is over starts nothing', () => {
    const life = aTicket().filed().moved(on('10:00'), 'resolved')
    expect(life.because(on('10:30'), 'priority', { priority: 'urgent' }).running()).toEqual([])
  })
})

describe('another policy', () => {
  test('that pauses where the ticket stands stops the clock from now on', () => {
    const life = aTicket().filed().moved(on('10:00'), 'on_hold')
    life.because(on('11:00'), 'policy', {}, promises({ pausing: ['on_hold'] }))
    expect(life.told('resolution')).toEqual(['1 started 09:00', '1 retargeted 11:00', '1 paused 11:00'])
    life.because(on('12:00'), 'policy', {}, promises())
    expect(life.told('resolution').slice(3)).toEqual(['1 retargeted 12:00', '1 resumed 12:00'])
    expect(life.clocks.find(({ target }) => target === 'resolution')?.dueAt).toEqual(on('18:00'))
  })

  test('comes after the breaches that nobody has noticed yet', () => {
    const generous = only({ first_response: 24 * hour, resolution: 48 * hour })
    const life = aTicket().filed().because(on('14:00'), 'policy', {}, generous)
    expect(life.told('first_response')).toEqual(['1 started 09:00', '1 breached 13:00'])
    expect(life.told('resolution')).toEqual(['1 started 09:00', '1 retargeted 14:00'])
  })
})

describe('a ticket that was set aside and is taken up again', () => {
  /** Spam from `since` on; whatever `meanwhile` does finds no clock. */
  const spam = (life: Life, since: Date, until: Date, meanwhile = (one: Life) => one, then = rules) => {
    meanwhile(life.happens(since, { kind: 'set_aside' }, { aside: 'spam' }))
    return life.happens(until, { kind: 'taken_up', since }, { aside: null }, then)
  }

  test('is held to what is promised by now, not to what was promised when it went', () => {
    const life = aTicket({}, only({ resolution: 2 * hour })).filed()
    spam(life, on('09:30'), on('12:00'), undefined, only({ resolution: 8 * hour }))
    expect(life.told('resolution')).toEqual([
      '1 started 09:00',
      '1 voided 09:30',
      '1 revived 12:00',
      '1 retargeted 12:00',
    ])
    expect(derivedFrom(life.clocks).slaDueAt).toEqual(on('17:00'))
  })

  test('has kept its first response where it was answered meanwhile, and at no other moment', () => {
    const promised = only({ first_response: hour, resolution: 8 * hour })
    const answeredAt = (moment: Date) =>
      spam(aTicket({}, promised).filed(), on('09:10'), on('11:00'), (one) => one.answered(moment), promised)
    expect(answeredAt(on('09:20')).told('first_response').slice(2)).toEqual([
      '1 revived 11:00',
      '1 met 09:20',
    ])
    expect(answeredAt(on('10:30')).told('first_response').slice(2)).toEqual([
      '1 revived 11:00',
      '1 breached 10:00',
      '1 met 10:30',
    ])
  })

  test('owes no later response that was given meanwhile, but one to what was written since', () => {
    const life = aTicket().filed().answered(on('09:10')).wrote(on('09:20'))
    spam(life, on('09:30'), on('12:00'), (one) => one.answered(on('09:40')).wrote(on('11:30')))
    expect(life.told('next_response')).toEqual([
      '1 started 09:20',
      '1 voided 09:30',
      '1 revived 12:00',
      '1 voided 12:00',
      '2 started 11:30',
    ])
  })

  test('has missed what nobody answered, and stands still where it is waited for', () => {
    const life = spam(aTicket().filed().moved(on('09:10'), 'pending'), on('09:30'), on('18:00'))
    expect(life.told('first_response').slice(2)).toEqual(['1 revived 18:00', '1 breached 13:00'])
    expect(life.told('resolution').slice(-1)).toEqual(['1 revived 18:00'])
  })

  const resolved = (one: Life, at: Date) =>
    one.happens(
      at,
      { kind: 'moved', to: 'resolved' },
      { status: 'resolved', resolvedAt: at, waitingSince: null },
    )
  const unresolved = (one: Life, at: Date, since: Date) =>
    one.happens(
      at,
      { kind: 'unresolved', since },
      { status: 'open', resolvedAt: null, waitingSince: on('09:00') },
    )

  test('was resolved when it was, if meanwhile, and owes no response any more', () => {
    const resolvedAt = (at: Date) =>
      spam(aTicket().filed(), on('09:30'), on('20:00'), (one) => resolved(one, at))
    expect(resolvedAt(on('12:00')).told('resolution').slice(2)).toEqual(['1 revived 20:00', '1 met 12:00'])
    expect(resolvedAt(on('12:00')).told('first_response').slice(2)).toEqual([
      '1 revived 20:00',
      '1 voided 12:00',
    ])
    expect(resolvedAt(on('18:00')).told('resolution').slice(2)).toEqual([
      '1 revived 20:00',
      '1 breached 17:00',
      '1 met 18:00',
    ])
    expect(resolvedAt(on('18:00')).told('first_response').slice(2)).toEqual([
      '1 revived 20:00',
      '1 breached 13:00',
      '1 voided 18:00',
    ])
  })

  test('has kept its first response where it was answered before it was resolved meanwhile', () => {
    const life = aTicket().filed()
    spam(life, on('09:30'), on('20:00'), (one) => resolved(one.answered(on('10:00')), on('12:00')))
    expect(life.told('first_response').slice(2)).toEqual(['1 revived 20:00', '1 met 10:00'])
  })

  test('goes on with the same target where a resolution meanwhile is taken back afterwards', () => {
    const life = spam(aTicket().filed(), on('09:30'), on('11:00'), (one) => resolved(one, on('10:00')))
    unresolved(life, on('12:00'), on('10:00'))
    expect(life.told('resolution').slice(3)).toEqual(['1 met 10:00', '1 revived 12:00'])
    expect(life.told('first_response').slice(3)).toEqual(['1 voided 10:00', '1 revived 12:00'])
  })

  test('has met nothing by a resolution that was taken back meanwhile', () => {
    const life = resolved(aTicket().filed(), on('09:20'))
    spam(life, on('09:30'), on('11:00'), (one) => unresolved(one, on('10:00'), on('09:20')))
    expect(life.told('resolution')).toEqual([
      '1 started 09:00',
      '1 met 09:20',
      '1 revived 10:00',
      '1 voided 10:00',
      '1 revived 11:00',
    ])
    expect(life.running()).toEqual(['first_response', 'resolution'])
  })

  test('that was over before is over as it was', () => {
    const life = spam(resolved(aTicket().filed(), on('09:20')), on('09:30'), on('11:00'))
    expect(life.told('resolution')).toEqual(['1 started 09:00', '1 met 09:20'])
    expect(life.told('first_response')).toEqual(['1 started 09:00', '1 voided 09:20'])
  })
})

describe('a resolution that is taken back', () => {
  const takenBack = (life: Life, since: Date, until: Date) => {
    const { waitingSince } = life.ticket
    return life
      .moved(since, 'resolved')
      .happens(until, { kind: 'unresolved', since }, { status: 'open', waitingSince })
  }

  test('has met nothing: what was late is late, and the next resolution is the one that counts', () => {
    const life = takenBack(aTicket().filed(), on('18:00'), on('18:10'))
    expect(life.told('resolution')).toEqual([
      '1 started 09:00',
      '1 breached 17:00',
      '1 met 18:00',
      '1 revived 18:10',
    ])
    expect(derivedFrom(life.clocks.filter(({ target }) => target === 'resolution')).slaDueAt).toEqual(
      on('17:00'),
    )
    expect(life.moved(on('19:00'), 'resolved').told('resolution').at(-1)).toBe('1 met 19:00')
  })

  test('gives no day more, and is late where the deadline has passed since', () => {
    const soon = takenBack(aTicket().filed(), on('16:00'), on('16:10'))
    expect(soon.told('resolution').slice(2)).toEqual(['1 revived 16:10'])
    expect(soon.clocks.find(({ target }) => target === 'resolution')?.dueAt).toEqual(on('17:00'))
    const late = takenBack(aTicket().filed(), on('16:00'), on('18:00'))
    expect(late.told('resolution').slice(2)).toEqual(['1 revived 18:00', '1 breached 17:00'])
  })

  test('leaves what an earlier one has met', () => {
    const life = aTicket().filed().moved(on('10:00'), 'resolved').reopened(on('10:00'))
    expect(takenBack(life, on('10:00'), on('11:00')).told('resolution')).toEqual([
      '1 started 09:00',
      '1 met 10:00',
      '2 started 10:00',
      '2 met 10:00',
      '2 revived 11:00',
    ])
  })

  test('leaves what another priority has ended in the same moment', () => {
    const life = aTicket().filed().because(on('10:00'), 'priority', { priority: 'low' })
    life.because(on('10:00'), 'priority', { priority: 'medium' })
    expect(takenBack(life, on('10:00'), on('11:00')).told('resolution')).toEqual([
      '1 started 09:00',
      '1 voided 10:00',
      '2 started 10:00',
      '2 met 10:00',
      '2 revived 11:00',
    ])
  })
})

test('a clock that is put back makes no negative durations', () => {
  const life = aTicket().filed(on('09:00')).moved(on('10:00'), 'pending').moved(on('09:30'), 'open')
  life.answered(on('08:00')).moved(on('08:30'), 'resolved').reopened(on('08:40'))
  expect(life.told('first_response')).toEqual(['1 started 09:00', '1 met 09:00'])
  expect(life.told('resolution')).toEqual([
    '1 started 09:00',
    '1 paused 10:00',
    '1 resumed 10:00',
    '1 met 10:00',
    '2 started 10:00',
  ])
})

const happenings = fc.array(
  fc.record({
    minutes: fc.integer({ min: -60, max: 300 }),
    what: fc.oneof(
      fc.constantFrom('answered' as const, 'wrote' as const, 'resolved' as const, 'reopened' as const),
      fc.constantFrom(...liveStatuses),
      fc.constantFrom(...priorities),
    ),
  }),
  { maxLength: 25 },
)

/** What the verbs allow: nothing but a reopening or a message reaches what is resolved. */
function lived(
  told: typeof happenings extends fc.Arbitrary<infer Told> ? Told : never,
  ticket: Partial<Standing>,
) {
  const life = aTicket(ticket).filed(on('09:00'), ticket.channel === 'agent' ? 'agent' : 'customer')
  let now = on('09:00')
  for (const { minutes, what } of told) {
    now = new Date(now.getTime() + minutes * 60_000)
    const over = life.ticket.status === 'resolved'
    if (what === 'answered') life.answered(now)
    else if (what === 'wrote') (over ? life.reopened(now) : life).wrote(now)
    else if (what === 'reopened') over && life.reopened(now)
    else if (what === 'resolved') over || life.moved(now, 'resolved')
    else if (what === 'low' || what === 'medium' || what === 'high' || what === 'urgent')
      life.because(now, 'priority', { priority: what })
    else if (!over && what !== life.ticket.status) life.moved(now, what)
  }
  return { life, now }
}

const anyTicket = fc.constantFrom<Partial<Standing>>(
  { channel: 'portal' },
  { channel: 'agent', waitingSince: null },
)

describe('whatever happens', () => {
  test('the same happenings make the same ledger, and nothing that went in is changed', () => {
    fc.assert(
      fc.property(happenings, anyTicket, (told, ticket) => {
        const { life, now } = lived(told, ticket)
        const frozen = structuredClone(life.clocks)
        const once = advance(life.clocks, life.ticket, { kind: 'answered' }, now, rules)
        expect(advance(life.clocks, life.ticket, { kind: 'answered' }, now, rules)).toEqual(once)
        expect(life.clocks).toEqual(frozen)
        expect(lived(told, ticket).life.entries).toEqual(life.entries)
      }),
      { numRuns: 200 },
    )
  })

  test('what is as promised is left alone: to look again adds nothing', () => {
    fc.assert(
      fc.property(happenings, anyTicket, (told, ticket) => {
        const { life, now } = lived(told, ticket)
        life.because(now, 'policy')
        expect(
          advance(life.clocks, life.ticket, { kind: 'reconsidered', because: 'policy' }, now, rules).entries,
        ).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  test('a resolution that is taken back leaves its clock as if it had never been', () => {
    fc.assert(
      fc.property(happenings, anyTicket, fc.nat(600), fc.nat(600), (told, ticket, first, second) => {
        const { life, now } = lived(told, ticket)
        if (life.ticket.status === 'resolved') return
        const { status, waitingSince } = life.ticket
        const since = new Date(now.getTime() + first * 60_000)
        const until = new Date(since.getTime() + second * 60_000)
        // A ticket is not resolved twice in one moment.
        if (
          life.clocks.some(
            ({ target, outcome, endedAt }) =>
              target === 'resolution' && outcome === 'met' && endedAt && endedAt >= since,
          )
        )
          return
        const { clocks } = advance(
          life.clocks,
          life.ticket,
          { kind: 'reconsidered', because: 'policy' },
          until,
          rules,
        )
        life.moved(since, 'resolved')
        life.happens(until, { kind: 'unresolved', since }, { status, waitingSince })
        // What is late is not at risk any more.
        const resolutions = (all: readonly Clock[]) =>
          all
            .filter(({ target, outcome }) => target === 'resolution' && outcome !== 'voided')
            .map((clock) => (clock.breachedAt ? { ...clock, riskAt: null } : clock))
        expect(resolutions(life.clocks)).toEqual(resolutions(clocks))
      }),
      { numRuns: 300 },
    )
  })

  test('a customer waits for one response, a ledger goes forward, and a breach stays', () => {
    fc.assert(
      fc.property(happenings, anyTicket, (told, ticket) => {
        const { life } = lived(told, ticket)
        const running = life.running()
        expect(running.filter((target) => target !== 'resolution').length).toBeLessThanOrEqual(1)
        expect(new Set(running).size).toBe(running.length)
        for (const target of targets)
          for (const { instance, startedAt, endedAt, pauses, dueAt, breachedAt } of life.clocks.filter(
            (clock) => clock.target === target,
          )) {
            const ledger = life.entries.filter((one) => one.target === target && one.instance === instance)
            const kinds = ledger.map(({ kind }) => kind)
            expect(kinds.indexOf('started')).toBe(0)
            expect(kinds.lastIndexOf('started')).toBe(0)
            const end = kinds.findIndex((kind) => kind === 'met' || kind === 'voided')
            expect(end === -1 || end === kinds.length - 1).toBe(true)
            for (const moment of [
              endedAt,
              dueAt,
              breachedAt,
              ...pauses.flatMap(({ from, to }) => [from, to]),
            ])
              if (moment) expect(moment.getTime()).toBeGreaterThanOrEqual(startedAt.getTime())
            for (const { from, to } of pauses)
              if (to) expect(to.getTime()).toBeGreaterThanOrEqual(from.getTime())
            expect(kinds.includes('breached')).toBe(breachedAt !== null)
            if (endedAt && breachedAt) expect(endedAt.getTime()).toBeGreaterThanOrEqual(breachedAt.getTime())
          }
      }),
      { numRuns: 300 },
    )
  })
})
