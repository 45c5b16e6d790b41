import { expect, test } from 'vitest'
import { history } from '@/lib/events/find'
import { ownThread } from '@/lib/portal/thread'
import { timeline } from '@/lib/portal/timeline'
import { make } from '@/lib/support'
import { agent, customer } from '@/lib/testing/people'
import { close } from './close'
import { ticketFor } from './find'
import { rename } from './rename'

const filed = async () => {
  const [ana, carla] = [await agent('Ana Apt'), await customer()]
  const ticket = await make().for(carla.id).subject('Help!!!').description('It broke').create()
  return { ana, carla, refid: ticket.refid }
}

test('a subject is changed with what it was, and the customer is told', async () => {
  const { ana, carla, refid } = await filed()
  const ticket = await ticketFor(ana, refid)
  await rename(ana, ticket, 'The printer does not start')

  expect((await history(ticket)).at(-1)).toMatchObject({
    kind: 'ticket.renamed',
    actor: 'Ana Apt',
    change: { subject: ['Help!!!', 'The printer does not start'] },
  })
  const thread = await ownThread(carla, refid)
  expect(thread.ticket.subject).toBe('The printer does not start')
  expect(timeline(thread.messages, thread.events).at(-1)).toMatchObject({
    event: { sentence: 'Ana changed the subject' },
  })
})

test('whoever renames what another has renamed is told who was faster', async () => {
  const { ana, refid } = await filed()
  const seen = await ticketFor(ana, refid)
  await rename(ana, seen, 'A printer')

  await expect(rename(await agent('Ben Behind'), seen, 'A broken printer')).rejects.toThrow(
    /^Ana Apt changed/,
  )
  expect((await ticketFor(ana, refid)).subject).toBe('A printer')
})

test('the same subject is no event, and a closed ticket keeps its own', async () => {
  const { ana, refid } = await filed()
  const ticket = await ticketFor(ana, refid)
  const before = (await history(ticket)).length
  await rename(ana, ticket, ticket.subject)
  expect(await history(ticket)).toHaveLength(before)

  await close(ana, ticket)
  await expect(rename(ana, await ticketFor(ana, refid), 'Too late')).rejects.toThrow('Reopen it to change it')
})
