import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { sweep } from './throwaway.mjs'

test('what a killed run left is removed; what we cannot read is somebody else’s, and stays', async () => {
  const parent = mkdtempSync(join(tmpdir(), 'deskwell-sweep-'))
  const [left, foreign] = ['left', 'foreign'].map((name) => join(parent, `deskwell-test-${name}`))
  if (!left || !foreign) throw new Error('Two folders')
  mkdirSync(left)
  writeFileSync(join(left, 'owner.json'), JSON.stringify({ pid: 999_999_999, since: 'long ago' }))
  // As unreadable as another user's, for root as well.
  mkdirSync(join(foreign, 'owner.json'), { recursive: true })
  await sweep(parent)
  expect([left, foreign].map((home) => existsSync(home))).toEqual([false, true])
  rmSync(parent, { recursive: true })
})
