import type { Sql } from 'postgres'
import { firstNames, lastNames, vocabulary } from './words'

/** Seconds of first response and of resolution that the bench company promises. */
export const promises = {
  low: { first_response: 86_400, resolution: 432_000 },
  medium: { first_response: 28_800, resolution: 172_800 },
  high: { first_response: 14_400, resolution: 86_400 },
  urgent: { first_response: 3_600, resolution: 28_800 },
} as const

export const teams = [
  'Front desk',
  'Billing',
  'Devices',
  'Network',
  'Accounts',
  'Apps',
  'Logistics',
  'Facilities',
]
export const agentsPerTeam = 15
const agents = teams.length * agentsPerTeam

export const categories = [
  ...['Billing', 'Access', 'Hardware', 'Network', 'Mobile app', 'Web app', 'Delivery', 'Contracts'],
  ...['Training', 'Privacy', 'Payroll', 'Building'],
]
export const tagCount = 200

/** How many there are for so many tickets; the first customer is the demo's and writes most. */
export const customersOf = (tickets: number) => Math.max(20, Math.ceil(tickets / 7))
export const firstCustomer = agents + 3

/**
 * Agents of eight teams (the first is agent@demo.test), a supervisor, an admin, organizations and their customers. Keys
 * are given: agents come first, from 1, then supervisor and admin, then customers.
 */
export async function found(sql: Sql, tickets: number, passwordHash: string) {
  const customers = customersOf(tickets)
  const organizations = Math.ceil(customers / 30)
  const staff = Array.from({ length: agents }, (_, place) => ({
    id: place + 1,
    name: named(place),
    email: place === 0 ? 'agent@demo.test' : `agent${place + 1}@bench.test`,
    role: 'agent',
  }))
  staff.push({ id: agents + 1, name: 'Marcus Lindqvist', email: 'supervisor@demo.test', role: 'supervisor' })
  staff.push({ id: agents + 2, name: 'Helen Okafor', email: 'admin@demo.test', role: 'admin' })
  await sql`
    insert into people (id, name, email, role, password_hash, created_at) overriding system value
    select id, name, email, role::role, case when email like '%@demo.test' then ${passwordHash} end, now() - interval '4 years'
    from jsonb_to_recordset(${JSON.stringify(staff)}::text::jsonb) as one(id bigint, name text, email text, role text)`
  await sql`
    insert into organizations (name)
    select initcap(word) || ' ' || (array['Ltd', 'GmbH', 'AS', 'Inc', 'Group'])[1 + place % 5] || ' ' || place
    from generate_series(1, ${organizations}::integer) place
    join unnest(${sql.array([...vocabulary])}::text[]) with ordinality words(word, rank) on rank = 1 + place % ${vocabulary.length}`
  await sql`
    insert into people (id, name, email, role, password_hash, organization_id, created_at) overriding system value
    select ${firstCustomer} - 1 + n, f || ' ' || l,
      case n when 1 then 'customer@demo.test' when 2 then 'other@demo.test'
        else translate(lower(f || '.' || l), 'øéíáäüóúñłć', 'oeiaauounlc') || '.' || n || '@'
          || case when organization is null then 'mail' else 'company' || organization end || '.example' end,
      'customer', case when n <= 2 then ${passwordHash} end, organization, now() - interval '3 years'
    from generate_series(1, ${customers}::integer) n
    cross join lateral (select
      (${sql.array(firstNames)}::text[])[1 + floor(${firstNames.length} * bench.chance(n, 1))::integer] as f,
      (${sql.array(lastNames)}::text[])[1 + floor(${lastNames.length} * bench.chance(n, 2))::integer] as l,
      case when bench.chance(n, 3) < 0.6 then 1 + floor(${organizations} * bench.chance(n, 4) ^ 2)::bigint end as organization) one`
  await sql`insert into teams (name) select unnest(${sql.array(teams)}::text[])`
  await sql`
    insert into team_members (team_id, person_id)
    select 1 + (id - 1) / ${agentsPerTeam}, id from generate_series(1::bigint, ${agents}) id`
  await sql`
    insert into categories (name, slug, display_order)
    select name, lower(replace(name, ' ', '-')), place
    from unnest(${sql.array(categories)}::text[]) with ordinality one(name, place)`
  await sql`insert into tags (name) select unnest(${sql.array(vocabulary.slice(0, tagCount))}::text[])`
  await sql`update sla_policies set targets = ${JSON.stringify(promises)}::text::jsonb where fallback`
}

const named = (place: number) =>
  `${firstNames[(place * 7) % firstNames.length]} ${lastNames[(place * 11) % lastNames.length]}`
