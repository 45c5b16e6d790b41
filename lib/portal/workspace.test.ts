import { expect, test } from 'vitest'
import { portalMessages, portalTickets } from '@/db/portal'
import { tickets } from '@/db/schema'
import { changeSettings } from '@/lib/settings/change'
import { make } from '@/lib/support'
import { customer } from '@/lib/testing/people'
import { system } from '@/lib/viewer'
import { asVisitor } from './as-customer'
import { workspaceName } from './workspace'

test('whoever comes reads the name of the helpdesk', async () => {
  expect(await workspaceName()).toBe('Deskwell')
  await changeSettings(system, { workspaceName: 'Northwind Help' })
  expect(await workspaceName()).toBe('Northwind Help')
})

test('somebody who is not signed in reads nobody’s requests', async () => {
  await make()
    .for((await customer()).id)
    .subject('Mine')
    .description('Mine')
    .create()

  expect(await asVisitor((tx) => tx.select().from(portalTickets))).toEqual([])
  expect(await asVisitor((tx) => tx.select().from(portalMessages))).toEqual([])
  await expect(asVisitor((tx) => tx.select().from(tickets))).rejects.toMatchObject({
    cause: { code: '42501' },
  })
})
