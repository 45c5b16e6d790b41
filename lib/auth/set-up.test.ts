import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { categories, people } from '@/db/schema'
import { enter } from '@/lib/auth/enter'
import { firstSetup, isSetupOpen, setUp } from '@/lib/auth/set-up'
import { sign } from '@/lib/auth/token'
import { viewerOf } from '@/lib/auth/viewer-of'
import { Missing, Refused } from '@/lib/errors'
import { addPerson } from '@/lib/people/add-person'
import { currentSettings } from '@/lib/settings/find'
import { system } from '@/lib/viewer'

const password = 'correct horse battery'
const first = (i: number) => ({
  workspaceName: `Acme ${i}`,
  name: `Admin ${i}`,
  email: `admin${i}@acme.test`,
  password,
  timeZone: 'Europe/Oslo',
})

test('from an empty helpdesk to one with an admin, once and for all', async () => {
  await addPerson(system, { name: 'A customer', email: 'customer@acme.test', role: 'customer' })
  expect(await isSetupOpen()).toBe(true)

  await expect(setUp({ ...first(0), password: 'short' })).rejects.toThrow(Refused)
  await expect(setUp({ ...first(0), email: 'customer@acme.test' })).rejects.toMatchObject({ field: 'email' })
  expect(await isSetupOpen()).toBe(true)
  expect(await db.$count(categories)).toBe(0)

  const answers = await Promise.allSettled(Array.from({ length: 20 }, (_, i) => setUp(first(i))))
  const made = answers.filter((answer) => answer.status === 'fulfilled')
  const turnedAway = answers.filter(
    (answer) => answer.status === 'rejected' && answer.reason instanceof Missing,
  )
  expect(made).toHaveLength(1)
  expect(turnedAway).toHaveLength(19)

  const admins = await db.select().from(people).where(eq(people.role, 'admin'))
  expect(admins).toHaveLength(1)
  const [admin] = admins
  const who = admin?.name.replace('Admin', 'Acme')
  expect(await currentSettings()).toMatchObject({ workspaceName: who, timeZone: 'Europe/Oslo' })
  expect(admin?.timeZone).toBe('Europe/Oslo')
  expect(await db.$count(categories)).toBe(5)

  expect(await isSetupOpen()).toBe(false)
  await expect(setUp(first(99))).rejects.toThrow(Missing)
  const secret = await enter(
    { email: admin?.email ?? '', password },
    { address: '203.0.113.7', userAgent: null },
  )
  expect(await viewerOf(sign(secret))).toMatchObject({ role: 'admin' })
})

test.each([
  undefined,
  '',
  'Europe/Atlantis',
  '+02:00',
])('a browser that says it is in “%s” is on UTC', (timeZone) => {
  expect(firstSetup.parse({ ...first(1), timeZone }).timeZone).toBe('UTC')
})
