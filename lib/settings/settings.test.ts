import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { events } from '@/db/schema'
import { Conflict, Refused } from '@/lib/errors'
import { changeSettings } from '@/lib/settings/change'
import { currentSettings } from '@/lib/settings/find'
import { defaultSettings, seen } from '@/lib/settings/settings'
import { system } from '@/lib/viewer'

const changes = () => db.$count(events, eq(events.kind, 'settings.changed'))

test('settings begin with their defaults', async () => {
  expect(await currentSettings()).toEqual(defaultSettings)
})

test('only what differs is written down', async () => {
  await changeSettings(system, { workspaceName: 'Acme Support', autoCloseDays: 7 })
  expect(await currentSettings()).toEqual({ ...defaultSettings, workspaceName: 'Acme Support' })
  expect(await changes()).toBe(1)
})

test.each([
  ['a time zone that is an offset', { timeZone: '+02:00' }],
  ['a time zone that does not exist', { timeZone: 'Europe/Atlantis' }],
  ['less than a day to close', { autoCloseDays: -1 }],
  ['a name of nothing', { workspaceName: '' }],
])('%s is refused, and nothing is written', async (_, wrong) => {
  const before = await currentSettings()
  await expect(changeSettings(system, { reopenGraceDays: 30, ...wrong })).rejects.toThrow(Refused)
  expect(await currentSettings()).toEqual(before)
})

test('of two admins who change what they both saw, the second is told; other settings are nobody’s conflict', async () => {
  const saw = seen(await currentSettings(), ['reopenGraceDays'])
  const answers = await Promise.allSettled(
    [1, 2].map((reopenGraceDays) => changeSettings(system, { reopenGraceDays }, saw)),
  )
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(answers.find(({ status }) => status === 'rejected')).toMatchObject({ reason: expect.any(Conflict) })
  await changeSettings(system, { autoCloseDays: 3 }, seen(defaultSettings, ['autoCloseDays']))
  expect((await currentSettings()).autoCloseDays).toBe(3)
})
