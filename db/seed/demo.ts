import { sql } from 'drizzle-orm'
import { sql as connections, db, disconnect } from '@/db/client'
import { Refused } from '@/lib/errors'
import { countedLive } from '@/lib/tickets/counted'
import { retiredDaysAgo } from './company'
import {
  complete,
  forgetOldJobs,
  found,
  furnish,
  peopleByEmail,
  readOldNews,
  retire,
  toldBefore,
} from './found'
import { teamsByName } from './groups'
import { demoStories } from './stories'
import { day, later } from './story'
import { tell } from './tell'
import { keepViews } from './views'

/** One at a time; a second waits and then finds everything done. */
const seedLock = 4712

/**
 * Makes the demo company in an empty database. Run again it does nothing; ended in the middle, the next run goes on
 * where it stopped, with the same stories at the same moments.
 */
async function demo() {
  const lock = await connections.reserve()
  try {
    await lock`select pg_advisory_lock(${seedLock})`
    await make()
  } finally {
    lock.release()
  }
}

async function make() {
  const started = performance.now()
  const founding = await found(new Date())
  if (founding.done) return say('The demo company is there already:')

  const now = new Date(founding.began)
  await furnish(now)
  const everybody = await peopleByEmail()
  await tell(demoStories(now), { people: everybody, teams: await teamsByName() }, await toldBefore(), now)
  await retire(later(now, -retiredDaysAgo * day), everybody)
  await keepViews(now, everybody)
  await forgetOldJobs()
  await readOldNews(now)
  await complete(founding)
  await say(`The demo company is ready in ${Math.round((performance.now() - started) / 1000)} s:`)
}

async function say(what: string) {
  const [counts] = await db.execute<Record<string, number>>(sql`
    select (select count(*) from tickets) as tickets,
      (select count(*) from tickets t where ${countedLive(sql`t`)}) as live,
      (select count(*) from messages) as messages, (select count(*) from people) as people`)
  console.log(
    `${what} ${counts?.tickets} tickets (${counts?.live} live), ${counts?.messages} messages, ${counts?.people} people`,
  )
}

try {
  await demo()
} catch (error) {
  if (!(error instanceof Refused)) throw error
  console.error(error.message)
  process.exitCode = 1
} finally {
  // The lock goes with its connection.
  await disconnect()
}
