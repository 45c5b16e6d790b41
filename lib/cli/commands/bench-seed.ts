import { sql as statement } from 'drizzle-orm'
import { db, sql } from '@/db/client'
import { migrate } from '@/db/migrate'
import { type Act, loadBench } from '@/db/seed/bench/load'
import { demoPassword } from '@/lib/auth/demo-password'
import { hashPassword } from '@/lib/auth/password'
import { Refused } from '@/lib/errors'
import { columns } from '../columns'
import { command, WrongUsage } from '../command'

const fewest = 100
const most = 10_000_000

export const benchSeedCommand = command(
  {
    name: 'bench:seed',
    usage: '--tickets N',
    summary:
      'Fills an empty database with a made-up helpdesk of N tickets with five messages each, for measuring: a million takes a few minutes. Refused where anybody is in the database already. Its people sign in as those of the demo do.',
    options: { tickets: { type: 'string' } },
  },
  async ({ tickets: given }) => {
    const tickets = wanted(given)
    await refuseUnlessEmpty()
    if (process.env.DATABASE_URL) await migrate(process.env.DATABASE_URL)
    const acts: Act[] = []
    const begun = performance.now()
    await loadBench(
      sql,
      {
        tickets,
        now: new Date(),
        passwordHash: await hashPassword(demoPassword, { email: 'agent@demo.test' }),
      },
      (act) => acts.push(act),
    )
    const seconds = Math.round((performance.now() - begun) / 1000)
    return {
      text: [
        `Loaded ${tickets.toLocaleString('en')} tickets in ${seconds} s`,
        columns(acts.map(({ name, seconds }) => [`  ${name}`, seconds])),
      ].join('\n'),
      json: { tickets, seconds, acts },
    }
  },
)

function wanted(given: string | undefined) {
  const tickets = Number(given)
  if (!given || !/^\d+$/.test(given) || tickets < fewest || tickets > most)
    throw new WrongUsage(`--tickets takes a whole number from ${fewest} to ${most}`)
  return tickets
}

/** There is no word that overrides this: nobody wants a million made-up tickets between real ones. */
async function refuseUnlessEmpty() {
  const [tables] = await db.execute<{ there: boolean }>(
    statement`select to_regclass('people') is not null as there`,
  )
  if (!tables?.there) return
  const [row] = await db.execute<{ used: boolean }>(
    statement`select exists (select from people) or exists (select from tickets) or to_regnamespace('bench') is not null as used`,
  )
  if (row?.used)
    throw new Refused(
      'This database is not empty. Create a new one and name it: DATABASE_URL=postgres://… npm run support -- bench:seed --tickets 100000',
    )
}
