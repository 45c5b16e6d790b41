import { format } from 'node:util'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { people } from '@/db/schema'
import { logTo } from '@/lib/log'

const canary = 'zebra-marzipan-4711'

/** A query that fails with the canary in its parameters, in many lines. */
const failure = () =>
  db
    .insert(people)
    .values({ name: `${canary}\n    at ${canary}`, email: canary, role: 'agent', passwordHash: canary })
    .then(
      () => Error('It was to fail'),
      (error: unknown) => error,
    )

const logged = (write: (log: ReturnType<typeof logTo>) => void) => {
  const lines: string[] = []
  write(logTo({ write: (line) => lines.push(line) }))
  return lines.join('')
}

test('the log tells which query failed and why, and not what people wrote', async () => {
  const error = await failure()
  const text = logged((log) => log.error({ err: error }, 'a query failed'))
  expect(text).toContain('insert into')
  expect(text).toContain('people_email_shape')
  expect(text).not.toContain(canary)
})

test('the same when it is the cause of something else', async () => {
  const error = new Error('The ticket was not filed', { cause: await failure() })
  const text = logged((log) => log.error({ err: error }))
  expect(text).toContain('The ticket was not filed')
  expect(text).toContain('insert into')
  expect(text).not.toContain(canary)
})

test('the console, to which Next.js prints, tells no more', async () => {
  const error = await failure()
  for (const text of [
    format(error),
    format('⨯', error),
    format({ error }),
    format(new Error('x', { cause: error })),
  ]) {
    expect(text).toContain('insert into')
    expect(text).not.toContain(canary)
  }
})

test('passwords, tokens and texts are left out wherever they stand', () => {
  const text = logged((log) =>
    log.warn({
      password: canary,
      body: canary,
      headers: { cookie: canary, authorization: canary },
      request: { headers: { cookie: canary }, form: { password: canary } },
    }),
  )
  expect(text).toContain('[redacted]')
  expect(text).not.toContain(canary)
})
