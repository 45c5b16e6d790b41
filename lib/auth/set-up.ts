import { ne, sql } from 'drizzle-orm'
import { z } from 'zod'
import { db, type Tx } from '@/db/client'
import { categories, people, settings } from '@/db/schema'
import { Missing } from '@/lib/errors'
import { record } from '@/lib/events/record'
import { insertPerson } from '@/lib/people/add-person'
import { emailAddress } from '@/lib/people/email'
import { personName } from '@/lib/people/person'
import type { Settings } from '@/lib/settings/settings'
import { line } from '@/lib/text'
import { timeZone } from '@/lib/time-zone'
import { inTransaction } from '@/lib/transaction'
import { system, type Viewer } from '@/lib/viewer'
import { hashPassword, typedPassword } from './password'

export const firstSetup = z.object({
  workspaceName: line('Name of your helpdesk', 80),
  name: personName,
  email: emailAddress,
  password: typedPassword('Password'),
  /** Of the admin and, to begin with, of the helpdesk: the browser tells it, if it can. */
  timeZone: timeZone.catch('UTC'),
})

const starters = [
  ['General question', 'general', 'Anything that fits nowhere else'],
  ['Technical problem', 'technical', 'Something does not work as it should'],
  ['Account and access', 'account', 'Signing in, permissions, personal details'],
  ['Billing', 'billing', 'Invoices, payments and plans'],
  ['Feature request', 'feature-request', 'Something you would like us to add'],
] as const

let closed = false

/** Whether this helpdesk has no staff yet. Once it has, it stays so: people are deactivated, never deleted. */
export async function isSetupOpen(tx: Pick<Tx, 'select'> = db): Promise<boolean> {
  if (closed) return false
  const [someone] = await tx
    .select({ id: people.id })
    .from(people)
    .where(ne(people.role, 'customer'))
    .limit(1)
  closed = someone !== undefined
  return !closed
}

/** Makes the first admin, names the helpdesk and gives it categories to start with. Throws Missing once it has staff. */
export async function setUp(first: z.output<typeof firstSetup>): Promise<Viewer> {
  if (!(await isSetupOpen())) throw new Missing()
  const passwordHash = await hashPassword(first.password, first)
  return inTransaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('deskwell.setup'))`)
    if (!(await isSetupOpen(tx))) throw new Missing()
    const { name, email, timeZone, workspaceName } = first
    const admin = await insertPerson(tx, system, { name, email, timeZone, role: 'admin', passwordHash })
    await introduce(tx, admin, { workspaceName, timeZone })
    await addStarters(tx, admin)
    return admin
  })
}

async function introduce(tx: Tx, admin: Viewer, workspace: Pick<Settings, 'workspaceName' | 'timeZone'>) {
  for (const [key, value] of Object.entries(workspace)) {
    await tx
      .insert(settings)
      .values({ key, value })
      .onConflictDoUpdate({ target: settings.key, set: { value } })
    await record(tx, admin, 'settings.changed', {
      audience: 'agents',
      change: { [key]: [null, JSON.stringify(value)] },
    })
  }
}

async function addStarters(tx: Tx, admin: Viewer) {
  for (const [displayOrder, [name, slug, description]] of starters.entries()) {
    const added = await tx
      .insert(categories)
      .values({ name, slug, description, displayOrder })
      .onConflictDoNothing({ target: categories.slug })
      .returning({ id: categories.id })
    if (added.length > 0)
      await record(tx, admin, 'category.created', {
        audience: 'agents',
        change: { slug: [null, slug], name: [null, name] },
      })
  }
}
