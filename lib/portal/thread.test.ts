import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { at } from '@/lib/clock'
import { note } from '@/lib/messages/note'
import { agent, customer } from '@/lib/testing/people'
import { writtenByThem } from '@/lib/testing/written'
import { file } from '@/lib/tickets/file'
import { ticketByRefid } from '@/lib/tickets/lists'
import { rename } from '@/lib/tickets/rename'
import type { Customer } from '@/lib/viewer'
import { ownThread } from './thread'

const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000)

/** A ticket of long ago, on which its customer wrote on and on: a message a minute, the last an hour ago. */
async function talkative(carla: Customer, messages: number, body: string) {
  const filed = await at(hoursAgo(100), () =>
    file(carla, carla, { subject: 'Printer', description: 'No. 0', channel: 'portal' }),
  )
  await writtenByThem(carla, filed, messages, body)
  return ticketByRefid(filed.refid)
}

/** All pages of a thread, the last first. */
async function pagesOf(carla: Customer, refid: string) {
  const pages = []
  for (let before: string | undefined; ; ) {
    const page = await ownThread(carla, refid, before)
    pages.push(page)
    if (!page.earlier) return pages
    before = page.earlier
  }
}

const said = ({ messages }: Awaited<ReturnType<typeof ownThread>>) => messages.map(({ body }) => body)

test('a thread is read a hundred messages at a time, each and what happened beside it once, and no note', async () => {
  const [ana, carla] = [await agent(), await customer()]
  const ticket = await talkative(carla, 249, 'No. #')
  await at(hoursAgo(4), () => rename(ana, ticket, 'The printer'))
  await note(ana, ticket, { body: 'Talks a lot', channel: 'agent' })
  const pages = await pagesOf(carla, ticket.refid)

  expect(pages.map(({ latest }) => latest)).toEqual([true, false, false])
  expect(pages.map(({ messages }) => messages.length)).toEqual([100, 100, 50])
  expect(pages.toReversed().flatMap(said)).toEqual(Array.from({ length: 250 }, (_, n) => `No. ${n}`))
  expect(pages.map(({ events }) => events.map(({ kind }) => kind))).toEqual([
    [],
    ['ticket.renamed'],
    ['ticket.created'],
  ])
})

test('a thread of long messages is read fewer at a time', async () => {
  const carla = await customer()
  const { refid } = await talkative(carla, 10, '#'.padEnd(60_000, 'x'))
  const pages = await pagesOf(carla, refid)
  expect(pages.map(({ messages }) => messages.length)).toEqual([7, 4])
})

test('before what is no message of the ticket is as before nothing', async () => {
  const [ana, carla] = [await agent(), await customer()]
  const [ticket, other] = [await talkative(carla, 3, 'No. #'), await talkative(carla, 3, 'Other #')]
  await note(ana, ticket, { body: 'A secret', channel: 'agent' })
  const [secret] = await db.execute<{ uid: string }>(sql`select uid from messages where body = 'A secret'`)
  const foreign = (await ownThread(carla, other.refid)).messages.at(-1)?.uid
  for (const before of ['nonsense', secret?.uid, foreign])
    expect(await ownThread(carla, ticket.refid, before)).toEqual(await ownThread(carla, ticket.refid))
})
