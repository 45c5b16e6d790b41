import { spawn } from 'node:child_process'
import { text as textOf } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { db } from '@/db/client'
import { emptyDatabase } from '@/db/testing'
import { enter } from '@/lib/auth/enter'
import { at } from '@/lib/clock'
import { addPerson } from '@/lib/people/add-person'
import { find, make, resolve } from '@/lib/support'
import { system } from '@/lib/viewer'
import { runCommandLine } from './run'

const day = 24 * 60 * 60 * 1000
const ago = (days: number) => new Date(Date.now() - days * day)

let anaId = 0
beforeAll(async () => {
  anaId = (await addPerson(system, { name: 'Ana', email: 'ana@acme.test', role: 'customer' })).id
})

const type = (line: string) => runCommandLine(line.split(' '))
const document = (stdout: string): unknown => JSON.parse(stdout)
const filed = (days: number) =>
  at(ago(days), () => make().for(anaId).subject('Printer').description('On fire').create())

test('help names every command, and each command has its own', async () => {
  const { code, stdout } = await runCommandLine([])
  expect(code).toBe(0)
  for (const name of ['auto-close', 'stats', 'fix-relations', 'db:url', 'people:add', 'people:password'])
    expect(stdout).toContain(`  ${name}`)
  expect((await type('--help')).stdout).toBe(stdout)
  expect((await type('help')).stdout).toBe(stdout)
  const own = (await type('auto-close --help')).stdout
  expect(own).toContain('--dry-run')
  expect(own).not.toContain('fix-relations')
  expect((await type('help auto-close')).stdout).toBe(own)
  expect((await type('help help')).stdout).toBe((await type('help --help')).stdout)
  expect((await type('help nonsense')).stderr).toMatch(/^There is no command “nonsense”/)
})

test.each([
  'nonsense',
  'help nonsense',
  'help stats auto-close',
  'auto-close --days',
  'auto-close --days soon',
  'auto-close --days -1',
  'auto-close --days 1.5',
  'auto-close everything',
  'stats --days 3',
  'fix-relations --force',
  'sla:recompute everything',
  'sla:simulate --days 0',
  'sla:simulate --target urgent=5min',
  'sla:simulate --target urgent.first_response=0min',
  'sla:simulate --pausing open',
  'people:add --email bo@acme.test --name Bo',
  'people:add --email bo@acme.test --name Bo --role owner',
  'people:add --name Bo --role agent',
  'people:password --email bo@acme.test',
  'people:password --password-stdin',
])('“%s” is wrong usage', async (line) => {
  const plain = await type(line)
  expect(plain).toMatchObject({ code: 2, stdout: '' })
  expect(plain.stderr).not.toBe('')
  const [error, usage] = plain.stderr.split('\nUsage: ')
  expect(document((await type(`${line} --json`)).stdout)).toEqual({ error, usage })
})

test('an option without its value is told of in our words', async () => {
  expect((await type('auto-close --days')).stderr).toMatch(/^--days needs a value\n/)
  expect((await type('auto-close --days -1')).stderr).toMatch(/^--days needs a value, and none that begins/)
  expect((await type('auto-close --dry-run=1')).stderr).toMatch(/^--dry-run takes no value\n/)
})

test('what no command and no option is called is named, and what could have been typed is shown', async () => {
  const { stdout: help } = await type('help --json')
  const { commands } = z
    .object({ commands: z.array(z.object({ name: z.string(), usage: z.string() })) })
    .parse(document(help))
  expect(commands.length).toBeGreaterThan(8)
  for (const { name, usage } of commands)
    for (const words of [
      ['--bogus'],
      ['--bogus=1'],
      ['SUP-00000000', '--bogus'],
      ['--bogus', '--days', '1'],
    ]) {
      const { code, stdout, stderr } = await runCommandLine([name, ...words])
      expect([code, stdout, stderr], `${name} ${words}`).toEqual([
        2,
        '',
        `There is no option “--bogus”\nUsage: npm run support -- ${`${name} ${usage}`.trimEnd()} [--json]`,
      ])
    }
  expect((await type('stats -x')).stderr).toContain('There is no option “-x”')
  expect((await type('stats __proto__')).stderr).toContain('“__proto__” is not asked for here')
  expect((await type('stats --constructor')).stderr).toContain('There is no option “--constructor”')
  expect((await type('nonsense')).stderr).toBe('There is no command “nonsense”. Try: npm run support -- help')
  expect((await type('--dry-run auto-close')).stderr).toContain('The command comes before its options')
})

test('auto-close closes what was resolved long ago, and a dry run only says which', async () => {
  const old = await filed(9)
  await at(ago(8), () => resolve(old))
  const recent = await filed(5)
  await at(ago(4), () => resolve(recent))

  const trial = await type('auto-close --dry-run')
  expect(trial).toEqual({
    code: 0,
    stdout: `Would close 1 ticket resolved for more than 7 days\n  ${old.refid}`,
    stderr: '',
  })
  expect((await find(old.refid)).status).toBe('resolved')
  expect((await type('auto-close')).stdout).toBe(
    `Closed 1 ticket resolved for more than 7 days\n  ${old.refid}`,
  )
  expect((await find(old.refid)).status).toBe('closed')
  expect((await find(recent.refid)).status).toBe('resolved')
  expect(document((await type('auto-close --json')).stdout)).toEqual({
    days: 7,
    dryRun: false,
    closed: [],
    failed: [],
  })
  expect(document((await type('auto-close --days 3 --json')).stdout)).toEqual({
    days: 3,
    dryRun: false,
    closed: [recent.refid],
    failed: [],
  })
})

test('stats are those of the library', async () => {
  const { code, stdout } = await type('stats')
  expect(code).toBe(0)
  expect(stdout).toMatch(/^ {2}Open now +\d+$/m)
  expect(document((await type('stats --json')).stdout)).toMatchObject({
    today: { open: expect.any(Number), createdToday: expect.any(Number) },
    dashboard: { totalOpen: expect.any(Number) },
    sla: { breached: expect.any(Number) },
    responseTimes: { avgResolution: expect.any(Number) },
  })
})

test('fix-relations exits with 1 as long as something is to be mended', async () => {
  const ticket = await filed(1)
  expect(await type('fix-relations')).toEqual({ code: 0, stdout: 'Nothing to mend', stderr: '' })
  await db.execute(sql`update tickets set waiting_since = null where id = ${ticket.id}`)
  const trial = await type('fix-relations --dry-run')
  expect(trial.code).toBe(1)
  expect(trial.stdout).toMatch(new RegExp(`^${ticket.refid} {2}found {2}waiting {2}waiting_since is empty`))
  const repair = await type('fix-relations --json')
  expect(repair.code).toBe(0)
  expect(document(repair.stdout)).toMatchObject({ reports: [{ refid: ticket.refid, outcome: 'repaired' }] })
  expect((await type('fix-relations --dry-run')).code).toBe(0)
})

test('a person is added once, and what does not fit is told at its option', async () => {
  const add = () =>
    runCommandLine(['people:add', '--email', 'bo@acme.test', '--name', 'Bo B.', '--role', 'agent'])
  expect(await add()).toEqual({ code: 0, stdout: 'Added Bo B. <bo@acme.test> as agent', stderr: '' })
  expect(await add()).toMatchObject({ code: 1, stderr: expect.stringMatching(/^--email: /) })
  expect(await type('people:add --email nowhere --name Bo --role agent')).toMatchObject({
    code: 1,
    stdout: '',
  })
  const kim = await type(
    'people:add --email kim@acme.test --name Kim --role agent --time-zone Asia/Kolkata --json',
  )
  expect(document(kim.stdout)).toMatchObject({ email: 'kim@acme.test', timeZone: 'Asia/Kolkata' })
  expect(await type('people:add --email li@acme.test --name Li --role agent --time-zone Mars')).toMatchObject(
    {
      code: 1,
      stderr: expect.stringMatching(/^--time-zone: /),
    },
  )
})

test('the address of the database is what the tools need', async () => {
  expect((await type('db:url')).stdout).toBe(process.env.DATABASE_URL)
})

/** As the supervisor runs it. */
function typed(words: readonly string[], { input = '', url = process.env.DATABASE_URL } = {}) {
  const main = fileURLToPath(new URL('./main.ts', import.meta.url))
  const child = spawn(process.execPath, ['--import', 'tsx', main, ...words], {
    env: { ...process.env, DATABASE_URL: url },
  })
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  const code = new Promise((done) => child.on('exit', done))
  return Promise.all([code, textOf(child.stdout), textOf(child.stderr)])
}

test('a password comes through standard input and never through the arguments', async () => {
  const words = [
    'people:add',
    '--email',
    'cy@acme.test',
    '--name',
    'Cy',
    '--role',
    'admin',
    '--password-stdin',
  ]
  const [refusal, , why] = await typed([...words, '--json'], { input: 'short\n' })
  expect([refusal, why]).toEqual([1, expect.stringMatching(/^--password-stdin: /)])
  const [code, out] = await typed(words, { input: 'correct horse battery staple\nrest\n' })
  expect([code, out]).toEqual([0, 'Added Cy <cy@acme.test> as admin\n'])
  const [row] = await db.execute(sql`select password_hash from people where email = 'cy@acme.test'`)
  expect(row?.password_hash).toMatch(/^\$argon2id\$/)
}, 60_000)

test('whoever cannot come in gets a new password from the command line', async () => {
  await addPerson(system, { name: 'Dee', email: 'dee@acme.test', role: 'admin' })
  const words = ['people:password', '--email', 'dee@acme.test', '--password-stdin']
  const [refusal, , why] = await typed(words, { input: 'short\n' })
  expect([refusal, why]).toEqual([1, expect.stringMatching(/^--password-stdin: Use at least/)])
  const [code, out] = await typed(words, { input: 'correct horse battery staple\nrest\n' })
  expect([code, out]).toEqual([0, 'Set a new password for Dee <dee@acme.test>\n'])
  const entered = { email: 'dee@acme.test', password: 'correct horse battery staple' }
  await enter(entered, { address: '203.0.113.7', userAgent: null })
}, 60_000)

test('without a database it says so, in one document', async () => {
  const nowhere = 'postgres://nobody:nothing@127.0.0.1:1/nowhere'
  const [code, out, why] = await typed(['stats', '--json'], { url: nowhere })
  expect(code).toBe(1)
  expect(document(out)).toEqual({ error: 'The database cannot be reached' })
  expect(why).toBe('The database cannot be reached\n')
}, 60_000)

test('a database that was named wrongly, or never prepared, is no bug; bench:seed prepares it', async () => {
  const own = process.env.DATABASE_URL ?? ''
  const empty = await emptyDatabase(own)
  const [missing, refused] = [new URL(own), new URL(own)]
  missing.pathname = '/nowhere'
  refused.password = 'wrong'
  const told = async (url: string) => (await typed(['stats'], { url }))[2]
  expect(await Promise.all([missing.href, refused.href, empty.url].map(told))).toEqual([
    expect.stringMatching(/^There is no database of the name/),
    expect.stringMatching(/^The database refuses the user or the password/),
    expect.stringMatching(/^The tables of this version of Deskwell are not in this database/),
  ])
  const [code, out] = await typed(['bench:seed', '--tickets', '100'], { url: empty.url })
  expect([code, out]).toEqual([0, expect.stringContaining('Loaded 100 tickets')])
  await empty.drop()
}, 60_000)

test('sla:recompute says what differs from the ledger, and puts it right', async () => {
  const ticket = await filed(1)
  expect(await type('sla:recompute --check')).toMatchObject({
    code: 0,
    stdout: 'Every clock is as its ledger tells',
  })
  await db.execute(sql`update sla_clocks set seconds = 1 where ticket_id = ${ticket.id}`)
  const { code, stdout } = await type('sla:recompute --check --json')
  expect(code).toBe(1)
  expect(document(stdout)).toEqual({
    check: true,
    differing: [
      { refid: ticket.refid, what: 'resolution 1 seconds is 1, should be 86400', outcome: 'found' },
    ],
  })
  expect((await type('sla:recompute')).stdout).toContain('1 ticket put right')
  expect((await type('sla:recompute')).code).toBe(0)
  expect((await type('sla:recompute --check')).code).toBe(0)
})

test('sla:recompute goes on past a ticket that it cannot put right, and says so', async () => {
  const [broken, mended] = [await filed(1), await filed(1)]
  await db.execute(sql`update sla_clocks set seconds = 1 where ticket_id in (${broken.id}, ${mended.id})`)
  await db.execute(sql`
    insert into sla_clocks (ticket_id, target, instance, policy_id, seconds, pausing, started_at, ended_at, outcome)
    select ticket_id, target, 7, policy_id, seconds, pausing, started_at, now(), 'voided' from sla_clocks
    where ticket_id = ${broken.id}`)
  await db.execute(sql`
    insert into sla_ledger (ticket_id, target, instance, kind, at, reason)
    values (${broken.id}, 'resolution', 7, 'paused', now(), 'pending')`)
  const { code, stdout } = await type('sla:recompute')
  expect(code).toBe(1)
  expect(stdout).toContain('1 ticket put right\n1 ticket differing')
  expect(stdout).toContain(`${broken.refid} could not be put right: A clock of resolution begins with paused`)
})

test('sla:simulate tells what other promises would have kept', async () => {
  await filed(3)
  const { stdout, code } = await type('sla:simulate --target medium.resolution=10d --days 30')
  expect(code).toBe(0)
  expect(stdout).toContain('breached → none')
  expect((await type('sla:simulate --policy Gold')).code).toBe(1)
})
