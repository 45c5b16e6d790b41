import { desc } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { events } from '@/db/schema'
import { createCanned } from '@/lib/canned/create'
import { cannedByUid } from '@/lib/canned/find'
import { draftsOf } from '@/lib/drafts/find'
import { saveDraft } from '@/lib/drafts/save'
import { Missing, Refused } from '@/lib/errors'
import { make } from '@/lib/support'
import { admin, agent, customer } from '@/lib/testing/people'
import { system } from '@/lib/viewer'
import { createView } from '@/lib/views/create'
import { viewByUid } from '@/lib/views/find'
import { activePersonByEmail } from './by-id'
import { changeEmail } from './change-email'

let count = 0
const fresh = () => `fresh${count++}@example.test`

test('somebody is reached by another address, which is told', async () => {
  for (const person of [await customer(), await agent()]) {
    const to = fresh()
    expect(await changeEmail(system, person.email.toUpperCase(), ` ${to.toUpperCase()} `)).toBe(to)
    expect(await activePersonByEmail(to)).toMatchObject({ id: person.id })
    await expect(changeEmail(system, person.email, fresh())).rejects.toThrow(Missing)
    const [told] = await db.select().from(events).orderBy(desc(events.id)).limit(1)
    expect(told).toMatchObject({
      kind: 'person.changed',
      audience: 'agents',
      change: { email: [person.email, to] },
    })
    const before = await db.$count(events)
    await changeEmail(system, to, to)
    expect(await db.$count(events)).toBe(before)
  }
})

test('what is no address, or is somebody else’s, is refused at its field, and nothing is changed', async () => {
  const [ana, bo] = [await agent('Ana'), await agent('Bo')]
  for (const to of [bo.email, bo.email.toUpperCase(), '', 'ana', 'ana@example', 'a\u0000@example.test']) {
    const refusal = changeEmail(system, ana.email, to)
    await expect(refusal).rejects.toThrow(Refused)
    await expect(refusal).rejects.toMatchObject({ field: 'newEmail' })
  }
  expect(await activePersonByEmail(ana.email)).toMatchObject({ id: ana.id })
})

test('an admin does not change their own, with which somebody else might come back', async () => {
  const kim = await admin()
  await expect(changeEmail(kim, kim.email.toUpperCase(), fresh())).rejects.toThrow(
    'Another admin changes your own address',
  )
  expect(await activePersonByEmail(kim.email)).toMatchObject({ id: kim.id })
})

test('of two who give two people one address at once, one does', async () => {
  const [ana, bo, to] = [await agent('Ana'), await agent('Bo'), fresh()]
  const answers = await Promise.allSettled([ana, bo].map(({ email }) => changeEmail(system, email, to)))
  expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(answers.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { field: 'newEmail' } })
})

test('views and macros that name a colleague by their address follow it', async () => {
  const [ana, bo, to] = [await agent('Ana'), await agent('Bo'), fresh()]
  const view = await createView(ana, {
    name: 'Of Bo',
    scope: 'personal',
    query: {
      address: { assignee: bo.email.toUpperCase() },
      match: 'all',
      groups: [{ match: 'all', conditions: [{ field: 'assignee', values: [bo.email] }] }],
    },
  })
  const macro = await createCanned(ana, {
    name: 'To Bo',
    shortcut: null,
    body: '',
    scope: 'personal',
    actions: [{ do: 'assign', to: bo.email }],
  })
  const carla = await customer()
  const { refid } = await make().for(carla.id).subject('Lamp').description('Dark').create()
  await saveDraft(ana, refid, {
    mode: 'reply',
    body: 'Half',
    becomes: 'keep',
    actions: [{ do: 'assign', to: bo.email }],
    submission: crypto.randomUUID(),
    turn: 1,
    seen: null,
  })
  await changeEmail(system, bo.email, to)
  expect((await draftsOf(ana, refid)).reply?.actions).toEqual([{ do: 'assign', to }])
  expect(await viewByUid(ana, view.uid)).toMatchObject({
    filter: { assignee: to },
    groups: [{ conditions: [{ values: [to] }] }],
  })
  expect((await cannedByUid(ana, macro.uid)).actions).toEqual([{ do: 'assign', to }])
})
