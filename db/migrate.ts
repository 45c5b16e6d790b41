import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate as applyMigrations } from 'drizzle-orm/postgres-js/migrator'
import { runMigrations as applyJobMigrations, Logger } from 'graphile-worker'
import postgres from 'postgres'
// The supervisor imports this file on plain Node: extensions are written out, path aliases are not known.
import { grantPortal } from './grants.ts'
import { migrationLock } from './locks.ts'

const everyMigration = fileURLToPath(new URL('../drizzle', import.meta.url))
const oldest = 15
const quiet = new Logger(() => () => {})

/**
 * Brings the database at `url` up to date: our tables and those of the job queue, so that `add_job` exists.
 * Several processes may call it at once; they queue up on an advisory lock. Throws what PostgreSQL says.
 */
export async function migrate(url: string, migrationsFolder = everyMigration) {
  // One connection: the lock belongs to it, and so do the migrations.
  const sql = postgres(url, {
    max: 1,
    connect_timeout: 10,
    connection: { application_name: 'deskwell migrate' },
    onnotice: () => {},
  })
  try {
    const [server] = await sql<
      [{ version: number }]
    >`select current_setting('server_version_num')::int as version`
    if (server.version < oldest * 10_000) throw new Error(`PostgreSQL ${oldest} or later is needed`)
    await sql`select pg_advisory_lock(${migrationLock})`
    await demandNotNewer(sql, migrationsFolder)
    await applyMigrations(drizzle(sql), { migrationsFolder })
    await grantPortal(sql)
    await applyJobMigrations({ connectionString: url, logger: quiet })
  } finally {
    // Ending the connection gives the lock back, also after an error.
    await sql.end({ timeout: 5 })
  }
}

/** Our older sources would write into tables that they do not know. */
async function demandNotNewer(sql: postgres.Sql, migrationsFolder: string) {
  const [there] = await sql<
    [{ name: string | null }]
  >`select to_regclass('drizzle.__drizzle_migrations') as name`
  if (!there.name) return
  const [last] = await sql<
    [{ made: string | null }]
  >`select max(created_at) as made from drizzle.__drizzle_migrations`
  const journal: { entries: { when: number }[] } = JSON.parse(
    readFileSync(join(migrationsFolder, 'meta', '_journal.json'), 'utf8'),
  )
  const newest = Math.max(...journal.entries.map(({ when }) => when))
  if (Number(last.made) > newest)
    throw new Error('it is of a newer Deskwell. Start that, or restore the backup of before the update')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (!process.env.DATABASE_URL) throw new Error('DATABASE_URL is not set')
  await migrate(process.env.DATABASE_URL)
}
