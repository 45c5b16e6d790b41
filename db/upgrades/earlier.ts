import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { migrate } from '../migrate'
import { connectTo, emptyDatabase } from '../testing'

const newest = fileURLToPath(new URL('../../drizzle', import.meta.url))
const journal = z.looseObject({ entries: z.array(z.looseObject({ tag: z.string() })) })

/**
 * A database of an earlier version, with nothing in it: `last` is that version's last migration. `sql` writes as that
 * version did; `upTo` brings it as far as a later one, and without a name to the newest, as a start of Deskwell does.
 */
export async function earlierVersion(serverUrl: string, last: string) {
  const { url, drop } = await emptyDatabase(serverUrl)
  const upTo = (later?: string) =>
    later ? withMigrationsTo(later, (folder) => migrate(url, folder)) : migrate(url)
  await upTo(last)
  const sql = connectTo(url)
  const end = async () => {
    await sql.end()
    await drop()
  }
  return { url, sql, upTo, end }
}

/** A folder as that version had it. */
async function withMigrationsTo(last: string, work: (folder: string) => Promise<void>) {
  const folder = mkdtempSync(join(tmpdir(), 'deskwell-migrations-'))
  try {
    cpSync(newest, folder, { recursive: true })
    const file = join(folder, 'meta/_journal.json')
    const all = journal.parse(JSON.parse(readFileSync(file, 'utf8')))
    const end = all.entries.findIndex(({ tag }) => tag === last)
    if (end < 0) throw new Error(`There is no migration ${last}`)
    writeFileSync(file, JSON.stringify({ ...all, entries: all.entries.slice(0, end + 1) }))
    await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
