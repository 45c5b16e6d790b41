import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import postgres from 'postgres'

/**
 * A copy of a migrated database, under a name of its own on the same server. Nobody may be connected to the template.
 * Takes about 40 ms.
 */
export const copyDatabase = (templateUrl: string) =>
  makeDatabase(templateUrl, new URL(templateUrl).pathname.slice(1))

/** A database without a table, on the same server. */
export const emptyDatabase = (serverUrl: string) => makeDatabase(serverUrl, 'template0')

/** A connection of its own, past the client that the application has. */
export const connectTo = (url: string) => postgres(url, { max: 1, onnotice: () => {} })

async function makeDatabase(url: string, template: string) {
  const [own, server] = [new URL(url), new URL(url)]
  const name = `test_${randomUUID().replaceAll('-', '')}`
  own.pathname = `/${name}`
  server.pathname = '/postgres'

  await runOn(server, `create database ${name} template ${template}`)
  return { url: own.href, drop: () => dropDatabase(server, name) }
}

/** Whoever is connected is cut off; but only a superuser may end an autovacuum, so that its end is waited for. */
async function dropDatabase(server: URL, name: string, patience = 20): Promise<void> {
  try {
    await runOn(server, `drop database if exists ${name} with (force)`)
  } catch (error) {
    const denied = error instanceof postgres.PostgresError && error.code === '42501'
    if (!denied || patience === 0) throw error
    await pause(250)
    await dropDatabase(server, name, patience - 1)
  }
}

async function runOn(server: URL, statement: string) {
  const sql = connectTo(server.href)
  try {
    await sql.unsafe(statement)
  } finally {
    await sql.end()
  }
}
