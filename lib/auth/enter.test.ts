import { eq, sql } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/db/client'
import { events, people, sessions, signInAttempts } from '@/db/schema'
import { enter } from '@/lib/auth/enter'
import { revokeAllSessions, revokeSession } from '@/lib/auth/sessions'
import { newSecret, sessionId, sign } from '@/lib/auth/token'
import { viewerOf } from '@/lib/auth/viewer-of'
import { Refused, TooMany } from '@/lib/errors'
import { addPerson } from '@/lib/people/add-person'
import { changePassword } from '@/lib/people/change-password'
import { changePerson } from '@/lib/people/change-person'
import { inTransaction } from '@/lib/transaction'
import { system, type Viewer } from '@/lib/viewer'

const password = 'correct horse battery'
const from = { address: '203.0.113.7', userAgent: 'Firefox' }

let ana: Viewer
let count = 0

beforeEach(async () => {
  await db.delete(signInAttempts)
  ana = await addPerson(system, { name: 'Ana', email: `ana${count++}@acme.test`, role: 'agent', password })
})

const signIn = (typed: Partial<{ email: string; password: string }> = {}, until?: string) =>
  enter({ email: ana.email, password, ...typed }, from, until)

const whoIs = (secret: string) => viewerOf(sign(secret))

describe('the right person', () => {
  test('comes in, and is known by the token', async () => {
    expect(await whoIs(await signIn())).toMatchObject(ana)
  })

  test('gets a new session every time, and the one of this browser ends', async () => {
    const first = await signIn()
    const elsewhere = await signIn()
    const second = await signIn({}, first)
    expect(new Set([first, elsewhere, second]).size).toBe(3)
    expect(await whoIs(first)).toBeNull()
    expect(await whoIs(elsewhere)).toMatchObject(ana)
    expect(await whoIs(second)).toMatchObject(ana)
  })

  test('leaves a trace that agents can read', async () => {
    const secret = await signIn()
    await revokeSession(secret)
    const seen = await db
      .select({ kind: events.kind, audience: events.audience })
      .from(events)
      .where(eq(events.actorId, ana.id))
    expect(seen).toEqual([
      { kind: 'session.opened', audience: 'agents' },
      { kind: 'session.closed', audience: 'agents' },
    ])
  })
})

describe('the wrong person hears one and the same, whatever is wrong', () => {
  const answer = async (typed: Parameters<typeof signIn>[0]) => {
    const error = await signIn(typed).catch((caught: unknown) => caught)
    expect(error).toBeInstanceOf(Refused)
    const { message, field } = error as Refused
    return { message, field }
  }

  test('wrong password, unknown, deactivated, without a password', async () => {
    const bo = await addPerson(system, { name: 'Bo', email: `bo${count}@acme.test`, role: 'customer' })
    const cy = await addPerson(system, {
      name: 'Cy',
      email: `cy${count}@acme.test`,
      role: 'customer',
      password,
    })
    await changePerson(system, cy.email, { active: false })
    const answers = [
      await answer({ password: 'wrong horse battery' }),
      await answer({ email: 'nobody@acme.test' }),
      await answer({ email: bo.email }),
      await answer({ email: bo.email, password: '' }),
      await answer({ email: cy.email }),
    ]
    expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1)
  })

  test('too many attempts sound the same for somebody who does not exist', async () => {
    const last = async (email: string) => {
      for (let i = 0; i < 5; i++) await signIn({ email, password: 'wrong' }).catch(() => {})
      const error = await signIn({ email, password: 'wrong' }).catch((caught: unknown) => caught)
      expect(error).toBeInstanceOf(TooMany)
      return (error as TooMany).message
    }
    expect(await last('nobody@acme.test')).toBe(await last(ana.email))
  })

  test('of twenty guesses at once, the right one among the last does not help', async () => {
    for (let i = 0; i < 4; i++) await signIn({ password: 'wrong' }).catch(() => {})
    const guesses = Array.from({ length: 20 }, (_, i) =>
      signIn({ password: `wrong ${i}` }).catch((error: unknown) => error),
    )
    const refused = (await Promise.all(guesses)).filter((answer) => answer instanceof Refused)
    expect(refused).toHaveLength(1)
    await expect(signIn()).rejects.toThrow(TooMany)
  })
})

describe('a session ends', () => {
  test('at once when it is revoked', async () => {
    const secret = await signIn()
    await revokeSession(secret)
    await revokeSession(secret)
    expect(await whoIs(secret)).toBeNull()
  })

  test('with all others of the person, and nobody else’s', async () => {
    const [one, two] = [await signIn(), await signIn()]
    const bo = await addPerson(system, {
      name: 'Bo',
      email: `bob${count}@acme.test`,
      role: 'customer',
      password,
    })
    const bos = await enter({ email: bo.email, password }, from)
    await inTransaction((tx) => revokeAllSessions(tx, ana))
    expect(await whoIs(one)).toBeNull()
    expect(await whoIs(two)).toBeNull()
    expect(await whoIs(bos)).toEqual(bo)
  })

  test('at once when the person is deactivated, and does not come back with the person', async () => {
    const secret = await signIn()
    await changePerson(system, ana.email, { active: false })
    expect(await whoIs(secret)).toBeNull()
    await changePerson(system, ana.email, { active: true })
    expect(await whoIs(secret)).toBeNull()
    expect(await whoIs(await signIn())).toMatchObject(ana)
  })

  test('even if somebody deactivates the person behind our back', async () => {
    const secret = await signIn()
    await db.update(people).set({ deactivatedAt: sql`now()` }).where(eq(people.id, ana.id))
    expect(await whoIs(secret)).toBeNull()
  })

  test('when the role changes: nothing is left of the old rights', async () => {
    const secret = await signIn()
    await changePerson(system, ana.email, { role: 'supervisor' })
    expect(await whoIs(secret)).toBeNull()
    expect(await whoIs(await signIn())).toMatchObject({ role: 'supervisor' })
  })

  test('everywhere else with a new password, which needs the old one', async () => {
    const [here, elsewhere] = [await signIn(), await signIn()]
    const change = (old: string) =>
      changePassword(ana, { old, fresh: 'staple battery horse' }, { address: from.address, secret: here })
    await expect(change('wrong horse battery')).rejects.toMatchObject({ field: 'password' })
    expect(await whoIs(elsewhere)).toMatchObject(ana)
    await change(password)
    expect(await whoIs(here)).toMatchObject(ana)
    expect(await whoIs(elsewhere)).toBeNull()
    await expect(signIn()).rejects.toThrow(Refused)
    expect(await whoIs(await signIn({ password: 'staple battery horse' }))).toMatchObject(ana)
  })

  test('a new password that will not do is no guess at the old one, however often it is tried', async () => {
    const secret = await signIn()
    const change = (fresh: string) =>
      changePassword(ana, { old: password, fresh }, { address: from.address, secret })
    for (let count = 0; count < 6; count += 1)
      await expect(change('short')).rejects.toMatchObject({ field: 'newPassword' })
    await change('staple battery horse')
  })

  test('not for the password that one has already, however it is typed, which is no guess either', async () => {
    const accented = 'caf\u00e9 au lait, s\u2019il'
    const email = `eve${count}@acme.test`
    const eve = await addPerson(system, { name: 'Eve', email, role: 'customer', password: accented })
    const secret = await enter({ email, password: accented }, from)
    const attempts = await db.$count(signInAttempts)
    await expect(
      changePassword(
        eve,
        { old: accented, fresh: accented.normalize('NFD') },
        { address: from.address, secret },
      ),
    ).rejects.toMatchObject({ field: 'newPassword' })
    expect(await db.$count(signInAttempts)).toBe(attempts)
  })

  test('a week after the last visit', async () => {
    const secret = await signIn()
    await ages(secret, '6 days 23 hours')
    expect(await whoIs(secret)).toMatchObject(ana)
    await ages(secret, '7 days 1 minute')
    expect(await whoIs(secret)).toBeNull()
  })

  test('a month after it began, however often it is used', async () => {
    const secret = await signIn()
    for (let days = 6; days < 30; days += 6) {
      await ages(secret, '6 days')
      expect(await whoIs(secret)).toMatchObject(ana)
    }
    await ages(secret, '6 days')
    expect(await whoIs(secret)).toBeNull()
  })

  test('with nothing but a right signature there is none', async () => {
    expect(await whoIs(newSecret())).toBeNull()
  })

  const ages = (secret: string, span: string) =>
    db
      .update(sessions)
      .set({
        createdAt: sql`${sessions.createdAt} - ${span}::interval`,
        seenAt: sql`${sessions.seenAt} - ${span}::interval`,
        expiresAt: sql`${sessions.expiresAt} - ${span}::interval`,
      })
      .where(eq(sessions.id, sessionId(secret)))
})

test('visits are noted every five minutes, not every time', async () => {
  const secret = await signIn()
  const seenAt = async () =>
    (
      await db
        .select({ at: sessions.seenAt })
        .from(sessions)
        .where(eq(sessions.id, sessionId(secret)))
    )[0]?.at.getTime()
  const first = await seenAt()
  await whoIs(secret)
  expect(await seenAt()).toBe(first)
  await db.update(sessions).set({ seenAt: sql`now() - interval '6 minutes'` })
  await Promise.all(Array.from({ length: 20 }, () => whoIs(secret)))
  expect(await seenAt()).toBeGreaterThanOrEqual(first ?? 0)
})

test('the database holds neither the password nor what the cookie says', async () => {
  const secret = await signIn()
  const rows = JSON.stringify([
    await db.select().from(people),
    await db.select().from(sessions),
    await db.select().from(events),
  ])
  expect(rows).not.toContain(password)
  expect(rows).not.toContain(secret)
})
