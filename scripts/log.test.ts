import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { record } from './log.mjs'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'deskwell-log-'))
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

const mode = (path: string) => statSync(path).mode & 0o777

test('a log is for its owner, also one that was for everybody', async () => {
  const [fresh, old] = [join(folder, 'logs', 'fresh.log'), join(folder, 'old.log')]
  writeFileSync(old, '', { mode: 0o644 })
  for (const path of [fresh, old]) record(path, () => {}).end()
  expect([mode(fresh), mode(old)]).toEqual([0o600, 0o600])
})

test('what somebody says without end fills two files at most', async () => {
  const path = join(folder, 'web.log')
  const log = record(path, () => {})
  const last = () => readFileSync(path, 'utf8').trimEnd().split('\n').at(-1)?.split(' ')[0]
  for (let count = 1; count <= 35; count += 1) {
    log.write(`${count} ${'x'.repeat(1_000_000)}`)
    await vi.waitFor(() => expect(last()).toBe(String(count)))
  }
  log.end()
  expect(readFileSync(path, 'utf8')).toMatch(/^31 /)
  expect(readFileSync(`${path}.1`, 'utf8')).toMatch(/^21 /)
  expect(readdirSync(folder)).toEqual(['web.log', 'web.log.1'])
})
