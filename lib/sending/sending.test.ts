import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { and, eq, sql } from 'drizzle-orm'
import { afterEach, expect, test, vi } from 'vitest'
import { db } from '@/db/client'
import { drafts, messages, tickets, waitingReplies } from '@/db/schema'
import type { MacroAction } from '@/lib/canned/action'
import { at } from '@/lib/clock'
import { draftsOf } from '@/lib/drafts/find'
import { saveDraft } from '@/lib/drafts/save'
import { Conflict, Refused } from '@/lib/errors'
import { history } from '@/lib/events/find'
import { answer } from '@/lib/messages/answer'
import { note } from '@/lib/messages/note'
import { writeBack } from '@/lib/messages/write-back'
import { notificationsOf } from '@/lib/notifications/find'
import { changePerson } from '@/lib/people/change-person'
import { changePreferences } from '@/lib/preferences/change'
import type { UndoSeconds } from '@/lib/preferences/choices'
import { make } from '@/lib/support'
import { createTeam } from '@/lib/teams/create'
import { agent, customer } from '@/lib/testing/people'
import { close } from '@/lib/tickets/close'
import { ticketByRefid } from '@/lib/tickets/lists'
import { merge } from '@/lib/tickets/merge'
import { resolve } from '@/lib/tickets/resolve'
import { split } from '@/lib/tickets/split'
import { timeline } from '@/lib/tickets/timeline'
import { type Agent, system } from '@/lib/viewer'
import { deliver, deliverDue } from './deliver'
import { waitingOn } from './find'
import { OvertakenReply } from './guard'
import { type Sight, withTold } from './overtaken'
import { type Reply, send } from './send'
import { withdraw } from './withdraw'

const desk = async () => {
  const [ana, ben, carla] = [await agent('Ana Agent'), await agent('Ben Beside'), await customer()]
  const ticket = await make().for(carla.id).subject('It broke').description('Help').create()
  return { ana, ben, carla, ticket }
}

type Desk = Awaited<ReturnType<typeof desk>>

/** What a page that is opened now shows. */
const look = async ({ ana, ticket }: Desk): Promise<Sight> => ({
  seen: (await timeline(ana, ticket.refid)).seen,
  aware: (await waitingOn(ana, ticket.refid)).map(({ uid }) => uid),
})

const replying = async (here: Desk, who: Agent, body: string, more: Partial<Reply> = {}) =>
  send(who, here.ticket, {
    body,
    channel: 'agent',
    submission: randomUUID(),
    becomes: 'pending',
    sight: await look(here),
    ...more,
  })

const undoable = (who: Agent, undoSeconds: UndoSeconds) => changePreferences(who, { undoSeconds })

const written = (body: string) => ({ body, channel: 'agent' as const })

const said = async ({ ticket }: Desk) =>
  (
    await db
      .select({ body: messages.body })
      .from(messages)
      .where(and(eq(messages.ticketId, ticket.id), eq(messages.audience, 'everyone')))
      .orderBy(messages.id)
  ).map(({ body }) => body)

const soon = () => new Date(Date.now() + 60_000)
const delivered = (here: Desk, moment = soon()) => at(moment, () => deliver(here.ticket.id))
const kinds = async ({ ticket }: Desk) => (await history(ticket)).map(({ kind }) => kind)
const overtaken = async (sending: Promise<unknown>) => {
  const error = await sending.then(
    () => undefined,
    (thrown) => thrown,
  )
  if (!(error instanceof OvertakenReply)) throw new Error('It was sent')
  return error.overtaken
}

test('a reply waits for ten seconds, then it is sent with its status, and the SLA counts it then', async () => {
  const here = await desk()
  const { sendAt } = (await replying(here, here.ana, 'We look into it')) ?? {}
  expect(await said(here)).toEqual(['Help'])
  expect(await waitingOn(here.ben, here.ticket.refid)).toMatchObject([
    { author: 'Ana Agent', yours: false, body: 'We look into it', becomes: 'pending' },
  ])
  const before = await ticketByRefid(here.ticket.refid)
  expect([before.status, before.firstAnsweredAt]).toEqual(['open', null])

  await delivered(here, new Date((sendAt?.getTime() ?? 0) - 1))
  expect(await said(here)).toEqual(['Help'])
  const sent = soon()
  await delivered(here, sent)
  const after = await ticketByRefid(here.ticket.refid)
  expect(await said(here)).toEqual(['Help', 'We look into it'])
  expect([after.status, after.firstAnsweredAt, after.waitingSince]).toEqual(['pending', sent, null])
  expect(await waitingOn(here.ana, here.ticket.refid)).toEqual([])
})

test('without seconds to undo a reply is sent at once', async () => {
  const here = await desk()
  await undoable(here.ana, 0)
  expect(await replying(here, here.ana, 'Done', { becomes: 'resolved' })).toBeNull()
  expect(await said(here)).toEqual(['Help', 'Done'])
  expect((await ticketByRefid(here.ticket.refid)).status).toBe('resolved')
})

test('taken back, it is a draft with its status again, before what was begun since', async () => {
  const here = await desk()
  await replying(here, here.ana, 'Too soon', { becomes: 'resolved' })
  const submission = randomUUID()
  await saveDraft(here.ana, here.ticket.refid, {
    mode: 'reply',
    body: 'And another thing',
    becomes: 'open',
    submission,
    turn: 1,
    seen: null,
  })
  const [waiting] = await waitingOn(here.ana, here.ticket.refid)
  await expect(withdraw(here.ben, here.ticket, waiting?.uid ?? '')).rejects.toThrow(Conflict)
  await withdraw(here.ana, here.ticket, waiting?.uid ?? '')
  expect((await draftsOf(here.ana, here.ticket.refid)).reply).toMatchObject({
    body: 'Too soon\n\nAnd another thing',
    becomes: 'resolved',
  })
  await delivered(here)
  expect(await said(here)).toEqual(['Help'])
  await expect(withdraw(here.ana, here.ticket, waiting?.uid ?? '')).rejects.toThrow(Conflict)
})

test.each([
  ['taken back', ({ ana, ticket }: Desk, uid: string) => withdraw(ana, ticket, uid)],
  [
    'held back',
    ({ carla, ticket }: Desk) => writeBack(carla, ticket, { body: 'Never mind', channel: 'portal' }),
  ],
])('%s, it is there once, also where its draft was saved while it was being sent', async (_, back) => {
  const here = await desk()
  const submission = randomUUID()
  await replying(here, here.ana, 'Only once', { submission })
  // A save that began before the reply was there is written after it.
  await db.insert(drafts).values({
    personId: here.ana.id,
    ticketId: here.ticket.id,
    mode: 'reply',
    body: 'Only once',
    submission,
    turn: 1,
  })
  const [waiting] = await waitingOn(here.ana, here.ticket.refid)
  await back(here, waiting?.uid ?? '')
  expect((await draftsOf(here.ana, here.ticket.refid)).reply?.body).toBe('Only once')
})

test('at the very second it is either taken back or sent, never both and never neither', async () => {
  for (let round = 0; round < 12; round++) {
    const here = await desk()
    await replying(here, here.ana, 'On the edge')
    const [waiting] = await waitingOn(here.ana, here.ticket.refid)
    const [undone] = await Promise.allSettled([
      withdraw(here.ana, here.ticket, waiting?.uid ?? ''),
      delivered(here),
      delivered(here),
    ])
    const draft = (await draftsOf(here.ana, here.ticket.refid)).reply
    expect([(await said(here)).length, draft?.body]).toEqual(
      undone?.status === 'fulfilled' ? [1, 'On the edge'] : [2, undefined],
    )
  }
})

test('when the customer writes meanwhile, it is not sent: its writer has it back and is told why', async () => {
  const here = await desk()
  await replying(here, here.ana, 'First', { becomes: 'resolved' })
  await replying(here, here.ana, 'Second')
  await writeBack(here.carla, here.ticket, { body: 'Never mind', channel: 'portal' })
  await delivered(here)
  expect(await said(here)).toEqual(['Help', 'Never mind'])
  expect((await draftsOf(here.ana, here.ticket.refid)).reply?.body).toBe('First\n\nSecond')
  expect(await notificationsOf(here.ana)).toMatchObject([
    { kind: 'reply.held_back', change: { because: [null, 'Carla Customer wrote meanwhile'] } },
    { kind: 'reply.held_back' },
  ])
  expect(await notificationsOf(here.ben)).toEqual([])
  const back = (await history(here.ticket)).filter(({ kind }) => kind === 'reply.held_back')
  expect(back.map(({ audience, actor }) => [audience, actor])).toEqual([
    ['agents', null],
    ['agents', null],
  ])
})

test('on a ticket that was closed meanwhile, or by somebody who has left, nothing is said', async () => {
  const [closed, left] = [await desk(), await desk()]
  await replying(closed, closed.ana, 'Too late')
  await close(system, await ticketByRefid(closed.ticket.refid))
  await delivered(closed)
  expect(await said(closed)).toEqual(['Help'])
  expect((await draftsOf(closed.ana, closed.ticket.refid)).reply?.body).toBe('Too late')

  await replying(left, left.ana, 'Goodbye')
  await changePerson(system, left.ana.email, { active: false })
  await delivered(left)
  expect(await said(left)).toEqual(['Help'])
  expect((await draftsOf(left.ana, left.ticket.refid)).reply?.body).toBe('Goodbye')
})

test('whoever moves the ticket while a reply waits has decided later', async () => {
  const here = await desk()
  await replying(here, here.ana, 'Solved, see you')
  await resolve(system, await ticketByRefid(here.ticket.refid))
  await delivered(here)
  expect(await said(here)).toEqual(['Help', 'Solved, see you'])
  expect((await ticketByRefid(here.ticket.refid)).status).toBe('resolved')
})

test('of two replies that wait, the later one decides the status, whoever wrote the first', async () => {
  const here = await desk()
  await replying(here, here.ana, 'One moment', { becomes: 'pending' })
  await replying(here, here.ben, 'Solved', { becomes: 'resolved' })
  await delivered(here)
  expect(await said(here)).toEqual(['Help', 'One moment', 'Solved'])
  expect((await ticketByRefid(here.ticket.refid)).status).toBe('resolved')
})

test.each([
  0, 10,
] as const)('with %i s to undo, who is given a ticket by the macro of a reply that resolves it has resolved it', async (seconds) => {
  const here = await desk()
  await undoable(here.ana, seconds)
  await replying(here, here.ana, 'Solved', {
    becomes: 'resolved',
    actions: [{ do: 'assign', to: here.ana.email }],
  })
  await delivered(here)
  const [ticket] = await db
    .select({ status: tickets.status, solverId: tickets.solverId })
    .from(tickets)
    .where(eq(tickets.id, here.ticket.id))
  expect(ticket).toEqual({ status: 'resolved', solverId: here.ana.id })
})

test('a team that gives its tickets gives none that the reply to it has resolved', async () => {
  const here = await desk()
  const team = await createTeam(system, {
    name: `Givers ${here.ana.id}`,
    members: [here.ben.email],
    giving: { rule: 'round_robin', limit: null, takesBack: false },
  })
  await replying(here, here.ana, 'Solved', { becomes: 'resolved', actions: [{ do: 'team', to: team.uid }] })
  await delivered(here)
  expect(await ticketByRefid(here.ticket.refid)).toMatchObject({ status: 'resolved', assigneeId: null })
  expect(await notificationsOf(here.ben)).toEqual([])
})

test('replies that cannot be sent come back in the order in which they were written', async () => {
  const here = await desk()
  await replying(here, here.ana, 'First')
  await replying(here, here.ana, 'Second')
  await close(system, await ticketByRefid(here.ticket.refid))
  await delivered(here)
  expect((await draftsOf(here.ana, here.ticket.refid)).reply?.body).toBe('First\n\nSecond')
})

test('a reply that comes back leaves the macro that was chosen since', async () => {
  const here = await desk()
  await replying(here, here.ana, 'First')
  const actions: readonly MacroAction[] = [{ do: 'priority', to: 'urgent' }]
  await saveDraft(here.ana, here.ticket.refid, {
    mode: 'reply',
    body: 'Second',
    becomes: null,
    submission: randomUUID(),
    turn: 1,
    seen: null,
    actions,
  })
  await writeBack(here.carla, here.ticket, { body: 'Wait', channel: 'portal' })
  expect((await draftsOf(here.ana, here.ticket.refid)).reply).toMatchObject({
    body: 'First\n\nSecond',
    actions,
  })
})

test('two replies that wait are sent in their order, also when only the second has its time', async () => {
  const here = await desk()
  await undoable(here.ana, 30)
  await replying(here, here.ana, 'One')
  await undoable(here.ana, 5)
  await replying(here, here.ana, 'Two')
  await delivered(here)
  expect(await said(here)).toEqual(['Help', 'One', 'Two'])
})

test('a draft goes when its reply begins to wait, and no late save brings it back', async () => {
  const here = await desk()
  const submission = randomUUID()
  const draft = { mode: 'reply', body: 'Hi', becomes: null, submission, turn: 1, seen: null } as const
  await saveDraft(here.ana, here.ticket.refid, draft)
  await replying(here, here.ana, 'Hi', { submission, draft: `${submission}/1` })
  await expect(saveDraft(here.ana, here.ticket.refid, { ...draft, turn: 2 })).rejects.toThrow(Conflict)
  expect((await draftsOf(here.ana, here.ticket.refid)).reply).toBeNull()
})

test('one form sent many times is one reply, before and after it has gone', async () => {
  const here = await desk()
  const submission = randomUUID()
  const sight = await look(here)
  await Promise.all(Array.from({ length: 5 }, () => replying(here, here.ana, 'Once', { submission, sight })))
  expect(await waitingOn(here.ana, here.ticket.refid)).toHaveLength(1)
  await delivered(here)
  expect(await replying(here, here.ana, 'Once', { submission, sight })).toBeNull()
  await delivered(here)
  expect(await said(here)).toEqual(['Help', 'Once'])
})

test('a reply that was changed after its answer was lost is refused, while it waits and when it has gone', async () => {
  const here = await desk()
  await changePreferences(here.ana, { signature: 'Yours, {{agent.name}}' })
  const more = { submission: randomUUID(), sight: await look(here) }
  await replying(here, here.ana, 'First', more)
  const changed = () => expect(replying(here, here.ana, 'First, and more', more)).rejects.toThrow(Conflict)
  await changed()
  await delivered(here)
  await changed()
  expect(await replying(here, here.ana, 'First', more)).toBeNull()
  expect(await said(here)).toHaveLength(2)
})

test('a closed ticket takes no reply', async () => {
  const here = await desk()
  await close(system, await ticketByRefid(here.ticket.refid))
  await expect(replying(here, here.ana, 'Hello')).rejects.toThrow(Refused)
})

test('a reply to a page that has not seen what the customer wrote is refused, and shows it', async () => {
  const here = await desk()
  const sight = await look(here)
  await writeBack(here.carla, here.ticket, { body: 'It works again', channel: 'portal' })
  const what = await overtaken(replying(here, here.ana, 'Have you tried …', { sight }))
  expect(what).toMatchObject({
    more: 0,
    arrivals: [{ author: 'Carla Customer', byCustomer: true, body: 'It works again', waiting: false }],
  })
  expect(await waitingOn(here.ana, here.ticket.refid)).toEqual([])
  await replying(here, here.ana, 'Good', { sight: what.sight })
  expect(await waitingOn(here.ana, here.ticket.refid)).toHaveLength(1)
})

test('what came with a merge since the page was drawn is shown first, and what has left with a split is not', async () => {
  const here = await desk()
  const other = await make().for(here.carla.id).subject('It broke again').description('And smokes').create()
  const sight = await look(here)
  await merge(here.ben, other, here.ticket)
  const shown = await overtaken(replying(here, here.ana, 'All good', { sight }))
  expect(shown.arrivals.map(({ body }) => body)).toEqual(['And smokes'])
  await replying(here, here.ana, 'I see', { sight: shown.sight })

  const apart = await desk()
  const before = await look(apart)
  await writeBack(apart.carla, apart.ticket, { body: 'Another thing', channel: 'portal' })
  const { entries } = await timeline(apart.ana, apart.ticket.refid)
  const thing = entries.findLast((entry) => entry.type === 'message')
  await split(apart.ben, apart.ticket, { subject: 'Another', message: thing?.uid ?? '', andAfter: false })
  expect(await replying(apart, apart.ana, 'To the first', { sight: before })).not.toBeNull()
})

test('sending all the same is for what was shown: what came after that is shown first', async () => {
  const here = await desk()
  const sight = await look(here)
  await answer(here.ben, here.ticket, written('One'))
  const first = await overtaken(replying(here, here.ana, 'Mine', { sight }))
  await answer(here.ben, here.ticket, written('Two'))
  const second = await overtaken(replying(here, here.ana, 'Mine', { sight: first.sight }))
  expect(second.arrivals.map(({ body }) => body)).toEqual(['Two'])
})

test('whoever goes on writing has been told, also where their page still shows less, and knows of nothing later', async () => {
  const here = await desk()
  const page = await look(here)
  await answer(here.ben, here.ticket, written('One'))
  const between = await look(here)
  await answer(here.ben, here.ticket, written('Two'))
  const told = await overtaken(replying(here, here.ana, 'Mine', { sight: page }))
  await answer(here.ben, here.ticket, written('Three'))
  for (const shown of [page, between]) {
    const { arrivals } = await overtaken(
      replying(here, here.ana, 'Mine', { sight: withTold(shown, told.sight) }),
    )
    expect(arrivals.map(({ body }) => body)).toEqual(['Three'])
  }
  await replying(here, here.ana, 'Mine', { sight: withTold(await look(here), told.sight) })
  expect(await waitingOn(here.ana, here.ticket.refid)).toHaveLength(1)
})

test('notes, moves and what one wrote oneself overtake nothing', async () => {
  const here = await desk()
  const sight = await look(here)
  await note(here.ben, here.ticket, written('Between us'))
  await answer(here.ana, here.ticket, written('Mine'))
  await resolve(system, await ticketByRefid(here.ticket.refid))
  await replying(here, here.ana, 'And this', { sight, becomes: 'keep' })
  expect(await waitingOn(here.ana, here.ticket.refid)).toHaveLength(1)
})

test.each([
  0, 10,
] as const)('of two agents who send within the same second exactly one sends, the other is told (%d s to undo)', async (seconds) => {
  for (let round = 0; round < 6; round++) {
    const here = await desk()
    for (const who of [here.ana, here.ben]) await undoable(who, seconds)
    const sight = await look(here)
    const answers = await Promise.allSettled([
      replying(here, here.ana, 'From Ana', { sight }),
      replying(here, here.ben, 'From Ben', { sight }),
    ])
    expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const loser = answers.find((one) => one.status === 'rejected')
    expect(loser?.reason).toBeInstanceOf(OvertakenReply)
    await delivered(here)
    expect(await said(here)).toHaveLength(2)
  }
})

test('whoever has seen a reply wait has seen it, also when it has gone by then', async () => {
  const here = await desk()
  await replying(here, here.ben, 'From Ben')
  const sight = await look(here)
  expect(sight.aware).toHaveLength(1)
  await delivered(here)
  await replying(here, here.ana, 'And from me', { sight })
  expect(await waitingOn(here.ana, here.ticket.refid)).toHaveLength(1)
})

test('a page that names no event, or one of another ticket, has seen nothing', async () => {
  const [here, there] = [await desk(), await desk()]
  for (const seen of [null, randomUUID(), (await look(there)).seen]) {
    const { arrivals } = await overtaken(replying(here, here.ana, 'Hello', { sight: { seen, aware: [] } }))
    expect(arrivals.map(({ body }) => body)).toEqual(['Help'])
  }
})

test('of many who wrote, the last five are shown and the rest counted', async () => {
  const here = await desk()
  const sight = await look(here)
  for (let one = 1; one <= 7; one++) await answer(here.ben, here.ticket, written(`No. ${one}`))
  const { arrivals, more } = await overtaken(replying(here, here.ana, 'Hello', { sight }))
  expect([arrivals.map(({ body }) => body), more]).toEqual([['No. 3', 'No. 4', 'No. 5', 'No. 6', 'No. 7'], 2])
})

test('side by side and again and again, workers send a reply once', async () => {
  const here = await desk()
  await replying(here, here.ana, 'Once and for all')
  await Promise.all(Array.from({ length: 8 }, () => delivered(here)))
  await delivered(here)
  expect(await said(here)).toEqual(['Help', 'Once and for all'])
  expect((await kinds(here)).filter((kind) => kind === 'message.answered')).toHaveLength(1)
})

/** Its time comes now. */
const letTimeCome = ({ ticket }: Desk) =>
  db.update(waitingReplies).set({ sendAt: sql`now()` }).where(eq(waitingReplies.ticketId, ticket.id))

test('what is due is found, by two workers at once, and what is not due is left', async () => {
  const [here, there] = [await desk(), await desk()]
  await replying(here, here.ana, 'Due')
  await replying(there, there.ana, 'Not due')
  await letTimeCome(here)
  await Promise.all([deliverDue(), deliverDue()])
  expect([await said(here), await said(there)]).toEqual([['Help', 'Due'], ['Help']])
})

let worker: ReturnType<typeof startWorker> | undefined
afterEach(() => {
  worker?.kill('SIGKILL')
})

const startWorker = () =>
  spawn(process.execPath, ['--import', 'tsx', fileURLToPath(new URL('../jobs/worker.ts', import.meta.url))], {
    stdio: 'ignore',
    env: { ...process.env, LOG_LEVEL: 'silent', DESKWELL_PROCESS: 'worker under test' },
  })

const patiently = { timeout: 30_000, interval: 50 }

test('a worker that is killed in the middle of sending sends nothing, and the next one sends it once', async () => {
  const here = await desk()
  await replying(here, here.ana, 'In spite of all')
  await letTimeCome(here)
  worker = startWorker()
  // We hold the ticket: the worker waits in the middle of its work when it is killed.
  await db.transaction(async (tx) => {
    await tx.select().from(tickets).where(eq(tickets.id, here.ticket.id)).for('update')
    await vi.waitFor(async () => {
      const [waits] = await db.execute(sql`
        select from pg_stat_activity where application_name = 'worker under test' and wait_event_type = 'Lock'
          and datname = current_database()`)
      expect(waits).toBeDefined()
    }, patiently)
    worker?.kill('SIGKILL')
  })
  const [first] = await said(here)
  expect(first).toBe('Help')
  worker = startWorker()
  await vi.waitFor(async () => expect(await said(here)).toEqual(['Help', 'In spite of all']), patiently)
  await delivered(here)
  expect(await said(here)).toHaveLength(2)
}, 90_000)

test('what was written for agents is not taken for the reply that says the same', async () => {
  const { ana, ticket } = await desk()
  const written = { body: 'She has called before', channel: 'agent', submission: randomUUID() } as const
  await note(ana, ticket, written)
  await expect(answer(ana, ticket, written, 'pending')).rejects.toThrow(Conflict)
  await expect(note(ana, ticket, written)).resolves.toBeUndefined()
})
