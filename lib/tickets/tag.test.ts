import { expect, test } from 'vitest'
import { history } from '@/lib/events/find'
import { agent, customer } from '@/lib/testing/people'
import { close } from './close'
import { file } from './file'
import { ticketByRefid } from './lists'
import { tag } from './tag'

async function filed() {
  const carla = await customer()
  const { refid } = await file(carla, carla, { subject: 'It broke', description: 'Help', channel: 'portal' })
  return ticketByRefid(refid)
}

test('a tag is written in one way, whoever writes it', async () => {
  const [ana, ticket] = [await agent(), await filed()]
  expect((await tag(ana, ticket, { add: ['VIP customer', ' vip-customer ', 'Größe'] })).now).toEqual(
    ['größe', 'vip-customer'].sort(),
  )
  expect((await tag(ana, ticket, { remove: ['größe'] })).now).toEqual(['vip-customer'])
  expect((await history(ticket)).at(-1)).toMatchObject({
    kind: 'ticket.tagged',
    audience: 'agents',
    change: { tags: ['größe, vip-customer'.split(', ').sort().join(', '), 'vip-customer'] },
  })
})

test('two who tag at once both do; the same tag twice is nothing new', async () => {
  const [ana, bo, ticket] = [await agent(), await agent(), await filed()]
  await Promise.all([tag(ana, ticket, { add: ['one'] }), tag(bo, ticket, { add: ['two'] })])
  expect((await tag(ana, ticket, { add: ['one', 'TWO'] })).now).toEqual(['one', 'two'])
  expect((await history(ticket)).filter(({ kind }) => kind === 'ticket.tagged')).toHaveLength(2)
})

test.each([
  ['', 'at least one'],
  ['a,b', 'letters, digits'],
  ['x'.repeat(41), '40 characters'],
  ['<b>', 'letters, digits'],
])('the tag "%s" is refused', async (name, words) => {
  await expect(tag(await agent(), await filed(), { add: [name] })).rejects.toMatchObject({
    name: 'Refused',
    field: 'tags',
    message: expect.stringContaining(words),
  })
})

test('a ticket bears twenty tags, and a closed one is left as it is', async () => {
  const [ana, ticket] = [await agent(), await filed()]
  await tag(ana, ticket, { add: Array.from({ length: 20 }, (_, index) => `t${index}`) })
  await expect(tag(ana, ticket, { add: ['more'] })).rejects.toThrow('at most 20')
  await close(ana, ticket)
  await expect(tag(ana, ticket, { remove: ['t1'] })).rejects.toMatchObject({ name: 'Refused' })
})
