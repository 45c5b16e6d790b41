import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { runningInstance, takeInstance } from './instance.mjs'
import { identify } from './processes.mjs'

let dataDir: string

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'deskwell-instance-'))
})

afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

const wanted = { command: 'npm run demo', lasting: true }
const noted = (instance: object) => writeFileSync(join(dataDir, 'running.json'), JSON.stringify(instance))

test('a second start is told about the first', async () => {
  const first = await takeInstance(dataDir, wanted)
  first.tell({ address: 'http://localhost:3000' })
  await expect(takeInstance(dataDir, wanted)).rejects.toThrow(
    /already running here \(npm run demo, http:\/\/localhost:3000\)/,
  )
  first.release()
  expect(existsSync(join(dataDir, 'running.json'))).toBe(false)
})

test('a short command is waited for', async () => {
  const command = await takeInstance(dataDir, { command: 'npm run support', lasting: false })
  setTimeout(command.release, 200)
  const next = await takeInstance(dataDir, wanted)
  expect(runningInstance(dataDir)?.command).toBe('npm run demo')
  next.release()
})

test('what a killed start left behind stops nobody, and its children are ended', async () => {
  const orphan = spawn('sleep', ['60'], { detached: true, stdio: 'ignore' })
  const ended = once(orphan, 'exit')
  noted({ ...wanted, keeper: { pid: 999_999_999, since: 'long ago' }, children: [identify(orphan.pid ?? 0)] })
  expect(runningInstance(dataDir)).toBeUndefined()
  const next = await takeInstance(dataDir, wanted)
  expect((await ended)[1]).toBe('SIGTERM')
  next.release()
})

test('a process that got the number of a dead one is not taken for it', async () => {
  noted({ ...wanted, keeper: { pid: process.pid, since: 'another life' } })
  expect(runningInstance(dataDir)).toBeUndefined()
  const next = await takeInstance(dataDir, wanted)
  next.release()
})

test('a torn note stops nobody', async () => {
  writeFileSync(join(dataDir, 'running.json'), '{"keeper":')
  const next = await takeInstance(dataDir, wanted)
  next.release()
})

test('whoever claims the folder while leftovers are cleared keeps it', async () => {
  const slow = "trap 'sleep 0.5; exit' TERM; echo up; while :; do sleep 0.05; done"
  const orphan = spawn('sh', ['-c', slow], { detached: true, stdio: ['ignore', 'pipe', 'ignore'] })
  const other = spawn('sleep', ['60'], { stdio: 'ignore' })
  await once(orphan.stdout, 'data')
  noted({ ...wanted, keeper: { pid: 999_999_999, since: 'long ago' }, children: [identify(orphan.pid ?? 0)] })
  const late = takeInstance(dataDir, wanted)
  noted({ ...wanted, command: 'the faster one', keeper: identify(other.pid ?? 0) })
  await expect(late).rejects.toThrow('already running here (the faster one)')
  expect(runningInstance(dataDir)?.command).toBe('the faster one')
  other.kill()
})

test('who was pushed aside does not let go of what another holds', async () => {
  const other = spawn('sleep', ['60'], { stdio: 'ignore' })
  const first = await takeInstance(dataDir, wanted)
  noted({ ...wanted, command: 'another', keeper: identify(other.pid ?? 0) })
  first.release()
  expect(runningInstance(dataDir)?.command).toBe('another')
  other.kill()
})
