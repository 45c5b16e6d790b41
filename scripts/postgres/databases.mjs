import postgres from 'postgres'

export const superuser = 'postgres'

/** @param {{ port: number, password: string, user?: string }} where */
export const urlOf = ({ port, password, user = 'deskwell' }) =>
  `postgres://${user}:${password}@127.0.0.1:${port}/deskwell`

/**
 * Makes what a fresh cluster lacks. Our own role is no superuser: a superuser would walk through every wall of the
 * schema without noticing.
 * @param {{ port: number, password: string, superuserPassword: string }} credentials
 */
export async function createDatabase({ port, password, superuserPassword }) {
  const connect = (/** @type {string} */ database) =>
    postgres({
      host: '127.0.0.1',
      port,
      database,
      user: superuser,
      password: superuserPassword,
      max: 1,
      onnotice: () => {},
    })
  const server = connect('postgres')
  try {
    const [role] = await server`select from pg_roles where rolname = 'deskwell'`
    if (!role) {
      await server.unsafe(`create role deskwell login createdb createrole password '${password}'`)
      await server`grant pg_read_all_stats to deskwell`
    }
    const [database] = await server`select from pg_database where datname = 'deskwell'`
    if (!database) await server`create database deskwell owner deskwell`
    const inside = connect('deskwell')
    await inside`create extension if not exists pg_stat_statements`
    await inside.end()
  } finally {
    await server.end()
  }
}
