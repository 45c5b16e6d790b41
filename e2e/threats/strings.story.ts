import { expect } from '@playwright/test'
import { desc, eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { messages, tickets } from '@/db/schema'
import { sightText } from '@/lib/sending/overtaken'
import { file } from '@/lib/tickets/file'
import { timeline } from '@/lib/tickets/timeline'
import type { Agent } from '@/lib/viewer'
import { cookieOf } from '../sign-in'
import { test } from '../story'
import { newCustomer, newStaff, word } from './people'
import { naughty, scripts, sqlWords, withCorpus } from './strings'
import { act, ask, broke, inBatches, payload } from './wire'

const strings = [
  ...withCorpus(naughty, 'strings/naughty_strings.json', 60),
  ...withCorpus(sqlWords, 'injection/sql.json', 30),
  ...withCorpus([], 'injection/format_and_control.json', 15),
  ...scripts.slice(0, 4),
]

/** What a browser makes of a text in a form, and we of what surrounds it. */
const kept = (text: string) => text.toWellFormed().replace(/\r\n?/g, '\n').trim()

const taken = (agent: Agent, customer: { readonly id: number }) =>
  file(agent, customer, { subject: word(), description: 'D', channel: 'agent' })

test('whatever is written in a subject is kept letter by letter, or refused at its field', async () => {
  const ana = await newStaff()
  await inBatches(strings, 8, async (subject) => {
    // A customer of their own for each: the limit of the hour is another story.
    const maria = await newCustomer()
    const request = { category: '', subject, details: 'D', impact: 'question' }
    const answer = await act('fileRequest', request, { cookie: await cookieOf(maria) })
    expect(broke(answer), JSON.stringify(subject)).toBe(false)
    const [ticket] = await db.select().from(tickets).where(eq(tickets.requesterId, maria.id))
    expect(ticket?.subject ?? answer.refused, JSON.stringify(subject)).toBe(ticket ? kept(subject) : true)
  })
  expect((await taken(ana, await newCustomer())).refid).toMatch(/^SUP-/)
})

test('whatever is written in a reply, a note or a comment is kept letter by letter, or refused', async () => {
  const ana = await newStaff()
  const asAna = await cookieOf(ana)
  const lastOf = async (id: number) => {
    const newest = await db
      .select()
      .from(messages)
      .where(eq(messages.ticketId, id))
      .orderBy(desc(messages.id))
      .limit(1)
    return newest[0]
  }
  const all = await inBatches(strings, 8, async (body) => {
    const maria = await newCustomer()
    const { id, refid } = await taken(ana, maria)
    const byAna = { ref: refid, body, writer: ana.email }
    const outcomes = []
    for (const [name, fields, cookie, audience] of [
      ['replyToRequest', { refid, body }, await cookieOf(maria), 'everyone'],
      ['replyToTicket', { ...byAna, becomes: 'keep', submission: crypto.randomUUID() }, asAna, 'everyone'],
      ['noteOnTicket', { ...byAna, submission: crypto.randomUUID() }, asAna, 'agents'],
    ] as const) {
      const { seen } = await timeline(ana, refid)
      const answer = await act(name, { ...fields, sight: sightText({ seen, aware: [] }) }, { cookie })
      const what = `${name}: ${JSON.stringify(body)}`
      expect([broke(answer), answer.done], what).toEqual([false, !answer.refused])
      if (answer.done) expect(await lastOf(id), what).toMatchObject({ body: kept(body), audience })
      else expect(answer.text, what).toContain('"fields":{"body":')
      outcomes.push({ name, done: answer.done })
    }
    return outcomes
  })
  const keptBy = Map.groupBy(
    all.flat().filter(({ done }) => done),
    ({ name }) => name,
  )
  for (const name of ['replyToRequest', 'replyToTicket', 'noteOnTicket'] as const)
    expect(keptBy.get(name)?.length, name).toBeGreaterThan(strings.length / 2)
})

test('a search for anything finds no more than there is, and is no error', async () => {
  const [ana, maria, other] = [await newStaff(), await newCustomer(), await newCustomer()]
  const [own, foreign] = [await taken(ana, maria), await taken(ana, other)]
  const [asAna, asMaria] = [await cookieOf(ana), await cookieOf(maria)]
  await inBatches(strings, 8, async (text) => {
    const q = encodeURIComponent(text.toWellFormed())
    const found = await payload(`/tickets?q=${q}`, asMaria)
    expect(broke(found), text).toBe(false)
    expect(found.text, text).not.toContain(foreign.refid)
    if (sqlWords.includes(text)) expect(found.text, text).not.toContain(own.refid)
    const queue = await payload(
      `/console/tickets?q=${q}&status=${q}&category=${q}&assignee=${q}&sort=${q}&after=${q}`,
      asAna,
    )
    expect(broke(queue), text).toBe(false)
    if (sqlWords.includes(text)) expect(queue.text, text).not.toContain(own.refid)
    const one = await ask(`/tickets/${encodeURIComponent(text.toWellFormed())}`, { cookie: asMaria })
    expect([broke(one), one.text.includes(foreign.refid)], text).toEqual([false, false])
  })
})

test('signs that a database reads as wildcards are themselves', async () => {
  const [ana, maria] = [await newStaff(), await newCustomer()]
  const own = await taken(ana, maria)
  const [asAna, asMaria] = [await cookieOf(ana), await cookieOf(maria)]
  for (const text of [
    '%',
    '_',
    '\\',
    '*',
    ':*',
    '%%%',
    'SUP-%',
    'SUP-________',
    '!',
    '-',
    '"',
    `${own.refid}%`,
  ]) {
    const q = encodeURIComponent(text)
    expect((await payload(`/tickets?q=${q}`, asMaria)).text, text).not.toContain(`/tickets/${own.refid}"`)
    for (const field of ['assignee', 'category'])
      expect((await payload(`/console/tickets?assignee=${q}&${field}=${q}`, asAna)).text, text).not.toContain(
        `/console/tickets/${own.refid}`,
      )
  }
  expect((await payload(`/tickets?q=${own.refid}`, asMaria)).text).toContain(own.refid)
})
