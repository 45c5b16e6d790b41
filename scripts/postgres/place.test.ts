import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { canEnter } from './account.mjs'
import { openFolder, ownPlace, reachable } from './place.mjs'

const nobody = { uid: 65534, gid: 65534 }
const asRoot = process.getuid?.() === 0
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'deskwell-place-'))
  chmodSync(folder, 0o755)
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

const made = (path: string, mode: number) => {
  const whole = join(folder, path)
  mkdirSync(whole, { recursive: true })
  chmodSync(whole, mode)
  return whole
}

test('an ordinary user keeps the database where it is wanted', () => {
  expect(reachable('/somewhere/clone/.data/postgres', {})).toBe('/somewhere/clone/.data/postgres')
})

test.runIf(asRoot)('so does root when the system user can enter the clone', () => {
  const wanted = join(made('open/clone', 0o755), '.data/postgres')
  expect(reachable(wanted, nobody)).toBe(wanted)
})

test.runIf(asRoot)('a home that only its owner may enter is closed, however open the clone in it is', () => {
  const home = made('home', 0o700)
  const clone = made('home/clone', 0o755)
  expect(canEnter(clone, nobody)).toBe(false)
  chownSync(home, nobody.uid, nobody.gid)
  expect(canEnter(clone, nobody)).toBe(true)
})

test.runIf(asRoot)('the place outside is made, open, and the first that can be used', () => {
  const closed = made('closed', 0o700)
  const open = join(folder, 'var/lib/deskwell')
  expect(openFolder(nobody, [join(closed, 'deskwell'), open])).toBe(open)
  expect(existsSync(open)).toBe(true)
})

test.runIf(asRoot)('when there is no such place, it is said what can be done', () => {
  expect(() => openFolder(nobody, [join(made('closed', 0o700), 'deskwell')])).toThrow('set DATABASE_URL')
})

test('a copied clone does not get the database of the original', () => {
  const place = join(folder, 'place')
  const usedBy = (owner: string) => (owner === '/original/.data' ? place : undefined)
  expect(ownPlace(place, '/original/.data', usedBy)).toBe(true)
  expect(ownPlace(place, '/copy/.data', usedBy)).toBe(false)
  expect(ownPlace(place, '/original/.data', usedBy)).toBe(true)
})

test('a clone that was moved takes its database along', () => {
  const place = join(folder, 'place')
  ownPlace(place, '/before/.data', () => undefined)
  expect(ownPlace(place, '/after/.data', () => undefined)).toBe(true)
})
