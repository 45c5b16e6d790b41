import { expect, test } from 'vitest'
import { agent, customer } from '@/lib/testing/people'
import { isSupervisor } from '@/lib/viewer'
import { file } from './file'
import { ticketByRefid } from './lists'
import { queueAsCsv } from './queue-export'
import { readQueueFilter } from './queue-filter'
import { tag } from './tag'

test('an export tells the tags of each ticket by their names, in their order', async () => {
  const [sam, carla] = [await agent('Sam Supervisor', 'supervisor'), await customer()]
  if (!isSupervisor(sam)) throw new Error('not a supervisor')
  const { refid } = await file(carla, carla, { subject: 'Tagged', description: 'Help', channel: 'portal' })
  await tag(sam, await ticketByRefid(refid), { add: ['vip', 'beta', 'Apple'] })
  await file(carla, carla, { subject: 'Bare', description: 'Help', channel: 'portal' })
  let text = ''
  for await (const piece of queueAsCsv(sam, readQueueFilter({}), new Date())) text += piece
  const [head = '', tagged, bare] = text.split('\r\n')
  expect(head.split(',')[11]).toBe('"Tags"')
  expect(tagged).toContain('"Tagged","open","medium","portal"')
  expect(tagged).toContain('"apple, beta, vip"')
  expect(bare).toMatch(/"Bare","open","medium","portal",,,,"Carla Customer","[^"]+",,,"/)
})
