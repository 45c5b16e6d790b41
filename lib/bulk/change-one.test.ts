import { expect, test } from 'vitest'
import { agent } from '@/lib/testing/people'
import { close } from '@/lib/tickets/close'
import type { BulkWish } from './action'
import { changeOne } from './change-one'
import { desk, names, refusal, urgent } from './testing'
import { undoBulk } from './undo'

const resolved: BulkWish = { kind: 'status', to: 'resolved' }
const submission = () => crypto.randomUUID()

test('one ticket is changed, and taken back like many', async () => {
  const { ana, taken, looks, stands } = await desk()
  const { refid } = await taken()
  const run = await changeOne(ana, { submission: submission(), wish: resolved, refid })
  expect(run.counts).toMatchObject({ done: 1, failed: 0 })
  expect((await looks({ refid })).status).toBe('resolved')
  await undoBulk(ana, run.uid)
  expect((await looks({ refid })).status).toBe('open')
  expect(await stands(run.uid)).toBe('1 ticket is as before')
})

test('what refuses says why', async () => {
  const { ana, taken } = await desk()
  const [{ id, refid }, ben] = [await taken(), await agent()]
  await close(ben, { id, status: 'open' })
  const asked = { submission: submission(), refid }
  expect(await refusal(changeOne(ana, { ...asked, wish: urgent }))).toBe(
    'This ticket is closed. Reopen it to change it.',
  )
  // Sent again, it is refused again.
  expect(await refusal(changeOne(ana, { ...asked, wish: urgent }))).toContain('This ticket is closed')
  const nobody = { submission: submission(), refid: 'SUP-00000000' }
  expect(await refusal(changeOne(ana, { ...nobody, wish: resolved }))).toBe('There is no such ticket')
})

test('what was sent for other tickets says nothing of this one', async () => {
  const { ana, several, bulk, taken } = await desk()
  const { refid } = await taken()
  const others = await bulk(names(await several(2)), urgent)
  expect(await refusal(changeOne(ana, { submission: others, wish: urgent, refid }))).toBe(
    'This was sent for other tickets',
  )
})

test('what is so already is no change', async () => {
  const { ana, taken } = await desk()
  const { refid } = await taken()
  const wish: BulkWish = { kind: 'status', to: 'open' }
  const { counts, undoable } = await changeOne(ana, { submission: submission(), wish, refid })
  expect(counts.unchanged).toBe(1)
  expect(undoable).toBe(false)
})
