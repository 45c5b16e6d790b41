import { expect, test } from 'vitest'
import { findBrowser } from './browser'

const places = (existing: readonly string[], chosen?: string) => ({
  chosen,
  playwrights: () => '/playwright/chrome',
  onSystem: ['/usr/bin/chromium', '/usr/bin/google-chrome'],
  fromNpm: async () => '/tmp/chromium',
  exists: (path: string) => existing.includes(path),
})

const everywhere = ['/mine', '/playwright/chrome', '/usr/bin/chromium', '/usr/bin/google-chrome']

test('the chosen browser comes first', async () => {
  expect(await findBrowser(places(everywhere, '/mine'))).toBe('/mine')
})

test('then the one Playwright downloaded', async () => {
  expect(await findBrowser(places(everywhere))).toBe('/playwright/chrome')
})

test('then one of the system', async () => {
  expect(await findBrowser(places(['/usr/bin/google-chrome']))).toBe('/usr/bin/google-chrome')
})

test('at last the one from npm', async () => {
  expect(await findBrowser(places([]))).toBe('/tmp/chromium')
})

test('a chosen browser that is not there is told, not replaced', async () => {
  await expect(findBrowser(places(everywhere, '/elsewhere'))).rejects.toThrow('CHROMIUM_PATH is /elsewhere')
})
