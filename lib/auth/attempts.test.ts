import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/db/client'
import { signInAttempts } from '@/db/schema'
import { bookAttempt, limits, succeeded } from '@/lib/auth/attempts'
import { prune } from '@/lib/auth/prune'
import { TooMany } from '@/lib/errors'
import { inTransaction } from '@/lib/transaction'

const ana = 'ana@acme.test'
const home = '203.0.113.7'

beforeEach(async () => {
  await db.delete(signInAttempts)
})

/** Tries one after the other; how many were let through. */
const tries = async (attempts: readonly (readonly [email: string, address: string])[]) => {
  let through = 0
  for (const [email, address] of attempts) if (await lets(email, address)) through++
  return through
}

const lets = async (email: string, address: string) => {
  try {
    return await bookAttempt(email, address)
  } catch (error) {
    if (error instanceof TooMany) return undefined
    throw error
  }
}

const signsIn = async (email: string, address: string) => {
  const attempt = await bookAttempt(email, address)
  await inTransaction((tx) => succeeded(tx, attempt))
}

const times = <Item>(count: number, item: (index: number) => Item) =>
  Array.from({ length: count }, (_, i) => item(i))

const minutesPass = (minutes: number) =>
  db.update(signInAttempts).set({ at: sql`${signInAttempts.at} - make_interval(mins => ${minutes})` })

test('five wrong guesses, then the next one waits', async () => {
  expect(await tries(times(9, () => [ana, home]))).toBe(limits.pair)
})

test('of twenty guesses at once, no more than five are looked at', async () => {
  const answers = await Promise.all(times(20, () => lets(ana, home)))
  expect(answers.filter(Boolean)).toHaveLength(limits.pair)
  expect(await db.$count(signInAttempts)).toBe(limits.pair)
})

test('of sixty guesses at once from many addresses, no more than twenty are looked at', async () => {
  const answers = await Promise.all(times(60, (i) => lets(ana, `198.51.100.${i}`)))
  expect(answers.filter(Boolean)).toHaveLength(limits.account)
})

test('the message says when to come back, and it holds', async () => {
  await tries(times(limits.pair, () => [ana, home]))
  await minutesPass(5)
  const refusal = await bookAttempt(ana, home).catch((error: unknown) => error)
  expect(refusal).toBeInstanceOf(TooMany)
  const { message, retryAfter } = refusal as TooMany
  expect(message).toBe('Too many attempts to sign in. Try again in 10 minutes.')
  expect(retryAfter).toBeGreaterThan(595)
  expect(retryAfter).toBeLessThanOrEqual(600)
  await minutesPass(10)
  expect(await lets(ana, home)).toBeTruthy()
})

test('an attempt that is turned away does not make the wait longer', async () => {
  await tries(times(50, () => [ana, home]))
  expect(await db.$count(signInAttempts)).toBe(limits.pair)
})

test('case, dots and tags are the same account', async () => {
  const spellings = [
    'ana@acme.test',
    'a.na@acme.test',
    'ana+1@acme.test',
    'ANA@acme.test',
    'a.n.a+x@acme.test',
  ]
  expect(await tries(times(12, (i) => [spellings[i % spellings.length] ?? '', home]))).toBe(limits.pair)
})

test('an address that guesses at many accounts is stopped', async () => {
  expect(await tries(times(60, (i) => [`person${i}@acme.test`, home]))).toBe(limits.address)
  expect(await lets('person99@acme.test', '198.51.100.1')).toBeTruthy()
})

test('signing in forgives the mistyped ones before it', async () => {
  await tries(times(4, () => [ana, home]))
  await signsIn(ana, home)
  expect(await tries(times(9, () => [ana, home]))).toBe(limits.pair)
})

describe('a stranger who guesses at an account from everywhere', () => {
  const attack = () => tries(times(30, (i) => [ana, `198.51.100.${i}`]))

  test('does not shut its owner out at an address where the owner signed in before', async () => {
    await signsIn(ana, home)
    await attack()
    expect(await lets(ana, home)).toBeTruthy()
  })

  test('shuts out an address where the owner was last seen more than a month ago, also before that is pruned', async () => {
    await signsIn(ana, home)
    await minutesPass(31 * 24 * 60)
    await attack()
    expect(await lets(ana, home)).toBeUndefined()
  })

  test('does shut out new addresses, for a while', async () => {
    await attack()
    expect(await lets(ana, '192.0.2.1')).toBeUndefined()
    await minutesPass(limits.minutes)
    expect(await lets(ana, '192.0.2.1')).toBeTruthy()
  })

  test('gets no further from the address of a neighbour who signs in in between', async () => {
    let through = 0
    for (let i = 0; i < 80; i++) {
      await signsIn('neighbour@acme.test', home)
      if (await lets(`victim${i}@acme.test`, home)) through++
    }
    expect(through).toBe(limits.address)
  })
})

test('when everybody is attacked at once, only familiar addresses stay open', async () => {
  await signsIn(ana, home)
  await db.insert(signInAttempts).values(
    times(limits.everyone, (i) => ({
      account: `x${i}@acme.test`,
      address: `10.0.${i >> 8}.${i & 255}`,
      succeeded: false,
    })),
  )
  expect(await lets('bo@acme.test', '192.0.2.1')).toBeUndefined()
  expect(await lets(ana, home)).toBeTruthy()
})

test('attempts of more than a month ago are forgotten', async () => {
  await signsIn(ana, home)
  await db.update(signInAttempts).set({ at: sql`now() - interval '31 days'` })
  await prune()
  expect(await db.$count(signInAttempts)).toBe(0)
})
