import { readFile } from 'node:fs/promises'
import { expect, test, vi } from 'vitest'
import { agent, customer } from '@/lib/testing/people'
import { walkThrough } from './examples/library'

const readme = await readFile('README.md', 'utf8')

test('the example of the README is the one that runs', async () => {
  expect(readme).toContain((await readFile('docs/examples/library.ts', 'utf8')).trim())
})

test('the example of the README does what it says', async () => {
  vi.spyOn(console, 'log').mockImplementation(() => {})
  const [carla, ana] = [await customer(), await agent()]
  const resolved = await walkThrough(carla.id, ana.id)

  expect(resolved).toMatchObject({ status: 'resolved', priority: 'high', assigneeId: ana.id })
  expect((await resolved.history()).map(({ kind }) => kind)).toEqual([
    'ticket.created',
    'message.received',
    'ticket.assigned',
    'message.answered',
    'message.noted',
    'ticket.resolved',
  ])
})

test('every picture and page that the README points to is there', async () => {
  const targets = [...readme.matchAll(/(?:\]\(|src="|srcset=")(?!https?:)([^)"#]+)/g)].map(
    ([, path]) => path ?? '',
  )

  expect(targets.length).toBeGreaterThan(5)
  for (const path of targets) await expect(readFile(path), path).resolves.toBeDefined()
})
