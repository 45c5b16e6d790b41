import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db } from '@/db/client'
import { calendars, calendarVersions, categories, slaPolicies } from '@/db/schema'
import { at } from '@/lib/clock'
import { answer } from '@/lib/messages/answer'
import { writeBack } from '@/lib/messages/write-back'
import { agent, customer } from '@/lib/testing/people'
import { categorize } from '@/lib/tickets/categorize'
import { file } from '@/lib/tickets/file'
import { openedTicket } from '@/lib/tickets/find'
import { ticketByRefid } from '@/lib/tickets/lists'
import { system } from '@/lib/viewer'
import { explain } from './explain'
import { fireDue } from './fire'
import { slaOf } from './ledger'

const hour = 3600
const promised = { first_response: 2 * hour, next_response: 4 * hour, resolution: 8 * hour }
const everybody = { low: promised, medium: promised, high: promised, urgent: promised }
const text = (body: string) => ({ body, channel: 'portal' as const })
const moment = (local: string) => new Date(`2026-11-${local}:00+01:00`)
const oslo = (now: Date) => ({ timeZone: 'Europe/Oslo', now })

beforeAll(async () => {
  const [bo, cy] = [await agent('Bo'), await agent('Cy')]
  const [calendar] = await db.insert(calendars).values({ name: 'Office hours' }).returning()
  await db.insert(calendarVersions).values({
    calendarId: calendar?.id ?? 0,
    number: 1,
    hours: {
      timeZone: 'Europe/Oslo',
      weekly: Object.fromEntries(
        ['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, [['09:00', '17:00']]]),
      ),
      days: [],
    },
  })
  await db
    .insert(categories)
    .values({ name: 'Around the clock', slug: 'always', description: '', displayOrder: 9 })
  await db
    .update(slaPolicies)
    .set({
      name: 'Gold',
      targets: everybody,
      calendarId: calendar?.id ?? 0,
      steps: [
        {
          key: 'on_call',
          target: 'first_response',
          when: { minutes: -60 },
          actions: [{ do: 'notify', people: [cy.id, bo.id] }],
        },
      ],
    })
    .where(eq(slaPolicies.fallback, true))
})

test('an agent reads the whole story of a ticket, from the verbs that told it', async () => {
  const [maria, ana] = [await customer('Maria'), await agent('Ana')]
  const { refid } = await at(moment('20T16:50'), () =>
    file(maria, maria, { subject: 'Printer', description: 'On fire', channel: 'portal' }),
  )
  while ((await at(moment('23T11:00'), fireDue)) > 0);
  const ticket = await ticketByRefid(refid)
  await at(moment('23T11:32'), () => answer(ana, ticket, text('On it'), 'pending'))
  await at(moment('24T09:00'), () => writeBack(maria, ticket, text('Still burning')))
  await at(moment('24T09:30'), () => categorize(ana, ticket, 'always'))

  const { sla, ticket: shown } = await openedTicket(ana, refid)
  expect(shown.refid).toBe(refid)
  const told = (target: string) =>
    sla.clocks
      .filter((clock) => clock.target === target)
      .map((clock) => explain(clock, { ...oslo(moment('24T10:00')), hoursOf: sla.hoursOf }))
  expect(told('first_response')).toEqual([
    {
      calendar: 'Office hours, version 1, Europe/Oslo',
      sentences: [
        'Started Fri 20 Nov, 16:50, when the customer wrote. Target 2 h.',
        '10 min counted until closing.',
        'Weekend skipped.',
        'Escalated Mon 23 Nov, 09:50 (done 11:00): on call, told Bo and Cy.',
        'At risk from Mon 23 Nov, 10:20.',
        'Breached Mon 23 Nov, 10:50, not answered by then.',
        'Answered Mon 23 Nov, 11:32 by Ana, 42 min late.',
      ],
    },
  ])
  expect(told('resolution')[0]?.sentences).toEqual([
    'Started Fri 20 Nov, 16:50, when the ticket was filed. Target 8 h.',
    '10 min counted until closing.',
    'Weekend skipped.',
    'Paused Mon 23 Nov, 11:32 to Tue 24 Nov, 09:00 while waiting for the customer, 2 h 42 min of 8 h counted.',
    'Due Tue 24 Nov, 14:18.',
  ])
  expect(told('next_response')[0]?.sentences).toEqual([
    'Started Tue 24 Nov, 09:00, when the customer wrote. Target 4 h.',
    'Due Tue 24 Nov, 13:00.',
  ])
})

test('the page of a ticket and the command line read the same', async () => {
  const [maria, ana] = [await customer('Maria'), await agent('Ana')]
  const filed = await file(maria, maria, { subject: 'Printer', description: 'Cold', channel: 'portal' })
  const ticket = await ticketByRefid(filed.refid)
  const { clocks } = await slaOf(system, ticket)
  expect(clocks.map(({ target, policy, calendar }) => ({ target, policy, calendar }))).toEqual(
    ['first_response', 'resolution'].map((target) => ({
      target,
      policy: 'Gold',
      calendar: { name: 'Office hours', version: 1, timeZone: 'Europe/Oslo' },
    })),
  )
  expect((await openedTicket(ana, filed.refid)).sla.clocks).toEqual(clocks)
})
