import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { categories, messages, tags } from '@/db/schema'
import { createCategory } from '@/lib/categories/create'
import { Refused } from '@/lib/errors'
import { history } from '@/lib/events/find'
import { changePerson } from '@/lib/people/change-person'
import { make } from '@/lib/support'
import { createTeam } from '@/lib/teams/create'
import { retireTeam } from '@/lib/teams/retire'
import { agent, customer } from '@/lib/testing/people'
import { close } from '@/lib/tickets/close'
import { ticketFor } from '@/lib/tickets/find'
import { tag } from '@/lib/tickets/tag'
import { system } from '@/lib/viewer'
import type { MacroAction } from './action'
import { applyMacro } from './apply-macro'

const desk = async () => {
  const [ana, ben, carla] = [
    await agent('Ana Agent'),
    await agent('Ben Beside'),
    await customer('Carla *Bold* {{x}}'),
  ]
  const ticket = await make().for(carla.id).subject('It broke').description('Help').create()
  const team = await createTeam(system, { name: `Team ${crypto.randomUUID()}`, members: [ben.email] })
  const category = await createCategory(system, { name: `Cat ${crypto.randomUUID()}` })
  return { ana, ben, carla, ticket, team, category, as: () => ticketFor(ana, ticket.refid) }
}

const notes = ({ ticket }: { readonly ticket: { readonly id: number } }) =>
  db
    .select({ body: messages.body })
    .from(messages)
    .where(eq(messages.ticketId, ticket.id))
    .orderBy(messages.id)

test('all that a macro does is done at once, by who uses it, and closing comes last', async () => {
  const here = await desk()
  const { ana, ticket, team, category } = here
  await tag(ana, ticket, { add: ['old', 'kept'] })
  await applyMacro(ana, ticket, [
    { do: 'status', to: 'closed' },
    { do: 'priority', to: 'high' },
    { do: 'team', to: team.uid },
    { do: 'assign', to: 'me' },
    { do: 'category', to: category.slug },
    { do: 'tag', to: 'kept' },
    { do: 'untag', to: 'old' },
    { do: 'note', to: 'For {{customer.name}}, {{ticket.refid}}' },
  ])
  expect(await here.as()).toMatchObject({
    status: 'closed',
    priority: 'high',
    team: { uid: team.uid },
    assignee: { email: ana.email },
    category: { slug: category.slug },
    tags: ['kept'],
  })
  expect((await notes(here)).at(-1)?.body).toBe(`For Carla \\*Bold\\* \\{\\{x}}, ${ticket.refid}`)
  const done = (await history(ticket)).slice(2)
  expect(done.every(({ actor }) => actor === ana.name)).toBe(true)
  expect(done.at(-1)?.kind).toBe('ticket.closed')
})

test('what is so already is left alone, and a closed ticket is reopened first', async () => {
  const here = await desk()
  const { ana, ticket } = here
  await close(ana, ticket)
  await applyMacro(ana, await here.as(), [
    { do: 'priority', to: 'low' },
    { do: 'status', to: 'open' },
  ])
  expect(await here.as()).toMatchObject({ status: 'open', priority: 'low' })
  const before = (await history(ticket)).length
  await applyMacro(ana, await here.as(), [
    { do: 'priority', to: 'low' },
    { do: 'status', to: 'open' },
    { do: 'assign', to: 'nobody' },
  ])
  expect(await history(ticket)).toHaveLength(before)
})

test('a ticket handed over by a macro is given to somebody of the team, unless the macro says to whom', async () => {
  const here = await desk()
  const team = await createTeam(system, {
    name: `Giving ${crypto.randomUUID()}`,
    members: [here.ben.email],
    giving: { rule: 'round_robin', limit: null, takesBack: false },
  })
  await applyMacro(here.ana, here.ticket, [{ do: 'team', to: team.uid }])
  expect(await here.as()).toMatchObject({ assignee: { email: here.ben.email } })

  const other = await make().for(here.carla.id).subject('Another').description('Help').create()
  await applyMacro(here.ana, other, [
    { do: 'team', to: team.uid },
    { do: 'assign', to: 'nobody' },
  ])
  expect(await ticketFor(here.ana, other.refid)).toMatchObject({ assignee: null })
})

test('one action that cannot be done is named, and nothing is done', async () => {
  const here = await desk()
  const { ana, ben, ticket, team, category } = here
  const admin = await agent('Ada Admin', 'admin')
  const first: MacroAction = { do: 'priority', to: 'urgent' }
  const refused = async (action: MacroAction, words: RegExp) => {
    const before = (await history(ticket)).length
    const attempt = applyMacro(ana, await here.as(), [first, action])
    await expect(attempt).rejects.toThrow(words)
    await expect(attempt).rejects.toMatchObject({ field: 'actions' })
    expect(await history(ticket)).toHaveLength(before)
    expect(await here.as()).toMatchObject({ priority: 'medium' })
  }
  await retireTeam(system, team.uid)
  await refused({ do: 'team', to: team.uid }, new RegExp(`${team.name}.*retired`))
  await db.update(categories).set({ active: false }).where(eq(categories.id, category.id))
  await refused({ do: 'category', to: category.slug }, new RegExp(`${category.name}.*not offered`))
  if (admin.role === 'admin') await changePerson({ ...admin, role: 'admin' }, ben.email, { active: false })
  await refused({ do: 'assign', to: ben.email }, /Ben Beside.*do not work here/)
  await db.insert(tags).values({ name: 'short-lived' }).onConflictDoNothing()
  await db.delete(tags).where(eq(tags.name, 'short-lived'))
  await refused({ do: 'tag', to: 'short-lived' }, /short-lived.*deleted/)
  await refused({ do: 'note', to: 'At {{organization.name}}' }, /nothing is known for {{organization.name}}/)
  await close(ana, ticket)
  await refused({ do: 'tag', to: 'vip' }, /closed/)
  await refused({ do: 'status', to: 'resolved' }, /this ticket is closed/)
})

test('to nothing at all there is nothing to do', async () => {
  const { ana, ticket } = await desk()
  await expect(applyMacro(ana, ticket, [])).rejects.toThrow(Refused)
})
