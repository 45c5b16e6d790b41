import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { messages } from '@/db/schema'
import type { MacroAction } from '@/lib/canned/action'
import { noteAndApply } from '@/lib/canned/note-and-apply'
import { at } from '@/lib/clock'
import { draftsOf } from '@/lib/drafts/find'
import { writeBack } from '@/lib/messages/write-back'
import { changePreferences } from '@/lib/preferences/change'
import { make } from '@/lib/support'
import { createTeam } from '@/lib/teams/create'
import { retireTeam } from '@/lib/teams/retire'
import { agent, customer } from '@/lib/testing/people'
import { ticketFor } from '@/lib/tickets/find'
import { setStatus } from '@/lib/tickets/set-status'
import { timeline } from '@/lib/tickets/timeline'
import { system } from '@/lib/viewer'
import { deliver } from './deliver'
import { waitingOn } from './find'
import { type Reply, send } from './send'
import { withdraw } from './withdraw'

const desk = async (undoSeconds: 0 | 10) => {
  const [ana, ben, carla] = [await agent('Ana Agent'), await agent('Ben Beside'), await customer()]
  const ticket = await make().for(carla.id).subject('It broke').description('Help').create()
  await changePreferences(ana, { undoSeconds })
  const reply = async (body: string, more: Partial<Reply> = {}) => {
    const { seen } = await timeline(ana, ticket.refid)
    const sight = { seen, aware: (await waitingOn(ana, ticket.refid)).map(({ uid }) => uid) }
    const submission = randomUUID()
    return send(ana, ticket, { body, channel: 'agent', submission, becomes: 'pending', sight, ...more })
  }
  const said = async () =>
    (
      await db
        .select({ body: messages.body })
        .from(messages)
        .where(and(eq(messages.ticketId, ticket.id), eq(messages.audience, 'everyone')))
        .orderBy(messages.id)
    ).map(({ body }) => body)
  const delivered = () => at(new Date(Date.now() + 60_000), () => deliver(ticket.id))
  return { ana, ben, carla, ticket, reply, said, delivered, as: () => ticketFor(ana, ticket.refid) }
}

const actions: readonly MacroAction[] = [
  { do: 'status', to: 'on_hold' },
  { do: 'assign', to: 'me' },
]

test.each([0, 10] as const)('what a macro does is done when its reply is sent (undo %i)', async (undo) => {
  const here = await desk(undo)
  await here.reply('We look into it', { actions: [...actions, { do: 'untag', to: 'none-such' }] })
  if (undo > 0) expect(await here.as()).toMatchObject({ status: 'open', assignee: null })
  await here.delivered()
  // The status of the macro is the one that is left behind.
  expect(await here.as()).toMatchObject({ status: 'on_hold', assignee: { email: here.ana.email } })
  expect(await here.said()).toEqual(['Help', 'We look into it'])
})

test('a reply that is taken back takes its actions back with it', async () => {
  const here = await desk(10)
  await here.reply('We look into it', { actions })
  const [waiting] = await waitingOn(here.ana, here.ticket.refid)
  expect(waiting).toMatchObject({ becomes: 'keep', actions })
  await withdraw(here.ana, here.ticket, waiting?.uid ?? '')
  await here.delivered()
  expect(await here.as()).toMatchObject({ status: 'open', assignee: null })
  expect((await draftsOf(here.ana, here.ticket.refid)).reply).toMatchObject({ actions })
})

test('so does one that is held back because the customer wrote', async () => {
  const here = await desk(10)
  await here.reply('We look into it', { actions })
  await writeBack(here.carla, here.ticket, { body: 'Wait', channel: 'portal' })
  expect((await draftsOf(here.ana, here.ticket.refid)).reply).toMatchObject({ actions })
  expect(await here.as()).toMatchObject({ status: 'open', assignee: null })
})

test('a status that somebody chose meanwhile stands, and the rest is done', async () => {
  const here = await desk(10)
  await here.reply('We look into it', { actions })
  await setStatus(here.ben, await here.as(), 'resolved')
  await here.delivered()
  expect(await here.as()).toMatchObject({ status: 'resolved', assignee: { email: here.ana.email } })
})

test.each([0, 10] as const)('an action that cannot be done stops its reply (undo %i)', async (undo) => {
  const here = await desk(undo)
  const team = await createTeam(system, { name: `Team ${randomUUID()}`, members: [] })
  await retireTeam(system, team.uid)
  const attempt = here.reply('We look into it', {
    actions: [...actions, { do: 'team', to: team.uid }],
  })
  await expect(attempt).rejects.toThrow(new RegExp(`${team.name}.*retired`))
  expect(await here.said()).toEqual(['Help'])
  expect(await here.as()).toMatchObject({ status: 'open', assignee: null })
})

test('one that becomes impossible while it waits holds the reply back, with nothing done', async () => {
  const here = await desk(10)
  const team = await createTeam(system, { name: `Team ${randomUUID()}`, members: [] })
  await here.reply('We look into it', { actions: [...actions, { do: 'team', to: team.uid }] })
  await retireTeam(system, team.uid)
  await here.delivered()
  expect(await here.said()).toEqual(['Help'])
  expect(await here.as()).toMatchObject({ status: 'open', assignee: null })
  expect((await draftsOf(here.ana, here.ticket.refid)).reply?.body).toBe('We look into it')
})

test('a reply with a blank is not sent; braces that are meant are', async () => {
  const here = await desk(0)
  await expect(here.reply('It comes on {{the date}}')).rejects.toMatchObject({ field: 'body' })
  expect(await here.said()).toEqual(['Help'])
  await here.reply('Write \\{{name}} or `{{name}}`')
  expect(await here.said()).toHaveLength(2)
})

test.each([0, 10] as const)('a signature stands below replies, not on notes (undo %i)', async (undo) => {
  const here = await desk(undo)
  await changePreferences(here.ana, { signature: 'Best,\n**{{agent.first_name}}**' })
  await here.reply('We look into it')
  await here.delivered()
  expect((await here.said()).at(-1)).toBe('We look into it\n\nBest,\n**Ana**')
  await noteAndApply(here.ana, here.ticket, {
    body: 'Ours',
    channel: 'agent',
    submission: randomUUID(),
    actions: [{ do: 'priority', to: 'high' }],
  })
  const entries = (await timeline(here.ana, here.ticket.refid)).entries
  expect(JSON.stringify(entries)).toContain('"Ours"')
  expect(await here.as()).toMatchObject({ priority: 'high' })
})

test('a signature says nothing of a ticket, and is not without end', async () => {
  const { ana } = await desk(0)
  await expect(changePreferences(ana, { signature: '{{customer.name}}' })).rejects.toMatchObject({
    field: 'signature',
  })
  await expect(changePreferences(ana, { signature: 'x'.repeat(2_001) })).rejects.toThrow(/too long/)
})
