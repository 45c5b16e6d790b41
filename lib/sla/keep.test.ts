import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/db/client'
import { at } from '@/lib/clock'
import { history } from '@/lib/events/find'
import { answer } from '@/lib/messages/answer'
import { note } from '@/lib/messages/note'
import { writeBack } from '@/lib/messages/write-back'
import { ownTicket } from '@/lib/portal/find'
import { reply, resolve as resolveBySystem } from '@/lib/support'
import { agent } from '@/lib/testing/people'
import { assign } from '@/lib/tickets/assign'
import { categorize } from '@/lib/tickets/categorize'
import { claim } from '@/lib/tickets/claim'
import { close } from '@/lib/tickets/close'
import { move } from '@/lib/tickets/move'
import { prioritize } from '@/lib/tickets/prioritize'
import { reopen, reopenOwn } from '@/lib/tickets/reopen'
import { resolve } from '@/lib/tickets/resolve'
import type { Agent } from '@/lib/viewer'
import { mismatches } from './recompute'
import {
  always,
  calendar,
  dueAt,
  filed,
  hour,
  ledgerOf,
  march,
  minute,
  now,
  promising,
  story,
} from './testing'

const text = { body: 'A word', channel: 'portal' } as const
const byPriority = {
  low: {},
  medium: { first_response: 4 * hour, next_response: 2 * hour, resolution: 24 * hour },
  high: { first_response: 2 * hour, next_response: hour, resolution: 8 * hour },
  urgent: { first_response: hour, next_response: 30 * minute, resolution: 2 * hour },
}
const promised = await promising({ targets: byPriority })

let ana: Agent
let ben: Agent
beforeEach(async () => {
  ana = await agent('Ana Agent')
  ben = await agent('Ben Busy')
})

describe('only what the customer reads is a response', () => {
  test('a note, another status, a new assignee, a category and a claim meet none', async () => {
    const ticket = await filed(promised, march(2, '09:00'))
    const other = await promising({ targets: byPriority })
    await at(march(2, '09:10'), () => note(ana, ticket, text))
    await at(march(2, '09:15'), () => claim(ana, { ...ticket, status: 'open' }))
    await at(march(2, '09:20'), async () => assign(ana, await now(ticket), ben))
    await at(march(2, '09:30'), async () => move(ana, await now(ticket), 'pending'))
    await at(march(2, '09:40'), async () => move(ana, await now(ticket), 'open'))
    await at(march(2, '09:50'), async () => categorize(ana, await now(ticket), other.category.slug))
    expect(await story(ticket, 'first_response')).toEqual(['started 02 09:00', 'retargeted 02 09:50'])
    expect(await dueAt(ticket)).toEqual(march(2, '13:00'))
  })

  test('a status that the helpdesk sets by itself meets none: what it resolves is void', async () => {
    const ticket = await filed(promised, march(2, '09:00'))
    await at(march(2, '09:30'), () => resolveBySystem(ticket))
    expect(await story(ticket, 'first_response')).toEqual(['started 02 09:00', 'voided 02 09:30'])
  })

  test('an answer meets it, through the library too, and the ledger says who', async () => {
    const ticket = await filed(promised, march(2, '09:00'))
    await at(march(2, '10:00'), () => reply(ticket, ana.id, 'We are looking'))
    expect(await story(ticket, 'first_response')).toEqual(['started 02 09:00', 'met 02 10:00'])
    const [started, , met] = await ledgerOf(ticket)
    expect(started).toMatchObject({ actorId: ticket.requester.id, reason: 'filed' })
    expect(met).toMatchObject({ actorId: ana.id, reason: 'answered', dueAt: march(2, '13:00') })
    const [event] = await db.execute(sql`select kind from events where id = ${met?.eventId ?? 0}`)
    expect(event).toEqual({ kind: 'message.answered' })
  })
})

describe('what counts is the moment of the answer', () => {
  test('at the very deadline it is kept', async () => {
    const ticket = await filed(promised, march(2, '09:00'))
    await at(march(2, '13:00'), () => answer(ana, ticket, text))
    expect(await story(ticket, 'first_response')).toEqual(['started 02 09:00', 'met 02 13:00'])
  })

  test('a second later it is a breach at the deadline, in the history as well', async () => {
    const ticket = await filed(promised, march(2, '09:00'))
    await at(march(2, '13:00:01'), () => answer(ana, ticket, text))
    expect(await story(ticket, 'first_response')).toEqual([
      'started 02 09:00',
      'breached 02 13:00',
      'met 02 13:00:01',
    ])
    const breach = (await history(ticket)).find(({ kind }) => kind === 'sla.breached')
    expect(breach).toMatchObject({ actor: null, audience: 'agents', at: march(2, '13:00') })
    expect((await ledgerOf(ticket)).find(({ kind }) => kind === 'breached')).toMatchObject({ actorId: null })
  })

  test('two messages before one answer: the oldest counts', async () => {
    const ticket = await filed(promised, march(2, '09:00'))
    await at(march(2, '09:10'), () => answer(ana, ticket, text))
    await at(march(2, '10:00'), () => writeBack(ticket.requester, ticket, text))
    await at(march(2, '11:30'), () => writeBack(ticket.requester, ticket, text))
    expect(await dueAt(ticket)).toEqual(march(2, '12:00'))
    await at(march(2, '12:30'), () => answer(ana, ticket, text))
    expect(await story(ticket, 'next_response')).toEqual([
      'started 02 10:00',
      'breached 02 12:00',
      'met 02 12:30',
    ])
  })

  test('resolved late is a breach although no worker ever looked', async () => {
    const ticket = await filed(promised, march(2, '09:00'))
    await at(march(9, '09:00'), async () => resolve(ana, await now(ticket)))
    expect(await story(ticket, 'resolution')).toEqual([
      'started 02 09:00',
      'breached 03 09:00',
      'met 09 09:00',
    ])
    const kinds = (await history(ticket)).map(({ kind }) => kind)
    expect(kinds.filter((kind) => kind === 'sla.breached')).toHaveLength(2)
  })
})

describe('a ticket that we filed for the customer', () => {
  test('waits for its first response from their first message on', async () => {
    const ticket = await filed(promised, march(2, '09:00'), { by: ana, channel: 'agent' })
    await at(march(2, '09:30'), () => answer(ana, ticket, text))
    expect(await story(ticket, 'first_response')).toEqual([])
    await at(march(2, '10:00'), () => writeBack(ticket.requester, ticket, text))
    await at(march(2, '10:30'), () => writeBack(ticket.requester, ticket, text))
    await at(march(2, '10:40'), async () => prioritize(ana, await now(ticket), 'high'))
    expect(await dueAt(ticket)).toEqual(march(2, '12:00'))
    await at(march(2, '11:00'), () => answer(ana, ticket, text))
    await at(march(2, '12:00'), () => writeBack(ticket.requester, ticket, text))
    expect(await story(ticket, 'first_response')).toEqual([
      'started 02 10:00',
      'retargeted 02 10:40',
      'met 02 11:00',
    ])
    expect(await story(ticket, 'next_response')).toEqual(['started 02 12:00'])
  })

  test('is promised a response again with a priority that promises one', async () => {
    const ticket = await filed(promised, march(2, '09:00'), { by: ana, channel: 'agent' })
    await at(march(2, '10:00'), () => writeBack(ticket.requester, ticket, text))
    await at(march(2, '10:10'), async () => prioritize(ana, await now(ticket), 'low'))
    await at(march(2, '10:20'), async () => prioritize(ana, await now(ticket), 'medium'))
    expect(await story(ticket, 'first_response')).toEqual([
      'started 02 10:00',
      'voided 02 10:10',
      '2 started 02 10:20',
    ])
  })

  test('still has its resolution from the start', async () => {
    const ticket = await filed(promised, march(2, '09:00'), { by: ana, channel: 'agent' })
    expect(await story(ticket, 'resolution')).toEqual(['started 02 09:00'])
  })
})

describe('pauses', () => {
  test('over a weekend cost no business time', async () => {
    const counted = await promising({ targets: always({ resolution: 8 * hour }), calendar: await calendar() })
    const ticket = await filed(counted, march(6, '13:00'))
    // Friday 13:00 to 15:00 are two of the eight hours; from Monday 11:00 on there are six.
    await at(march(6, '15:00'), async () => move(ana, await now(ticket), 'pending'))
    expect(await dueAt(ticket)).toBeNull()
    await at(march(9, '11:00'), () => writeBack(ticket.requester, ticket, text))
    expect(await dueAt(ticket)).toEqual(march(9, '17:00'))
    await at(march(9, '17:00'), async () => resolve(ana, await now(ticket)))
    expect(await story(ticket, 'resolution')).toEqual([
      'started 06 13:00',
      'paused 06 15:00',
      'resumed 09 11:00',
      'met 09 17:00',
    ])
  })

  test('wait for the customer, who waits for our response all the same', async () => {
    const ticket = await filed(promised, march(2, '09:00'))
    await at(march(2, '10:00'), async () => move(ana, await now(ticket), 'pending'))
    expect(await dueAt(ticket)).toEqual(march(2, '13:00'))
    await at(march(2, '14:00'), () => answer(ana, ticket, text))
    expect(await story(ticket, 'first_response')).toEqual([
      'started 02 09:00',
      'breached 02 13:00',
      'met 02 14:00',
    ])
  })

  test.each([
    {
      pausing: ['pending'] as const,
      resolution: ['paused 02 10:00', 'resumed 02 11:00'],
      due: march(3, '10:00'),
    },
    {
      pausing: ['pending', 'on_hold'] as const,
      resolution: ['paused 02 10:00', 'resumed 02 12:00'],
      due: march(3, '11:00'),
    },
    {
      pausing: ['on_hold'] as const,
      resolution: ['paused 02 11:00', 'resumed 02 12:00'],
      due: march(3, '10:00'),
    },
    { pausing: [] as const, resolution: [], due: march(3, '09:00') },
  ])('from pending to on hold, where $pausing pauses', async ({ pausing, resolution, due }) => {
    const paused = await promising({ targets: always({ resolution: 24 * hour }), pausing })
    const ticket = await filed(paused, march(2, '09:00'))
    await at(march(2, '10:00'), async () => move(ana, await now(ticket), 'pending'))
    await at(march(2, '11:00'), async () => move(ana, await now(ticket), 'on_hold'))
    await at(march(2, '12:00'), async () => move(ana, await now(ticket), 'open'))
    expect(await story(ticket, 'resolution')).toEqual(['started 02 09:00', ...resolution])
    expect(await dueAt(ticket)).toEqual(due)
  })
})

describe('another priority', () => {
  test('counts from the original start, up and down', async () => {
    const ticket = await filed(promised, march(2, '09:00'))
    await at(march(2, '09:30'), async () => prioritize(ana, await now(ticket), 'urgent'))
    expect(await dueAt(ticket)).toEqual(march(2, '10:00'))
    await at(march(2, '09:40'), async () => prioritize(ana, await now(ticket), 'medium'))
    expect(await dueAt(ticket)).toEqual(march(2, '13:00'))
    expect((await ledgerOf(ticket)).filter(({ kind }) => kind === 'retargeted')).toHaveLength(4)
  })

  test('with a deadline that has passed is a breach at that deadline, which nothing takes back', async () => {
    const ticket = await filed(promised, march(2, '09:00'))
    await at(march(2, '10:30'), async () => prioritize(ana, await now(ticket), 'urgent'))
    await at(march(2, '10:40'), async () => prioritize(ana, await now(ticket), 'medium'))
    await at(march(2, '10:50'), async () => move(ana, await now(ticket), 'pending'))
    await at(march(2, '10:55'), () => answer(ana, ticket, text, 'resolved'))
    await at(march(2, '11:00'), async () => reopen(ana, await now(ticket)))
    expect(await story(ticket, 'first_response')).toEqual([
      'started 02 09:00',
      'retargeted 02 10:30',
      'breached 02 10:00',
      'met 02 10:55',
    ])
  })

  test('tells who changed the ticket, though a breach was noticed with it', async () => {
    const ticket = await filed(promised, march(2, '09:00'))
    const seen = await now(ticket)
    await at(march(2, '15:00'), () => prioritize(ana, seen, 'urgent'))
    await expect(at(march(2, '15:01'), () => prioritize(ben, seen, 'low'))).rejects.toThrow(
      'Ana Agent changed this ticket',
    )
  })
})

describe('reopened', () => {
  test('after it was kept, the resolution is promised anew', async () => {
    const ticket = await filed(promised, march(2, '09:00'))
    await at(march(2, '10:00'), () => answer(ana, ticket, text, 'resolved'))
    await at(march(3, '10:00'), async () => reopen(ana, await now(ticket)))
    expect(await story(ticket, 'resolution')).toEqual([
      'started 02 09:00',
      'met 02 10:00',
      '2 started 03 10:00',
    ])
    expect(await dueAt(ticket)).toEqual(march(4, '10:00'))
    expect(await story(ticket, 'first_response')).toHaveLength(2)
  })

  test('after a breach, the breach stays with the instance that missed', async () => {
    const ticket = await filed(promised, march(2, '09:00'))
    await at(march(4, '09:00'), () => answer(ana, ticket, text, 'resolved'))
    await at(march(4, '10:00'), async () => reopen(ana, await now(ticket)))
    await at(march(4, '11:00'), async () => resolve(ana, await now(ticket)))
    expect(await story(ticket, 'resolution')).toEqual([
      'started 02 09:00',
      'breached 03 09:00',
      'met 04 09:00',
      '2 started 04 10:00',
      '2 met 04 11:00',
    ])
  })

  test('by writing, the customer waits for a response as well', async () => {
    const ticket = await filed(promised, march(2, '09:00'))
    await at(march(2, '10:00'), () => answer(ana, ticket, text, 'resolved'))
    await at(march(2, '12:00'), () => writeBack(ticket.requester, ticket, text))
    expect(await story(ticket, 'next_response')).toEqual(['started 02 12:00'])
    expect(await story(ticket, 'resolution')).toContain('2 started 02 12:00')
    expect(await dueAt(ticket)).toEqual(march(2, '14:00'))
  })

  test('without a word, the customer has asked nothing that a new priority could promise to answer', async () => {
    const ticket = await filed(promised, march(2, '09:00'))
    await at(march(2, '10:00'), () => answer(ana, ticket, text, 'resolved'))
    await at(march(2, '12:00'), async () =>
      reopenOwn(ticket.requester, await ownTicket(ticket.requester, ticket.refid)),
    )
    await at(march(2, '13:00'), async () => prioritize(ana, await now(ticket), 'high'))
    expect(await story(ticket, 'next_response')).toEqual([])
    expect(await dueAt(ticket)).toEqual(march(2, '20:00'))
  })
})

describe('ended', () => {
  test.each([
    'open',
    'pending',
  ] as const)('closed from %s without an answer, the response is void', async (from) => {
    const ticket = await filed(promised, march(2, '09:00'))
    if (from === 'pending') await at(march(2, '09:10'), async () => move(ana, await now(ticket), from))
    await at(march(2, '10:00'), async () => close(ana, await now(ticket)))
    expect(await story(ticket, 'first_response')).toEqual(['started 02 09:00', 'voided 02 10:00'])
    expect((await story(ticket, 'resolution')).at(-1)).toBe('met 02 10:00')
    expect(await dueAt(ticket)).toBeNull()
  })

  test('answered and resolved in one go, both are met', async () => {
    const ticket = await filed(promised, march(2, '09:00'))
    await at(march(2, '10:00'), () => answer(ana, ticket, text, 'resolved'))
    expect(await story(ticket, 'first_response')).toEqual(['started 02 09:00', 'met 02 10:00'])
    expect(await story(ticket, 'resolution')).toEqual(['started 02 09:00', 'met 02 10:00'])
  })

  test('a ticket that follows a closed one has clocks of its own', async () => {
    const ticket = await filed(promised, march(2, '09:00'))
    await at(march(2, '10:00'), async () => close(ana, await now(ticket)))
    const { refid } = await at(march(2, '11:00'), () => writeBack(ticket.requester, ticket, text))
    // It keeps the category, and with it what is promised there.
    const following = await now({ refid })
    expect(following.id).not.toBe(ticket.id)
    expect(await story(following, 'resolution')).toEqual(['started 02 11:00'])
    expect(await dueAt(following)).toEqual(march(2, '15:00'))
    expect(await story(ticket, 'resolution')).toEqual(['started 02 09:00', 'met 02 10:00'])
  })
})

describe('at once', () => {
  test('two agents who answer meet the target once', async () => {
    for (let round = 0; round < 5; round += 1) {
      const ticket = await filed(promised, march(2, '09:00'))
      await at(march(2, '10:00'), () =>
        Promise.all([answer(ana, ticket, text), answer(ben, ticket, text), answer(ana, ticket, text)]),
      )
      expect(await story(ticket, 'first_response')).toEqual(['started 02 09:00', 'met 02 10:00'])
    }
  })

  test('an answer and a message leave one ledger, whoever is first', async () => {
    for (let round = 0; round < 5; round += 1) {
      const ticket = await filed(promised, march(2, '09:00'))
      await at(march(2, '10:00'), () =>
        Promise.all([
          writeBack(ticket.requester, ticket, text),
          answer(ana, ticket, text, 'pending'),
          at(march(2, '10:01'), () => note(ben, ticket, text)),
        ]),
      )
      expect(await story(ticket, 'first_response')).toEqual(['started 02 09:00', 'met 02 10:00'])
      expect((await story(ticket, 'next_response')).length).toBeLessThanOrEqual(1)
    }
  })

  test('an answer whose transaction is older than the message it waited for takes no negative time', async () => {
    const ticket = await filed(promised, march(2, '09:00'))
    await at(march(2, '09:30'), () => answer(ana, ticket, text))
    await at(march(2, '10:00:01'), () => writeBack(ticket.requester, ticket, text))
    await at(march(2, '10:00'), () => answer(ben, ticket, text))
    expect(await story(ticket, 'next_response')).toEqual(['started 02 10:00:01', 'met 02 10:00:01'])
  })
})

test('nothing of all this contradicts its ledger', async () => {
  expect(await mismatches(db)).toEqual([])
})
