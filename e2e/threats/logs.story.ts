import { randomBytes, randomUUID } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { expect } from '@playwright/test'
import { note } from '@/lib/messages/note'
import { addPerson } from '@/lib/people/add-person'
import { file } from '@/lib/tickets/file'
import { timeline } from '@/lib/tickets/timeline'
import { system } from '@/lib/viewer'
import { cookieOf } from '../sign-in'
import { test } from '../story'
import { newStaff, word } from './people'
import { act, ask, origin } from './wire'

const written = () =>
  globSync(`${process.env.DESKWELL_LOGS}/*.log`)
    .map((log) => readFileSync(log, 'utf8'))
    .join('\n')

/** Waits until the logs have a line that the server writes now: it names an action that is called and not there. */
async function marked() {
  const marker = `40${randomBytes(20).toString('hex')}`
  await ask('/sign-in', { method: 'POST', body: 'nothing', headers: { origin, 'next-action': marker } })
  await expect.poll(() => written().includes(marker)).toBe(true)
}

test('no password, cookie, note or message is in the logs, whatever went wrong with it', async () => {
  const secrets = {
    password: word(),
    wrongPassword: word(),
    newPassword: word(),
    note: word(),
    reply: word(),
    subject: word(),
    nul: word(),
    bearer: word(),
  }
  const ana = await newStaff()
  const email = `${word()}@example.test`
  const maria = await addPerson(system, {
    name: 'Maria',
    role: 'customer',
    email,
    password: secrets.password,
  })
  const ticket = await file(ana, maria, {
    subject: secrets.subject,
    description: secrets.reply,
    channel: 'agent',
  })
  await note(ana, ticket, { body: secrets.note, channel: 'agent' })

  const signedIn = await act('signInWithPassword', { email, password: secrets.password })
  const session = /deskwell\.session=([^;]+)/.exec(signedIn.headers.getSetCookie().join('\n'))?.[1] ?? ''
  expect(session).not.toBe('')
  const cookie = `deskwell.session=${session}`
  const asAna = await cookieOf(ana)
  await act('signInWithPassword', { email: `x${email}`, password: secrets.wrongPassword })
  await act('signInWithPassword', { email, password: `${secrets.wrongPassword}\0` })
  await act(
    'changePassword',
    { password: `${secrets.password}x`, newPassword: secrets.newPassword },
    { cookie },
  )
  await act(
    'fileRequest',
    { category: '\0', subject: secrets.subject, details: `${secrets.nul}\0` },
    { cookie },
  )
  await act('replyToRequest', { refid: ticket.refid, body: secrets.reply, submission: 'none' }, { cookie })
  const submission = randomUUID()
  const byAna = { ref: ticket.refid, writer: ana.email, submission }
  for (const body of [`${secrets.note}\0`, `${secrets.note}\ud800`])
    await act('noteOnTicket', { ...byAna, body }, { cookie: asAna })
  expect((await timeline(ana, ticket.refid)).entries.at(-1)).toMatchObject({ body: `${secrets.note}\ufffd` })
  await act('assignTicket', { ref: ticket.refid, from: 'none', to: `${secrets.nul}\0` }, { cookie: asAna })
  await ask(`/tickets/${ticket.refid}`, { cookie, headers: { authorization: `Bearer ${secrets.bearer}` } })
  await ask('/api/auth/session', { cookie: `deskwell.session=${session}x` })
  await ask('/api/auth/callback/credentials', {
    method: 'POST',
    body: new URLSearchParams({ email, password: secrets.password, csrfToken: 'none' }),
    headers: { origin },
  })
  await ask('/sign-out', { method: 'POST', cookie, headers: { origin } })
  // What was logged is written by another process, and comes to it by two pipes: what was in the one is there when the
  // other has brought a second line.
  await marked()
  await marked()

  const logs = written()
  expect(logs.length, 'no logs found').toBeGreaterThan(0)
  const found = Object.entries({ ...secrets, session, agentsSession: asAna.split('=')[1] ?? '' })
    .filter(([, secret]) => logs.includes(secret))
    .map(([what]) => what)
  expect(found).toEqual([])
  for (const secret of [process.env.AUTH_SECRET, process.env.DATABASE_URL])
    expect(logs.includes(String(secret))).toBe(false)
})
