import { expect, test } from 'vitest'
import { at } from '@/lib/clock'
import { answer } from '@/lib/messages/answer'
import { note } from '@/lib/messages/note'
import { addPerson } from '@/lib/people/add-person'
import { isAgent, system } from '@/lib/viewer'
import { claim } from './claim'
import { file } from './file'
import { prioritize } from './prioritize'
import { timeline } from './timeline'

const minutesAgo = (count: number) => new Date(Date.now() - count * 60_000)

test('an agent reads what was said and done, in order, with who and when', async () => {
  const ana = await addPerson(system, { name: 'Ana Ferreira', email: 'ana@example.test', role: 'agent' })
  const cleo = await addPerson(system, { name: 'Cleo Marsh', email: 'cleo@example.test', role: 'customer' })
  if (!isAgent(ana)) throw new Error('Not an agent')
  const filedAt = minutesAgo(60)
  const ticket = await at(filedAt, () =>
    file(cleo, cleo, { subject: 'It broke', description: 'Help', priority: 'medium', channel: 'portal' }),
  )
  const { seen: filed } = await timeline(ana, ticket.refid)
  await at(minutesAgo(50), () => claim(ana, { ...ticket, status: 'open' }))
  await at(minutesAgo(40), () => prioritize(ana, { ...ticket, status: 'open', priority: 'medium' }, 'urgent'))
  await at(minutesAgo(30), () => note(ana, ticket, { body: 'The gateway again', channel: 'agent' }))
  await at(minutesAgo(20), () => answer(ana, ticket, { body: 'Try again', channel: 'agent' }, 'pending'))

  const { entries, earlier } = await timeline(ana, ticket.refid)
  expect(earlier).toBe(false)
  expect(
    entries.map((entry) => [
      entry.author,
      entry.audience,
      entry.type === 'message' ? entry.body : [entry.kind, entry.change],
    ]),
  ).toEqual([
    ['Cleo Marsh', 'everyone', ['ticket.created', {}]],
    ['Cleo Marsh', 'everyone', 'Help'],
    ['Ana Ferreira', 'agents', ['ticket.assigned', { assignee: [null, 'Ana Ferreira'] }]],
    ['Ana Ferreira', 'agents', ['ticket.prioritized', { priority: ['medium', 'urgent'] }]],
    ['Ana Ferreira', 'agents', 'The gateway again'],
    ['Ana Ferreira', 'everyone', 'Try again'],
    ['Ana Ferreira', 'everyone', ['ticket.status', { status: ['open', 'pending'] }]],
  ])
  expect(entries[0]?.at).toBe(filedAt.toISOString())

  const { seen, theirs } = await timeline(ana, ticket.refid)
  expect(theirs).toBe(filed)
  expect(seen).not.toBe(filed)

  const last = await timeline(ana, ticket.refid, { entries: 2, bytes: 1_000 })
  expect(last.earlier).toBe(true)
  expect(last.entries.map(({ type }) => type)).toEqual(['message', 'event'])
})

test('a page has no more bytes than it may, and no gap in it', async () => {
  const ana = await addPerson(system, { name: 'Ana Long', email: 'long@example.test', role: 'agent' })
  const cleo = await addPerson(system, {
    name: 'Cleo Long',
    email: 'cleo.long@example.test',
    role: 'customer',
  })
  if (!isAgent(ana)) throw new Error('Not an agent')
  const ticket = await at(minutesAgo(60), () =>
    file(cleo, cleo, { subject: 'It broke', description: 'Help', channel: 'portal' }),
  )
  await at(minutesAgo(50), () => claim(ana, { ...ticket, status: 'open' }))
  for (const [word, ago] of [
    ['one', 40],
    ['two', 30],
    ['three', 20],
  ] as const)
    await at(minutesAgo(ago), () => note(ana, ticket, { body: word.repeat(100), channel: 'agent' }))
  const sizes = async (bytes: number) => {
    const { entries, earlier } = await timeline(ana, ticket.refid, { entries: 100, bytes })
    return {
      had: entries.map((entry) => (entry.type === 'message' ? entry.body.length : entry.kind)),
      earlier,
    }
  }
  expect(await sizes(1)).toEqual({ had: [500], earlier: true })
  expect(await sizes(600)).toEqual({ had: [300, 500], earlier: true })
  expect(await sizes(2_000)).toEqual({
    had: ['ticket.created', 4, 'ticket.assigned', 300, 300, 500],
    earlier: false,
  })
})
